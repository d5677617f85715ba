nudge-resolved = In orde. Dankjewel!
nudge-kept-fine = Goed, ik laat dit concept zo
nudge-kept-not-right = Dankjewel, voortaan zwijg ik in zo'n geval
nudge-kept-later = Goed, ik kom er straks op terug
place-and = { $others } en { $last }
place-attachment = in een bijlage
outcome-handed-over = Er staat een verbeterde mail klaar in je mailprogramma. Kijk ze na en verstuur die. Het oude concept mag je weggooien.
outcome-lvs = { $system } gaat open. De tekst staat op je klembord: plak ze daar, en haal ze uit je mail. Na een minuut is het klembord weer leeg.
outcome-lvs-no-url = De tekst staat op je klembord. Open { $system } zoals je gewoon bent, plak ze daar, en haal ze uit je mail. Na een minuut is het klembord weer leeg.
outcome-clipboard = De adressen staan op je klembord. Plak ze in BCC en haal ze weg uit Aan en CC.
outcome-remove-text = Haal de gemarkeerde woorden uit je mail en bewaar ze opnieuw. De kaart wordt vanzelf groen.
fix-remove-named = Haal { $who } weg
outcome-remove-recipient = Haal { $addresses } weg uit Aan of CC, en bewaar je mail opnieuw. De kaart wordt vanzelf groen.
outcome-separate-mails = Schrijf aan elk gezin een aparte mail. Verwijder hier wie het niet moet weten, en bewaar opnieuw.
outcome-paused = Mailwijs is even stil.
outcome-policy = Het beleid van { $school } geldt vanaf nu.
outcome-mailbox-added = Mailwijs kijkt nu mee in deze mailbox.
outcome-mailbox-added-for-now = Mailwijs kijkt nu mee in deze mailbox. De sleutelbos van deze computer antwoordt niet: na een herstart vraagt Mailwijs je wachtwoord opnieuw.
outcome-mailbox-signing-in = Je browser gaat open. Meld je daar aan.
problem-policy = Het beleid kon niet geladen worden. Het vorige blijft gelden. { $detail }
problem-class-list = { $detail }
problem-store = { $path }: { $detail }
built-in-policy-be = het Vlaamse sjabloon
built-in-policy-nl = het Nederlandse sjabloon
tracking-system = Het leerlingvolgsysteem
history-no-keyring = De sleutelbos van deze computer antwoordt niet. Kies een wachtzin, of hou de geschiedenis alleen in het geheugen.
history-key-missing = De sleutel van je geschiedenis staat niet meer in de sleutelbos. Er is niets gewist. Kies een wachtzin voor een nieuwe geschiedenis, of hou ze in het geheugen.
history-empty-passphrase = Vul een wachtzin in.
history-damaged = Het bestand met je geschiedenis is beschadigd of van een ander programma. Er is niets gewist. Mailwijs onthoudt nu alleen in het geheugen.
history-too-new = Je geschiedenis is van een nieuwere versie van Mailwijs. Werk Mailwijs bij. Er is niets gewist.
history-busy = Een ander programma gebruikt je geschiedenis. Sluit het en start Mailwijs opnieuw.
history-folder = De map van je geschiedenis is niet bereikbaar. Kijk of er plaats is op de schijf en of je erin mag schrijven.
history-failed = De geschiedenis werkt even niet. Mailwijs onthoudt nu alleen in het geheugen.
outcome-lost-attachments = { $count ->
    [one] Voeg de bijlage opnieuw toe.
   *[other] Voeg de { $count } bijlagen opnieuw toe.
}
outcome-lost-formatting = De opmaak is niet meegekomen.
outcome-lost-sender = Kies zelf nog je schoolaccount bij Van.
other-stores = Andere mappen
replacement = (zie { $system })
outcome-replaced = Je tekst zonder die zinnen staat op je klembord. Plak ze in je mail over de oude tekst en bewaar opnieuw.

sentences-missing = Mailwijs let nu alleen op woorden. Het bestand om ook zinnen te lezen (encoder.safetensors) is niet geïnstalleerd: installeer Mailwijs opnieuw, of vraag het je ICT-coördinator.
sentences-damaged = Mailwijs let nu alleen op woorden. Het bestand om ook zinnen te lezen (encoder.safetensors) is beschadigd of hoort bij een andere versie: installeer Mailwijs opnieuw, of vraag het je ICT-coördinator.
