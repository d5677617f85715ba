name = Numéro d'une personne
title = { $kind ->
    [national-number] Ce message contient un numéro de registre national
    [bsn] Ce message contient un numéro BSN
    [iban] Ce message contient le numéro de compte d'une personne
   *[several] Ce message contient des numéros personnels
}
message = { $direction ->
    [received] Conservez-le à l'endroit prévu, puis supprimez le message, aussi de la corbeille.
   *[draft] Retirez-le de votre message. S'il est vraiment nécessaire, placez-le dans le système de suivi des élèves ou remettez-le au secrétariat.
}
why = Avec un tel numéro, on peut se faire passer pour quelqu'un d'autre. Un message reste des années, chez vous et chez tous ceux qui le reçoivent.
looks-at = Les messages que vous écrivez et recevez : numéros de registre national, numéros BSN et numéros de compte d'un parent, d'un élève ou d'un collègue, dans le texte et les pièces jointes. Seuls comptent les numéros dont la clé de contrôle est correcte.
stays-silent = Pour le compte de l'école, les numéros de téléphone, les numéros de commande et de référence, et les numéros dont la clé de contrôle est fausse.
