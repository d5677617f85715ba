name = Adresse de groupe visible
title = { $count ->
    [one] Une adresse de groupe n'est pas en Cci
   *[other] { $count } adresses de groupe ne sont pas en Cci
}
message = Une réponse à tous partirait à tout le groupe. En Cci, votre message arrive tout aussi bien.
why = Derrière une adresse de groupe, il y a beaucoup de monde. Placée dans À ou Cc, elle peut être reprise par chacun, et chaque « répondre à tous » arrive à tout le groupe.
looks-at = Les messages que vous écrivez : une adresse qui représente un groupe de personnes (comme leerkrachten@ ou ouders-3b@) se trouve-t-elle dans À ou Cc ? La liste de ces adresses figure dans la charte de votre école.
stays-silent = Si l'adresse de groupe est en Cci, ou si elle est seulement citée dans le texte. Aussi pour les adresses générales comme info@ ou secretariaat@.
