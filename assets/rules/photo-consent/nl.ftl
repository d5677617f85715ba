name = Toestemming voor foto's
title = { $how ->
    [attached] Er gaan { $count ->
        [one] een foto of filmpje
       *[other] { $count } foto's of filmpjes
    } van leerlingen mee
    [album] Deze link leidt naar foto's van leerlingen
   *[published] Hier komen foto's van leerlingen online
}
message = Mag dat voor elk kind dat erop staat? Kijk de toestemmingen even na, of kies beelden waarop niemand herkenbaar is.
why = Een foto waarop je iemand herkent, is een persoonsgegeven. Ouders en leerlingen kiezen zelf of ze in beeld komen, en waar. Wat eenmaal rondgaat, haal je niet meer terug.
looks-at = Mails en berichten die je schrijft: foto's en filmpjes van leerlingen in de bijlage voor mensen van buiten de school, links naar een album, en zinnen waarin je ze op sociale media of een website zet.
stays-silent = Als je toestemming vraagt of zegt dat ze er is, als niemand herkenbaar is, bij foto's voor de ouders van één kind of voor collega's, en bij foto's van een bord, een taak of een lokaal.
