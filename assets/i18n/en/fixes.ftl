fix-move-to-bcc = Put them in BCC
fix-group-to-bcc = Put the group address in BCC
fix-use-school-account = Write from your school account
fix-remove-recipient = Leave this recipient out
fix-move-to-lvs = Put it in the student tracking system
fix-replace-sentence = Replace with "see student tracking system"
fix-remove-text = Take it out of your mail
fix-separate-mails = Write separate mails
