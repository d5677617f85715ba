category-family = thuissituatie
category-psychosocial = welzijn en gedrag
category-medical = gezondheid
category-care = zorg en ondersteuning
category-financial = geldzaken
category-judicial = politie en gerecht
category-special = geloof, afkomst of geaardheid
