### Mailboxen op een server: wat er mis kan zijn, en wat je dan doet. Deze teksten leest ook een leerkracht.

mailbox-unreachable = De server van { $account } is niet te bereiken ({ $detail }). Mailwijs probeert het vanzelf opnieuw.
mailbox-unreachable-once = De server van { $account } is niet te bereiken ({ $detail }). Kijk of je verbinding hebt, en of de naam en de poort van de server kloppen.
mailbox-unsafe = De verbinding met { $account } is niet veilig ({ $detail }). Er is niets verstuurd. Kijk of de naam van de server klopt, of vraag het aan je ICT-coördinator.
mailbox-refused = { $account }: de server aanvaardt de naam of het wachtwoord niet. Probeer het opnieuw.
mailbox-sign-in-needed = { $account }: je bent afgemeld. Meld je opnieuw aan.
mailbox-not-offered = { $account }: zo aanmelden mag niet op deze server. Vraag je ICT-coördinator of Mailwijs je mailbox mag lezen.
mailbox-lost = De verbinding met { $account } viel weg. Mailwijs maakt ze vanzelf opnieuw.
mailbox-lost-once = De verbinding met { $account } viel weg. Probeer het opnieuw.
mailbox-nonsense = De server van { $account } geeft een antwoord dat Mailwijs niet begrijpt ({ $detail }). Kijk of het de juiste server is.
mailbox-denied = De server van { $account } weigert een vraag van Mailwijs ({ $detail }). Vraag het aan je ICT-coördinator.
mailbox-erased = Intussen werd alles gewist. Deze mailbox is niet ingesteld.
mailbox-no-secret = { $account }: het wachtwoord staat niet in de sleutelbos van deze computer. Stel de mailbox opnieuw in.
mailbox-no-keyring = { $account }: de sleutelbos van deze computer antwoordt niet, dus Mailwijs kent het wachtwoord niet.
mailbox-message-too-large = Dit bericht is te groot om over te halen.
mailbox-signed-in-page = Je bent aangemeld. Je mag dit venster sluiten.
mailbox-not-signed-in-page = Aanmelden is niet gelukt. Mailwijs zegt waarom.
mailbox-sign-in-declined = Je zei nee op de aanmeldpagina. Er is niets ingesteld.
mailbox-sign-in-timed-out = Er is niet op tijd aangemeld. Probeer het opnieuw.
mailbox-sign-in-fleeting = De aanbieder laat Mailwijs niet aangemeld blijven. Vraag je ICT-coördinator om de machtigingen (scopes) na te kijken.
mailbox-sign-in-no-listener = Het antwoord van je browser kan niet ontvangen worden ({ $detail }). Probeer het opnieuw.
mailbox-detail = { $kind ->
    [no-such-server-or-no-network] die naam is niet te vinden, of er is geen netwerk
    [no-answer] er komt geen antwoord
    [timed-out] er komt geen antwoord
    [connection-refused] op deze poort antwoordt niemand
    [connection-reset] de verbinding werd verbroken
    [network-unreachable] er is geen netwerk
    [network-down] er is geen netwerk
    [host-unreachable] er is geen weg naartoe
    [the-provider-is-out-of-order] de aanbieder heeft een storing
    [no-TLS] ze is niet versleuteld
    [it-does-not-offer-encryption] de server biedt geen versleuteling
    [its-name-is-no-name-of-a-server] dit is niet de naam van een server
    [it-asks-for-no-login] de server vraagt niet wie je bent
    [the-certificate-has-expired] het certificaat is verlopen
    [the-certificate-is-not-valid-yet-is-the-clock-right] het certificaat geldt nog niet; staat de klok juist?
    [the-certificate-is-for-another-server] het certificaat is van een andere server
    [nobody-known-vouches-for-the-certificate] niemand die we kennen staat in voor het certificaat
    [the-certificate-was-withdrawn] het certificaat is ingetrokken
    [the-certificate-is-no-good] het certificaat deugt niet
   *[other] { $detail }
}
scan-mailbox-failed = Van { $name } kon ik niet alles lezen: { $why }
scan-mailbox-closed = { $name } is niet doorzocht: die mailbox kan ik nu niet openen. Kijk hieronder wat er scheelt en zoek daarna opnieuw.
scan-broken = Bij het doorzoeken liep iets mis. Kies Verdergaan om het opnieuw te proberen.
