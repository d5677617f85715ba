name = Privéadres doorgegeven
title = { $place ->
    [recipients] Buitenstaanders zien het privéadres van { $count ->
        [one] een collega
       *[other] { $count } collega's
    }
   *[text] Je geeft het privéadres van { $count ->
        [one] iemand
       *[other] { $count } mensen
    } door
}
message = { $place ->
    [recipients] Gebruik het schooladres van je collega, of zet het privéadres in BCC.
   *[text] Geef liever het schooladres, of vraag eerst of het mag.
}
why = Een privéadres is niet bedoeld om te verspreiden. Wie het kent voor één ding, mag het niet zomaar doorgeven aan anderen.
looks-at = Mails die je schrijft aan mensen van buiten de school: of er een privéadres van een personeelslid zichtbaar is, in Aan of CC of in de tekst, of dat je het privéadres van iemand anders doorgeeft.
stays-silent = Bij je eigen adres en je handtekening, bij het adres van wie je schrijft, in een doorgestuurde of geciteerde mail, en in mails die alleen naar collega's gaan.
