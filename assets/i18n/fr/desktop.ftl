# The tray
tray-calm = Tout va bien
tray-paused = En pause
tray-pause = Pause
tray-pause-half-hour = 30 minutes
tray-pause-until-tomorrow = Jusqu'à demain
tray-resume = Reprendre
tray-check-text = Vérifier un texte…
tray-open = Ouvrir Mailwijs
tray-quit = Quitter
notification-show = Afficher

# The card
card-label = Remarque sur votre brouillon
card-resolved = C'est corrigé
card-close = Fermer
card-no-subject = (sans objet)
card-keep = Laisser ainsi
card-keep-fine = C'est bien ainsi
card-keep-fine-hint = Je n'en parlerai plus pour ce brouillon.
card-keep-not-right = Ce n'est pas exact
card-keep-not-right-hint = Désormais, je me tairai dans un cas pareil.
card-keep-later = Plus tard
card-keep-later-hint = J'y reviendrai dans un moment.
card-kept = Noté
card-undo = Annuler
card-why = Pourquoi ?
card-paragraph = § { $id } de nos règles
card-waiting = Encore { $count }
card-next = Afficher la carte suivante, encore { $count }
card-other-way = Ou
card-clipboard = Le texte reste une minute dans votre presse-papiers.

# The main window
nav-label = Pages
nav-today = Aujourd'hui
nav-check-text = Vérifier un texte
nav-my-mail = Mon courrier
language-label = Langue
loading-failed = Impossible de charger cette page.
retry = Réessayer

severity-info = Pour information
severity-warn = À regarder
severity-stop = À régler d'abord

today-title = Aujourd'hui
today-calm = Rien ne demande votre attention
today-calm-text = Mailwijs regarde vos brouillons et vous fait signe quand il le faut. Vous le trouvez dans la zone de notification.
today-open = { $count ->
    [one] 1 brouillon demande votre attention
   *[other] { $count } brouillons demandent votre attention
}
today-sent = Déjà envoyé
today-show = Afficher la carte de { $subject }
received-title = { $count ->
    [one] 1 message reçu à traiter
   *[other] { $count } messages reçus à traiter
}
received-from = { $subject }, de { $from }
received-handled = Traité
received-handled-label = Traité : { $subject }
today-counts = Aujourd'hui
today-checked = { $count ->
    [one] brouillon vérifié
   *[other] brouillons vérifiés
}
today-put-right = mis en ordre
today-paused-until = En pause jusqu'à { $time }
today-resume = Reprendre
today-problems = Votre aide est nécessaire
today-silenced = Ce que je ne signale plus
today-silenced-text = Vous avez dit que ce n'était pas exact. Depuis, je me tais dans un cas pareil.
today-silenced-since = depuis le { $date }
today-undo = Signaler à nouveau
today-undo-label = Signaler à nouveau : { $title }

first-title = Je n'ai trouvé aucun logiciel de messagerie sur cet ordinateur
first-text = Mailwijs lit les brouillons qu'un logiciel comme Thunderbird garde sur votre ordinateur. Vous écrivez dans le navigateur ? Ajoutez votre boîte mail sous Mon courrier.
first-demo = Essayer avec une boîte de démonstration
first-demo-text = Un enseignant fictif enregistre un brouillon toutes les quelques secondes. Les cartes apparaissent d'elles-mêmes.
demo-running = La démonstration est en cours
demo-running-text = Les messages sont fictifs. Regardez en bas à droite de votre écran.
demo-stop = Arrêter la démonstration

history-title = Historique
history-choice-text = Mailwijs retient ce qu'il a signalé et ce que vous en avez fait, jamais le message. Cet ordinateur n'a pas de trousseau pour le garder en sécurité. À vous de choisir.
history-locked-text = Votre historique est chiffré. Donnez votre phrase secrète pour l'ouvrir.
history-passphrase = Phrase secrète
history-passphrase-set = Conserver chiffré
history-passphrase-open = Ouvrir
history-passphrase-hint = Au moins 12 caractères. Si vous la perdez, l'historique est perdu.
history-memory = Ne rien conserver
history-memory-text = Mailwijs oublie alors tout quand il s'arrête.
history-state-keyring = Conservé chiffré sur cet ordinateur.
history-state-passphrase = Conservé chiffré avec votre phrase secrète.
history-state-memory = Non conservé : disparaît quand Mailwijs s'arrête.

mail-title = Mon courrier
mail-none = Aucun logiciel de messagerie trouvé.
mail-identities = Adresses d'envoi
mail-kind = Type d'adresse de { $email }
mail-corrected = Modifié par vous
mail-follow-policy = Selon les règles
mail-stores = Où je regarde
mail-folders = { $count ->
    [one] 1 dossier
   *[other] { $count } dossiers
}
mail-drafts = Brouillons dans { $names }
mail-no-drafts = Aucun dossier de brouillons trouvé
mail-last-event = Dernière activité : { $time }
mail-no-event = Encore rien vu
kind-school = Compte de l'école
kind-general = Adresse générale de l'école
kind-group = Adresse de groupe
kind-pupil = Élève
kind-private = Privé
kind-partner = Partenaire de l'école
kind-outside = Hors de l'école

policy-title = Règles de votre école
policy-version = Version { $version }
policy-source = D'après { $source }
policy-template-be = Modèle flamand
policy-template-nl = Modèle néerlandais
policy-choose = Choisir un fichier…
policy-use-template = Ou partir du
policy-problem = Le nouveau fichier n'est pas utilisé

quieter-offer = Vous avez laissé « { $title } » tel quel plusieurs fois déjà
quieter-offer-text = Voulez-vous que j’en parle moins fort ? Vous le verrez encore, mais plus discrètement.
quieter-yes = Oui, plus discrètement
quieter-no = Non, ne changez rien
record-title = Combien de fois je vous ai averti
record-text = Vous voyez ainsi ce que je vous apporte. Si un avertissement est le plus souvent à tort, je peux me faire plus discret.
record-shown = { $count ->
    [one] 1 avertissement
   *[other] { $count } avertissements
}
record-put-right = { $count } fois corrigé
record-kept = { $count } fois laissé ainsi
record-not-right = { $count } fois à tort
record-quieter = plus discret
quieter-make = Plus discret
quieter-make-label = Plus discret : { $title }
quieter-undo = Signaler à nouveau comme avant
quieter-undo-label = Signaler à nouveau comme avant : { $title }

erase-all = Tout effacer…
erase-sure = Ce que Mailwijs a retenu disparaît pour de bon : ce qu’il a signalé, vos choix et vos réglages. Vos messages restent tels quels.
erase-yes = Oui, tout effacer
erase-no = Annuler

text-title = Vérifier un texte
text-intro = Vous écrivez pour une messagerie, la plateforme de l’école ou les réseaux sociaux ? Collez votre texte ici, je le relis. Rien n’est conservé.
text-channel = Où sera-t-il publié ?
text-channel-mail = E-mail
text-channel-internal = Messages de l’école
text-channel-chat = Messagerie (WhatsApp, SMS…)
text-channel-social = Réseaux sociaux
text-channel-video = Cours ou réunion en ligne
text-label = Votre texte
text-check = Vérifier
text-clean = Rien à signaler
text-clean-text = Je n’ai rien trouvé qui n’ait pas sa place ici.
text-advice = À garder en tête

mailbox-title = Votre courrier dans le navigateur
mailbox-what = Vous écrivez vos mails sur un site web, comme Outlook ou Gmail ? Vos brouillons se trouvent alors sur le serveur de l'école. Mailwijs peut y regarder aussi. Il lit seulement, ne change rien et ne parle qu'à ce serveur.
mailbox-add = Ajouter une boîte mail
mailbox-again = Configurer à nouveau
mailbox-remove = Ne plus regarder
mailbox-remove-sure = Ne plus regarder et oublier le mot de passe ?
mailbox-remove-yes = Oui, oublier
mailbox-remove-no = Non
mailbox-cancel = Annuler
mailbox-email = Votre adresse e-mail
mailbox-unknown = Mailwijs ne connaît pas le serveur de cette adresse. Votre coordinateur TIC sait quoi remplir ici.
mailbox-host = Serveur
mailbox-security = Sécurité
mailbox-port = Port
mailbox-user = Nom d'utilisateur
mailbox-password = Mot de passe
mailbox-password-hint = Le mot de passe va dans le trousseau de cet ordinateur, nulle part ailleurs.
mailbox-browser-hint = Vous vous connectez sur la page habituelle de { $host }. Mailwijs ne voit pas votre mot de passe.
mailbox-next = Continuer
mailbox-connect = Se connecter
mailbox-sign-in = Se connecter dans le navigateur
mailbox-busy = Un instant…
mailbox-state-signing-in = Connectez-vous dans votre navigateur. Mailwijs attend que vous ayez fini.
mailbox-state-connecting = Connexion…
mailbox-state-no-drafts = Il n'y a pas encore de dossier de brouillons. Mailwijs le verra dès qu'il apparaît.
