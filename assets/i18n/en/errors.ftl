error-policy-unreadable = The policy file { $path } cannot be opened: { $detail }. Check the path and whether you may read it.
error-policy-invalid =
    The policy file { $path } has mistakes. Correct them and try again:
    { $detail }
error-policy-signature = The policy file { $path } is not accepted: { $detail }. This computer accepts only policies signed with your school's key. Ask your ICT coordinator for a signed file.
error-class-list-unreadable = The class list { $path } cannot be opened: { $detail }. Check the path.
error-class-list-invalid = The class list { $path } cannot be used: { $detail }. It must be a CSV file with a header: given_name,family_name,class.
error-path-missing = { $path } does not exist. Check the spelling of the path.
error-path-denied = You may not read { $path }. Ask for read access, or use the account that owns the mail.
error-path-not-mail = There is no mail in { $path }. It must be a message (.eml, .emlx, .msg), an mbox file or a folder with mail in it.
error-path-unreadable = { $path } cannot be opened: { $detail }. Check the path and whether you may read it.
error-input-unreadable = Standard input cannot be read: { $detail }.
error-no-stores = No mail client was found on this computer. Name a folder yourself, for example: mailwijs watch ~/Mail/Drafts
error-watch-failed = { $path } cannot be watched: { $detail }.
error-history-unavailable = The history cannot be opened: { $detail }. Nothing was erased.
error-history-locked = The history is encrypted with a passphrase, which only the app asks for. Open Mailwijs to see your cases.
error-wrong-passphrase = This passphrase does not open the history. Try again.
error-draft-gone = This draft is not there any more. Perhaps you sent it or threw it away already.
error-no-school-account = No school account was found in your mail client. Add it there, or say in My mail which address belongs to school.
error-demo-failed = The demo mailbox could not be made in { $path }: { $detail }.
error-unknown-action = That cannot be done here: { $detail }.
error-mailboxes-unreadable = The list of your mailboxes, { $path }, cannot be opened: { $detail }. Check that you may read the file.
error-mailboxes-invalid = The list of your mailboxes, { $path }, is wrong: { $detail }. Mend that, or remove the file and set up your mailboxes again.
error-mailboxes-newer = The list of your mailboxes, { $path }, was written by a newer Mailwijs (format { $detail }). Update Mailwijs.
error-unknown-mailbox = The mailbox { $path } is not set up here. Set it up with: mailwijs mailbox add ADDRESS
error-not-an-address = This is not an e-mail address. Write it like an.peeters@school.example.
error-unknown-server = On which server is the mail of { $detail }? Name it in your school's policy, or give it with --host. Your ICT coordinator knows.
error-no-client-id = Signing in at { $detail ->
    [microsoft] Microsoft
   *[google] Google
} needs a client_id for it in your school's policy. Ask your ICT coordinator.
error-authority-unreadable = The certificate { $path } cannot be opened: { $detail }. Check the path and that you may read it.
error-authority-invalid = { $path } holds no certificate. It takes the certificate of your school's authority, as PEM (-----BEGIN CERTIFICATE-----).
error-secret-left = The keyring of this computer does not answer ({ $detail }). The password of your mailbox may still be in it: remove ‘nl.mailwijs.desktop’ there.
error-write-failed = { $path } cannot be written: { $detail }.
error-stopped = Mailwijs is closing. Start it again.
error-no-message = This is no mail message: the file is empty or holds something else.
error-mail-gone = This mail is in no folder on this computer any more.
error-export-failed = The files could not be made. Is there room left on the disk? { $detail }
error-share-failed = The mail is not on the school's share. { $detail }
