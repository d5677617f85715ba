cli-nothing-found = nothing found
cli-no-clients = No mail client was found on this computer.
cli-watching = Watching: { $name }
cli-ready = Ready. Every draft saved from now on is checked. Stop: Ctrl-C.
cli-resolved = put right: { $name }
cli-sent = sent
cli-received = received in { $name }
cli-gone-left = gone from { $name }, still in { $left }
cli-gone-bytes = gone from { $name }; the text is still in a folder’s file
cli-gone = gone from { $name }, nothing of it is left
cli-discarded = draft thrown away
cli-since-not-a-date = --since takes a date such as 2026-09-01.
cli-scan-interrupted = interrupted. Go on with `mailwijs scan --resume`, with the same options and folders.
cli-scan-interrupted-for-good = interrupted. Where it stopped could not be kept: the next scan begins anew.
cli-scan-resumed = goes on where the last scan stopped: { $messages ->
    [one] 1 message was
   *[other] { $messages } messages were
} checked already.
cli-scan-nothing-to-resume = no scan was interrupted; this one begins at the beginning.
cli-scan-other-rules = since the interrupted scan the policy, the class list, the options or the program changed; everything is checked again.
cli-scan-summary = { $messages ->
    [one] 1 message checked
   *[other] { $messages } messages checked
}, { $found ->
    [0] nothing found.
    [one] something found in 1.
   *[other] something found in { $found }.
}
cli-cases-none = No cases yet. They begin in Mailwijs, with a received mail that holds sensitive data.
cli-cases-none-open = No case is open.
cli-cases-unknown = There is no case { $case }. List them all with: mailwijs cases --all
cli-cases-newer = { $count ->
    [one] 1 case is left out: a newer version of Mailwijs wrote it. Update this program.
   *[other] { $count } cases are left out: a newer version of Mailwijs wrote them. Update this program.
}
cli-case-since = begun on { $date }
cli-case-closed = done on { $date }
cli-case-not-sensitive = nothing sensitive, closed on { $date }
cli-case-copies = Copies:
cli-case-unread = Mailwijs could not look here. What is there does not count as gone:
cli-case-said = you said that no copy is there
cli-case-somewhere = where Mailwijs does not look now
cli-case-next = Case { $case }: { $next }
cli-next-what = See in Mailwijs what is in it, and choose who puts it in { $system }.
cli-next-into-lvs = Put it in { $system }; Mailwijs helps with the text and the files.
cli-next-filed = Is it in { $system }? Then say so in Mailwijs.
cli-next-delete = { $count ->
    [one] Delete the mail in your mail program: { $places }.
   *[other] Delete { $count } copies in your mail program: { $places }.
}
cli-next-look = No copies are to be seen any more, but Mailwijs could not look everywhere yet.
cli-next-trash = Empty the trash: { $places }.
cli-next-gone = Compact the folder, since the text is still in its file: { $places }.
cli-next-done = Nothing left to do.
cli-policy-made = { $path } is made. Fill in your school's name, domains and addresses, and check it with: mailwijs policy check { $path }
cli-policy-good = { $path }: in order.
cli-policy-signed = The signature is in { $path }.
cli-policy-verified = { $path }: the signature is right.
cli-keys-made = { $path }.key and { $path }.pub are made. Keep { $path }.key safe; put { $path }.pub on every computer.
cli-key-password = Password of the key:{" "}
cli-mailbox-password = Password of { $account }:{" "}
cli-mailbox-no-password = There is no password for { $account }. Give it with --password-stdin, or type it in a terminal.
cli-mailbox-sign-in = Open this page in your browser and sign in: { $url }
cli-mailbox-added = The mailbox is set up. Mailwijs reads it, and changes nothing in it.
cli-mailbox-session = There is no keyring to keep the password ({ $detail }), and Mailwijs keeps it in no file. Give it to watch and scan with --password-stdin, or type it.
cli-mailbox-no-keyring = You cannot sign in in the browser here: there is no keyring to remember that you are signed in ({ $detail }).
cli-mailbox-none = No mailbox is set up. Do so with: mailwijs mailbox add ADDRESS
cli-mailbox-removed = { $account } is forgotten, with its password. The mail stays as it is.
cli-mailbox-role = { $role ->
    [inbox] (inbox)
    [drafts] (drafts)
    [sent] (sent)
    [outbox] (outbox)
    [trash] (trash)
    [junk] (junk)
    [archive] (archive)
    [templates] (templates)
   *[other] {" "}
}
cli-mailbox-no-drafts = There is no folder for drafts yet. It comes with your first draft; Mailwijs looks out for it.
doctor-mailbox = The mailbox { $account } is set up, with its password in the keyring of this computer.
doctor-policy-file = Policy of { $school }: { $path }
doctor-policy-built-in = No school policy is installed; the built-in Flemish template holds. Put your school's file in { $path }
doctor-class-list-none = There is no class list. With one, Mailwijs recognises pupils better: { $path }
doctor-class-list = { $count ->
    [one] Class list with 1 pupil.
   *[other] Class list with { $count } pupils.
}
doctor-mail-client = { $name } found ({ $path }), { $count ->
    [one] with 1 sender.
   *[other] with { $count } senders.
}
doctor-history-keyring = The history is kept encrypted, with its key in this computer's keyring.
doctor-history-locked = The history is encrypted with a passphrase; Mailwijs asks for it when it starts.
doctor-history-needs-choice = This computer has no keyring. When it starts, Mailwijs asks for a passphrase, or keeps the history in memory only.
doctor-sentences = The sentence reader is installed: Mailwijs also notices sentences without a telling word.
doctor-watch-enough = { $count } folders can be watched.
doctor-watch-few = Only { $count } folders can be watched (fs.inotify.max_user_watches). If that is too few, Mailwijs looks every few seconds.
policy-not-utf8 = The file is no UTF-8 text. Save it again as UTF-8.
