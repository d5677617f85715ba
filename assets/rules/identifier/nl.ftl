name = Nummer van een persoon
title = { $kind ->
    [national-number] Er staat een rijksregisternummer in dit bericht
    [bis-number] Er staat een BIS-nummer in dit bericht
    [identity-card] Er staat het nummer van een identiteitskaart in dit bericht
    [bsn] Er staat een burgerservicenummer (BSN) in dit bericht
    [education-number] Er staat een onderwijsnummer in dit bericht
    [passport] Er staat een paspoort- of ID-nummer in dit bericht
    [payment-card] Er staat een betaalkaartnummer in dit bericht
    [iban] Er staat een rekeningnummer (IBAN) van een persoon in dit bericht
   *[several] Er staan nummers van personen in dit bericht
}
message = { $direction ->
    [received] Bewaar het waar het hoort en verwijder daarna de mail, ook uit je prullenmand.
   *[draft] { $kind ->
        [payment-card] Haal het weg. Geef een kaartnummer nooit per mail door; een veilige betaalpagina vraagt er zelf om.
       *[other] Haal het weg. Is het echt nodig, zet het dan in het leerlingvolgsysteem of geef het af op het secretariaat.
    }
}
why = Met zo'n nummer kan iemand zich voordoen als een ander. Mail blijft jaren staan, bij jou en bij iedereen die hem krijgt.
looks-at = Mails die je schrijft en krijgt: nummers van een ouder, leerling of collega, in de tekst en in bijlagen. Dat zijn rijksregister- en BIS-nummers, burgerservice- en onderwijsnummers, rekeningnummers, betaalkaarten, en nummers van een identiteitskaart of paspoort. Het controlegetal moet kloppen; kan een nummer ook iets anders zijn, dan moet er ook bij staan wat het is.
stays-silent = Bij het rekeningnummer van de school zelf of van een vzw, bij telefoonnummers, bij bestel- en referentienummers en gestructureerde mededelingen, en bij nummers waarvan het controlegetal niet klopt.
