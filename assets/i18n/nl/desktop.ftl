# The tray
tray-calm = Alles in orde
tray-paused = Gepauzeerd
tray-pause = Pauzeren
tray-pause-half-hour = 30 minuten
tray-pause-until-tomorrow = Tot morgen
tray-resume = Weer meekijken
tray-check-text = Tekst nakijken…
tray-open = Mailwijs openen
tray-quit = Afsluiten
notification-show = Tonen

# The card
card-label = Opmerking bij je concept
card-resolved = In orde gebracht
card-close = Sluiten
card-no-subject = (zonder onderwerp)
card-keep = Toch zo laten
card-keep-fine = Het is goed zo
card-keep-fine-hint = Bij dit concept zeg ik er niets meer over.
card-keep-not-right = Dit klopt niet
card-keep-not-right-hint = In zo'n geval zeg ik er voortaan niets over.
card-keep-later = Straks
card-keep-later-hint = Ik kom er zo nog eens op terug.
card-kept = Genoteerd
card-undo = Ongedaan maken
card-why = Waarom?
card-paragraph = § { $id } van onze afspraken
card-waiting = Nog { $count }
card-next = Toon de volgende kaart, nog { $count }
card-other-way = Of
card-clipboard = De tekst staat een minuut op je klembord.

# The main window
nav-label = Pagina's
nav-today = Vandaag
nav-check-text = Tekst nakijken
nav-my-mail = Mijn mail
language-label = Taal
loading-failed = Dit kon niet geladen worden.
retry = Opnieuw proberen

severity-info = Ter info
severity-warn = Even kijken
severity-stop = Eerst oplossen

today-title = Vandaag
today-calm = Niets dat je aandacht vraagt
today-calm-text = Mailwijs kijkt mee in je concepten en tikt je op de schouder als het nodig is. Je vindt het in het systeemvak.
today-open = { $count ->
    [one] 1 concept vraagt je aandacht
   *[other] { $count } concepten vragen je aandacht
}
today-sent = Al verstuurd
today-show = Toon de kaart van { $subject }
received-title = { $count ->
    [one] 1 ontvangen mail om weg te werken
   *[other] { $count } ontvangen mails om weg te werken
}
received-from = { $subject }, van { $from }
received-handled = Afgehandeld
received-handled-label = Afgehandeld: { $subject }
today-counts = Vandaag
today-checked = { $count ->
    [one] concept nagekeken
   *[other] concepten nagekeken
}
today-put-right = in orde gebracht
today-paused-until = Gepauzeerd tot { $time }
today-resume = Weer meekijken
today-problems = Dit vraagt je hulp
today-silenced = Waar ik over zwijg
today-silenced-text = Je zei dat dit niet klopte. Sindsdien zeg ik er in zo'n geval niets meer over.
today-silenced-since = sinds { $date }
today-undo = Weer melden
today-undo-label = Weer melden: { $title }

first-title = Ik vond geen mailprogramma op deze computer
first-text = Mailwijs leest de concepten die een mailprogramma zoals Thunderbird op je computer bewaart. Schrijf je in de browser? Voeg dan je mailbox toe bij Mijn mail.
first-demo = Bekijk het met een demo-postvak
first-demo-text = Een verzonnen leerkracht bewaart om de paar seconden een concept. Je ziet vanzelf de kaarten verschijnen.
demo-running = De demo loopt
demo-running-text = De mails zijn verzonnen. Kijk rechtsonder op je scherm.
demo-stop = Demo stoppen

history-title = Geschiedenis
history-choice-text = Mailwijs onthoudt wat het meldde en wat jij ermee deed, nooit de mail zelf. Deze computer heeft geen sleutelbos om dat veilig te bewaren. Kies hoe je het wil.
history-locked-text = Je geschiedenis is versleuteld. Geef je wachtzin om ze te openen.
history-passphrase = Wachtzin
history-passphrase-set = Bewaar versleuteld
history-passphrase-open = Openen
history-passphrase-hint = Minstens 12 tekens. Ben je ze kwijt, dan is de geschiedenis weg.
history-memory = Niets bewaren
history-memory-text = Dan weet Mailwijs na afsluiten niets meer.
history-state-keyring = Versleuteld bewaard op deze computer.
history-state-passphrase = Versleuteld bewaard met je wachtzin.
history-state-memory = Wordt niet bewaard: weg als Mailwijs stopt.

mail-title = Mijn mail
mail-none = Geen mailprogramma gevonden.
mail-identities = Adressen waarmee je schrijft
mail-kind = Soort adres van { $email }
mail-corrected = Door jou aangepast
mail-follow-policy = Volgens het beleid
mail-stores = Waar ik meekijk
mail-folders = { $count ->
    [one] 1 map
   *[other] { $count } mappen
}
mail-drafts = Concepten in { $names }
mail-no-drafts = Geen conceptenmap gevonden
mail-last-event = Laatst iets gezien: { $time }
mail-no-event = Nog niets gezien
kind-school = Schoolaccount
kind-general = Algemeen schooladres
kind-group = Groepsadres
kind-pupil = Leerling
kind-private = Privé
kind-partner = Partner van de school
kind-outside = Buiten de school

policy-title = Afspraken van je school
policy-version = Versie { $version }
policy-source = Uit { $source }
policy-template-be = Vlaams sjabloon
policy-template-nl = Nederlands sjabloon
policy-choose = Bestand kiezen…
policy-use-template = Of begin met
policy-problem = Het nieuwe bestand is niet gebruikt

quieter-offer = Je liet "{ $title }" al een paar keer zo
quieter-offer-text = Zal ik er stiller over zijn? Je ziet het dan nog wel, maar minder nadrukkelijk.
quieter-yes = Ja, stiller
quieter-no = Nee, laat het zo
record-title = Hoe vaak ik je waarschuwde
record-text = Zo zie je zelf wat je aan mij hebt. Klopt iets meestal niet, dan kan ik er stiller over zijn.
record-shown = { $count ->
    [one] 1 keer gewaarschuwd
   *[other] { $count } keer gewaarschuwd
}
record-put-right = { $count } keer in orde gebracht
record-kept = { $count } keer zo gelaten
record-not-right = { $count } keer niet terecht
record-quieter = nu stiller
quieter-make = Stiller
quieter-make-label = Stiller: { $title }
quieter-undo = Weer gewoon melden
quieter-undo-label = Weer gewoon melden: { $title }

erase-all = Alles wissen…
erase-sure = Wat Mailwijs onthield, is dan voorgoed weg: wat het meldde, wat je koos en je instellingen. Je mail blijft zoals ze is.
erase-yes = Ja, wis alles
erase-no = Toch niet

text-title = Tekst nakijken
text-intro = Schrijf je iets voor een chat, het schoolplatform of sociale media? Plak het hier, dan kijk ik mee. Er wordt niets van bewaard.
text-channel = Waar komt het?
text-channel-mail = E-mail
text-channel-internal = Berichten van de school
text-channel-chat = Chat (WhatsApp, sms …)
text-channel-social = Sociale media
text-channel-video = Online les of vergadering
text-label = Je tekst
text-check = Kijk na
text-clean = Niets gezien
text-clean-text = Ik vond niets dat hier niet hoort.
text-advice = Let hier op

mailbox-title = Mail in je browser
mailbox-what = Schrijf je mails op een website, zoals Outlook of Gmail? Dan staan je concepten op de server van je school. Mailwijs kan ook daar meekijken. Het leest alleen, verandert niets en praat alleen met die ene server.
mailbox-add = Mailbox toevoegen
mailbox-again = Opnieuw instellen
mailbox-remove = Niet meer meekijken
mailbox-remove-sure = Niet meer meekijken en het wachtwoord vergeten?
mailbox-remove-yes = Ja, vergeet het
mailbox-remove-no = Nee
mailbox-cancel = Annuleer
mailbox-email = Je e-mailadres
mailbox-unknown = Mailwijs kent de server van dit adres niet. Je ICT-coördinator weet wat je hier invult.
mailbox-host = Server
mailbox-security = Beveiliging
mailbox-port = Poort
mailbox-user = Gebruikersnaam
mailbox-password = Wachtwoord
mailbox-password-hint = Het wachtwoord komt in de sleutelbos van deze computer, nergens anders.
mailbox-browser-hint = Je meldt je aan op de gewone aanmeldpagina van { $host }. Mailwijs ziet je wachtwoord niet.
mailbox-next = Verder
mailbox-connect = Verbind
mailbox-sign-in = Meld je aan in de browser
mailbox-busy = Even geduld…
mailbox-state-signing-in = Meld je aan in je browser. Mailwijs wacht tot je klaar bent.
mailbox-state-connecting = Verbinden…
mailbox-state-no-drafts = Er is nog geen conceptenmap. Mailwijs ziet het vanzelf als ze er komt.
