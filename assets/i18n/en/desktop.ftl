# The tray
tray-calm = All is well
tray-paused = Paused
tray-pause = Pause
tray-pause-half-hour = 30 minutes
tray-pause-until-tomorrow = Until tomorrow
tray-resume = Look along again
tray-check-text = Check a text…
tray-open = Open Mailwijs
tray-quit = Quit
notification-show = Show

# The card
card-label = Note on your draft
card-resolved = Put right
card-close = Close
card-no-subject = (no subject)
card-keep = Keep it this way
card-keep-fine = It is fine
card-keep-fine-hint = I will not mention it again for this draft.
card-keep-not-right = This is not right
card-keep-not-right-hint = From now on I stay silent in a case like this.
card-keep-later = Later
card-keep-later-hint = I will come back to it in a while.
card-kept = Noted
card-undo = Undo
card-why = Why?
card-paragraph = § { $id } of our agreements
card-waiting = { $count } more
card-next = Show the next card, { $count } more
card-other-way = Or
card-clipboard = The text is on your clipboard for a minute.

# The main window
nav-label = Pages
nav-today = Today
nav-check-text = Check a text
nav-my-mail = My mail
language-label = Language
loading-failed = This could not be loaded.
retry = Try again

severity-info = For information
severity-warn = Have a look
severity-stop = Fix this first

today-title = Today
today-calm = Nothing needs your attention
today-calm-text = Mailwijs looks along in your drafts and taps you on the shoulder when needed. You find it in the system tray.
today-open = { $count ->
    [one] 1 draft needs your attention
   *[other] { $count } drafts need your attention
}
today-sent = Already sent
today-show = Show the card of { $subject }
received-title = { $count ->
    [one] 1 received mail to deal with
   *[other] { $count } received mails to deal with
}
received-from = { $subject }, from { $from }
received-handled = Done
received-handled-label = Done: { $subject }
today-counts = Today
today-checked = { $count ->
    [one] draft checked
   *[other] drafts checked
}
today-put-right = put right
today-paused-until = Paused until { $time }
today-resume = Look along again
today-problems = This needs your help
today-silenced = What I keep silent about
today-silenced-text = You said this was not right. Since then I stay silent in a case like that.
today-silenced-since = since { $date }
today-undo = Mention it again
today-undo-label = Mention it again: { $title }

first-title = I found no mail program on this computer
first-text = Mailwijs reads the drafts that a mail program such as Thunderbird keeps on your computer. Do you write in the browser? Then add your mailbox under My mail.
first-demo = Try it with a demo mailbox
first-demo-text = An invented teacher saves a draft every few seconds. You will see the cards appear by themselves.
demo-running = The demo is running
demo-running-text = The mails are invented. Look at the bottom right of your screen.
demo-stop = Stop the demo

history-title = History
history-choice-text = Mailwijs remembers what it noted and what you did about it, never the mail itself. This computer has no keyring to keep that safe. Choose how you want it.
history-locked-text = Your history is encrypted. Give your passphrase to open it.
history-passphrase = Passphrase
history-passphrase-set = Keep it encrypted
history-passphrase-open = Open
history-passphrase-hint = At least 12 characters. If you lose it, the history is gone.
history-memory = Keep nothing
history-memory-text = Then Mailwijs forgets everything when it stops.
history-state-keyring = Kept encrypted on this computer.
history-state-passphrase = Kept encrypted with your passphrase.
history-state-memory = Not kept: gone when Mailwijs stops.

mail-title = My mail
mail-none = No mail program found.
mail-identities = Addresses you write from
mail-kind = Kind of address of { $email }
mail-corrected = Changed by you
mail-follow-policy = As the policy says
mail-stores = Where I look along
mail-folders = { $count ->
    [one] 1 folder
   *[other] { $count } folders
}
mail-drafts = Drafts in { $names }
mail-no-drafts = No drafts folder found
mail-last-event = Last seen something: { $time }
mail-no-event = Nothing seen yet
kind-school = School account
kind-general = General school address
kind-group = Group address
kind-pupil = Pupil
kind-private = Private
kind-partner = Partner of the school
kind-outside = Outside the school

policy-title = Your school's agreements
policy-version = Version { $version }
policy-source = From { $source }
policy-template-be = Flemish template
policy-template-nl = Dutch template
policy-choose = Choose a file…
policy-use-template = Or start from
policy-problem = The new file is not in use

quieter-offer = You kept "{ $title }" as it was several times now
quieter-offer-text = Shall I be quieter about it? You will still see it, but less prominently.
quieter-yes = Yes, quieter
quieter-no = No, leave it
record-title = How often I warned you
record-text = This shows whether I am of use to you. Where I am mostly wrong, I can be quieter.
record-shown = { $count ->
    [one] warned once
   *[other] warned { $count } times
}
record-put-right = { $count ->
    [one] put right once
   *[other] put right { $count } times
}
record-kept = { $count ->
    [one] kept as it was once
   *[other] kept as it was { $count } times
}
record-not-right = { $count ->
    [one] not right once
   *[other] not right { $count } times
}
record-quieter = quieter now
quieter-make = Quieter
quieter-make-label = Quieter: { $title }
quieter-undo = Tell me as before
quieter-undo-label = Tell me as before: { $title }

erase-all = Erase everything…
erase-sure = What Mailwijs remembered is then gone for good: what it noticed, what you chose and your settings. Your mail stays as it is.
erase-yes = Yes, erase everything
erase-no = Cancel

text-title = Check a text
text-intro = Writing something for a chat, the school platform or social media? Paste it here and I will look along. Nothing of it is kept.
text-channel = Where will it go?
text-channel-mail = E-mail
text-channel-internal = The school's messages
text-channel-chat = Chat (WhatsApp, text messages …)
text-channel-social = Social media
text-channel-video = Online lesson or meeting
text-label = Your text
text-check = Check it
text-clean = Nothing seen
text-clean-text = I found nothing that does not belong here.
text-advice = Mind this

mailbox-title = Mail in your browser
mailbox-what = Do you write your mail on a website, such as Outlook or Gmail? Then your drafts are on your school's server. Mailwijs can look there too. It only reads, changes nothing and talks to that one server alone.
mailbox-add = Add a mailbox
mailbox-again = Set up again
mailbox-remove = Stop looking
mailbox-remove-sure = Stop looking and forget the password?
mailbox-remove-yes = Yes, forget it
mailbox-remove-no = No
mailbox-cancel = Cancel
mailbox-email = Your e-mail address
mailbox-unknown = Mailwijs does not know the server of this address. Your ICT coordinator knows what to fill in here.
mailbox-host = Server
mailbox-security = Security
mailbox-port = Port
mailbox-user = User name
mailbox-password = Password
mailbox-password-hint = The password goes into the keyring of this computer, nowhere else.
mailbox-browser-hint = You sign in on the usual page of { $host }. Mailwijs does not see your password.
mailbox-next = Continue
mailbox-connect = Connect
mailbox-sign-in = Sign in in the browser
mailbox-busy = One moment…
mailbox-state-signing-in = Sign in in your browser. Mailwijs waits until you are done.
mailbox-state-connecting = Connecting…
mailbox-state-no-drafts = There is no drafts folder yet. Mailwijs will notice when there is one.
