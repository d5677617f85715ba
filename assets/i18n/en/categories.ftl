category-family = home situation
category-psychosocial = wellbeing and behaviour
category-medical = health
category-care = learning support
category-financial = money
category-judicial = police and courts
category-special = religion, origin or orientation
