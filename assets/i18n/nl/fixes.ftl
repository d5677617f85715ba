fix-move-to-bcc = Zet ze in BCC
fix-group-to-bcc = Zet het groepsadres in BCC
fix-use-school-account = Schrijf vanuit je schoolaccount
fix-remove-recipient = Haal deze ontvanger weg
fix-move-to-lvs = Zet het in het leerlingvolgsysteem
fix-replace-sentence = Vervang door "zie leerlingvolgsysteem"
fix-remove-text = Haal het uit je mail
fix-separate-mails = Schrijf aparte mails
