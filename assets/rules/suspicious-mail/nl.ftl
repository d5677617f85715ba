name = Verdachte mail
title = { $kind ->
    [program] Deze bijlage kan je computer besmetten
    [disguise] De naam van deze bijlage verbergt wat ze is
    [macro] Dit document kan zelf opdrachten uitvoeren
    [page] Deze bijlage is een webpagina die gegevens kan stelen
    [locked] Een afgesloten bijlage, met de sleutel ernaast
    [look-alike] Deze naam lijkt op een bekende, maar is het niet
    [link] Deze link gaat ergens anders heen dan er staat
    [pretence] De afzender doet zich voor als iemand anders
    [voucher] Dit lijkt oplichting met cadeaubonnen
    [unproved] De afzender is niet wie hij zegt te zijn
   *[wording] Deze mail lijkt op oplichting
}
message = { $kind ->
    [program] Open de bijlage niet.
    [disguise] Open de bijlage niet.
    [macro] Open het document niet en klik nooit op "inhoud inschakelen".
    [page] Open de bijlage niet en vul er zeker niets in.
    [locked] Open de bijlage niet. Een slot met de sleutel erbij beschermt niemand, het houdt alleen de virusscanner tegen.
    [look-alike] Klik nergens op en vul niets in. Wil je zeker zijn, typ dan zelf het adres dat je kent.
    [link] Klik er niet op. Wil je zeker zijn, typ dan zelf het adres dat je kent.
    [pretence] Antwoord niet. Bel de persoon of de dienst op het nummer dat je kent.
    [voucher] Koop niets, stuur geen codes en antwoord niet. Bel de persoon op het nummer dat je kent.
    [unproved] Klik nergens op. Bel de persoon of de dienst op het nummer dat je kent.
   *[wording] Klik nergens op, betaal niets en antwoord niet. Vraag het na op het nummer dat je kent.
} Meld het: { $contact ->
    [none] de ICT-coördinator van je school
   *[other] { $contact }
}. Heb je al geklikt of iets ingevuld? Bel meteen, je doet er niets verkeerds mee.
why = Oplichters kennen scholen goed. Eén klik kan het hele schoolnetwerk platleggen of je account weggeven, en daarmee alles wat er over je leerlingen in staat. Even navragen kost een minuut.
looks-at = Mails die je krijgt: bijlagen die een programma zijn of er een verbergen (ook in een zip, rar of 7z), documenten met macro's, webpagina's als bijlage die naar een wachtwoord vragen, links die ergens anders heen gaan dan er staat, namen die lijken op die van je school of van bekende diensten, en afzenders die zich voor een ander uitgeven. Eén zeker teken is genoeg; van de minder zekere moeten er twee zijn.
stays-silent = Bij nieuwsbrieven met hun eigen soort links, bij links die een mailfilter heeft ingepakt, bij een antwoordadres dat verschilt en verder niets, bij bestanden en projecten van collega's en leerlingen, en bij mail die alleen dringend klinkt.
