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
mailbox-no-secret = { $account }: the password is not in the keyring of this computer. Set the mailbox up again.
mailbox-no-keyring = { $account }: the keyring of this computer does not answer, so Mailwijs does not know the password.
mailbox-message-too-large = This message is too large to be fetched.
mailbox-signed-in-page = You are signed in. You may close this window.
mailbox-not-signed-in-page = Signing in did not work. Mailwijs says why.
mailbox-sign-in-declined = You said no on the sign-in page. Nothing was set up.
mailbox-sign-in-timed-out = Nobody signed in in time. Try again.
mailbox-sign-in-fleeting = The provider does not let Mailwijs stay signed in. Ask your ICT coordinator to check the scopes.
mailbox-sign-in-no-listener = Your browser's answer cannot be received ({ $detail }). Try again.
