name = Consentement pour les photos
title = { $how ->
    [attached] { $count ->
        [one] Une photo ou vidéo d'élèves part avec ce message
       *[other] { $count } photos ou vidéos d'élèves partent avec ce message
    }
    [album] Ce lien mène à des photos d'élèves
   *[published] Des photos d'élèves sont mises en ligne
}
message = Est-ce permis pour chaque enfant qu'on y voit ? Vérifiez les consentements, ou choisissez des images où personne n'est reconnaissable.
why = Une photo où l'on reconnaît quelqu'un est une donnée personnelle. Parents et élèves décident eux-mêmes s'ils sont montrés, et où. Ce qui circule ne revient plus.
looks-at = Les messages que vous écrivez : photos et vidéos d'élèves en pièce jointe pour des personnes extérieures à l'école, liens vers un album, et phrases où vous les mettez sur les réseaux sociaux ou un site.
stays-silent = Quand vous demandez le consentement ou dites qu'il est donné, quand personne n'est reconnaissable, pour les photos destinées aux parents d'un seul enfant ou à des collègues, et pour la photo d'un tableau, d'un travail ou d'un local.
