name = Destinataire inattendu
title = { $kind ->
    [greeting] La salutation ne correspond pas au destinataire
    [class] La classe ne correspond pas au destinataire
    [namesake] Est-ce la bonne personne ?
    [stranger] Une personne extérieure est parmi les destinataires
    [circle] Ce destinataire est-il à sa place ici ?
   *[other] Est-ce le bon destinataire ?
}
message = { $kind ->
    [greeting] Vous saluez quelqu'un d'autre que la personne en À ou Cc. Vérifiez que vous avez choisi la bonne personne.
    [class] Votre message parle d'une autre classe que l'adresse de groupe. Vérifiez que vous avez choisi la bonne adresse.
    [namesake] Vous n'avez (presque) jamais écrit à cette adresse, mais souvent à quelqu'un du même nom ou presque, aussi avec ces autres destinataires. Vérifiez que vous avez choisi la bonne personne.
    [stranger] Vous écrivez souvent ensemble à ces collègues. À cette adresse extérieure à l'école, vous n'avez jamais écrit. Vérifiez qu'elle est à sa place.
    [circle] Vous écrivez souvent ensemble aux autres, mais jamais encore avec ce destinataire. Vérifiez qu'il est à sa place.
   *[other] Vérifiez que vous avez choisi la bonne personne.
}
why = Un message part vite à la mauvaise personne : le logiciel complète un nom, ou une ancienne adresse est restée. On ne le rattrape presque jamais.
looks-at = Les messages que vous écrivez : si le nom de la salutation correspond à un destinataire, et si la classe de l'objet ou de la salutation correspond à l'adresse de groupe. Et à qui vous avez déjà écrit ensemble : une personne au nom presque identique à celle que vous mettez d'habitude dans ce groupe, une personne extérieure parmi des collègues, ou quelqu'un qui n'a jamais été avec ce groupe. Pour cela, Mailwijs lit seulement les adresses de vos messages envoyés des deux dernières années. Elles restent en mémoire et ne sont conservées nulle part.
stays-silent = Pour les diminutifs, les adresses qui ne disent pas à qui elles sont, les adresses générales comme info@, et quand vous saluez des parents ou collègues sans nom. Sur les personnes à qui vous écrivez ensemble : tant que vous n'avez pas envoyé trente messages, pour un message à une seule personne, une réponse à qui vous a écrit, et les listes en Cci. Si vous écrivez souvent à de nouveaux groupes, Mailwijs en dit moins.
