# The tray and the pages' names
tray-breach = I sent something wrong…
tray-lvs = To the LVS
nav-lvs = To the LVS
nav-breach = Sent wrong

# Saving a PDF
save-receipt-name = receipt-{ $id }.pdf
save-clean-up-name = clean-up.pdf
save-clean-up-year-name = clean-up-{ $id }.pdf
save-report-name = report-{ $id }.pdf
save-done = The PDF is saved.
save-failed = The PDF could not be saved there. Choose another folder.

# Received mail, on the page Today
received-show-all = Show all { $count }
received-unread = A mail of { $date }, which I am still looking up
received-unread-undated = A mail that I am still looking up
received-days = It has been here for { $days } days. That is longer than your school agreed.
received-show-more = Show more
received-to-lvs = To the LVS
received-to-lvs-label = To the LVS: { $subject }

# To the tracking system: the list
move-title = To the student tracking system
move-intro = Mails with sensitive data go from here to the student tracking system, step by step, and then out of your mailbox. Mailwijs checks by itself whether each step worked.
move-open-cases = { $count ->
    [one] 1 mail on its way
   *[other] { $count } mails on their way
}
move-none = Nothing on its way
move-none-text = When a mail with sensitive data about a pupil comes in, you find it under Today. Choose "To the LVS" there. In My mail you can also search the mail you already have.
move-closed-cases = Done
move-closed = Done on { $date }
move-clean-up = Proof of clean-up (PDF)
move-clean-up-year = Which school year?
move-clean-up-all = All school years
move-clean-up-hint = One table of what you cleaned up: when, which kind of data and how many copies. Nothing from the mails.
move-at-step = Step { $number } of 7: { $name }
move-came-back = A copy came back.
move-gone-subject = A mail that is gone already
move-looking-subject = Still looking for the mail
move-some-subject = A mail
move-since = begun: { $time }
move-categories = What it is about
move-reopened = A copy of this mail came back. That is why this is open again.
move-ended = You found nothing sensitive in it. The mail simply stays.

# The checklist
move-steps = The seven steps
move-step-what = See what is in it
move-step-into-lvs = Put it in the student tracking system
move-step-filed = It is in
move-step-delete = Delete the mail, everywhere
move-step-trash = Empty the trash
move-step-gone = Really gone
move-step-done = Done
move-state-done = done
move-state-now = to do now
move-state-locked = not yet
move-ticked = Step { $number } is done: { $name }.
move-unticked = Step { $number } is open again: { $name }.
move-next = Now step { $number }: { $name }.
move-locked-what = Just a moment.
move-locked-into-lvs = First see whether there is anything sensitive in it.
move-locked-filed = First choose who puts it in.
move-locked-delete = { $count ->
    [0] You can do this once you say that it is in.
    [one] I found 1 mail already. Delete it only once it is in.
   *[other] I found { $count } mails already. Delete them only once it is in.
}
move-locked-trash = First delete the mails.
move-locked-gone = First empty the trash.
move-locked-done = This comes by itself, once everything is gone.
move-looked = Last looked: { $time }
move-not-looked = Not looked everywhere yet
move-look = Look now
move-later = Remind me later
move-copy-button = Copy
move-copied = Copied
move-copy-label = Copy: { $what }

# Step 1
move-mail-text = The mail
move-show-mail = Show the mail
move-mail-is-gone = The mail itself is no longer in your mailbox.
move-sensitive = Yes, this is sensitive
move-not-sensitive = Nothing sensitive
move-not-sensitive-hint = If you choose "Nothing sensitive", this is done and the mail stays.

# Step 2
move-who = Who puts it in the student tracking system?
move-myself = I do it myself
move-myself-hint = I help you with the text and the files.
move-colleague = A colleague does it
move-colleague-hint = I make a message without any data in it.
move-no-colleagues = May a colleague do it too? Your ICT coordinator can put those names in your school's policy.
move-by-me = You did it yourself.
move-by-colleague = You asked a colleague.
move-other-way = Choose another way
move-open = Open the student tracking system
move-open-system = Open: { $system }
move-open-yourself = Open it the way you always do, and look up the pupil.
move-copy = Copy what you need
move-copy-hint = What you copy stays on your clipboard for a minute. Paste it into a new note for the pupil.
move-piece-title = Title
move-piece-date = Date
move-piece-category = Category
move-piece-text = Text
move-begin-again = Back to the proposal
move-tone = Parents may read this later. Better write what you saw or heard:
move-files = With the mail itself
move-files-hint = Do you want to keep the mail as an attachment? Mailwijs puts it in a folder of its own, as a PDF and with its attachments. That folder goes away by itself.
move-files-make = Make files
move-files-until = Drag them to the upload field. They stay until { $time }, or until you say that it is in.
move-files-open = Open the folder
move-share = On the school's drive
move-share-hint = Put the same files on your school's protected drive right away.
move-share-put = Put on the school's drive
move-which-colleague = Which colleague?
move-message-hint = Your mail program opens a message without a name and without data. Read it over and send it.
move-message = Make the message
move-asked = The message for your colleague is ready in your mail program.
move-asked-hint = Do not forward the mail itself. Show it on your screen, or call.
move-ask-again = Make another message

# Step 3
move-filed-question = Is it in the student tracking system?
move-filed-question-colleague = Did your colleague tell you that it is in?
move-in-system = Yes, in the student tracking system
move-in-share = Yes, on the school's drive
move-in-colleague = Yes, my colleague put it in
move-in-elsewhere = Yes, somewhere else
move-filed-hint = After that you can delete the mail. The files that Mailwijs made are then wiped.
move-filed-system = In: { $system }. You said so: { $time }.
move-filed-share = On the school's drive. You said so: { $time }.
move-filed-colleague = Your colleague put it in. You said so: { $time }.
move-filed-elsewhere = Kept somewhere else. You said so: { $time }.
move-not-filed = Not yet after all

# Step 4
move-delete-left = { $count ->
    [one] Delete this mail in your mail program. The line changes by itself.
   *[other] Delete these { $count } mails in your mail program. Each line changes by itself.
}
move-delete-none = I find no more mails that have to go, but I could not look everywhere yet.
move-kin-same = The mail itself
move-kin-conversation = From the same conversation
move-conversation-hint = Replies often take the text along. Nothing sensitive in it? Then that mail may stay.
move-copy-live = Still there
move-copy-trash = In the trash
move-copy-bytes = Deleted, but not out of the folder's file yet
move-copy-gone = Gone
move-copy-was = A mail that is gone
move-copy-stays = May stay
move-may-stay = May stay
move-may-stay-label = May stay: { $subject }
move-show-copy = Show in mail program
move-show-copy-label = Show in mail program: { $subject }
move-deleted = { $count ->
    [0] There was nothing left.
    [one] 1 mail deleted.
   *[other] { $count } mails deleted.
}
move-show-copies = Show the list
move-unread = I could not look here. What is there I do not call gone:
move-said = I could not look here. You said that no copy is there:
move-no-copy = No copy is there
move-no-copy-label = No copy is there: { $place }
move-no-copy-hint = If a folder never opens for you, only you know whether a copy can be in it. What you say is on the receipt.

# Step 5
move-trash-text = A deleted mail first lies in the trash. Empty it, or delete just these mails there once more.
move-trash-how = In Thunderbird: right-click Trash and choose "Empty Trash". This tick comes by itself.
move-trash-done = The trash is empty.
move-some-folder = A folder
move-mails = { $count ->
    [one] 1 mail
   *[other] { $count } mails
}

# Step 6
move-gone-text = You no longer see the mail, but it is still in this folder's file, until you compact the folder.
move-gone-how = In Thunderbird: right-click the folder and choose "Compact". This tick comes by itself.
move-gone-looking = I am checking that nothing stayed behind.
move-gone-done = I find nothing of it on this computer any more.
move-provider = Your mail is also with a provider. They may keep a backup for a while, mostly a few weeks. The search index of your mail program may also hold the words for a while. I can neither see nor erase that.

# Step 7
move-done-title = Well done, everything is gone
move-done-text = { $count ->
    [0] Done: { $time }.
    [one] 1 copy was deleted. Done: { $time }.
   *[other] { $count } copies were deleted. Done: { $time }.
}
move-receipt = Save the receipt as a PDF
move-receipt-hint = The receipt says when, which kind of data and how many copies. Nothing from the mail.

# Today
today-cases = { $count ->
    [one] 1 mail on its way to the student tracking system
   *[other] { $count } mails on their way to the student tracking system
}
today-breaches = { $count ->
    [one] 1 mail that went wrong to follow up
   *[other] { $count } mails that went wrong to follow up
}

# Something was sent wrong: the list
wrong-title = I sent something wrong
wrong-intro = It happens to everyone. Together we look at what is best to do now, and who should know. Nobody sees this until you report it.
wrong-open = { $count ->
    [one] 1 still open
   *[other] { $count } still open
}
wrong-closed-ones = Closed
wrong-closed = Closed on { $date }
wrong-noticed = Noticed: { $time }
wrong-which = Which mail was it?
wrong-which-text = This is what you sent lately:
wrong-to = { $others ->
    [0] to { $to }
    [one] to { $to } and 1 other
   *[other] to { $to } and { $others } others
}
wrong-warned = Mailwijs warned you about this mail
wrong-more = Show more
wrong-another = It was something else
wrong-describe = Tell what happened
wrong-offer = You sent "{ $subject }", but something was still open
wrong-offer-text = Did something go wrong? Whoever is quick can often still put a lot right.
wrong-offer-yes = Yes, help me
wrong-offer-no = No, it is fine

# The clock
wrong-left-hour = Less than an hour left
wrong-left-hours = { $hours ->
    [one] 1 hour left
   *[other] { $hours } hours left
}
wrong-left-days = { $days } days left
wrong-left-days-hours = { $hours ->
    [one] { $days } days and 1 hour left
   *[other] { $days } days and { $hours } hours left
}
wrong-past = The 72 hours are over
wrong-left-until = { $left }, until { $time }
wrong-deadline = Until { $time }
wrong-deadline-was = That was until { $time }
wrong-clock-text = Within that time your school decides whether it has to be reported to the supervisory authority ({ $authority }). You only have to tell your school, today if you can.
wrong-late-text = Tell your school all the same. It then explains to the supervisory authority ({ $authority }) why it was later.
wrong-reported = Reported: { $time }
wrong-reported-text = Your school knows now, and decides whether to report it to the supervisory authority ({ $authority }). You did what you had to do.

# What went wrong
wrong-kind = What went wrong?
wrong-kind-wrong-person = It went to the wrong person
wrong-kind-visible-addresses = Everyone saw each other's address
wrong-kind-wrong-attachment = There was a wrong attachment or link
wrong-kind-sensitive-data = There was sensitive data in it
wrong-kind-not-sure = I am not sure
wrong-kind-none = Not said yet what went wrong
wrong-kind-first = Choose what fits best. You can still change it later.

# First aid
wrong-aid = What you can do now
wrong-aid-hint = Start at the top. The sooner, the smaller the chance that someone reads it.
wrong-aid-text = See the text
wrong-aid-prepare = Prepare the message
wrong-aid-again = Prepare it again
wrong-aid-did = That is done
wrong-aid-done = Done

# The questions
wrong-questions = What your school wants to know
wrong-questions-hint = Fill in what you know. You may leave things open. Everything is saved by itself.
wrong-what = What happened?
wrong-what-hint = Tell it without names and without the data itself.
wrong-happened = When?
wrong-topics = What was the data about?
wrong-topic-contact = names and addresses
wrong-people = About how many people?
wrong-recipients = How many people received it?
wrong-unknown = I don't know
wrong-system = Where did it happen?
wrong-choose = Choose…
wrong-system-mail = In a mail
wrong-system-cloud = On a shared drive or with a link
wrong-system-tracking-system = In the student tracking system
wrong-system-paper = On paper
wrong-system-device = With a laptop, phone or stick
wrong-system-other = Somewhere else
wrong-encrypted = Was it encrypted?
wrong-encrypted-hint = For example a file that opens only with a password.
wrong-encrypted-yes = yes
wrong-encrypted-no = no
wrong-encrypted-unknown = I don't know
wrong-measures = What was done already?
wrong-measure-recalled = recalled the mail
wrong-measure-asked-to-delete = asked to delete the mail
wrong-measure-confirmed-deleted = they said that the mail is deleted
wrong-measure-link-closed = closed the link
wrong-measure-password-changed = changed the password
wrong-kept = Saved

# The report
wrong-report = Your report to the school
wrong-contact = This goes to { $name } ({ $email }).
wrong-no-contact = Your school's policy names no contact point. Give your report to your head or ICT coordinator.
wrong-missing = This is not filled in yet. You can report now and add it later:
wrong-missing-what = what happened
wrong-missing-happened = when
wrong-missing-categories = what the data was about
wrong-missing-people = about how many people
wrong-missing-system = where it happened
wrong-missing-encrypted = whether it was encrypted
wrong-missing-measures = what was done already
wrong-preview = Your report
wrong-open-mail = Open in my mail program
wrong-save = Save as PDF
wrong-i-reported = I reported it
wrong-next = What now?
wrong-next-text = Your school takes over. It may ask you something, or inform the people concerned. Is there anything more? Then add it above.
wrong-close = Close
wrong-close-unreported = No report needed, close
wrong-reopen = Open again

# Searching the mail that is there already
scan-title = Search your mailbox
scan-text = Mailwijs looks once through the mail you already have, for data about pupils and for passwords that no longer belong there. It does so quietly in the background, and nothing leaves your computer.
scan-period = How far back
scan-period-school-year = This school year
scan-period-two-school-years = This school year and the one before
scan-period-all = All mail
scan-start = Search
scan-again = Search again
scan-running = I am searching your mail
scan-starting = First I look how much mail there is…
scan-progress = How far I am
scan-counts = { $messages ->
    [one] 1 mail read
   *[other] { $messages } mails read
}, { $found ->
    [0] nothing found yet
    [one] 1 found
   *[other] { $found } found
}
scan-counted = { $messages ->
    [one] 1 mail read
   *[other] { $messages } mails read
}, { $found ->
    [0] nothing found
    [one] 1 found
   *[other] { $found } found
}
scan-unread = { $count ->
    [one] I could not read 1 mail.
   *[other] I could not read { $count } mails.
}
scan-paused = Search paused
scan-done = Searched on { $date }
scan-pause = Pause
scan-resume = Go on
scan-cancel = Stop
scan-show = See what I found
scan-trouble = This has not been searched yet
