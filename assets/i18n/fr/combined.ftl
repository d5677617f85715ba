# Several findings on one card: many recipients together with sensitive data is told as one thing.
combined-recipients-sensitive-title = { $source ->
    [sentence] Des données personnelles ? { $count } personnes les lisent
   *[words] Des données sensibles, et { $count } personnes les lisent
}
combined-recipients-sensitive-message = Le Cci ne suffit pas : tout le monde lira la même chose. Placez ces données dans le système de suivi des élèves, ou écrivez des messages séparés.
combined-group-sensitive-title = { $source ->
    [sentence] Des données personnelles ? Tout un groupe les lit
   *[words] Des données sensibles, et tout un groupe les lit
}
combined-group-sensitive-message = Le Cci ne suffit pas : tout le groupe lira la même chose. Placez ces données dans le système de suivi des élèves, ou écrivez aux seules personnes concernées.
combined-private-sensitive-title = { $source ->
    [sentence] Des données personnelles ? Vous écrivez depuis votre adresse privée
   *[words] Des données sensibles depuis votre adresse privée
}
combined-private-sensitive-message = Changer de compte ne résout que la moitié. Placez ces données dans le système de suivi des élèves.
combined-more = { $count ->
    [one] et encore une remarque
   *[other] et encore { $count } remarques
}
