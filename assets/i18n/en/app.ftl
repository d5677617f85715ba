nudge-resolved = All good. Thank you!
nudge-kept-fine = All right, I leave this draft as it is
nudge-kept-not-right = Thank you, in such a case I stay silent from now on
nudge-kept-later = All right, I will come back to it
place-and = { $others } and { $last }
place-attachment = in an attachment
outcome-handed-over = A corrected mail is ready in your mail client. Check it and send that one. You can throw the old draft away.
outcome-lvs = { $system } is opening. The text is on your clipboard: paste it there, and take it out of your mail. After a minute the clipboard is emptied.
outcome-lvs-no-url = The text is on your clipboard. Open { $system } the way you usually do, paste it there, and take it out of your mail. After a minute the clipboard is emptied.
outcome-clipboard = The addresses are on your clipboard. Paste them into BCC and remove them from To and CC.
outcome-remove-text = Take the marked words out of your mail and save it again. The card turns green by itself.
fix-remove-named = Leave out { $who }
outcome-remove-recipient = Take { $addresses } out of To or Cc, and save your mail again. The card turns green by itself.
outcome-separate-mails = Write a separate mail to each family. Remove here who need not know, and save again.
outcome-paused = Mailwijs is quiet for a while.
outcome-policy = The policy of { $school } holds from now on.
outcome-mailbox-added = Mailwijs now looks in this mailbox too.
outcome-mailbox-added-for-now = Mailwijs now looks in this mailbox too. The keyring of this computer does not answer: after a restart Mailwijs will ask for your password again.
outcome-mailbox-signing-in = Your browser opens. Sign in there.
problem-policy = The policy could not be loaded. The previous one stays in force. { $detail }
problem-class-list = { $detail }
problem-store = { $path }: { $detail }
built-in-policy-be = the Flemish template
built-in-policy-nl = the Dutch template
tracking-system = The student tracking system
history-no-keyring = This computer's keyring does not answer. Choose a passphrase, or keep the history in memory only.
history-key-missing = The key of your history is no longer in the keyring. Nothing was erased. Choose a passphrase for a new history, or keep it in memory.
history-empty-passphrase = Enter a passphrase.
history-damaged = The file of your history is damaged or belongs to another program. Nothing was erased. Mailwijs now remembers in memory only.
history-too-new = Your history comes from a newer version of Mailwijs. Update Mailwijs. Nothing was erased.
history-busy = Another program is using your history. Close it and start Mailwijs again.
history-folder = The folder of your history cannot be reached. Check whether the disk has room and whether you may write there.
history-failed = The history does not work right now. Mailwijs remembers in memory only.
outcome-lost-attachments = { $count ->
    [one] Add the attachment again.
   *[other] Add the { $count } attachments again.
}
outcome-lost-formatting = The formatting did not come along.
outcome-lost-sender = Choose your school account in the From field yourself.
other-stores = Other folders
replacement = (see { $system })
outcome-replaced = Your text without those sentences is on the clipboard. Paste it over the old text in your mail and save again.

sentences-missing = Mailwijs looks at words only for now. The file for reading sentences too (encoder.safetensors) is not installed: install Mailwijs again, or ask your ICT coordinator.
sentences-damaged = Mailwijs looks at words only for now. The file for reading sentences too (encoder.safetensors) is damaged or belongs to another version: install Mailwijs again, or ask your ICT coordinator.
