cli-nothing-found = rien à signaler
cli-no-clients = Aucun logiciel de messagerie n’a été trouvé sur cet ordinateur.
cli-watching = Sous surveillance : { $name }
cli-ready = Prêt. Chaque brouillon enregistré à partir de maintenant est vérifié. Arrêter : Ctrl-C.
cli-resolved = corrigé : { $name }
cli-sent = envoyé
cli-received = reçu dans { $name }
cli-gone-left = disparu de { $name }, se trouve encore dans { $left }
cli-gone-bytes = disparu de { $name } ; le texte se trouve encore dans le fichier d’un dossier
cli-gone = disparu de { $name }, il n’en reste rien
cli-discarded = brouillon supprimé
cli-since-not-a-date = --since demande une date comme 2026-09-01.
cli-scan-interrupted = interrompu. Continuez avec « mailwijs scan --resume », avec les mêmes options et dossiers.
cli-scan-interrupted-for-good = interrompu. L’endroit de l’arrêt n’a pas pu être conservé : la prochaine analyse recommencera du début.
cli-scan-resumed = reprend là où l’analyse précédente s’est arrêtée : { $messages ->
    [one] 1 message a
   *[other] { $messages } messages ont
} déjà été vérifiés.
cli-scan-nothing-to-resume = aucune analyse n’a été interrompue ; celle-ci commence du début.
cli-scan-other-rules = depuis l’analyse interrompue, la charte, la liste de classe, les options ou le programme ont changé ; tout est vérifié à nouveau.
cli-scan-summary = { $messages ->
    [one] 1 message vérifié
   *[other] { $messages } messages vérifiés
}, { $found ->
    [0] rien à signaler.
    [one] 1 avec une remarque.
   *[other] { $found } avec une remarque.
}
cli-cases-none = Pas encore de dossiers. Ils commencent dans Mailwijs, par un message reçu avec des données sensibles.
cli-cases-none-open = Aucun dossier n’est ouvert.
cli-cases-unknown = Le dossier { $case } n’existe pas. Affichez-les tous avec : mailwijs cases --all
cli-cases-newer = { $count ->
    [one] 1 dossier manque ici : une version plus récente de Mailwijs l’a écrit. Mettez ce programme à jour.
   *[other] { $count } dossiers manquent ici : une version plus récente de Mailwijs les a écrits. Mettez ce programme à jour.
}
cli-case-since = commencé le { $date }
cli-case-closed = terminé le { $date }
cli-case-not-sensitive = rien de sensible, fermé le { $date }
cli-case-copies = Copies :
cli-case-unread = Mailwijs n’a pas pu regarder ici. Ce qui s’y trouve ne compte pas comme disparu :
cli-case-said = vous avez dit qu’aucune copie ne s’y trouve
cli-case-somewhere = là où Mailwijs ne regarde pas maintenant
cli-case-next = Dossier { $case } : { $next }
cli-next-what = Regardez dans Mailwijs ce qu’il contient, et choisissez qui le place dans { $system }.
cli-next-into-lvs = Placez-le dans { $system } ; Mailwijs aide pour le texte et les fichiers.
cli-next-filed = Est-il dans { $system } ? Dites-le dans Mailwijs.
cli-next-delete = { $count ->
    [one] Supprimez le message dans votre logiciel de messagerie : { $places }.
   *[other] Supprimez { $count } copies dans votre logiciel de messagerie : { $places }.
}
cli-next-look = On ne voit plus de copies, mais Mailwijs n’a pas encore pu regarder partout.
cli-next-trash = Videz la corbeille : { $places }.
cli-next-gone = Compactez le dossier, car le texte est encore dans le fichier : { $places }.
cli-next-done = Plus rien à faire.
cli-policy-made = { $path } est créé. Complétez le nom, les domaines et les adresses de votre école, puis vérifiez avec : mailwijs policy check { $path }
cli-policy-good = { $path } : en ordre.
cli-policy-signed = La signature se trouve dans { $path }.
cli-policy-verified = { $path } : la signature est correcte.
cli-keys-made = { $path }.key et { $path }.pub sont créés. Gardez { $path }.key en lieu sûr ; placez { $path }.pub sur chaque ordinateur.
cli-key-password = Mot de passe de la clé :{" "}
cli-mailbox-password = Mot de passe de { $account } :{" "}
cli-mailbox-no-password = Il n’y a pas de mot de passe pour { $account }. Donnez-le avec --password-stdin, ou tapez-le dans un terminal.
cli-mailbox-sign-in = Ouvrez cette page dans votre navigateur et connectez-vous : { $url }
cli-mailbox-added = La boîte est configurée. Mailwijs la lit, et n’y change rien.
cli-mailbox-session = Aucun trousseau ne peut garder le mot de passe ({ $detail }), et Mailwijs ne le garde dans aucun fichier. Donnez-le à watch et scan avec --password-stdin, ou tapez-le.
cli-mailbox-no-keyring = Vous ne pouvez pas vous connecter ici par le navigateur : aucun trousseau ne peut retenir votre connexion ({ $detail }).
cli-mailbox-none = Aucune boîte n’est configurée. Faites-le avec : mailwijs mailbox add ADRESSE
cli-mailbox-removed = { $account } est oubliée, avec son mot de passe. Le courrier reste tel quel.
cli-mailbox-role = { $role ->
    [inbox] (boîte de réception)
    [drafts] (brouillons)
    [sent] (envoyés)
    [outbox] (boîte d’envoi)
    [trash] (corbeille)
    [junk] (indésirables)
    [archive] (archives)
    [templates] (modèles)
   *[other] {" "}
}
cli-mailbox-no-drafts = Il n’y a pas encore de dossier pour les brouillons. Il viendra avec votre premier brouillon ; Mailwijs l’attend.
doctor-mailbox = La boîte { $account } est configurée, avec le mot de passe dans le trousseau de cet ordinateur.
doctor-policy-file = Charte de { $school } : { $path }
doctor-policy-built-in = Aucune charte d’école n’est installée ; le modèle flamand intégré s’applique. Placez le fichier de votre école dans { $path }
doctor-class-list-none = Il n’y a pas de liste de classe. Avec une liste, Mailwijs reconnaît mieux les élèves : { $path }
doctor-class-list = { $count ->
    [one] Liste de classe avec 1 élève.
   *[other] Liste de classe avec { $count } élèves.
}
doctor-mail-client = { $name } trouvé ({ $path }), { $count ->
    [one] avec 1 expéditeur.
   *[other] avec { $count } expéditeurs.
}
doctor-history-keyring = L’historique est chiffré, avec sa clé dans le trousseau de cet ordinateur.
doctor-history-locked = L’historique est chiffré par une phrase secrète ; Mailwijs la demande au démarrage.
doctor-history-needs-choice = Cet ordinateur n’a pas de trousseau. Au démarrage, Mailwijs demande une phrase secrète, ou garde l’historique en mémoire seulement.
doctor-sentences = Le lecteur de phrases est installé : Mailwijs remarque aussi des phrases sans mot révélateur.
doctor-watch-enough = { $count } dossiers peuvent être surveillés.
doctor-watch-few = Seulement { $count } dossiers peuvent être surveillés (fs.inotify.max_user_watches). Si c’est trop peu, Mailwijs regarde toutes les quelques secondes.
policy-not-utf8 = Le fichier n’est pas un texte UTF-8. Enregistrez-le à nouveau en UTF-8.
