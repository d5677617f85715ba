name = Lien de partage public
title = { $kind ->
    [transfer] Vous partagez des fichiers par { $service }
    [cloud] Vous partagez des fichiers par { $service }
    [album] Vous partagez un album par { $service }
    [anyone] Ce lien s'ouvre pour tout le monde
   *[open] Ce lien s'ouvre peut-être pour tout le monde
}
message = { $kind ->
    [transfer] L'école n'a pas d'accord avec ce service sur ce que deviennent les fichiers. Placez-les dans l'espace de stockage de l'école et partagez-les là.
    [cloud] C'est un stockage privé : quiconque a le lien peut y entrer, et l'école ne peut pas y veiller. Placez les fichiers dans l'espace de stockage de l'école et partagez-les avec qui peut les voir.
    [album] Quiconque a le lien voit tout ce qui s'y trouve, maintenant et plus tard. Partagez plutôt les photos dans l'environnement de l'école.
    [anyone] Toute personne à qui l'on transfère le lien peut regarder aussi. Partagez seulement avec qui peut voir ces fichiers.
   *[open] Vérifiez sous Partager : y lit-on « tous les utilisateurs disposant du lien » ? Choisissez alors qui peut voir ces fichiers.
}
why = Un lien de partage est comme une clé sous le paillasson : qui la trouve ou la reçoit peut entrer. S'il y a des données d'enfants derrière, vous ne savez plus qui les voit.
looks-at = Les messages que vous écrivez : liens vers des services privés d'envoi (WeTransfer, Smash …), vers un stockage privé (Dropbox, OneDrive personnel, iCloud …), vers des albums photos, et vers des fichiers qui s'ouvrent pour tout le monde selon votre texte. Pour Google Drive, seulement si des personnes extérieures lisent le message.
stays-silent = Pour les liens vers le stockage ou la plateforme de l'école, les sites et vidéos ordinaires, dans un message cité ou une signature, et pour le courrier privé de votre propre compte.
