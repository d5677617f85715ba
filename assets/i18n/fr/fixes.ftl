fix-move-to-bcc = Les mettre en Cci
fix-group-to-bcc = Mettre l'adresse de groupe en Cci
fix-use-school-account = Écrire depuis votre compte scolaire
fix-remove-recipient = Retirer ce destinataire
fix-move-to-lvs = Placer dans le système de suivi
fix-replace-sentence = Remplacer par « voir système de suivi »
fix-remove-text = Retirer de votre message
fix-separate-mails = Écrire des messages séparés
