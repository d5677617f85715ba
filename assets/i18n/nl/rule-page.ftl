rule-page-looks-at = Waar het naar kijkt
rule-page-stays-silent = Wanneer het zwijgt
rule-page-why = Waarom
rule-page-policy = In het beleid van je school
rule-page-policy-text = De school kiest hoe luid deze regel spreekt: off (uit), info (alleen het pictogram kleurt), warn (een kaart die vanzelf weggaat) of stop (een kaart die blijft).
