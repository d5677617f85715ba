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
mailbox-no-secret = { $account }: het wachtwoord staat niet in de sleutelbos van deze computer. Stel de mailbox opnieuw in.
mailbox-no-keyring = { $account }: de sleutelbos van deze computer antwoordt niet, dus Mailwijs kent het wachtwoord niet.
mailbox-message-too-large = Dit bericht is te groot om over te halen.
mailbox-signed-in-page = Je bent aangemeld. Je mag dit venster sluiten.
mailbox-not-signed-in-page = Aanmelden is niet gelukt. Mailwijs zegt waarom.
mailbox-sign-in-declined = Je zei nee op de aanmeldpagina. Er is niets ingesteld.
mailbox-sign-in-timed-out = Er is niet op tijd aangemeld. Probeer het opnieuw.
mailbox-sign-in-fleeting = De aanbieder laat Mailwijs niet aangemeld blijven. Vraag je ICT-coördinator om de machtigingen (scopes) na te kijken.
mailbox-sign-in-no-listener = Het antwoord van je browser kan niet ontvangen worden ({ $detail }). Probeer het opnieuw.
