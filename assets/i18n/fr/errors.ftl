error-policy-unreadable = Impossible d’ouvrir le fichier de charte { $path } : { $detail }. Vérifiez le chemin et vos droits de lecture.
error-policy-invalid =
    Le fichier de charte { $path } contient des erreurs. Corrigez-les et réessayez :
    { $detail }
error-policy-signature = Le fichier de charte { $path } n’est pas accepté : { $detail }. Cet ordinateur n’accepte que des chartes signées avec la clé de votre école. Demandez un fichier signé à votre coordinateur TIC.
error-class-list-unreadable = Impossible d’ouvrir la liste de classe { $path } : { $detail }. Vérifiez le chemin.
error-class-list-invalid = La liste de classe { $path } est inutilisable : { $detail }. Il faut un fichier CSV avec une ligne d’en-tête : given_name,family_name,class.
error-path-missing = { $path } n’existe pas. Vérifiez l’orthographe du chemin.
error-path-denied = Vous ne pouvez pas lire { $path }. Demandez le droit de lecture, ou utilisez le compte du propriétaire.
error-path-not-mail = { $path } ne contient pas de courrier. Il faut un message (.eml, .emlx, .msg), un fichier mbox ou un dossier de courrier.
error-path-unreadable = Impossible d’ouvrir { $path } : { $detail }. Vérifiez le chemin et vos droits de lecture.
error-input-unreadable = Impossible de lire l’entrée standard : { $detail }.
error-no-stores = Aucun logiciel de messagerie n’a été trouvé sur cet ordinateur. Indiquez un dossier, par exemple : mailwijs watch ~/Mail/Drafts
error-watch-failed = Impossible de surveiller { $path } : { $detail }.
error-history-unavailable = Impossible d’ouvrir l’historique : { $detail }. Rien n’a été effacé.
error-history-locked = L’historique est chiffré avec une phrase secrète, que seule l’application demande. Ouvrez Mailwijs pour voir vos dossiers.
error-wrong-passphrase = Cette phrase secrète n’ouvre pas l’historique. Réessayez.
error-draft-gone = Ce brouillon n’existe plus. Vous l’avez peut-être déjà envoyé ou supprimé.
error-no-school-account = Aucun compte de l’école n’a été trouvé dans votre logiciel de messagerie. Ajoutez-le là-bas, ou indiquez dans Mon courrier quelle adresse est celle de l’école.
error-demo-failed = La boîte de démonstration n’a pas pu être créée dans { $path } : { $detail }.
error-unknown-action = Ce n’est pas possible ici : { $detail }.
error-mailboxes-unreadable = La liste de vos boîtes mail, { $path }, ne peut pas être ouverte : { $detail }. Vérifiez que vous pouvez lire ce fichier.
error-mailboxes-invalid = La liste de vos boîtes mail, { $path }, contient une erreur : { $detail }. Corrigez-la, ou supprimez le fichier et configurez à nouveau vos boîtes.
error-mailboxes-newer = La liste de vos boîtes mail, { $path }, vient d’un Mailwijs plus récent (format { $detail }). Mettez Mailwijs à jour.
error-unknown-mailbox = La boîte { $path } n’est pas configurée ici. Configurez-la avec : mailwijs mailbox add ADRESSE
error-not-an-address = Ce n’est pas une adresse e-mail. Écrivez-la comme an.peeters@school.example.
error-unknown-server = Sur quel serveur se trouve le courrier de { $detail } ? Indiquez-le dans la charte de votre école, ou donnez-le avec --host. Votre coordinateur TIC le connaît.
error-no-client-id = La connexion chez { $detail ->
    [microsoft] Microsoft
   *[google] Google
} demande que la charte de votre école contienne un client_id. Demandez-le à votre coordinateur TIC.
error-authority-unreadable = Le certificat { $path } ne peut pas être ouvert : { $detail }. Vérifiez le chemin et vos droits de lecture.
error-authority-invalid = { $path } ne contient pas de certificat. Il faut le certificat de l’autorité de votre école, en PEM (-----BEGIN CERTIFICATE-----).
error-secret-left = Le trousseau de cet ordinateur ne répond pas ({ $detail }). Le mot de passe de votre boîte s’y trouve peut-être encore : supprimez-y ‘nl.mailwijs.desktop’.
error-write-failed = Impossible d’écrire { $path } : { $detail }.
error-stopped = Mailwijs est en train de se fermer. Relancez-le.
error-no-message = Ce n’est pas un message : le fichier est vide ou contient autre chose.
error-mail-gone = Ce message n'est plus dans aucun dossier de cet ordinateur.
error-export-failed = Les fichiers n'ont pas pu être créés. Reste-t-il de la place sur le disque ? { $detail }
error-share-failed = Le message n'est pas dans le dossier de l'école. { $detail }
