name = Privéaccount voor school
title = { $to ->
    [parents] Je schrijft ouders vanuit je privéadres
    [pupils] Je schrijft leerlingen vanuit je privéadres
    [colleagues] Je schrijft collega's over school vanuit je privéadres
   *[others] Deze schoolmail vertrekt vanuit je privéadres
}
message = Dit gaat over school. Stuur het vanuit je schoolaccount, dan blijven ook de antwoorden daar.
why = In een privémailbox kan de school niet mee waken over wat er met gegevens gebeurt. Met je schoolaccount weten ouders en collega's ook dat de mail echt van school komt.
looks-at = Mails die je schrijft vanuit een privéadres (Gmail, Outlook, Telenet …) en die over school gaan: aan collega's over het werk, of aan leerlingen, oud-leerlingen, ouders of partners van de school.
stays-silent = Bij gewone privémail: je sportclub, je familie, je dokter, een aankoop, een uitje met een collega. Ook als je als ouder naar de school van je eigen kind schrijft.
