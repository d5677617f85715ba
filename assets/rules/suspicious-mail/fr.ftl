name = Message suspect
title = { $kind ->
    [program] Cette pièce jointe peut infecter votre ordinateur
    [disguise] Le nom de cette pièce jointe cache ce qu'elle est
    [macro] Ce document peut exécuter des commandes tout seul
    [page] Cette pièce jointe est une page web qui peut voler des données
    [locked] Une pièce jointe verrouillée, avec la clé à côté
    [look-alike] Ce nom ressemble à un nom connu, mais ce n'est pas lui
    [link] Ce lien mène ailleurs que ce qu'il affiche
    [pretence] L'expéditeur se fait passer pour quelqu'un d'autre
    [voucher] Ceci ressemble à une arnaque aux cartes cadeaux
    [unproved] L'expéditeur n'est pas celui qu'il prétend être
   *[wording] Ce message ressemble à une arnaque
}
message = { $kind ->
    [program] N'ouvrez pas la pièce jointe.
    [disguise] N'ouvrez pas la pièce jointe.
    [macro] N'ouvrez pas le document et ne cliquez jamais sur « activer le contenu ».
    [page] N'ouvrez pas la pièce jointe et n'y remplissez surtout rien.
    [locked] N'ouvrez pas la pièce jointe. Un verrou avec sa clé à côté ne protège personne, il écarte seulement l'antivirus.
    [look-alike] Ne cliquez sur rien et ne remplissez rien. Pour être sûr, tapez vous-même l'adresse que vous connaissez.
    [link] Ne cliquez pas dessus. Pour être sûr, tapez vous-même l'adresse que vous connaissez.
    [pretence] Ne répondez pas. Appelez la personne ou le service au numéro que vous connaissez.
    [voucher] N'achetez rien, n'envoyez pas de codes et ne répondez pas. Appelez la personne au numéro que vous connaissez.
    [unproved] Ne cliquez sur rien. Appelez la personne ou le service au numéro que vous connaissez.
   *[wording] Ne cliquez sur rien, ne payez rien et ne répondez pas. Demandez au numéro que vous connaissez.
} Signalez-le : { $contact ->
    [none] le coordinateur informatique de votre école
   *[other] { $contact }
}. Vous avez déjà cliqué ou rempli quelque chose ? Appelez tout de suite, vous ne faites rien de mal.
why = Les escrocs connaissent bien les écoles. Un seul clic peut paralyser tout le réseau de l'école ou donner votre compte, et avec lui tout ce qui s'y trouve sur vos élèves. Demander prend une minute.
looks-at = Les messages que vous recevez : pièces jointes qui sont un programme ou en cachent un (aussi dans un zip, rar ou 7z), documents avec macros, pages web jointes qui demandent un mot de passe, liens qui mènent ailleurs que ce qu'ils affichent, noms qui ressemblent à ceux de votre école ou de services connus, et expéditeurs qui se font passer pour d'autres. Un signe sûr suffit ; des signes moins sûrs, il en faut deux.
stays-silent = Pour les lettres d'information avec leurs propres liens, les liens emballés par un filtre de messagerie, une adresse de réponse différente et rien d'autre, les fichiers et projets de collègues et d'élèves, et les messages qui ont seulement l'air urgents.
