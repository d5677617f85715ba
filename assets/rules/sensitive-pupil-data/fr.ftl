name = Données sensibles d'élèves
title = { $source ->
    [sentence] { $place ->
        [quoted] Ce message cite-t-il quelque chose de personnel sur un élève ?
        [attachment] La pièce jointe dit-elle quelque chose de personnel sur un élève ?
       *[own] { $categories ->
            [one] { $category ->
                [family] S'agit-il de la situation familiale d'un élève ?
                [psychosocial] S'agit-il du bien-être d'un élève ?
                [medical] S'agit-il de la santé d'un élève ?
                [care] S'agit-il du suivi d'un élève ?
                [financial] S'agit-il de soucis d'argent chez un élève ?
                [judicial] S'agit-il de police ou de justice à propos d'un élève ?
               *[special] S'agit-il de la religion, de l'origine ou de l'orientation d'un élève ?
            }
           *[other] S'agit-il de la situation personnelle d'un élève ?
        }
    }
   *[words] { $place ->
        [list] Ceci est une liste de données d'élèves
        [colleague] Ceci relève de la vie privée d'un collègue
        [quoted] Ce message cite encore des données sensibles d'un élève
        [attachment] La pièce jointe contient des données sensibles d'un élève
       *[own] { $categories ->
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
    }
}
message = { $direction ->
    [received] { $source ->
        [sentence] S'agit-il d'un élève ? Placez alors ces données dans { $system ->
            [none] le système de suivi des élèves
           *[named] { $system }
        }, ou demandez-le à un collègue habilité. Supprimez ensuite chaque message à ce sujet, aussi de la corbeille.
       *[words] Placez ces données dans { $system ->
            [none] le système de suivi des élèves
           *[named] { $system }
        }, ou demandez-le à un collègue habilité. Supprimez ensuite chaque message à ce sujet, aussi de la corbeille.
    }
   *[draft] { $source ->
        [sentence] { $audience ->
            [own-parents] S'agit-il de leur enfant ? Téléphonez alors plutôt, ou fixez un rendez-vous : un e-mail se transfère, et à la maison d'autres le lisent parfois.
            [one-family] S'agit-il de leur propre enfant ? Téléphonez alors plutôt : un e-mail se transfère, et à la maison d'autres le lisent parfois. S'il s'agit d'un autre enfant, retirez ce passage.
            [families] S'agit-il d'un élève ? Retirez alors ce passage, car d'autres parents le liront. Parlez-en seulement avec les parents de cet enfant.
            [pupils] S'agit-il d'un élève ? Retirez alors ce passage, car des élèves le liront. Parlez-en en tête-à-tête ou avec les parents.
           *[others] S'agit-il d'un élève ? { $audience ->
                [care] L'équipe de soutien peut le savoir, mais pas par e-mail. Écrivez alors ici seulement où cela se trouve, et placez ces données dans { $system ->
                    [none] le système de suivi des élèves
                   *[named] { $system }
                }.
                [staff-group] Alors tout un groupe de collègues lira ceci, même ceux qui ne suivent pas cet élève. Placez ces données dans { $system ->
                    [none] le système de suivi des élèves
                   *[named] { $system }
                }.
                [private-address] Sur une adresse privée, l'école ne peut plus y veiller. Laissez alors ces données dans { $system ->
                    [none] le système de suivi des élèves
                   *[named] { $system }
                }.
                [outside] Ceci part vers une personne extérieure à l'école. Voyez alors d'abord ce que vous pouvez partager, et placez le reste dans { $system ->
                    [none] le système de suivi des élèves
                   *[named] { $system }
                }.
               *[colleagues] Alors la place de ces données est dans { $system ->
                    [none] le système de suivi des élèves
                   *[named] { $system }
                }, pas dans un { $channel ->
                    [mail] e-mail
                   *[other] message
                }.
            } Seuls les bons collègues y ont accès.
        }
       *[words] { $audience ->
            [colleague] Laissez plutôt votre collègue en parler, ou demandez d'abord son accord. Dire que quelqu'un est absent suffit en général.
            [own-parents] Il s'agit de leur enfant, mais un e-mail se transfère, et à la maison d'autres le lisent parfois. Téléphonez plutôt, ou fixez un rendez-vous.
            [one-family] Est-ce leur propre enfant ? Téléphonez alors plutôt : un e-mail se transfère, et à la maison d'autres le lisent parfois. Si c'est un autre enfant, retirez ce passage.
            [families] D'autres parents liront ceci. Retirez ce passage, et parlez-en seulement avec les parents de cet enfant.
            [pupils] Des élèves liront ceci. Retirez ce passage, et parlez-en en tête-à-tête ou avec les parents.
           *[others] { $category ->
                [pupil] Ne nommez pas d'élève ici. Téléphonez, ou utilisez
               *[other] { $audience ->
                    [care] L'équipe de soutien peut le savoir, mais pas par e-mail. Écrivez ici seulement où cela se trouve, et placez ces données dans
                    [staff-group] Tout un groupe de collègues lira ceci, même ceux qui ne suivent pas cet élève. Placez ces données dans
                    [private-address] Sur une adresse privée, l'école ne peut plus y veiller. Laissez ces données dans
                    [outside] Ceci part vers une personne extérieure à l'école. Voyez d'abord ce que vous pouvez partager, et placez le reste dans
                   *[colleagues] La place de ces données n'est pas dans un { $channel ->
                        [mail] e-mail
                       *[other] message
                    }, mais dans
                }
            } { $system ->
                [none] le système de suivi des élèves
               *[named] { $system }
            }. Seuls les bons collègues y ont accès.
        }
    }{ $history ->
        [new-reader] {" "}Tous les destinataires n'ont pas lu l'échange que vous citez : retirez la citation.
        [quoted] {" "}Ce que vous citez repart une deuxième fois : retirez-le avant de répondre.
       *[none] {""}
    }{ $subject ->
        [named] {" "}Le nom figure dans l'objet, visible sur chaque écran : retirez-le de là.
       *[plain] {""}
    }
}
why = Un message se transfère, reste, et arrive parfois chez la mauvaise personne. Avec des données sensibles, cela peut vraiment faire du tort à un enfant et à sa famille. Dans le système de suivi des élèves, seuls les bons collègues les voient.
looks-at = Les messages que vous écrivez et recevez, avec l'objet, le texte cité et les pièces jointes : situation familiale, bien-être, santé, suivi, argent, justice, religion ou origine d'un élève reconnaissable à un nom, des initiales ou une description. Une liste de cinq élèves ou plus avec leur date de naissance compte aussi. Qui lit le message décide du ton. Si le message dit quelque chose de très personnel sur un collègue (un burn-out, un divorce, des dettes), seule l'icône change de couleur.
stays-silent = Pour une information générale sans élève (une conférence sur la dyslexie, une lettre sur les poux), pour votre propre maladie, pour les points, les devoirs et les compliments, pour les récits, les rôles de théâtre et la matière, et pour un jour de maladie. Aussi pour un collègue malade ou remplacé, un mariage ou une naissance, et pour les messages de ou vers la direction ou le secrétariat.
