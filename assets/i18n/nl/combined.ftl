# Several findings on one card: many recipients together with sensitive data is told as one thing.
combined-recipients-sensitive-title = { $source ->
    [sentence] Persoonlijke gegevens? Er lezen { $count } mensen mee
   *[words] Gevoelige gegevens, en { $count } mensen lezen mee
}
combined-recipients-sensitive-message = BCC lost dit niet op: iedereen leest nog steeds hetzelfde. Zet het in het leerlingvolgsysteem, of schrijf aparte mails.
combined-group-sensitive-title = { $source ->
    [sentence] Persoonlijke gegevens? Er leest een hele groep mee
   *[words] Gevoelige gegevens, en een hele groep leest mee
}
combined-group-sensitive-message = BCC lost dit niet op: de hele groep leest nog steeds hetzelfde. Zet het in het leerlingvolgsysteem, of schrijf aan wie het echt moet weten.
combined-private-sensitive-title = { $source ->
    [sentence] Persoonlijke gegevens? Je schrijft vanuit je privéadres
   *[words] Gevoelige gegevens vanuit je privéadres
}
combined-private-sensitive-message = Een ander account lost maar de helft op. Zet het in het leerlingvolgsysteem.
combined-more = { $count ->
    [one] en nog één opmerking
   *[other] en nog { $count } opmerkingen
}
