name = Zichtbare ontvangers
title = { $people ->
    [parents] { $count } ouders zien elkaars adres
    [pupils] { $count } leerlingen zien elkaars adres
    [colleagues] { $count } collega's staan één voor één in de lijst
   *[people] { $count } mensen zien elkaars adres
}
message = { $people ->
    [colleagues] Zo'n lange lijst komt bij elk antwoord terug. Zet ze in BCC, of gebruik een groepsadres in BCC.
   *[people] Wie in Aan of CC staat, ziet het adres van alle anderen. In BCC krijgt iedereen je mail zonder de anderen te zien.
}
why = Een adres is een persoonsgegeven. Wie het geeft aan de school, geeft het niet aan alle andere gezinnen. En één "allen beantwoorden" belandt bij iedereen.
looks-at = Mails die je schrijft: hoeveel mensen van buiten de school elkaar zien in Aan en CC samen. Het telt gezinnen, geen adressen: beide ouders van één kind tellen als één, en iemand met twee adressen ook. Leerlingen tellen mee. Bij een mail die alleen naar collega's gaat, kijkt het of er een lange lijst namen staat.
stays-silent = Bij de ouders van één kind, bij minder gezinnen dan de grens van je school, bij een paar collega's, bij algemene adressen zoals info@ of zorg@, bij je eigen andere adres, en bij alles wat in BCC staat.
