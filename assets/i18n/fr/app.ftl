nudge-resolved = C’est en ordre. Merci !
nudge-kept-fine = Bien, je laisse ce brouillon ainsi
nudge-kept-not-right = Merci, désormais je n'en dis plus rien dans ce cas
nudge-kept-later = Bien, j'y reviens tout à l'heure
place-and = { $others } et { $last }
place-attachment = dans une pièce jointe
outcome-handed-over = Un message corrigé vous attend dans votre logiciel de messagerie. Vérifiez-le et envoyez celui-là. Vous pouvez supprimer l’ancien brouillon.
outcome-lvs = { $system } s’ouvre. Le texte est dans votre presse-papiers : collez-le là-bas et retirez-le de votre message. Après une minute, le presse-papiers est vidé.
outcome-lvs-no-url = Le texte est dans votre presse-papiers. Ouvrez { $system } comme d’habitude, collez-le là-bas et retirez-le de votre message. Après une minute, le presse-papiers est vidé.
outcome-clipboard = Les adresses sont dans votre presse-papiers. Collez-les en Cci et retirez-les des champs À et Cc.
outcome-remove-text = Retirez les mots surlignés de votre message et enregistrez-le. La carte deviendra verte d’elle-même.
fix-remove-named = Retirer { $who }
outcome-remove-recipient = Retirez { $addresses } de À ou Cc, et enregistrez à nouveau. La carte deviendra verte d’elle-même.
outcome-separate-mails = Écrivez un message à part à chaque famille. Retirez ici ceux qui n’ont pas à le savoir, et enregistrez.
outcome-paused = Mailwijs se tait un moment.
outcome-policy = La charte de { $school } s’applique désormais.
outcome-mailbox-added = Mailwijs regarde maintenant aussi dans cette boîte mail.
outcome-mailbox-added-for-now = Mailwijs regarde maintenant aussi dans cette boîte mail. Le trousseau de cet ordinateur ne répond pas : après un redémarrage, Mailwijs vous redemandera votre mot de passe.
outcome-mailbox-signing-in = Votre navigateur s'ouvre. Connectez-vous là.
problem-policy = La charte n’a pas pu être chargée. La précédente reste en vigueur. { $detail }
problem-class-list = { $detail }
problem-store = { $path } : { $detail }
built-in-policy-be = le modèle flamand
built-in-policy-nl = le modèle néerlandais
tracking-system = Le système de suivi des élèves
history-no-keyring = Le trousseau de cet ordinateur ne répond pas. Choisissez une phrase secrète, ou gardez l’historique en mémoire seulement.
history-key-missing = La clé de votre historique n’est plus dans le trousseau. Rien n’a été effacé. Choisissez une phrase secrète pour un nouvel historique, ou gardez-le en mémoire.
history-empty-passphrase = Indiquez une phrase secrète.
history-damaged = Le fichier de votre historique est endommagé ou vient d’un autre programme. Rien n’a été effacé. Mailwijs ne retient plus qu’en mémoire.
history-too-new = Votre historique vient d’une version plus récente de Mailwijs. Mettez Mailwijs à jour. Rien n’a été effacé.
history-busy = Un autre programme utilise votre historique. Fermez-le et relancez Mailwijs.
history-folder = Le dossier de votre historique est inaccessible. Vérifiez l’espace disque et vos droits d’écriture.
history-failed = L’historique ne fonctionne pas pour l’instant. Mailwijs ne retient plus qu’en mémoire.
outcome-lost-attachments = { $count ->
    [one] Ajoutez à nouveau la pièce jointe.
   *[other] Ajoutez à nouveau les { $count } pièces jointes.
}
outcome-lost-formatting = La mise en forme n’a pas suivi.
outcome-lost-sender = Choisissez encore votre compte de l’école dans le champ De.
other-stores = Autres dossiers
replacement = (voir { $system })
outcome-replaced = Votre texte sans ces phrases est dans le presse-papiers. Collez-le dans votre message à la place de l’ancien, et enregistrez.

sentences-missing = Mailwijs ne regarde pour l'instant que les mots. Le fichier pour lire aussi les phrases (encoder.safetensors) n'est pas installé : réinstallez Mailwijs, ou demandez-le à votre coordinateur TIC.
sentences-damaged = Mailwijs ne regarde pour l'instant que les mots. Le fichier pour lire aussi les phrases (encoder.safetensors) est abîmé ou appartient à une autre version : réinstallez Mailwijs, ou demandez-le à votre coordinateur TIC.
