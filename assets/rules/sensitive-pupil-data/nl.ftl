name = Gevoelige gegevens van leerlingen
title = { $source ->
    [sentence] { $place ->
        [quoted] Citeert deze mail iets persoonlijks over een leerling?
        [attachment] Staat er iets persoonlijks over een leerling in de bijlage?
       *[own] { $categories ->
            [one] { $category ->
                [family] Gaat dit over de thuissituatie van een leerling?
                [psychosocial] Gaat dit over het welzijn van een leerling?
                [medical] Gaat dit over de gezondheid van een leerling?
                [care] Gaat dit over de zorg voor een leerling?
                [financial] Gaat dit over geldzorgen bij een leerling thuis?
                [judicial] Gaat dit over politie of gerecht bij een leerling?
               *[special] Gaat dit over geloof, afkomst of geaardheid van een leerling?
            }
           *[other] Gaat dit over een persoonlijke situatie van een leerling?
        }
    }
   *[words] { $place ->
        [list] Dit is een lijst met gegevens van leerlingen
        [colleague] Dit is privé van een collega
        [quoted] Deze mail citeert nog gevoelige gegevens van een leerling
        [attachment] In de bijlage staan gevoelige gegevens van een leerling
       *[own] { $categories ->
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
    }
}
message = { $direction ->
    [received] { $source ->
        [sentence] Gaat dit over een leerling? Zet het dan in { $system ->
            [none] het leerlingvolgsysteem
           *[named] { $system }
        }, of laat een bevoegde collega dat doen. Verwijder daarna elke mail erover, ook uit je prullenmand.
       *[words] Zet het in { $system ->
            [none] het leerlingvolgsysteem
           *[named] { $system }
        }, of laat een bevoegde collega dat doen. Verwijder daarna elke mail erover, ook uit je prullenmand.
    }
   *[draft] { $source ->
        [sentence] { $audience ->
            [own-parents] Gaat dit over hun kind? Bel dan liever even, of spreek af: een mail wordt doorgestuurd en thuis soms door anderen gelezen.
            [one-family] Gaat dit over hun eigen kind? Bel dan liever even: een mail wordt doorgestuurd en thuis soms door anderen gelezen. Gaat het over een ander kind, haal het dan weg.
            [families] Gaat dit over een leerling? Haal het dan weg, want andere ouders lezen mee. Bespreek het alleen met de ouders van dit kind.
            [pupils] Gaat dit over een leerling? Haal het dan weg, want leerlingen lezen mee. Bespreek het onder vier ogen of met de ouders.
           *[others] Gaat dit over een leerling? { $audience ->
                [care] Het zorgteam mag dat weten, maar niet per mail. Schrijf hier dan alleen waar het staat, en zet het in { $system ->
                    [none] het leerlingvolgsysteem
                   *[named] { $system }
                }.
                [staff-group] Dan leest een hele groep collega's dit, ook wie die leerling niet begeleidt. Zet het in { $system ->
                    [none] het leerlingvolgsysteem
                   *[named] { $system }
                }.
                [private-address] Op een privéadres kan de school er niet meer op letten. Laat het dan in { $system ->
                    [none] het leerlingvolgsysteem
                   *[named] { $system }
                }.
                [outside] Dit gaat naar iemand van buiten de school. Overleg dan eerst wat je mag delen, en zet de rest in { $system ->
                    [none] het leerlingvolgsysteem
                   *[named] { $system }
                }.
               *[colleagues] Dan hoort het in { $system ->
                    [none] het leerlingvolgsysteem
                   *[named] { $system }
                }, niet in een { $channel ->
                    [mail] mail
                   *[other] bericht
                }.
            } Daar lezen alleen de juiste collega's mee.
        }
       *[words] { $audience ->
            [colleague] Laat je collega het liever zelf vertellen, of vraag eerst of het mag. Meestal volstaat het te zeggen dat iemand er niet is.
            [own-parents] Het gaat over hun eigen kind, maar een mail wordt doorgestuurd en thuis soms door anderen gelezen. Bel liever even, of spreek af.
            [one-family] Is het hun eigen kind? Bel dan liever even: een mail wordt doorgestuurd en thuis soms door anderen gelezen. Is het een ander kind, haal het dan weg.
            [families] Andere ouders lezen dit mee. Haal het weg, en bespreek het alleen met de ouders van dit kind.
            [pupils] Leerlingen lezen dit. Haal het weg, en bespreek het onder vier ogen of met de ouders.
           *[others] { $category ->
                [pupil] Noem hier geen leerlingen. Bel even, of gebruik
               *[other] { $audience ->
                    [care] Het zorgteam mag dit weten, maar niet per mail. Schrijf hier alleen waar het staat, en zet het in
                    [staff-group] Zo leest een hele groep collega's dit, ook wie deze leerling niet begeleidt. Zet het in
                    [private-address] Op een privéadres kan de school er niet meer op letten. Laat het in
                    [outside] Dit gaat naar iemand van buiten de school. Overleg eerst wat je mag delen, en zet de rest in
                   *[colleagues] Dit hoort niet in een { $channel ->
                        [mail] mail
                       *[other] bericht
                    }, maar in
                }
            } { $system ->
                [none] het leerlingvolgsysteem
               *[named] { $system }
            }. Daar lezen alleen de juiste collega's mee.
        }
    }{ $history ->
        [new-reader] {" "}Niet iedereen die dit krijgt, las het gesprek dat je citeert: haal dat citaat weg.
        [quoted] {" "}Wat je citeert, gaat opnieuw mee: haal het weg voor je antwoordt.
       *[none] {""}
    }{ $subject ->
        [named] {" "}De naam staat in het onderwerp, dat op elk scherm te zien is: laat hem daar weg.
       *[plain] {""}
    }
}
why = Een mail wordt doorgestuurd, blijft staan en komt soms bij de verkeerde terecht. Bij gevoelige gegevens kan dat een kind en zijn gezin echt pijn doen. In het leerlingvolgsysteem zien alleen de juiste collega's mee.
looks-at = Mails die je schrijft en krijgt, met onderwerp, geciteerde tekst en bijlagen: gegevens over thuissituatie, welzijn, gezondheid, zorg, geld, gerecht, geloof of afkomst van een leerling die je kunt herkennen aan een naam, initialen of een omschrijving. Een lijst met vijf of meer leerlingen en hun geboortedatum telt ook. Wie meeleest, bepaalt hoe luid het klinkt. Staat er iets heel persoonlijks over een collega in (een burn-out, een scheiding, schulden), dan kleurt alleen het pictogram.
stays-silent = Bij algemene informatie zonder leerling (een lezing over dyslexie, een brief over luizen), bij je eigen ziekte, bij punten, huiswerk en complimenten, bij verhalen, toneelrollen en leerstof, en bij een dagje ziek. Ook bij een collega die ziek is, vervangen wordt, trouwt of een kind krijgt, en bij mail van en naar de directie of het secretariaat.
