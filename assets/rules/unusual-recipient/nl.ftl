name = Onverwachte ontvanger
title = { $kind ->
    [greeting] De aanhef past niet bij wie dit krijgt
    [class] De klas past niet bij wie dit krijgt
   *[other] Klopt deze ontvanger?
}
message = { $kind ->
    [greeting] Je groet iemand anders dan wie in Aan of CC staat. Kijk even of je de juiste persoon koos.
    [class] Je mail gaat over een andere klas dan het groepsadres. Kijk even of je het juiste adres koos.
   *[other] Kijk even of je de juiste persoon koos.
}
why = Een mail aan de verkeerde is zo verstuurd: het mailprogramma vult zelf een naam aan, of een oud adres blijft staan. Terughalen lukt bijna nooit.
looks-at = Mails die je schrijft: of de naam in je aanhef bij een van de ontvangers past, en of de klas in je onderwerp of aanhef bij het groepsadres past.
stays-silent = Bij roepnamen en korte namen (Jef voor Jozef), bij adressen die niet tonen van wie ze zijn, bij algemene adressen zoals info@, en als je ouders of collega's zonder naam groet.
