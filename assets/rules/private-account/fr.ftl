name = Compte privé pour l'école
title = { $to ->
    [parents] Vous écrivez à des parents depuis votre adresse privée
    [pupils] Vous écrivez à des élèves depuis votre adresse privée
    [colleagues] Vous écrivez à des collègues au sujet de l'école depuis votre adresse privée
   *[others] Ce message scolaire part de votre adresse privée
}
message = Ce message concerne l'école. Envoyez-le depuis votre compte scolaire : les réponses y resteront aussi.
why = Dans une boîte privée, l'école ne peut pas veiller sur les données. Avec votre compte scolaire, parents et collègues savent aussi que le message vient vraiment de l'école.
looks-at = Les messages que vous écrivez depuis une adresse privée (Gmail, Outlook, Telenet …) et qui concernent l'école : à des collègues au sujet du travail, ou à des élèves, anciens élèves, parents ou partenaires de l'école.
stays-silent = Pour le courrier privé : votre club, votre famille, votre médecin, un achat, une sortie avec un collègue. Aussi quand vous écrivez, comme parent, à l'école de votre enfant.
