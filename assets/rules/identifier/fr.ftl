name = Numéro d'une personne
title = { $kind ->
    [national-number] Ce message contient un numéro de registre national
    [bis-number] Ce message contient un numéro BIS
    [identity-card] Ce message contient le numéro d'une carte d'identité
    [bsn] Ce message contient un numéro BSN (Pays-Bas)
    [education-number] Ce message contient un numéro d'enseignement (Pays-Bas)
    [passport] Ce message contient un numéro de passeport ou de carte d'identité
    [payment-card] Ce message contient un numéro de carte de paiement
    [iban] Ce message contient le numéro de compte (IBAN) d'une personne
   *[several] Ce message contient des numéros personnels
}
message = { $direction ->
    [received] Conservez-le à l'endroit prévu, puis supprimez le message, aussi de la corbeille.
   *[draft] { $kind ->
        [payment-card] Retirez-le de votre message. Ne donnez jamais un numéro de carte par e-mail ; une page de paiement sécurisée le demande elle-même.
       *[other] Retirez-le de votre message. S'il est vraiment nécessaire, placez-le dans le système de suivi des élèves ou remettez-le au secrétariat.
    }
}
why = Avec un tel numéro, on peut se faire passer pour quelqu'un d'autre. Un message reste des années, chez vous et chez tous ceux qui le reçoivent.
looks-at = Les messages que vous écrivez et recevez : les numéros d'un parent, d'un élève ou d'un collègue, dans le texte et les pièces jointes. Ce sont les numéros de registre national et BIS, BSN et d'enseignement (Pays-Bas), les numéros de compte, les cartes de paiement, et les numéros de carte d'identité ou de passeport. La clé de contrôle doit être correcte ; si le numéro peut être autre chose, il faut aussi qu'il soit nommé.
stays-silent = Pour le compte de l'école ou d'une asbl, les numéros de téléphone, les numéros de commande et de référence, les communications structurées, et les numéros dont la clé de contrôle est fausse.
