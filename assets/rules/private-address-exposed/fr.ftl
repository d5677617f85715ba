name = Adresse privée transmise
title = { $place ->
    [recipients] Des personnes extérieures voient l'adresse privée de { $count ->
        [one] votre collègue
       *[other] { $count } collègues
    }
   *[text] Vous transmettez l'adresse privée de { $count ->
        [one] quelqu'un
       *[other] { $count } personnes
    }
}
message = { $place ->
    [recipients] Utilisez l'adresse scolaire de votre collègue, ou mettez l'adresse privée en Cci.
   *[text] Donnez plutôt l'adresse scolaire, ou demandez d'abord l'accord de la personne.
}
why = Une adresse privée n'est pas faite pour circuler. La connaître pour une raison précise ne permet pas de la donner à d'autres.
looks-at = Les messages que vous écrivez à des personnes extérieures à l'école : l'adresse privée d'un membre du personnel est-elle visible dans À ou Cc ou dans le texte, ou transmettez-vous l'adresse privée de quelqu'un d'autre ?
stays-silent = Pour votre propre adresse et votre signature, pour l'adresse de la personne à qui vous écrivez, dans un message transféré ou cité, et dans les messages destinés uniquement à des collègues.
