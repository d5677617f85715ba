name = Deellink voor iedereen
title = { $kind ->
    [transfer] Je deelt bestanden via { $service }
    [cloud] Je deelt bestanden via { $service }
    [album] Je deelt een album via { $service }
    [anyone] Deze link gaat open voor iedereen
   *[open] Deze link gaat misschien open voor iedereen
}
message = { $kind ->
    [transfer] Bij zo'n dienst heeft de school geen afspraken over wat er met de bestanden gebeurt. Zet ze in de opslag van je school en deel ze daar.
    [cloud] Dat is een privéopslag: iedereen met de link kan erbij, en de school kan er niet voor zorgen. Zet het in de opslag van je school en deel het met wie het mag zien.
    [album] Iedereen met de link ziet alles wat erin staat, nu en later. Deel het liever in de omgeving van je school.
    [anyone] Wie de link doorgestuurd krijgt, kan ook mee kijken. Deel het alleen met wie het mag zien.
   *[open] Kijk even bij Delen: staat er "iedereen met de link"? Kies dan wie het mag zien.
}
why = Een deellink is als een sleutel onder de mat: wie hem vindt of doorgestuurd krijgt, kan binnen. Staan er gegevens van kinderen achter, dan weet je niet meer wie ze ziet.
looks-at = Mails en berichten die je schrijft: links naar privédiensten voor grote bestanden (WeTransfer, Smash …), naar een privéopslag (Dropbox, OneDrive van thuis, iCloud …), naar fotoalbums, en naar bestanden die volgens je tekst voor iedereen opengaan. Bij Google Drive kijkt het alleen als er mensen van buiten de school meelezen.
stays-silent = Bij links naar de opslag of het platform van je school, naar gewone websites en filmpjes, in een geciteerde mail of handtekening, en bij privémail vanuit je eigen account.
