name = Inscription sur une plateforme
title = Votre adresse de l'école a servi sur une nouvelle plateforme
message = Vous êtes-vous inscrit vous-même, et en avez-vous besoin pour votre travail ? Demandez alors si cette plateforme convient : { $contact ->
    [none] le coordinateur informatique de votre école le sait
   *[other] { $contact }
}. Ce n'était pas vous ? Ne cliquez sur rien et supprimez le message.
why = Chaque plateforme garde ce que vous y encodez, souvent aussi sur vos élèves. L'école doit savoir où se trouvent ces données et si elles y sont en sécurité. C'est pourquoi vous n'utilisez votre adresse de l'école que pour les plateformes dont vous avez besoin pour votre travail.
looks-at = Les messages qui arrivent à votre adresse de l'école : « confirmez votre adresse e-mail », « activez votre compte », « votre compte a été créé », d'une plateforme qui n'est pas dans la liste de votre école.
stays-silent = Pour les plateformes que votre école utilise ou qui sont courantes dans l'enseignement, pour un nouveau mot de passe ou un code de connexion, pour les commandes, factures, lettres d'information et inscriptions à une journée d'étude, pour les messages de personnes, et dans votre boîte privée.
