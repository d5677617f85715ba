name = Onverwachte ontvanger
title = { $kind ->
    [greeting] De aanhef past niet bij wie dit krijgt
    [class] De klas past niet bij wie dit krijgt
    [namesake] Is dit de juiste persoon?
    [stranger] Er leest iemand van buiten mee
    [circle] Hoort deze ontvanger hierbij?
   *[other] Klopt deze ontvanger?
}
message = { $kind ->
    [greeting] Je groet iemand anders dan wie in Aan of CC staat. Kijk even of je de juiste persoon koos.
    [class] Je mail gaat over een andere klas dan het groepsadres. Kijk even of je het juiste adres koos.
    [namesake] Aan dit adres schreef je nog (bijna) nooit, wel vaak aan iemand met dezelfde of bijna dezelfde naam, ook samen met deze andere ontvangers. Kijk even of je de juiste koos.
    [stranger] Deze collega's schrijf je vaker samen aan. Aan dit adres van buiten de school schreef je nog nooit. Kijk even of het erbij hoort.
    [circle] De anderen schrijf je vaak samen aan, maar nog nooit samen met deze ontvanger. Kijk even of die erbij hoort.
   *[other] Kijk even of je de juiste persoon koos.
}
why = Een mail aan de verkeerde is zo verstuurd: het mailprogramma vult zelf een naam aan, of een oud adres blijft staan. Terughalen lukt bijna nooit.
looks-at = Mails die je schrijft: of de naam in je aanhef bij een van de ontvangers past, en of de klas in je onderwerp of aanhef bij het groepsadres past. En wie je eerder samen aanschreef: iemand met bijna dezelfde naam als wie je anders in dit gezelschap schrijft, iemand van buiten tussen collega's, of iemand die nog nooit bij deze groep stond. Daarvoor leest Mailwijs alleen de adressen in je verzonden mails van de laatste twee jaar. Ze blijven in het geheugen en worden nergens bewaard.
stays-silent = Bij roepnamen en korte namen (Jef voor Jozef), bij adressen die niet tonen van wie ze zijn, bij algemene adressen zoals info@, en als je ouders of collega's zonder naam groet. Over wie je samen aanschrijft: zolang je nog geen dertig mails verstuurde, bij een mail aan één persoon, bij een antwoord aan wie je schreef, en bij lijsten in BCC. Schrijf je vaak aan nieuwe groepjes, dan zegt Mailwijs hier minder over.
