name = Destinataire inattendu
title = { $kind ->
    [greeting] La salutation ne correspond pas au destinataire
    [class] La classe ne correspond pas au destinataire
   *[other] Est-ce le bon destinataire ?
}
message = { $kind ->
    [greeting] Vous saluez quelqu'un d'autre que la personne en À ou en CC. Vérifiez que vous avez choisi la bonne.
    [class] Votre message parle d'une autre classe que l'adresse de groupe. Vérifiez que vous avez choisi la bonne adresse.
   *[other] Vérifiez que vous avez choisi la bonne personne.
}
why = Un message part vite à la mauvaise personne : le logiciel complète un nom, ou une ancienne adresse est restée. On ne le rattrape presque jamais.
looks-at = Les messages que vous écrivez : si le nom de la salutation correspond à un destinataire, et si la classe de l'objet ou de la salutation correspond à l'adresse de groupe.
stays-silent = Pour les diminutifs, les adresses qui ne disent pas à qui elles sont, les adresses générales comme info@, et quand vous saluez des parents ou collègues sans nom.
