# Received mail on its way into the tracking system, and what was sent wrong.
date-long = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
date-time = { $date } om { $time }

outcome-letter = Er staat een mail klaar in je mailprogramma. Lees ze na en verstuur ze.
outcome-letter-paste = Er staat een mail klaar in je mailprogramma. De tekst staat op je klembord: plak ze erin.
outcome-letter-copied = De tekst staat op je klembord. Plak ze in een nieuwe mail.

case-copied = Staat op je klembord. Na een minuut is het weer leeg.
case-no-url = In het beleid van je school staat geen webadres. Open { $system } zoals je gewoon bent. Je ICT-coördinator kan het adres in het beleid zetten: dan opent Mailwijs het voor je.
case-no-url-per-school = In het beleid van je school staat geen webadres. Open { $system } zoals je gewoon bent. Het adres ziet eruit als { $page }. Je ICT-coördinator kan dat van jullie school in het beleid zetten: dan opent Mailwijs het voor je.
case-no-url-shared = In het beleid van je school staat geen webadres. Open { $system } zoals je gewoon bent, of ga naar { $page }. Je ICT-coördinator kan dat adres in het beleid zetten: dan opent Mailwijs het voor je.
case-later = Goed, ik kom er de volgende schooldag op terug.
case-find-yourself = Zoek de mail in je mailprogramma, in de map { $folder }.
case-exported = De bestanden staan klaar. Sleep ze naar { $system }. Na een uur, of zodra je zegt dat het erin staat, zijn ze weer weg.
case-shared = Staat in de schoolmap: { $names }.
case-share-password = Vul je naam en wachtwoord voor de schoolmap in. Ze komen in de sleutelbos van deze computer.
case-reminder = { $count ->
    [one] Er wacht nog een mail om naar { $system } te brengen.
   *[other] Er wachten nog { $count } mails om naar { $system } te brengen.
}
retention-reminder = { $count ->
    [one] Een mail met gevoelige gegevens staat al { $days } dagen of langer in je mailbox.
   *[other] { $count } mails met gevoelige gegevens staan al { $days } dagen of langer in je mailbox.
}
case-colleague-subject = Iets voor { $system }
case-colleague-text =
    Dag { $name }

    Ik kreeg een mail met gegevens die in { $system } horen. Ik stuur ze bewust niet door. Kunnen we ze samen overzetten? Laat je weten wanneer het je past?

    Groeten

note-title = Bericht ontvangen op { $date }
note-text = Op { $date } ontving ik een mail van { $from } ({ $category }). De mail zelf zit in de bijlage.
note-advice-behaviour = Dat is een oordeel. Schrijf wat je zag of hoorde.
note-advice-always = Schrijf wanneer en hoe vaak: data zeggen meer.
note-advice-guess = Dat is een vermoeden. Laat het weg, of schrijf van wie het komt.
note-advice-home = Dat oordeelt over het gezin. Schrijf alleen wat de leerling nodig heeft.
note-advice-label = Een leerling is geen diagnose. Schrijf ‘heeft … volgens …’.

breach-contact = het meldpunt van je school
breach-kind-wrong-person = Naar de verkeerde persoon gestuurd
breach-kind-visible-addresses = Mensen zagen elkaars adres
breach-kind-wrong-attachment = Een verkeerde bijlage of een te open link
breach-kind-sensitive-data = Gevoelige gegevens in een mail
breach-kind-not-sure = Nog niet zeker
breach-reminder = { $hours ->
    [0] Je noteerde een mogelijk datalek. De 72 uur zijn om: meld het vandaag nog.
    [one] Je noteerde een mogelijk datalek. Er is nog 1 uur om het te melden.
   *[other] Je noteerde een mogelijk datalek. Er zijn nog { $hours } uur om het te melden.
}

aid-ask-to-delete = Vraag wie hem kreeg om de mail te verwijderen, ook uit de prullenmand, en je dat te laten weten.
aid-ask-not-to-use = Vraag iedereen, in BCC, om de adressen niet te gebruiken en niet aan allen te antwoorden.
aid-close-link = Sluit de link, of haal weg wie hem niet mag openen.
aid-change-password = Stond er een wachtwoord in? Verander het nu.
aid-send-again = Stuur de mail opnieuw, alleen naar wie hem moet krijgen.
aid-into-lvs = Zet wat erin stond in { $system }, niet opnieuw in een mail.
aid-keep-mail = Gooi je eigen mail nog niet weg: { $contact } kan ernaar vragen.
aid-ask-contact = Vraag het aan { $contact }. Twijfel is reden genoeg.
aid-subject = Vraag over mijn vorige mail
aid-question-subject = Vraag over een mail die ik stuurde
aid-text-ask-to-delete =
    Dag

    Ik stuurde u daarnet een mail die niet voor u bestemd was. Wilt u die verwijderen zonder hem te lezen, ook uit uw prullenmand, en mij laten weten dat het gebeurd is?

    Excuses voor het ongemak, en dank u wel.
aid-text-ask-not-to-use =
    Beste

    In mijn vorige mail waren uw mailadressen zichtbaar voor elkaar. Dat was niet de bedoeling, mijn excuses. Wilt u die mail verwijderen, de adressen niet gebruiken en niet aan allen antwoorden?

    Dank u wel.
aid-text-ask-contact =
    Dag

    Ik stuurde een mail en ben niet zeker of dat goed was. Kunnen we even overleggen? Ik stuur de inhoud niet mee.

    Groeten

report-subject = Melding van een mogelijk datalek
report-title = Melding van een mogelijk datalek
report-intro = Ik meld een mogelijk datalek. De gegevens zelf staan niet in deze melding.
report-outro = De school beslist of het gemeld wordt aan de { $authority }. Bel mij gerust voor meer uitleg.
report-line = { $question }: { $answer }
report-unknown = nog niet bekend
report-who = Wie meldt het
report-noticed = Wanneer gemerkt
report-happened = Wanneer gebeurd
report-what = Wat is er gebeurd
report-topics = Om welke gegevens gaat het
report-contact-data = namen en adressen
report-people = Van hoeveel mensen zijn de gegevens
report-recipients = Bij hoeveel mensen kwamen ze terecht
report-place = Waar
report-place-mail = een mail
report-place-cloud = een gedeelde map of link
report-place-tracking-system = het leerlingvolgsysteem
report-place-paper = papier
report-place-device = een laptop, telefoon of stick
report-place-other = iets anders
report-encrypted = Versleuteld
report-encrypted-yes = ja
report-encrypted-no = nee
report-encrypted-unknown = niet bekend
report-measures = Wat is er al gedaan
report-measure-recalled = mail teruggeroepen
report-measure-asked-to-delete = gevraagd om te verwijderen
report-measure-confirmed-deleted = bevestigd dat het verwijderd is
report-measure-link-closed = link gesloten
report-measure-password-changed = wachtwoord veranderd
report-deadline = De 72 uur lopen tot

receipt-title = Bewijs van opruiming
receipt-intro = Deze mail hoorde niet in een mailbox. Ze staat nu waar ze hoort, en Mailwijs zag elke kopie op deze computer verdwijnen. Van de inhoud staat hier niets.
receipt-open = Deze mail is nog niet overal weg. Dit is de stand van nu.
receipt-opened = Begonnen
receipt-category = Soort gegevens
receipt-filed = Overgebracht
receipt-filed-system = in { $system }, op { $when }
receipt-filed-share = in de schoolmap, op { $when }
receipt-filed-colleague = door een bevoegde collega, op { $when }
receipt-filed-elsewhere = op een andere plaats, op { $when }
receipt-not-filed = nog niet
receipt-copies = Verwijderde kopieën
receipt-left = Nog aanwezig
receipt-done = Alles weg
receipt-said = Niet bekeken
receipt-said-no-copy = { $count ->
    [one] Eén plaats gaat niet open. Op { $when } zei de leraar dat daar geen kopie staat.
   *[other] { $count } plaatsen gaan niet open. De leraar zei dat daar geen kopie staat, de laatste keer op { $when }.
}
receipt-honest = Wat een mailprovider zelf nog bewaart, bijvoorbeeld in een reservekopie, en wat de zoekindex van een mailprogramma nog even onthoudt, kan Mailwijs niet zien.

# The proof of cleaning up
clean-up-title = Bewijs van opruimen
clean-up-intro = Deze mails met gevoelige gegevens hoorden niet in een mailbox. Ze staan nu waar ze horen, en Mailwijs zag elke kopie op deze computer verdwijnen. Van de inhoud staat hier niets: geen naam, geen onderwerp, geen map.
clean-up-period = Periode
clean-up-year = Schooljaar { $year }, van { $first } tot en met { $last }
clean-up-all = Van { $first } tot en met { $last }
clean-up-mails = Opgeruimde mails
clean-up-number = Nr.
clean-up-copies = Kopieën
clean-up-share = schoolmap
clean-up-colleague = bevoegde collega
clean-up-elsewhere = andere plaats
clean-up-said = { $count ->
    [one] * Bij deze mail kon Mailwijs niet overal kijken. De leraar zei dat daar geen kopie staat.
   *[other] * Bij deze { $count } mails kon Mailwijs niet overal kijken. De leraar zei dat daar geen kopie staat.
}

paper-page = Pagina { $page } van { $pages }
paper-unshown = { $count ->
    [one] Eén teken kon niet afgedrukt worden.
   *[other] { $count } tekens konden niet afgedrukt worden.
}
paper-cut = De tekst is langer dan wat hier afgedrukt is.
paper-from = Van
paper-to = Aan
paper-cc = CC
paper-bcc = BCC
paper-date = Datum
paper-subject = Onderwerp
paper-attachments = Bijlagen
paper-no-subject = (geen onderwerp)
paper-no-name = (zonder naam)
paper-more = en nog { $count }
paper-footer = Gemaakt met Mailwijs
paper-kilobytes = { $count } kB
paper-megabytes = { $count } MB
export-unnamed = bijlage
export-folder = Mail { $date }
share-address = Het adres van de schoolmap is niet veilig. Meld het aan je ICT-coördinator.
share-refused = De naam of het wachtwoord klopt niet. Sommige scholen werken met een app-wachtwoord.
share-unreachable = De server is niet bereikbaar. Kijk of je internet hebt en probeer opnieuw.
share-unsafe = De verbinding is niet veilig; er is niets verstuurd. Meld het aan je ICT-coördinator.
share-not-offered = Je kunt er niet aanmelden met een wachtwoord. Vraag je ICT-coördinator om een app-wachtwoord.
share-forbidden = Je mag in deze map niet schrijven. Vraag het je ICT-coördinator.
share-no-folder = De map bestaat niet op de server. Meld het aan je ICT-coördinator.
share-full = Er is geen plaats meer op de server. Meld het aan je ICT-coördinator.
share-too-large = De mail is te groot voor de server. Zet de bestanden er zelf in.
share-later = De server is bezet of even buiten dienst. Probeer het straks opnieuw.
share-incomplete = De server bewaarde niet alles: verwijder nog niets. Meld het aan je ICT-coördinator.
share-crowded = Er staan te veel mappen met deze naam. Ruim de schoolmap eerst op.
share-nonsense = De server antwoordt onbegrijpelijk. Meld het aan je ICT-coördinator.
share-left = Een deel kan er al staan: kijk het na in de schoolmap.
case-looking = Mailwijs kijkt nog overal.
case-not-looked = De mailbox van { $name } is niet bereikbaar. Wat daar staat, telt niet als verwijderd.
case-stumbled = Bij het kijken in je mail op deze computer liep iets mis. Mailwijs kijkt straks opnieuw.
case-stumbled-mailbox = Bij het kijken in de mailbox van { $name } liep iets mis. Mailwijs kijkt straks opnieuw.
case-closed = { $name }: deze map gaat voor jou niet open.
case-too-large = { $name }: te groot om te lezen.
case-being-written = { $name }: er wordt nog in geschreven.
case-unreadable = { $name }: kan niet gelezen worden.
breach-remark = Dit hoort niet in een melding, en wordt niet bewaard: { $what }
