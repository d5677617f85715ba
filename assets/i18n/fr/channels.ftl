# What to mind on a channel, whatever the text says.
channel-chat-1 = Une messagerie instantanée n’est pas l’endroit pour des données d’élèves, même entre collègues. Téléphonez, ou utilisez le système de suivi des élèves.
channel-social-1 = Quelqu’un apparaît sur une photo ou dans une vidéo ? Il faut l’accord explicite des parents ou de l’élève.
channel-social-2 = Utilisez le profil de l’école, pas votre profil personnel.
channel-social-3 = Ce que vous publiez continue à circuler, même supprimé. Un doute ? Demandez d’abord à votre responsable.
channel-video-1 = N’enregistrez que si tout le monde le sait et est d’accord.
channel-video-2 = Fermez votre courrier et le système de suivi des élèves avant de partager votre écran.
channel-video-3 = Vérifiez que personne d’autre n’écoute ou ne regarde.
