# The tray and the pages' names
tray-breach = Ik verstuurde iets verkeerds…
tray-lvs = Naar het LVS
nav-lvs = Naar het LVS
nav-breach = Verkeerd verstuurd

# Saving a PDF
save-receipt-name = bewijs-{ $id }.pdf
save-clean-up-name = opruiming.pdf
save-clean-up-year-name = opruiming-{ $id }.pdf
save-report-name = melding-{ $id }.pdf
save-done = De pdf is bewaard.
save-failed = De pdf kon daar niet bewaard worden. Kies een andere map.

# Received mail, on the page Today
received-show-all = Toon alle { $count }
received-unread = Een mail van { $date }, die ik nog opzoek
received-unread-undated = Een mail die ik nog opzoek
received-days = Staat hier al { $days } dagen. Dat is langer dan je school afsprak.
received-show-more = Toon er meer
received-to-lvs = Naar het LVS
received-to-lvs-label = Naar het LVS: { $subject }

# To the tracking system: the list
move-title = Naar het leerlingvolgsysteem
move-intro = Mails met gevoelige gegevens gaan hier stap voor stap naar het leerlingvolgsysteem, en daarna weg uit je mailbox. Mailwijs kijkt zelf na of elke stap gelukt is.
move-open-cases = { $count ->
    [one] 1 mail onderweg
   *[other] { $count } mails onderweg
}
move-none = Niets onderweg
move-none-text = Komt er een mail binnen met gevoelige gegevens over een leerling, dan vind je ze bij Vandaag. Kies daar "Naar het LVS". Bij Mijn mail kun je ook de mail doorzoeken die je al hebt.
move-closed-cases = Klaar
move-closed = Klaar op { $date }
move-clean-up = Bewijs van opruimen (pdf)
move-clean-up-year = Welk schooljaar?
move-clean-up-all = Alle schooljaren
move-clean-up-hint = Eén tabel met wat je opruimde: wanneer, welke soort gegevens en hoeveel kopieën. Niets uit de mails.
move-at-step = Stap { $number } van 7: { $name }
move-came-back = Er kwam een kopie terug.
move-gone-subject = Een mail die al weg is
move-looking-subject = Ik zoek de mail nog
move-some-subject = Een mail
move-since = begonnen: { $time }
move-categories = Waarover het gaat
move-reopened = Er is een kopie van deze mail teruggekomen. Daarom staat dit weer open.
move-ended = Je vond hier niets gevoeligs in. De mail blijft gewoon staan.

# The checklist
move-steps = De zeven stappen
move-step-what = Kijken wat erin staat
move-step-into-lvs = In het leerlingvolgsysteem zetten
move-step-filed = Het staat erin
move-step-delete = De mail verwijderen, overal
move-step-trash = De prullenmand leegmaken
move-step-gone = Echt weg
move-step-done = Klaar
move-state-done = gedaan
move-state-now = nu te doen
move-state-locked = nog niet
move-ticked = Stap { $number } is gedaan: { $name }.
move-unticked = Stap { $number } staat weer open: { $name }.
move-next = Nu stap { $number }: { $name }.
move-locked-what = Nog even wachten.
move-locked-into-lvs = Kijk eerst of er iets gevoeligs in staat.
move-locked-filed = Kies eerst wie het erin zet.
move-locked-delete = { $count ->
    [0] Dit kan zodra je zegt dat het erin staat.
    [one] Ik vond al 1 mail. Verwijderen doe je pas als het erin staat.
   *[other] Ik vond al { $count } mails. Verwijderen doe je pas als het erin staat.
}
move-locked-trash = Eerst de mails verwijderen.
move-locked-gone = Eerst de prullenmand leegmaken.
move-locked-done = Dit komt vanzelf, als alles weg is.
move-looked = Laatst gekeken: { $time }
move-not-looked = Nog niet overal gekeken
move-look = Kijk nu
move-later = Herinner me later
move-copy-button = Kopieer
move-copied = Gekopieerd
move-copy-label = Kopieer: { $what }

# Step 1
move-mail-text = De mail
move-show-mail = Toon de mail
move-mail-is-gone = De mail zelf staat niet meer in je mailbox.
move-sensitive = Ja, dit is gevoelig
move-not-sensitive = Niets gevoeligs
move-not-sensitive-hint = Kies je "Niets gevoeligs", dan is dit klaar en blijft de mail staan.

# Step 2
move-who = Wie zet het in het leerlingvolgsysteem?
move-myself = Ik doe het zelf
move-myself-hint = Ik help je met de tekst en de bestanden.
move-colleague = Een collega doet het
move-colleague-hint = Ik maak een bericht waar geen gegevens in staan.
move-no-colleagues = Mag een collega het ook doen? Je ICT-coördinator kan die namen in het beleid van je school zetten.
move-by-me = Je deed het zelf.
move-by-colleague = Je vroeg het aan een collega.
move-other-way = Toch anders
move-open = Open het leerlingvolgsysteem
move-open-system = { $system } openen
move-open-yourself = Open het zoals je dat altijd doet, en zoek de leerling op.
move-copy = Kopieer wat je nodig hebt
move-copy-hint = Wat je kopieert, staat een minuut op je klembord. Plak het in een nieuwe notitie bij de leerling.
move-piece-title = Titel
move-piece-date = Datum
move-piece-category = Categorie
move-piece-text = Tekst
move-begin-again = Terug naar het voorstel
move-tone = Ouders mogen dit later lezen. Schrijf liever wat je zag of hoorde:
move-files = De mail zelf erbij
move-files-hint = Wil je de mail als bijlage bewaren? Mailwijs zet ze in een eigen map, als pdf en met haar bijlagen. Die map verdwijnt vanzelf.
move-files-make = Maak bestanden
move-files-until = Sleep ze naar het uploadvak. Ze blijven tot { $time }, of tot je zegt dat het erin staat.
move-files-open = Map openen
move-share = Op de schoolschijf
move-share-hint = Zet dezelfde bestanden meteen op de beveiligde schijf van je school.
move-share-put = Zet op de schoolschijf
move-which-colleague = Welke collega?
move-message-hint = Je mailprogramma opent een bericht zonder naam en zonder gegevens. Kijk het na en verstuur het.
move-message = Maak het bericht
move-asked = Het bericht voor je collega staat klaar in je mailprogramma.
move-asked-hint = Stuur de mail zelf niet door. Toon ze op je scherm, of bel even.
move-ask-again = Nog een bericht maken

# Step 3
move-filed-question = Staat het in het leerlingvolgsysteem?
move-filed-question-colleague = Liet je collega weten dat het erin staat?
move-in-system = Ja, in het leerlingvolgsysteem
move-in-share = Ja, op de schoolschijf
move-in-colleague = Ja, mijn collega zette het erin
move-in-elsewhere = Ja, ergens anders
move-filed-hint = Daarna kun je de mail verwijderen. De bestanden die Mailwijs maakte, worden dan gewist.
move-filed-system = { $system }. Jij zei het: { $time }.
move-filed-share = Op de schoolschijf. Jij zei het: { $time }.
move-filed-colleague = Je collega zette het erin. Jij zei het: { $time }.
move-filed-elsewhere = Ergens anders bewaard. Jij zei het: { $time }.
move-not-filed = Toch nog niet

# Step 4
move-delete-left = { $count ->
    [one] Verwijder deze mail in je mailprogramma. De regel verandert vanzelf.
   *[other] Verwijder deze { $count } mails in je mailprogramma. Elke regel verandert vanzelf.
}
move-delete-none = Ik vind geen mails meer die weg moeten, maar ik kon nog niet overal kijken.
move-kin-same = De mail zelf
move-kin-conversation = Uit hetzelfde gesprek
move-conversation-hint = Antwoorden nemen de tekst vaak mee. Staat er niets gevoeligs in? Dan mag die mail blijven.
move-copy-live = Staat er nog
move-copy-trash = Ligt in de prullenmand
move-copy-bytes = Verwijderd, maar nog niet uit het bestand van de map
move-copy-gone = Weg
move-copy-was = Een mail die weg is
move-copy-stays = Mag blijven
move-may-stay = Mag blijven
move-may-stay-label = Mag blijven: { $subject }
move-show-copy = Toon in mailprogramma
move-show-copy-label = Toon in mailprogramma: { $subject }
move-deleted = { $count ->
    [0] Er stond niets meer.
    [one] 1 mail verwijderd.
   *[other] { $count } mails verwijderd.
}
move-show-copies = Toon de lijst
move-unread = Hier kon ik niet kijken. Wat daar staat, noem ik niet weg:
move-said = Hier kon ik niet kijken. Jij zei dat daar geen kopie staat:
move-no-copy = Daar staat geen kopie
move-no-copy-label = Daar staat geen kopie: { $place }
move-no-copy-hint = Gaat een map voor jou nooit open, dan weet alleen jij of er een kopie in kan staan. Wat je zegt, komt op het bewijs.

# Step 5
move-trash-text = Een verwijderde mail ligt eerst nog in de prullenmand. Maak ze leeg, of verwijder alleen deze mails er nog eens.
move-trash-how = In Thunderbird: klik met de rechtermuisknop op Prullenbak en kies "Prullenbak legen". Dit vinkje komt vanzelf.
move-trash-done = De prullenmand is leeg.
move-some-folder = Een map
move-mails = { $count ->
    [one] 1 mail
   *[other] { $count } mails
}

# Step 6
move-gone-text = Je ziet de mail niet meer, maar ze staat nog in het bestand van deze map, tot je de map comprimeert.
move-gone-how = In Thunderbird: klik met de rechtermuisknop op de map en kies "Comprimeren". Dit vinkje komt vanzelf.
move-gone-looking = Ik kijk na of er niets achterbleef.
move-gone-done = Op deze computer vind ik er niets meer van.
move-provider = Je mail staat ook bij een provider. Die kan nog even een reservekopie bewaren, meestal een paar weken. Ook in de zoekindex van je mailprogramma kunnen de woorden nog een tijdje staan. Dat kan ik niet zien en niet wissen.

# Step 7
move-done-title = Goed gedaan, alles is weg
move-done-text = { $count ->
    [0] Klaar: { $time }.
    [one] Er is 1 kopie verwijderd. Klaar: { $time }.
   *[other] Er zijn { $count } kopieën verwijderd. Klaar: { $time }.
}
move-receipt = Bewijs bewaren als pdf
move-receipt-hint = In het bewijs staat wanneer, welke soort gegevens en hoeveel kopieën. Niets uit de mail.

# Today
today-cases = { $count ->
    [one] 1 mail onderweg naar het leerlingvolgsysteem
   *[other] { $count } mails onderweg naar het leerlingvolgsysteem
}
today-breaches = { $count ->
    [one] 1 verkeerd verstuurde mail
   *[other] { $count } verkeerd verstuurde mails
}

# Something was sent wrong: the list
wrong-title = Ik verstuurde iets verkeerds
wrong-intro = Dat overkomt iedereen. We bekijken samen wat je nu best doet, en wie het moet weten. Niemand ziet dit, tot jij het meldt.
wrong-open = { $count ->
    [one] 1 loopt nog
   *[other] { $count } lopen nog
}
wrong-closed-ones = Afgesloten
wrong-closed = Afgesloten op { $date }
wrong-noticed = Gemerkt: { $time }
wrong-which = Welke mail was het?
wrong-which-text = Dit stuurde je de laatste tijd:
wrong-to = { $others ->
    [0] aan { $to }
    [one] aan { $to } en 1 ander
   *[other] aan { $to } en { $others } anderen
}
wrong-warned = Mailwijs waarschuwde je voor deze mail
wrong-more = Toon meer
wrong-another = Het was iets anders
wrong-describe = Vertel wat er gebeurde
wrong-offer = Je verstuurde "{ $subject }", maar er stond nog iets open
wrong-offer-text = Ging er iets mis? Wie er snel bij is, kan vaak nog veel goedmaken.
wrong-offer-yes = Ja, help me
wrong-offer-no = Nee, het is in orde

# The clock
wrong-left-hour = Nog minder dan een uur
wrong-left-hours = Nog { $hours } uur
wrong-left-days = Nog { $days } dagen
wrong-left-days-hours = Nog { $days } dagen en { $hours } uur
wrong-past = De 72 uur zijn voorbij
wrong-left-until = { $left }, tot { $time }
wrong-deadline = Tot { $time }
wrong-deadline-was = Dat was tot { $time }
wrong-clock-text = Binnen die tijd beslist je school of het gemeld moet worden aan de toezichthouder ({ $authority }). Jij moet het alleen aan je school zeggen, liefst vandaag nog.
wrong-late-text = Meld het toch aan je school. Die legt dan aan de toezichthouder ({ $authority }) uit waarom het later was.
wrong-reported = Gemeld: { $time }
wrong-reported-text = Je school weet het nu, en beslist of ze het meldt aan de toezichthouder ({ $authority }). Jij hebt gedaan wat je moest doen.

# What went wrong
wrong-kind = Wat ging er mis?
wrong-kind-wrong-person = Het ging naar de verkeerde persoon
wrong-kind-visible-addresses = Iedereen zag elkaars adres
wrong-kind-wrong-attachment = Er hing een verkeerde bijlage of link aan
wrong-kind-sensitive-data = Er stonden gevoelige gegevens in
wrong-kind-not-sure = Ik weet het niet zeker
wrong-kind-none = Nog niet gezegd wat er misging
wrong-kind-first = Kies wat het best past. Je kunt het later nog veranderen.

# First aid
wrong-aid = Dit kun je nu doen
wrong-aid-hint = Begin bovenaan. Hoe sneller, hoe kleiner de kans dat iemand het leest.
wrong-aid-text = Bekijk de tekst
wrong-aid-prepare = Zet het bericht klaar
wrong-aid-again = Nog eens klaarzetten
wrong-aid-did = Dat is gebeurd
wrong-aid-done = Gedaan

# The questions
wrong-questions = Wat je school wil weten
wrong-questions-hint = Vul in wat je weet. Iets openlaten mag. Alles wordt vanzelf bewaard.
wrong-what = Wat gebeurde er?
wrong-what-hint = Vertel het zonder namen en zonder de gegevens zelf.
wrong-happened = Wanneer?
wrong-topics = Waarover gingen de gegevens?
wrong-topic-contact = namen en adressen
wrong-people = Over hoeveel mensen?
wrong-recipients = Bij hoeveel mensen kwam het terecht?
wrong-unknown = weet ik niet
wrong-system = Waar gebeurde het?
wrong-choose = Kies…
wrong-system-mail = In een mail
wrong-system-cloud = Op een gedeelde schijf of met een link
wrong-system-tracking-system = In het leerlingvolgsysteem
wrong-system-paper = Op papier
wrong-system-device = Met een laptop, telefoon of stick
wrong-system-other = Ergens anders
wrong-encrypted = Was het versleuteld?
wrong-encrypted-hint = Bijvoorbeeld een bestand dat alleen met een wachtwoord opengaat.
wrong-encrypted-yes = ja
wrong-encrypted-no = nee
wrong-encrypted-unknown = weet ik niet
wrong-measures = Wat is er al gedaan?
wrong-measure-recalled = de mail teruggeroepen
wrong-measure-asked-to-delete = gevraagd om de mail te wissen
wrong-measure-confirmed-deleted = ze lieten weten dat de mail gewist is
wrong-measure-link-closed = de link gesloten
wrong-measure-password-changed = het wachtwoord veranderd
wrong-kept = Bewaard

# The report
wrong-report = Je melding aan de school
wrong-contact = Dit gaat naar { $name } ({ $email }).
wrong-no-contact = In het beleid van je school staat geen contactpunt. Geef je melding aan je directie of ICT-coördinator.
wrong-missing = Dit is nog niet ingevuld. Melden kan al, aanvullen mag later:
wrong-missing-what = wat er gebeurde
wrong-missing-happened = wanneer
wrong-missing-categories = waarover de gegevens gingen
wrong-missing-people = over hoeveel mensen
wrong-missing-system = waar het gebeurde
wrong-missing-encrypted = of het versleuteld was
wrong-missing-measures = wat er al gedaan is
wrong-preview = Je melding
wrong-open-mail = Open in mijn mailprogramma
wrong-save = Bewaren als pdf
wrong-i-reported = Ik heb het gemeld
wrong-next = En nu?
wrong-next-text = Je school neemt het over. Ze kan je nog iets vragen, of de betrokkenen inlichten. Komt er nog iets bij, vul het dan hierboven aan.
wrong-close = Afsluiten
wrong-close-unreported = Melden is niet nodig, sluit af
wrong-reopen = Weer openen

# Searching the mail that is there already
scan-title = Doorzoek je mailbox
scan-text = Mailwijs kijkt één keer door de mail die je al hebt, naar gegevens over leerlingen en naar wachtwoorden die daar niet meer horen. Dat gebeurt rustig op de achtergrond, en niets verlaat je computer.
scan-period = Hoe ver terug
scan-period-school-year = Dit schooljaar
scan-period-two-school-years = Dit en het vorige schooljaar
scan-period-all = Alle mail
scan-start = Doorzoeken
scan-again = Opnieuw doorzoeken
scan-running = Ik doorzoek je mail
scan-starting = Ik kijk eerst hoeveel mail er is…
scan-progress = Hoe ver ik ben
scan-counts = { $messages ->
    [one] 1 mail bekeken
   *[other] { $messages } mails bekeken
}, { $found ->
    [0] nog niets gevonden
    [one] 1 gevonden
   *[other] { $found } gevonden
}
scan-counted = { $messages ->
    [one] 1 mail bekeken
   *[other] { $messages } mails bekeken
}, { $found ->
    [0] niets gevonden
    [one] 1 gevonden
   *[other] { $found } gevonden
}
scan-unread = { $count ->
    [one] 1 mail kon ik niet lezen.
   *[other] { $count } mails kon ik niet lezen.
}
scan-paused = Doorzoeken gepauzeerd
scan-done = Doorzocht op { $date }
scan-pause = Pauzeren
scan-resume = Verdergaan
scan-cancel = Stoppen
scan-show = Bekijk wat ik vond
scan-trouble = Dit is nog niet doorzocht
