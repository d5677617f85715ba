name = Données sensibles d'élèves
title = { $categories ->
    [one] { $category ->
        [family] Ce message parle de la situation familiale d'un élève
        [psychosocial] Ce message parle du bien-être d'un élève
        [medical] Ce message parle de la santé d'un élève
        [care] Ce message parle du suivi d'un élève
        [financial] Ce message parle de soucis d'argent chez un élève
        [judicial] Ce message parle de police ou de justice à propos d'un élève
        [special] Ce message parle de la religion, de l'origine ou de l'orientation d'un élève
       *[pupil] Un élève est reconnaissable dans ce message
    }
   *[other] Ce sont des données sensibles d'un élève
}
message = { $direction ->
    [received] Placez-les dans { $system ->
        [none] le système de suivi des élèves
       *[named] { $system }
    }, ou demandez-le à un collègue habilité. Supprimez ensuite chaque message à ce sujet, aussi de la corbeille.
   *[draft] { $category ->
        [pupil] Ne nommez pas d'élève ici. Téléphonez, ou utilisez
       *[other] La place de ces données n'est pas dans un { $channel ->
            [mail] e-mail
           *[other] message
        }, mais dans
    } { $system ->
        [none] le système de suivi des élèves
       *[named] { $system }
    }. Là, seuls les bons collègues les lisent.
}
why = Un message se transfère, reste, et arrive parfois chez la mauvaise personne. Avec des données sensibles, cela peut vraiment faire du tort à un enfant et à sa famille. Dans le système de suivi des élèves, seuls les bons collègues les voient.
looks-at = Les messages que vous écrivez et recevez, avec l'objet, le texte cité et les pièces jointes : situation familiale, bien-être, santé, suivi, argent, justice, religion ou origine d'un élève reconnaissable à un nom, des initiales ou une description.
stays-silent = Pour une information générale sans élève (une conférence sur la dyslexie, une lettre sur les poux), pour votre propre maladie, pour les points, les devoirs et les compliments, pour les récits, les rôles de théâtre et la matière, et pour un jour de maladie.
