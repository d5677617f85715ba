name = Groepsadres zichtbaar
title = { $count ->
    [one] Een groepsadres staat niet in BCC
   *[other] { $count } groepsadressen staan niet in BCC
}
message = Een antwoord aan allen gaat zo naar de hele groep. In BCC komt je mail even goed aan.
why = Achter een groepsadres zitten veel mensen. Staat het in Aan of CC, dan kan iedereen het overnemen en komt elk "allen beantwoorden" bij de hele groep terecht.
looks-at = Mails die je schrijft: of een adres dat voor een groep mensen staat (zoals leerkrachten@ of ouders-3b@) in Aan of CC staat. Welke adressen dat zijn, staat in het beleid van je school.
stays-silent = Als het groepsadres in BCC staat, of als je het alleen noemt in de tekst. Ook bij algemene adressen zoals info@ of secretariaat@.
