### Mailboxes on a server: what can be wrong, and what to do. Teachers read these texts too.

mailbox-unreachable = The server of { $account } cannot be reached ({ $detail }). Mailwijs tries again by itself.
mailbox-unreachable-once = The server of { $account } cannot be reached ({ $detail }). Check that you are connected, and the name and port of the server.
mailbox-unsafe = The connection with { $account } is not safe ({ $detail }). Nothing was sent. Check the server's name, or ask your ICT coordinator.
mailbox-refused = { $account }: the server does not accept the name or the password. Try again.
mailbox-sign-in-needed = { $account }: you are signed out. Sign in again.
mailbox-not-offered = { $account }: this server does not let you sign in this way. Ask your ICT coordinator whether Mailwijs may read your mailbox.
mailbox-lost = The connection with { $account } was lost. Mailwijs makes it again by itself.
mailbox-lost-once = The connection with { $account } was lost. Try again.
mailbox-nonsense = The server of { $account } gives an answer that Mailwijs does not understand ({ $detail }). Check that it is the right server.
mailbox-denied = The server of { $account } refuses a question of Mailwijs ({ $detail }). Ask your ICT coordinator.
mailbox-erased = Meanwhile everything was erased. This mailbox is not set up.
mailbox-no-secret = { $account }: the password is not in the keyring of this computer. Set the mailbox up again.
mailbox-no-keyring = { $account }: the keyring of this computer does not answer, so Mailwijs does not know the password.
mailbox-message-too-large = This message is too large to be fetched.
mailbox-signed-in-page = You are signed in. You may close this window.
mailbox-not-signed-in-page = Signing in did not work. Mailwijs says why.
mailbox-sign-in-declined = You said no on the sign-in page. Nothing was set up.
mailbox-sign-in-timed-out = Nobody signed in in time. Try again.
mailbox-sign-in-fleeting = The provider does not let Mailwijs stay signed in. Ask your ICT coordinator to check the scopes.
mailbox-sign-in-no-listener = Your browser's answer cannot be received ({ $detail }). Try again.
mailbox-detail = { $kind ->
    [no-such-server-or-no-network] that name is not found, or there is no network
    [no-answer] there is no answer
    [timed-out] there is no answer
    [connection-refused] nobody answers on this port
    [connection-reset] the connection was broken off
    [network-unreachable] there is no network
    [network-down] there is no network
    [host-unreachable] there is no way to it
    [the-provider-is-out-of-order] the provider is out of order
    [no-TLS] it is not encrypted
    [it-does-not-offer-encryption] the server offers no encryption
    [its-name-is-no-name-of-a-server] this is not the name of a server
    [it-asks-for-no-login] the server does not ask who you are
    [the-certificate-has-expired] the certificate has expired
    [the-certificate-is-not-valid-yet-is-the-clock-right] the certificate is not valid yet; is the clock right?
    [the-certificate-is-for-another-server] the certificate is for another server
    [nobody-known-vouches-for-the-certificate] nobody known vouches for the certificate
    [the-certificate-was-withdrawn] the certificate was withdrawn
    [the-certificate-is-no-good] the certificate is no good
   *[other] { $detail }
}
scan-mailbox-failed = I could not read all of { $name }: { $why }
scan-mailbox-closed = { $name } was not searched: I cannot open that mailbox now. See below what is wrong, then search again.
scan-broken = Something went wrong while searching. Choose Go on to try again.
