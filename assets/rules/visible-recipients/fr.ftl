name = Destinataires visibles
title = { $people ->
    [parents] { $count } parents voient l'adresse des autres
    [pupils] { $count } élèves voient l'adresse des autres
    [colleagues] { $count } collègues figurent un à un dans la liste
   *[people] { $count } personnes voient l'adresse des autres
}
message = { $people ->
    [colleagues] Une liste aussi longue revient à chaque réponse. Mettez vos collègues en Cci, ou utilisez une adresse de groupe en Cci.
   *[people] Les personnes placées dans À ou Cc voient l'adresse de toutes les autres. En Cci, chacun reçoit votre message sans voir les autres.
}
why = Une adresse est une donnée personnelle. Une famille qui la donne à l'école ne la donne pas à toutes les autres familles. Et un seul « répondre à tous » arrive chez tout le monde.
looks-at = Les messages que vous écrivez : combien de personnes extérieures à l'école se voient dans À et Cc réunis. Ce sont des familles qui sont comptées, pas des adresses : les deux parents d'un enfant comptent pour un, tout comme une personne qui a deux adresses. Les élèves comptent. Pour un message adressé uniquement à des collègues, la règle repère une longue liste de noms.
stays-silent = Pour les parents d'un même enfant, en dessous de la limite fixée par votre école, pour quelques collègues, pour les adresses générales comme info@ ou zorg@, pour votre autre adresse à vous, et pour tout ce qui est en Cci.
