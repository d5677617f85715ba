name = Nummer van een persoon
title = { $kind ->
    [national-number] Er staat een rijksregisternummer in dit bericht
    [bsn] Er staat een burgerservicenummer in dit bericht
    [iban] Er staat een rekeningnummer van een persoon in dit bericht
   *[several] Er staan nummers van personen in dit bericht
}
message = { $direction ->
    [received] Bewaar het waar het hoort en verwijder daarna de mail, ook uit je prullenmand.
   *[draft] Haal het weg. Is het echt nodig, zet het dan in het leerlingvolgsysteem of geef het af op het secretariaat.
}
why = Met zo'n nummer kan iemand zich voordoen als een ander. Mail blijft jaren staan, bij jou en bij iedereen die hem krijgt.
looks-at = Mails die je schrijft en krijgt: rijksregisternummers, burgerservicenummers en rekeningnummers van een ouder, leerling of collega, in de tekst en in bijlagen. Alleen nummers met een juist controlegetal tellen.
stays-silent = Bij het rekeningnummer van de school zelf, bij telefoonnummers, bij bestel- en referentienummers, en bij nummers waarvan het controlegetal niet klopt.
