cli-nothing-found = niets gevonden
cli-no-clients = Er is geen mailprogramma gevonden op deze computer.
cli-watching = In het oog: { $name }
cli-ready = Klaar. Elk concept dat nu bewaard wordt, wordt nagekeken. Stoppen: Ctrl-C.
cli-resolved = in orde gebracht: { $name }
cli-sent = verstuurd
cli-received = ontvangen in { $name }
cli-gone-left = weg uit { $name }, staat nog in { $left }
cli-gone-bytes = weg uit { $name }; in het bestand van een map staat de tekst nog
cli-gone = weg uit { $name }, er is niets meer van over
cli-discarded = concept weggegooid
cli-since-not-a-date = --since vraagt een datum als 2026-09-01.
cli-scan-interrupted = onderbroken. Ga verder met `mailwijs scan --resume`, met dezelfde opties en mappen.
cli-scan-interrupted-for-good = onderbroken. Waar het stopte kon niet bewaard worden: een volgende scan begint opnieuw.
cli-scan-resumed = gaat verder waar de vorige scan stopte: { $messages ->
    [one] 1 bericht is
   *[other] { $messages } berichten zijn
} al nagekeken.
cli-scan-nothing-to-resume = er is geen scan die onderbroken werd; deze begint van voren af aan.
cli-scan-other-rules = sinds de onderbroken scan veranderden het beleid, de klaslijst, de opties of het programma; alles wordt opnieuw nagekeken.
cli-scan-summary = { $messages ->
    [one] 1 bericht nagekeken
   *[other] { $messages } berichten nagekeken
}, { $found ->
    [0] nergens iets gevonden.
    [one] in 1 iets gevonden.
   *[other] in { $found } iets gevonden.
}
cli-cases-none = Nog geen zaken. Ze beginnen in Mailwijs, bij een ontvangen mail met gevoelige gegevens.
cli-cases-none-open = Er staat geen zaak open.
cli-cases-unknown = Zaak { $case } bestaat niet. Toon ze allemaal met: mailwijs cases --all
cli-cases-newer = { $count ->
    [one] 1 zaak staat er niet bij: een nieuwere versie van Mailwijs schreef ze. Werk dit programma bij.
   *[other] { $count } zaken staan er niet bij: een nieuwere versie van Mailwijs schreef ze. Werk dit programma bij.
}
cli-case-since = begonnen op { $date }
cli-case-closed = klaar op { $date }
cli-case-not-sensitive = niets gevoeligs, gesloten op { $date }
cli-case-copies = Kopieën:
cli-case-unread = Hier kon Mailwijs niet kijken. Wat daar staat, telt niet als weg:
cli-case-said = jij zei dat daar geen kopie staat
cli-case-somewhere = waar Mailwijs nu niet kijkt
cli-case-next = Zaak { $case }: { $next }
cli-next-what = Kijk in Mailwijs wat erin staat, en kies wie het in { $system } zet.
cli-next-into-lvs = Zet het in { $system }; Mailwijs helpt met de tekst en de bestanden.
cli-next-filed = Staat het in { $system }? Zeg dat dan in Mailwijs.
cli-next-delete = { $count ->
    [one] Verwijder de mail in je mailprogramma: { $places }.
   *[other] Verwijder { $count } kopieën in je mailprogramma: { $places }.
}
cli-next-look = Er zijn geen kopieën meer te zien, maar Mailwijs kon nog niet overal kijken.
cli-next-trash = Maak de prullenmand leeg: { $places }.
cli-next-gone = Comprimeer de map, want de tekst staat nog in het bestand: { $places }.
cli-next-done = Niets meer te doen.
cli-policy-made = { $path } is gemaakt. Vul de naam, de domeinen en de adressen van je school in, en kijk het na met: mailwijs policy check { $path }
cli-policy-good = { $path }: in orde.
cli-policy-signed = De handtekening staat in { $path }.
cli-policy-verified = { $path }: de handtekening klopt.
cli-keys-made = { $path }.key en { $path }.pub zijn gemaakt. Bewaar { $path }.key veilig; zet { $path }.pub op elke computer.
cli-key-password = Wachtwoord van de sleutel:{" "}
cli-mailbox-password = Wachtwoord van { $account }:{" "}
cli-mailbox-no-password = Er is geen wachtwoord voor { $account }. Geef het met --password-stdin, of typ het in een terminal.
cli-mailbox-sign-in = Open deze pagina in je browser en meld je aan: { $url }
cli-mailbox-added = De mailbox is ingesteld. Mailwijs leest hem, en verandert er niets in.
cli-mailbox-session = Er is geen sleutelbos die het wachtwoord kan bewaren ({ $detail }), en in een bestand bewaart Mailwijs het niet. Geef het bij watch en scan met --password-stdin, of typ het.
cli-mailbox-no-keyring = Je kunt hier niet aanmelden in de browser: er is geen sleutelbos die onthoudt dat je aangemeld bent ({ $detail }).
cli-mailbox-none = Er is geen mailbox ingesteld. Dat doe je met: mailwijs mailbox add ADRES
cli-mailbox-removed = { $account } is vergeten, met het wachtwoord. De mail blijft zoals ze is.
cli-mailbox-role = { $role ->
    [inbox] (postvak in)
    [drafts] (concepten)
    [sent] (verzonden)
    [outbox] (postvak uit)
    [trash] (prullenbak)
    [junk] (ongewenst)
    [archive] (archief)
    [templates] (sjablonen)
   *[other] {" "}
}
cli-mailbox-no-drafts = Er is nog geen map voor concepten. Ze komt er met je eerste concept; Mailwijs kijkt uit.
doctor-mailbox = De mailbox { $account } is ingesteld, met het wachtwoord in de sleutelbos van deze computer.
doctor-policy-file = Policy van { $school }: { $path }
doctor-policy-built-in = Er is geen policy van je school geïnstalleerd; het ingebouwde Vlaamse sjabloon geldt. Zet het bestand van je school in { $path }
doctor-class-list-none = Er is geen klaslijst. Met een klaslijst herkent Mailwijs leerlingen beter: { $path }
doctor-class-list = { $count ->
    [one] Klaslijst met 1 leerling.
   *[other] Klaslijst met { $count } leerlingen.
}
doctor-mail-client = { $name } gevonden ({ $path }), { $count ->
    [one] met 1 afzender.
   *[other] met { $count } afzenders.
}
doctor-history-keyring = De geschiedenis wordt versleuteld bewaard, met de sleutel in de sleutelbos van deze computer.
doctor-history-locked = De geschiedenis is versleuteld met een wachtzin; Mailwijs vraagt die bij het starten.
doctor-history-needs-choice = Er is geen sleutelbos op deze computer. Mailwijs vraagt bij het starten om een wachtzin, of houdt de geschiedenis alleen in het geheugen.
doctor-sentences = De zinslezer is geïnstalleerd: Mailwijs let ook op zinnen zonder herkenbaar woord.
doctor-watch-enough = Er kunnen { $count } mappen in het oog gehouden worden.
doctor-watch-few = Er kunnen maar { $count } mappen in het oog gehouden worden (fs.inotify.max_user_watches). Is dat te weinig, dan kijkt Mailwijs om de paar seconden.
policy-not-utf8 = Het bestand is geen UTF-8-tekst. Bewaar het opnieuw als UTF-8.
