# Received mail on its way into the tracking system, and what was sent wrong.
date-long = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-time = { $date } at { $time }

outcome-letter = A mail is ready in your mail program. Read it over and send it.
outcome-letter-paste = A mail is ready in your mail program. The text is on your clipboard: paste it in.
outcome-letter-copied = The text is on your clipboard. Paste it into a new mail.

case-copied = It is on your clipboard, for a minute.
case-no-url = Your school's policy names no web address. Open { $system } the way you usually do. Your ICT coordinator can put the address in the policy: Mailwijs then opens it for you.
case-no-url-per-school = Your school's policy names no web address. Open { $system } the way you usually do. The address looks like { $page }. Your ICT coordinator can put your school's own in the policy: Mailwijs then opens it for you.
case-no-url-shared = Your school's policy names no web address. Open { $system } the way you usually do, or go to { $page }. Your ICT coordinator can put that address in the policy: Mailwijs then opens it for you.
case-later = All right, I will come back to it on the next school day.
case-find-yourself = Look for the mail in your mail program, in the folder { $folder }.
case-exported = The files are ready. Drag them into { $system }. After an hour, or once you say it is in, they are gone.
case-shared = Put on the school's share: { $names }.
case-share-password = Fill in your name and password for the school's share. They go into this computer's keyring.
case-reminder = { $count ->
    [one] One mail is still waiting to go into { $system }.
   *[other] { $count } mails are still waiting to go into { $system }.
}
retention-reminder = { $count ->
    [one] One mail with sensitive data has been in your mailbox for { $days } days or more.
   *[other] { $count } mails with sensitive data have been in your mailbox for { $days } days or more.
}
case-colleague-subject = Something for { $system }
case-colleague-text =
    Hello { $name }

    I received a mail with data that belongs in { $system }. I am not forwarding it, on purpose. Can we put it in together? Let me know when it suits you.

    Kind regards

note-title = Message received on { $date }
note-text = On { $date } I received a mail from { $from } ({ $category }). The mail itself is attached.
note-advice-behaviour = That is a judgement. Write what you saw or heard.
note-advice-always = Write when and how often: dates say more.
note-advice-guess = That is a guess. Leave it out, or say whose guess it is.
note-advice-home = That judges the family. Write only what the pupil needs.
note-advice-label = A pupil is not a diagnosis. Write “has … according to …”.

breach-contact = your school's contact point
breach-kind-wrong-person = Sent to the wrong person
breach-kind-visible-addresses = People saw each other's address
breach-kind-wrong-attachment = A wrong attachment or a link that is too open
breach-kind-sensitive-data = Sensitive data in a mail
breach-kind-not-sure = Not sure yet
breach-reminder = { $hours ->
    [0] You noted a possible data breach. The 72 hours are over: report it today.
    [one] You noted a possible data breach. There is 1 hour left to report it.
   *[other] You noted a possible data breach. There are { $hours } hours left to report it.
}

aid-ask-to-delete = Ask whoever got it to delete the mail, from the trash too, and to let you know.
aid-ask-not-to-use = Ask everybody, in BCC, not to use the addresses and not to reply to all.
aid-close-link = Close the link, or remove whoever may not open it.
aid-change-password = Was there a password in it? Change it now.
aid-send-again = Send the mail again, only to who should get it.
aid-into-lvs = Put what was in it into { $system }, not into another mail.
aid-keep-mail = Do not throw your own mail away yet: { $contact } may ask for it.
aid-ask-contact = Ask { $contact }. Doubt is reason enough.
aid-subject = A question about my previous mail
aid-question-subject = A question about a mail I sent
aid-text-ask-to-delete =
    Hello

    I just sent you a mail that was not meant for you. Would you delete it without reading it, from your trash too, and let me know that you did?

    My apologies, and thank you.
aid-text-ask-not-to-use =
    Hello

    In my previous mail you could see each other's mail addresses. That was not intended, my apologies. Would you delete that mail, not use the addresses and not reply to all?

    Thank you.
aid-text-ask-contact =
    Hello

    I sent a mail and I am not sure that it was right. Can we talk about it? I am not including what was in it.

    Kind regards

report-subject = Report of a possible data breach
report-title = Report of a possible data breach
report-intro = I am reporting a possible data breach. The data itself is not in this report.
report-outro = The school decides whether it is reported to the { $authority }. Feel free to call me for more.
report-line = { $question }: { $answer }
report-unknown = not known yet
report-who = Who reports it
report-noticed = When noticed
report-happened = When it happened
report-what = What happened
report-topics = What the data is about
report-contact-data = names and addresses
report-people = How many people the data is about
report-recipients = How many people it went to
report-place = Where
report-place-mail = a mail
report-place-cloud = a shared folder or link
report-place-tracking-system = the student tracking system
report-place-paper = paper
report-place-device = a laptop, phone or stick
report-place-other = something else
report-encrypted = Encrypted
report-encrypted-yes = yes
report-encrypted-no = no
report-encrypted-unknown = not known
report-measures = What was done so far
report-measure-recalled = mail recalled
report-measure-asked-to-delete = asked to delete it
report-measure-confirmed-deleted = confirmed that it is deleted
report-measure-link-closed = link closed
report-measure-password-changed = password changed
report-deadline = The 72 hours run until

receipt-title = Proof of clean-up
receipt-intro = This mail did not belong in a mailbox. It now stands where it belongs, and Mailwijs saw every copy on this computer disappear. Nothing of what it said is in here.
receipt-open = This mail is not gone everywhere yet. This is how it stands now.
receipt-opened = Begun
receipt-category = Kind of data
receipt-filed = Moved
receipt-filed-system = into { $system }, on { $when }
receipt-filed-share = to the school's share, on { $when }
receipt-filed-colleague = by an authorised colleague, on { $when }
receipt-filed-elsewhere = to another place, on { $when }
receipt-not-filed = not yet
receipt-copies = Copies deleted
receipt-left = Still there
receipt-done = All gone
receipt-said = Not looked into
receipt-said-no-copy = { $count ->
    [one] One place does not open. On { $when } the teacher said that no copy is there.
   *[other] { $count } places do not open. The teacher said that no copy is there, the last time on { $when }.
}
receipt-honest = What a mail provider keeps itself, in a backup for example, and what the search index of a mail program still holds for a while, Mailwijs cannot see.

# The proof of cleaning up
clean-up-title = Proof of clean-up
clean-up-intro = These mails with sensitive data did not belong in a mailbox. They are now where they belong, and Mailwijs saw every copy on this computer disappear. Nothing of their content is here: no name, no subject, no folder.
clean-up-period = Period
clean-up-year = School year { $year }, from { $first } to { $last }
clean-up-all = From { $first } to { $last }
clean-up-mails = Mails cleaned up
clean-up-number = No.
clean-up-copies = Copies
clean-up-share = school's share
clean-up-colleague = authorised colleague
clean-up-elsewhere = another place
clean-up-said = { $count ->
    [one] * For this mail Mailwijs could not look everywhere. The teacher said that no copy is there.
   *[other] * For these { $count } mails Mailwijs could not look everywhere. The teacher said that no copy is there.
}

paper-page = Page { $page } of { $pages }
paper-unshown = { $count ->
    [one] One character could not be printed.
   *[other] { $count } characters could not be printed.
}
paper-cut = The text is longer than what is printed here.
paper-from = From
paper-to = To
paper-cc = CC
paper-bcc = BCC
paper-date = Date
paper-subject = Subject
paper-attachments = Attachments
paper-no-subject = (no subject)
paper-no-name = (no name)
paper-more = and { $count } more
paper-footer = Made with Mailwijs
paper-kilobytes = { $count } kB
paper-megabytes = { $count } MB
export-unnamed = attachment
export-folder = Mail { $date }
share-address = The address of the school's share is not safe. Tell your ICT coordinator.
share-refused = The name or password is not right. Some schools use an app password.
share-unreachable = The server cannot be reached. Check your connection and try again.
share-unsafe = The connection is not safe; nothing was sent. Tell your ICT coordinator.
share-not-offered = One cannot log in there with a password. Ask your ICT coordinator for an app password.
share-forbidden = You may not write in this folder. Ask your ICT coordinator.
share-no-folder = The folder does not exist on the server. Tell your ICT coordinator.
share-full = There is no room left on the server. Tell your ICT coordinator.
share-too-large = The mail is too large for the server. Put the files there yourself.
share-later = The server is busy or out of order. Try again later.
share-incomplete = The server did not keep all of it: delete nothing yet. Tell your ICT coordinator.
share-crowded = There are too many folders with this name. Clear up the school's share first.
share-nonsense = The server answers in a way that is not understood. Tell your ICT coordinator.
share-left = Part of it may be there already: look in the school's share.
case-looking = Mailwijs is still looking everywhere.
case-not-looked = The mailbox of { $name } cannot be reached. What is in it does not count as deleted.
case-stumbled = Something went wrong while looking through your mail on this computer. Mailwijs will look again soon.
case-stumbled-mailbox = Something went wrong while looking in the mailbox of { $name }. Mailwijs will look again soon.
case-closed = { $name }: this folder does not open for you.
case-too-large = { $name }: too large to read.
case-being-written = { $name }: it is still being written.
case-unreadable = { $name }: cannot be read.
breach-remark = This does not belong in a report, and is not kept: { $what }
