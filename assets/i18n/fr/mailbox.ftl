### Boîtes mail sur un serveur : ce qui peut clocher, et que faire. Les enseignants lisent aussi ces textes.

mailbox-unreachable = Le serveur de { $account } est injoignable ({ $detail }). Mailwijs réessaie de lui-même.
mailbox-unreachable-once = Le serveur de { $account } est injoignable ({ $detail }). Vérifiez votre connexion, ainsi que le nom et le port du serveur.
mailbox-unsafe = La connexion avec { $account } n’est pas sûre ({ $detail }). Rien n’a été envoyé. Vérifiez le nom du serveur, ou demandez à votre coordinateur TIC.
mailbox-refused = { $account } : le serveur n’accepte pas le nom ou le mot de passe. Réessayez.
mailbox-sign-in-needed = { $account } : vous êtes déconnecté. Connectez-vous à nouveau.
mailbox-not-offered = { $account } : ce serveur ne permet pas cette connexion. Demandez à votre coordinateur TIC si Mailwijs peut lire votre boîte.
mailbox-lost = La connexion avec { $account } a été coupée. Mailwijs la rétablit de lui-même.
mailbox-lost-once = La connexion avec { $account } a été coupée. Réessayez.
mailbox-nonsense = Le serveur de { $account } donne une réponse que Mailwijs ne comprend pas ({ $detail }). Vérifiez que c’est le bon serveur.
mailbox-denied = Le serveur de { $account } refuse une demande de Mailwijs ({ $detail }). Demandez à votre coordinateur TIC.
mailbox-erased = Entre-temps, tout a été effacé. Cette boîte mail n’est pas configurée.
mailbox-no-secret = { $account } : le mot de passe n’est pas dans le trousseau de cet ordinateur. Configurez à nouveau la boîte.
mailbox-no-keyring = { $account } : le trousseau de cet ordinateur ne répond pas, donc Mailwijs ne connaît pas le mot de passe.
mailbox-message-too-large = Ce message est trop grand pour être transféré.
mailbox-signed-in-page = Vous êtes connecté. Vous pouvez fermer cette fenêtre.
mailbox-not-signed-in-page = La connexion a échoué. Mailwijs dit pourquoi.
mailbox-sign-in-declined = Vous avez refusé sur la page de connexion. Rien n’a été configuré.
mailbox-sign-in-timed-out = Personne ne s’est connecté à temps. Réessayez.
mailbox-sign-in-fleeting = Le fournisseur ne laisse pas Mailwijs rester connecté. Demandez à votre coordinateur TIC de vérifier les autorisations (scopes).
mailbox-sign-in-no-listener = La réponse de votre navigateur ne peut pas être reçue ({ $detail }). Réessayez.
mailbox-detail = { $kind ->
    [no-such-server-or-no-network] ce nom est introuvable, ou il n’y a pas de réseau
    [no-answer] il ne répond pas
    [timed-out] il ne répond pas
    [connection-refused] personne ne répond sur ce port
    [connection-reset] la connexion a été coupée
    [network-unreachable] il n’y a pas de réseau
    [network-down] il n’y a pas de réseau
    [host-unreachable] aucun chemin n’y mène
    [the-provider-is-out-of-order] le fournisseur est en panne
    [no-TLS] elle n’est pas chiffrée
    [it-does-not-offer-encryption] le serveur n’offre pas de chiffrement
    [its-name-is-no-name-of-a-server] ce n’est pas le nom d’un serveur
    [it-asks-for-no-login] le serveur ne demande pas qui vous êtes
    [the-certificate-has-expired] le certificat a expiré
    [the-certificate-is-not-valid-yet-is-the-clock-right] le certificat n’est pas encore valable ; l’horloge est-elle à l’heure ?
    [the-certificate-is-for-another-server] le certificat est celui d’un autre serveur
    [nobody-known-vouches-for-the-certificate] personne de connu ne garantit le certificat
    [the-certificate-was-withdrawn] le certificat a été retiré
    [the-certificate-is-no-good] le certificat n’est pas bon
   *[other] { $detail }
}
scan-mailbox-failed = Je n'ai pas pu tout lire de { $name } : { $why }
scan-mailbox-closed = { $name } n'a pas été parcourue : je ne peux pas ouvrir cette boîte pour l'instant. Voyez ci-dessous ce qui ne va pas, puis recommencez.
scan-broken = Un problème est survenu pendant la recherche. Choisissez Continuer pour réessayer.
