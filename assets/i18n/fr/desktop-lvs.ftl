# The tray and the pages' names
tray-breach = J’ai envoyé quelque chose par erreur…
tray-lvs = Vers le suivi des élèves
nav-lvs = Vers le suivi
nav-breach = Envoyé par erreur

# Saving a PDF
save-receipt-name = attestation-{ $id }.pdf
save-clean-up-name = nettoyage.pdf
save-clean-up-year-name = nettoyage-{ $id }.pdf
save-report-name = signalement-{ $id }.pdf
save-done = Le PDF est enregistré.
save-failed = Le PDF n’a pas pu être enregistré à cet endroit. Choisissez un autre dossier.

# Received mail, on the page Today
received-show-all = Afficher les { $count }
received-unread = Un message du { $date }, que je recherche encore
received-unread-undated = Un message que je recherche encore
received-days = Il est ici depuis { $days } jours. C'est plus longtemps que ce que votre école a convenu.
received-show-more = En afficher plus
received-to-lvs = Vers le suivi
received-to-lvs-label = Vers le suivi des élèves : { $subject }

# To the tracking system: the list
move-title = Vers le système de suivi des élèves
move-intro = Les messages contenant des données sensibles passent ici, étape par étape, dans le système de suivi des élèves, puis quittent votre boîte mail. Mailwijs vérifie lui-même que chaque étape a réussi.
move-open-cases = { $count ->
    [one] 1 message en route
   *[other] { $count } messages en route
}
move-none = Rien en route
move-none-text = Quand un message contenant des données sensibles sur un élève arrive, vous le trouvez sous Aujourd’hui. Choisissez-y « Vers le suivi ». Dans Mon courrier, vous pouvez aussi parcourir les messages que vous avez déjà.
move-closed-cases = Terminés
move-closed = Terminé le { $date }
move-clean-up = Preuve de nettoyage (PDF)
move-clean-up-year = Quelle année scolaire ?
move-clean-up-all = Toutes les années scolaires
move-clean-up-hint = Un tableau de ce que vous avez nettoyé : quand, quel type de données et combien de copies. Rien du contenu des messages.
move-at-step = Étape { $number } sur 7 : { $name }
move-came-back = Une copie est revenue.
move-gone-subject = Un message déjà disparu
move-looking-subject = Je cherche encore le message
move-some-subject = Un message
move-since = commencé : { $time }
move-categories = De quoi il s’agit
move-reopened = Une copie de ce message est revenue. C’est pourquoi ceci est de nouveau ouvert.
move-ended = Vous n’y avez rien trouvé de sensible. Le message reste où il est.

# The checklist
move-steps = Les sept étapes
move-step-what = Regarder ce qu’il contient
move-step-into-lvs = Placer dans le système de suivi
move-step-filed = C’est dans le système
move-step-delete = Supprimer le message, partout
move-step-trash = Vider la corbeille
move-step-gone = Vraiment disparu
move-step-done = Terminé
move-state-done = fait
move-state-now = à faire maintenant
move-state-locked = pas encore
move-ticked = L’étape { $number } est faite : { $name }.
move-unticked = L’étape { $number } est de nouveau ouverte : { $name }.
move-next = Maintenant l’étape { $number } : { $name }.
move-locked-what = Encore un instant.
move-locked-into-lvs = Regardez d’abord s’il contient quelque chose de sensible.
move-locked-filed = Choisissez d’abord qui s’en charge.
move-locked-delete = { $count ->
    [0] Possible dès que vous dites que c’est dans le système.
    [one] J’ai déjà trouvé 1 message. À supprimer une fois que c’est dans le système.
   *[other] J’ai déjà trouvé { $count } messages. À supprimer une fois que c’est dans le système.
}
move-locked-trash = Supprimez d’abord les messages.
move-locked-gone = Videz d’abord la corbeille.
move-locked-done = Cela vient tout seul, quand tout a disparu.
move-looked = Dernière vérification : { $time }
move-not-looked = Pas encore vérifié partout
move-look = Vérifier maintenant
move-later = Me le rappeler
move-copy-button = Copier
move-copied = Copié
move-copy-label = Copier : { $what }

# Step 1
move-mail-text = Le message
move-show-mail = Afficher le message
move-mail-is-gone = Le message lui-même n’est plus dans votre boîte mail.
move-sensitive = Oui, c’est sensible
move-not-sensitive = Rien de sensible
move-not-sensitive-hint = Si vous choisissez « Rien de sensible », c’est terminé et le message reste.

# Step 2
move-who = Qui le place dans le système de suivi des élèves ?
move-myself = Je le fais moi-même
move-myself-hint = Je vous aide pour le texte et les fichiers.
move-colleague = Un collègue s’en charge
move-colleague-hint = Je prépare un message qui ne contient aucune donnée.
move-no-colleagues = Un collègue peut-il aussi s’en charger ? Votre coordinateur TIC peut inscrire ces noms dans les règles de l’école.
move-by-me = Vous l’avez fait vous-même.
move-by-colleague = Vous l’avez demandé à un collègue.
move-other-way = Choisir autrement
move-open = Ouvrez le système de suivi des élèves
move-open-system = Ouvrir : { $system }
move-open-yourself = Ouvrez-le comme d’habitude, et cherchez l’élève.
move-copy = Copiez ce qu’il vous faut
move-copy-hint = Ce que vous copiez reste une minute dans votre presse-papiers. Collez-le dans une nouvelle note chez l’élève.
move-piece-title = Titre
move-piece-date = Date
move-piece-category = Catégorie
move-piece-text = Texte
move-begin-again = Revenir à la proposition
move-tone = Les parents pourront lire ceci. Écrivez plutôt ce que vous avez vu ou entendu :
move-files = Avec le message lui-même
move-files-hint = Vous voulez garder le message en pièce jointe ? Mailwijs le place dans un dossier à part, en PDF et avec ses pièces jointes. Ce dossier disparaît tout seul.
move-files-make = Créer les fichiers
move-files-until = Glissez-les vers la zone de dépôt. Ils restent jusqu’à { $time }, ou jusqu’à ce que vous disiez que c’est dans le système.
move-files-open = Ouvrir le dossier
move-share = Sur le disque de l’école
move-share-hint = Placez tout de suite les mêmes fichiers sur le disque protégé de votre école.
move-share-put = Placer sur le disque de l’école
move-which-colleague = Quel collègue ?
move-message-hint = Votre logiciel de messagerie ouvre un message sans nom et sans données. Relisez-le et envoyez-le.
move-message = Préparer le message
move-asked = Le message pour votre collègue est prêt dans votre logiciel de messagerie.
move-asked-hint = Ne transférez pas le message lui-même. Montrez-le sur votre écran, ou téléphonez.
move-ask-again = Préparer un autre message

# Step 3
move-filed-question = Est-ce dans le système de suivi des élèves ?
move-filed-question-colleague = Votre collègue a-t-il confirmé que c’est dans le système ?
move-in-system = Oui, dans le système de suivi
move-in-share = Oui, sur le disque de l’école
move-in-colleague = Oui, mon collègue l’y a mis
move-in-elsewhere = Oui, ailleurs
move-filed-hint = Ensuite, vous pouvez supprimer le message. Les fichiers créés par Mailwijs sont alors effacés.
move-filed-system = Dans : { $system }. Vous l’avez dit : { $time }.
move-filed-share = Sur le disque de l’école. Vous l’avez dit : { $time }.
move-filed-colleague = Votre collègue l’y a mis. Vous l’avez dit : { $time }.
move-filed-elsewhere = Conservé ailleurs. Vous l’avez dit : { $time }.
move-not-filed = Finalement pas encore

# Step 4
move-delete-left = { $count ->
    [one] Supprimez ce message dans votre logiciel de messagerie. La ligne change toute seule.
   *[other] Supprimez ces { $count } messages dans votre logiciel de messagerie. Chaque ligne change toute seule.
}
move-delete-none = Je ne trouve plus de message à supprimer, mais je n’ai pas encore pu regarder partout.
move-kin-same = Le message lui-même
move-kin-conversation = De la même conversation
move-conversation-hint = Les réponses reprennent souvent le texte. Rien de sensible dedans ? Alors ce message peut rester.
move-copy-live = Encore là
move-copy-trash = Dans la corbeille
move-copy-bytes = Supprimé, mais encore dans le fichier du dossier
move-copy-gone = Disparu
move-copy-was = Un message disparu
move-copy-stays = Peut rester
move-may-stay = Peut rester
move-may-stay-label = Peut rester : { $subject }
move-show-copy = Afficher dans la messagerie
move-show-copy-label = Afficher dans la messagerie : { $subject }
move-deleted = { $count ->
    [0] Il ne restait rien.
    [one] 1 message supprimé.
   *[other] { $count } messages supprimés.
}
move-show-copies = Afficher la liste
move-unread = Je n’ai pas pu regarder ici. Ce qui s’y trouve, je ne le dis pas disparu :
move-said = Je n’ai pas pu regarder ici. Vous avez dit qu’aucune copie ne s’y trouve :
move-no-copy = Aucune copie ne s’y trouve
move-no-copy-label = Aucune copie ne s’y trouve : { $place }
move-no-copy-hint = Si un dossier ne s’ouvre jamais pour vous, vous seul savez si une copie peut s’y trouver. Ce que vous dites figure sur l’attestation.

# Step 5
move-trash-text = Un message supprimé se trouve d’abord dans la corbeille. Videz-la, ou supprimez-y seulement ces messages.
move-trash-how = Dans Thunderbird : clic droit sur Corbeille, puis « Vider la corbeille ». La coche vient toute seule.
move-trash-done = La corbeille est vide.
move-some-folder = Un dossier
move-mails = { $count ->
    [one] 1 message
   *[other] { $count } messages
}

# Step 6
move-gone-text = Vous ne voyez plus le message, mais il est encore dans le fichier de ce dossier, jusqu’à ce que vous compactiez le dossier.
move-gone-how = Dans Thunderbird : clic droit sur le dossier, puis « Compacter ». La coche vient toute seule.
move-gone-looking = Je vérifie qu’il n’en reste rien.
move-gone-done = Je n’en trouve plus rien sur cet ordinateur.
move-provider = Votre courrier se trouve aussi chez un fournisseur. Il peut en garder une copie de sauvegarde, le plus souvent quelques semaines. L’index de recherche de votre programme de messagerie peut lui aussi retenir les mots un moment. Je ne peux ni voir ni effacer tout cela.

# Step 7
move-done-title = Bravo, tout a disparu
move-done-text = { $count ->
    [0] Terminé : { $time }.
    [one] 1 copie a été supprimée. Terminé : { $time }.
   *[other] { $count } copies ont été supprimées. Terminé : { $time }.
}
move-receipt = Enregistrer l’attestation en PDF
move-receipt-hint = L’attestation dit quand, quel type de données et combien de copies. Rien du message.

# Today
today-cases = { $count ->
    [one] 1 message en route vers le système de suivi
   *[other] { $count } messages en route vers le système de suivi
}
today-breaches = { $count ->
    [one] 1 envoi par erreur à suivre
   *[other] { $count } envois par erreur à suivre
}

# Something was sent wrong: the list
wrong-title = J’ai envoyé quelque chose par erreur
wrong-intro = Cela arrive à tout le monde. Voyons ensemble ce qu’il vaut mieux faire, et qui doit le savoir. Personne ne voit ceci avant que vous ne le signaliez.
wrong-open = { $count ->
    [one] 1 en cours
   *[other] { $count } en cours
}
wrong-closed-ones = Clôturés
wrong-closed = Clôturé le { $date }
wrong-noticed = Remarqué : { $time }
wrong-which = Quel message était-ce ?
wrong-which-text = Voici ce que vous avez envoyé récemment :
wrong-to = { $others ->
    [0] à { $to }
    [one] à { $to } et 1 autre
   *[other] à { $to } et { $others } autres
}
wrong-warned = Mailwijs vous a averti pour ce message
wrong-more = Afficher plus
wrong-another = C’était autre chose
wrong-describe = Raconter ce qui s’est passé
wrong-offer = Vous avez envoyé « { $subject } », mais il restait un point ouvert
wrong-offer-text = Quelque chose s’est mal passé ? En réagissant vite, on peut souvent encore beaucoup arranger.
wrong-offer-yes = Oui, aidez-moi
wrong-offer-no = Non, tout va bien

# The clock
wrong-left-hour = Encore moins d’une heure
wrong-left-hours = { $hours ->
    [one] Encore 1 heure
   *[other] Encore { $hours } heures
}
wrong-left-days = Encore { $days } jours
wrong-left-days-hours = { $hours ->
    [one] Encore { $days } jours et 1 heure
   *[other] Encore { $days } jours et { $hours } heures
}
wrong-past = Les 72 heures sont passées
wrong-left-until = { $left }, jusqu’à { $time }
wrong-deadline = Jusqu’à { $time }
wrong-deadline-was = C’était jusqu’à { $time }
wrong-clock-text = Dans ce délai, votre école décide s’il faut le signaler à l’autorité de contrôle ({ $authority }). Vous devez seulement le dire à votre école, si possible aujourd’hui.
wrong-late-text = Dites-le quand même à votre école. Elle expliquera à l’autorité de contrôle ({ $authority }) pourquoi c’était plus tard.
wrong-reported = Signalé : { $time }
wrong-reported-text = Votre école est au courant, et décide s’il faut le signaler à l’autorité de contrôle ({ $authority }). Vous avez fait ce que vous deviez faire.

# What went wrong
wrong-kind = Que s’est-il passé ?
wrong-kind-wrong-person = C’est parti à la mauvaise personne
wrong-kind-visible-addresses = Tout le monde a vu les adresses des autres
wrong-kind-wrong-attachment = Il y avait une mauvaise pièce jointe ou un mauvais lien
wrong-kind-sensitive-data = Il contenait des données sensibles
wrong-kind-not-sure = Je ne sais pas exactement
wrong-kind-none = Pas encore dit ce qui s’est passé
wrong-kind-first = Choisissez ce qui convient le mieux. Vous pourrez encore changer.

# First aid
wrong-aid = Ce que vous pouvez faire maintenant
wrong-aid-hint = Commencez par le haut. Plus vite c’est fait, moins il y a de chances que quelqu’un le lise.
wrong-aid-text = Voir le texte
wrong-aid-prepare = Préparer le message
wrong-aid-again = Préparer à nouveau
wrong-aid-did = C’est fait
wrong-aid-done = Fait

# The questions
wrong-questions = Ce que votre école veut savoir
wrong-questions-hint = Remplissez ce que vous savez. Vous pouvez laisser des blancs. Tout est enregistré automatiquement.
wrong-what = Que s’est-il passé exactement ?
wrong-what-hint = Racontez-le sans noms et sans les données elles-mêmes.
wrong-happened = Quand ?
wrong-topics = Sur quoi portaient les données ?
wrong-topic-contact = noms et adresses
wrong-people = Sur combien de personnes ?
wrong-recipients = Combien de personnes l’ont reçu ?
wrong-unknown = je ne sais pas
wrong-system = Où cela s’est-il passé ?
wrong-choose = Choisir…
wrong-system-mail = Dans un message
wrong-system-cloud = Sur un disque partagé ou avec un lien
wrong-system-tracking-system = Dans le système de suivi des élèves
wrong-system-paper = Sur papier
wrong-system-device = Avec un ordinateur, un téléphone ou une clé
wrong-system-other = Ailleurs
wrong-encrypted = Était-ce chiffré ?
wrong-encrypted-hint = Par exemple un fichier qui ne s’ouvre qu’avec un mot de passe.
wrong-encrypted-yes = oui
wrong-encrypted-no = non
wrong-encrypted-unknown = je ne sais pas
wrong-measures = Qu’a-t-on déjà fait ?
wrong-measure-recalled = rappelé le message
wrong-measure-asked-to-delete = demandé d’effacer le message
wrong-measure-confirmed-deleted = ils ont confirmé que le message est effacé
wrong-measure-link-closed = fermé le lien
wrong-measure-password-changed = changé le mot de passe
wrong-kept = Enregistré

# The report
wrong-report = Votre signalement à l’école
wrong-contact = Il est destiné à { $name } ({ $email }).
wrong-no-contact = Les règles de votre école n’indiquent pas de point de contact. Donnez votre signalement à votre direction ou à votre coordinateur TIC.
wrong-missing = Ceci n’est pas encore rempli. Vous pouvez déjà signaler, et compléter plus tard :
wrong-missing-what = ce qui s’est passé
wrong-missing-happened = quand
wrong-missing-categories = sur quoi portaient les données
wrong-missing-people = sur combien de personnes
wrong-missing-system = où cela s’est passé
wrong-missing-encrypted = si c’était chiffré
wrong-missing-measures = ce qui a déjà été fait
wrong-preview = Votre signalement
wrong-open-mail = Ouvrir dans ma messagerie
wrong-save = Enregistrer en PDF
wrong-i-reported = Je l’ai signalé
wrong-next = Et maintenant ?
wrong-next-text = Votre école prend le relais. Elle peut vous poser une question, ou informer les personnes concernées. Autre chose à ajouter ? Complétez ci-dessus.
wrong-close = Clôturer
wrong-close-unreported = Pas besoin de signaler, clôturer
wrong-reopen = Rouvrir

# Searching the mail that is there already
scan-title = Parcourir votre boîte
scan-text = Mailwijs parcourt une fois les messages que vous avez déjà, à la recherche de données sur des élèves et de mots de passe qui n'ont plus rien à y faire. Cela se passe calmement en arrière-plan, et rien ne quitte votre ordinateur.
scan-period = Jusqu'où remonter
scan-period-school-year = Cette année scolaire
scan-period-two-school-years = Cette année scolaire et la précédente
scan-period-all = Tous les messages
scan-start = Parcourir
scan-again = Parcourir à nouveau
scan-running = Je parcours vos messages
scan-starting = Je regarde d'abord combien de messages il y a…
scan-progress = Où j'en suis
scan-counts = { $messages ->
    [one] { $messages } message lu
   *[other] { $messages } messages lus
}, { $found ->
    [0] encore rien trouvé
    [one] 1 trouvé
   *[other] { $found } trouvés
}
scan-counted = { $messages ->
    [one] { $messages } message lu
   *[other] { $messages } messages lus
}, { $found ->
    [0] rien trouvé
    [one] 1 trouvé
   *[other] { $found } trouvés
}
scan-unread = { $count ->
    [one] Je n'ai pas pu lire 1 message.
   *[other] Je n'ai pas pu lire { $count } messages.
}
scan-paused = Recherche en pause
scan-done = Parcourue le { $date }
scan-pause = Mettre en pause
scan-resume = Continuer
scan-cancel = Arrêter
scan-show = Voir ce que j'ai trouvé
scan-trouble = Ceci n'a pas encore été parcouru
