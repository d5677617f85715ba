rule-page-looks-at = Ce que la règle regarde
rule-page-stays-silent = Quand elle se tait
rule-page-why = Pourquoi
rule-page-policy = Dans la charte de votre école
rule-page-policy-text = L'école choisit le ton de cette règle : off (désactivée), info (seule l'icône change), warn (une carte qui disparaît d'elle-même) ou stop (une carte qui reste).
