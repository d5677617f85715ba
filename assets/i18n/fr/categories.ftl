category-family = situation familiale
category-psychosocial = bien-être et comportement
category-medical = santé
category-care = suivi et soutien
category-financial = argent
category-judicial = police et justice
category-special = religion, origine ou orientation
