name = Mot de passe
title = { $source ->
    [sentence] { $channel ->
        [mail] Cet e-mail contient-il un mot de passe ?
       *[other] Ce message contient-il un mot de passe ?
    }
   *[words] { $count ->
        [one] { $channel ->
            [mail] Cet e-mail contient un mot de passe
           *[other] Ce message contient un mot de passe
        }
       *[other] { $channel ->
            [mail] Cet e-mail contient { $count } mots de passe
           *[other] Ce message contient { $count } mots de passe
        }
    }
}
message = { $direction ->
    [received] { $source ->
        [sentence] Y a-t-il un mot de passe ? Changez-le alors
       *[words] Changez le mot de passe
    } et supprimez le message. Personne à l'école ne demande ni ne donne un mot de passe par e-mail.
   *[draft] { $source ->
        [sentence] Y a-t-il un mot de passe ou un code ? Retirez-le alors
       *[words] Retirez le mot de passe
    } et donnez-le en personne, sur papier, ou laissez l'autre choisir un nouveau mot de passe.
}
why = Celui qui lit le message peut se connecter. Un message reste, est transféré et lu sur des appareils que vous ne connaissez pas. C'est pourquoi nous n'envoyons jamais de mot de passe, par aucun canal.
looks-at = Les messages que vous écrivez et recevez : un mot de passe, un code de connexion ou un code PIN écrit en toutes lettres, dans le texte ou dans une pièce jointe.
stays-silent = Pour « j'ai oublié mon mot de passe », pour « vous le recevrez sur papier », pour un lien de réinitialisation, et pour des explications sur les bons mots de passe.
