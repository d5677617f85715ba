name = Wachtwoord
title = { $source ->
    [sentence] Staat er een wachtwoord in { $channel ->
        [mail] deze mail
       *[other] dit bericht
    }?
   *[words] { $count ->
        [one] Er staat een wachtwoord in { $channel ->
            [mail] deze mail
           *[other] dit bericht
        }
       *[other] Er staan { $count } wachtwoorden in { $channel ->
            [mail] deze mail
           *[other] dit bericht
        }
    }
}
message = { $direction ->
    [received] { $source ->
        [sentence] Staat er een wachtwoord in? Verander het dan
       *[words] Verander het wachtwoord
    } en verwijder de mail. Niemand van school vraagt of geeft een wachtwoord per mail.
   *[draft] { $source ->
        [sentence] Staat er een wachtwoord of code in? Haal het dan weg
       *[words] Haal het weg
    } en geef het persoonlijk, op papier, of laat de ander zelf een nieuw wachtwoord instellen.
}
why = Wie de mail leest, kan aanmelden. Een mail blijft staan, wordt doorgestuurd en gelezen op toestellen die je niet kent. Daarom versturen we nooit een wachtwoord, op geen enkele manier.
looks-at = Mails die je schrijft en krijgt: een wachtwoord, aanmeldcode of pincode die er voluit in staat, in de tekst of in een bijlage.
stays-silent = Bij "ik ben mijn wachtwoord vergeten", bij "je krijgt het op papier", bij een link om een nieuw wachtwoord te kiezen, en bij uitleg over veilige wachtwoorden.
