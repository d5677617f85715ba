name = Gevoelige gegevens van leerlingen
title = { $categories ->
    [one] { $category ->
        [family] Dit gaat over de thuissituatie van een leerling
        [psychosocial] Dit gaat over het welzijn van een leerling
        [medical] Dit gaat over de gezondheid van een leerling
        [care] Dit gaat over de zorg voor een leerling
        [financial] Dit gaat over geldzorgen bij een leerling thuis
        [judicial] Dit gaat over politie of gerecht bij een leerling
        [special] Dit gaat over geloof, afkomst of geaardheid van een leerling
       *[pupil] Een leerling is herkenbaar in dit bericht
    }
   *[other] Dit zijn gevoelige gegevens van een leerling
}
message = { $direction ->
    [received] Zet het in { $system ->
        [none] het leerlingvolgsysteem
       *[named] { $system }
    }, of laat een bevoegde collega dat doen. Verwijder daarna elke mail erover, ook uit je prullenmand.
   *[draft] { $category ->
        [pupil] Noem hier geen leerlingen. Bel even, of gebruik
       *[other] Dit hoort niet in een { $channel ->
            [mail] mail
           *[other] bericht
        }, maar in
    } { $system ->
        [none] het leerlingvolgsysteem
       *[named] { $system }
    }. Daar lezen alleen de juiste collega's mee.
}
why = Een mail wordt doorgestuurd, blijft staan en komt soms bij de verkeerde terecht. Bij gevoelige gegevens kan dat een kind en zijn gezin echt pijn doen. In het leerlingvolgsysteem zien alleen de juiste collega's mee.
looks-at = Mails die je schrijft en krijgt, met onderwerp, geciteerde tekst en bijlagen: gegevens over thuissituatie, welzijn, gezondheid, zorg, geld, gerecht, geloof of afkomst van een leerling die je kunt herkennen aan een naam, initialen of een omschrijving.
stays-silent = Bij algemene informatie zonder leerling (een lezing over dyslexie, een brief over luizen), bij je eigen ziekte, bij punten, huiswerk en complimenten, bij verhalen, toneelrollen en leerstof, en bij een dagje ziek.
