# Received mail on its way into the tracking system, and what was sent wrong.
date-long = { $day } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
date-time = { $date } à { $time }

outcome-letter = Un message est prêt dans votre logiciel de messagerie. Relisez-le, puis envoyez-le.
outcome-letter-paste = Un message est prêt dans votre logiciel de messagerie. Le texte est dans votre presse-papiers : collez-le.
outcome-letter-copied = Le texte est dans votre presse-papiers. Collez-le dans un nouveau message.

case-copied = C'est dans votre presse-papiers, pour une minute.
case-no-url = La charte de votre école ne donne pas d'adresse web. Ouvrez { $system } comme d'habitude. Votre coordinateur TIC peut ajouter l'adresse à la charte : Mailwijs l'ouvrira alors pour vous.
case-no-url-per-school = La charte de votre école ne donne pas d'adresse web. Ouvrez { $system } comme d'habitude. L'adresse ressemble à { $page }. Votre coordinateur TIC peut ajouter celle de votre école à la charte : Mailwijs l'ouvrira alors pour vous.
case-no-url-shared = La charte de votre école ne donne pas d'adresse web. Ouvrez { $system } comme d'habitude, ou allez sur { $page }. Votre coordinateur TIC peut ajouter cette adresse à la charte : Mailwijs l'ouvrira alors pour vous.
case-later = D'accord, j'y reviens le prochain jour d'école.
case-find-yourself = Cherchez le message dans votre logiciel de messagerie, dans le dossier { $folder }.
case-exported = Les fichiers sont prêts. Glissez-les vers { $system }. Ils disparaissent après une heure, ou dès que vous dites que c'est fait.
case-shared = Déposé dans le dossier de l'école : { $names }.
case-share-password = Indiquez votre nom et votre mot de passe pour le dossier de l'école. Ils vont dans le trousseau de cet ordinateur.
case-reminder = { $count ->
    [one] Un message attend encore d'être mis dans { $system }.
   *[other] { $count } messages attendent encore d'être mis dans { $system }.
}
retention-reminder = { $count ->
    [one] Un message avec des données sensibles est dans votre boîte depuis { $days } jours ou plus.
   *[other] { $count } messages avec des données sensibles sont dans votre boîte depuis { $days } jours ou plus.
}
case-colleague-subject = Quelque chose pour { $system }
case-colleague-text =
    Bonjour { $name }

    J'ai reçu un message avec des données qui ont leur place dans { $system }. Je ne les transfère pas, exprès. Peux-tu m'aider à les y mettre ? Dis-moi quand cela te convient.

    Bien à toi

note-title = Message reçu le { $date }
note-text = Le { $date }, j'ai reçu un message de { $from } ({ $category }). Le message est en annexe.
note-advice-behaviour = C'est un jugement. Écrivez ce que vous avez vu ou entendu.
note-advice-always = Écrivez quand et combien de fois : les dates en disent plus.
note-advice-guess = C'est une supposition. Enlevez-la, ou écrivez de qui elle vient.
note-advice-home = Cela juge la famille. Écrivez seulement ce dont l'élève a besoin.
note-advice-label = Un élève n'est pas un diagnostic. Écrivez « a … selon … ».

breach-contact = le point de contact de votre école
breach-kind-wrong-person = Envoyé à la mauvaise personne
breach-kind-visible-addresses = Les gens ont vu les adresses des autres
breach-kind-wrong-attachment = Une mauvaise pièce jointe ou un lien trop ouvert
breach-kind-sensitive-data = Des données sensibles dans un message
breach-kind-not-sure = Pas encore sûr
breach-reminder = { $hours ->
    [0] Vous avez noté une fuite possible. Les 72 heures sont passées : signalez-la aujourd'hui.
    [one] Vous avez noté une fuite possible. Il reste 1 heure pour la signaler.
   *[other] Vous avez noté une fuite possible. Il reste { $hours } heures pour la signaler.
}

aid-ask-to-delete = Demandez à ceux qui l'ont reçu de supprimer le message, aussi de la corbeille, et de vous le confirmer.
aid-ask-not-to-use = Demandez à tous, en Cci, de ne pas utiliser les adresses et de ne pas répondre à tous.
aid-close-link = Fermez le lien, ou retirez ceux qui ne peuvent pas l'ouvrir.
aid-change-password = Y avait-il un mot de passe ? Changez-le maintenant.
aid-send-again = Renvoyez le message, seulement aux bonnes personnes.
aid-into-lvs = Mettez ce qu'il contenait dans { $system }, pas dans un nouveau message.
aid-keep-mail = Ne jetez pas encore votre propre message : { $contact } peut le demander.
aid-ask-contact = Demandez à { $contact }. Un doute suffit.
aid-subject = Question sur mon message précédent
aid-question-subject = Question sur un message que j'ai envoyé
aid-text-ask-to-delete =
    Bonjour

    Je vous ai envoyé un message qui ne vous était pas destiné. Voulez-vous le supprimer sans le lire, aussi de votre corbeille, et me dire quand c'est fait ?

    Toutes mes excuses, et merci.
aid-text-ask-not-to-use =
    Bonjour

    Dans mon message précédent, vos adresses étaient visibles pour tous. Ce n'était pas voulu, toutes mes excuses. Voulez-vous supprimer ce message, ne pas utiliser les adresses et ne pas répondre à tous ?

    Merci beaucoup.
aid-text-ask-contact =
    Bonjour

    J'ai envoyé un message et je ne suis pas certain que c'était correct. Pouvons-nous en parler ? Je ne joins pas le contenu.

    Bien à vous

report-subject = Signalement d'une fuite de données possible
report-title = Signalement d'une fuite de données possible
report-intro = Je signale une fuite de données possible. Les données elles-mêmes ne sont pas dans ce message.
report-outro = L'école décide si elle la notifie à l'autorité ({ $authority }). Appelez-moi pour en savoir plus.
report-line = { $question } : { $answer }
report-unknown = pas encore connu
report-who = Qui signale
report-noticed = Constaté
report-happened = Arrivé
report-what = Ce qui s'est passé
report-topics = De quelles données s'agit-il
report-contact-data = noms et adresses
report-people = Nombre de personnes concernées
report-recipients = Nombre de personnes qui les ont reçues
report-place = Où
report-place-mail = un message
report-place-cloud = un dossier ou un lien partagé
report-place-tracking-system = le système de suivi des élèves
report-place-paper = sur papier
report-place-device = un ordinateur, un téléphone ou une clé
report-place-other = autre chose
report-encrypted = Chiffré
report-encrypted-yes = oui
report-encrypted-no = non
report-encrypted-unknown = inconnu
report-measures = Ce qui a déjà été fait
report-measure-recalled = message rappelé
report-measure-asked-to-delete = suppression demandée
report-measure-confirmed-deleted = suppression confirmée
report-measure-link-closed = lien fermé
report-measure-password-changed = mot de passe changé
report-deadline = Les 72 heures courent jusqu'au

receipt-title = Attestation de nettoyage
receipt-intro = Ce message n'avait pas sa place dans une boîte mail. Il est maintenant là où il doit être, et Mailwijs a vu disparaître chaque copie sur cet ordinateur. Rien de son contenu ne figure ici.
receipt-open = Ce message n'a pas encore disparu partout. Voici où l'on en est.
receipt-opened = Commencé
receipt-category = Type de données
receipt-filed = Transféré
receipt-filed-system = dans { $system }, le { $when }
receipt-filed-share = dans le dossier de l'école, le { $when }
receipt-filed-colleague = par un collègue autorisé, le { $when }
receipt-filed-elsewhere = à un autre endroit, le { $when }
receipt-not-filed = pas encore
receipt-copies = Copies supprimées
receipt-left = Encore présentes
receipt-done = Tout a disparu
receipt-said = Non vérifié
receipt-said-no-copy = { $count ->
    [one] Un endroit ne s'ouvre pas. Le { $when }, l'enseignant a dit qu'aucune copie ne s'y trouve.
   *[other] { $count } endroits ne s'ouvrent pas. L'enseignant a dit qu'aucune copie ne s'y trouve, la dernière fois le { $when }.
}
receipt-honest = Ce qu'un fournisseur garde lui-même, par exemple dans une sauvegarde, et ce que l'index de recherche d'un programme de messagerie retient encore un moment, Mailwijs ne peut pas le voir.

# The proof of cleaning up
clean-up-title = Preuve de nettoyage
clean-up-intro = Ces messages contenant des données sensibles n'avaient pas leur place dans une boîte mail. Leurs données sont maintenant là où elles doivent être, et Mailwijs a vu disparaître chaque copie sur cet ordinateur. Rien du contenu ne figure ici : ni nom, ni objet, ni dossier.
clean-up-period = Période
clean-up-year = Année scolaire { $year }, du { $first } au { $last }
clean-up-all = Du { $first } au { $last }
clean-up-mails = Messages nettoyés
clean-up-number = N°
clean-up-copies = Copies
clean-up-share = dossier de l'école
clean-up-colleague = collègue habilité
clean-up-elsewhere = autre endroit
clean-up-said = { $count ->
    [one] * Pour ce message, Mailwijs n'a pas pu regarder partout. L'enseignant a dit qu'il n'y avait pas de copie à cet endroit.
   *[other] * Pour ces { $count } messages, Mailwijs n'a pas pu regarder partout. L'enseignant a dit qu'il n'y avait pas de copie à cet endroit.
}

paper-page = Page { $page } sur { $pages }
paper-unshown = { $count ->
    [one] Un caractère n'a pas pu être imprimé.
   *[other] { $count } caractères n'ont pas pu être imprimés.
}
paper-cut = Le texte est plus long que ce qui est imprimé ici.
paper-from = De
paper-to = À
paper-cc = Cc
paper-bcc = Cci
paper-date = Date
paper-subject = Objet
paper-attachments = Pièces jointes
paper-no-subject = (sans objet)
paper-no-name = (sans nom)
paper-more = et { $count } de plus
paper-footer = Fait avec Mailwijs
paper-kilobytes = { $count } ko
paper-megabytes = { $count } Mo
export-unnamed = annexe
export-folder = Message { $date }
share-address = L'adresse du dossier de l'école n'est pas sûre. Prévenez votre coordinateur TIC.
share-refused = Le nom ou le mot de passe n'est pas correct. Certaines écoles utilisent un mot de passe d'application.
share-unreachable = Le serveur est injoignable. Vérifiez votre connexion et réessayez.
share-unsafe = La connexion n'est pas sûre ; rien n'a été envoyé. Prévenez votre coordinateur TIC.
share-not-offered = On ne peut pas s'y connecter avec un mot de passe. Demandez un mot de passe d'application à votre coordinateur TIC.
share-forbidden = Vous ne pouvez pas écrire dans ce dossier. Demandez à votre coordinateur TIC.
share-no-folder = Le dossier n'existe pas sur le serveur. Prévenez votre coordinateur TIC.
share-full = Il n'y a plus de place sur le serveur. Prévenez votre coordinateur TIC.
share-too-large = Le message est trop grand pour le serveur. Déposez-y les fichiers vous-même.
share-later = Le serveur est occupé ou hors service. Réessayez plus tard.
share-incomplete = Le serveur n'a pas tout gardé : ne supprimez rien encore. Prévenez votre coordinateur TIC.
share-crowded = Il y a trop de dossiers de ce nom. Rangez d'abord le dossier de l'école.
share-nonsense = Le serveur répond de façon incompréhensible. Prévenez votre coordinateur TIC.
share-left = Une partie peut déjà s'y trouver : vérifiez dans le dossier de l'école.
case-looking = Mailwijs regarde encore partout.
case-not-looked = La boîte de { $name } est injoignable. Ce qui s'y trouve ne compte pas comme supprimé.
case-stumbled = Quelque chose s'est mal passé en regardant votre courrier sur cet ordinateur. Mailwijs regardera de nouveau bientôt.
case-stumbled-mailbox = Quelque chose s'est mal passé en regardant dans la boîte de { $name }. Mailwijs regardera de nouveau bientôt.
case-closed = { $name } : ce dossier ne s'ouvre pas pour vous.
case-too-large = { $name } : trop grand pour être lu.
case-being-written = { $name } : on y écrit encore.
case-unreadable = { $name } : illisible.
breach-remark = Ceci n'a pas sa place dans un signalement et n'est pas conservé : { $what }
