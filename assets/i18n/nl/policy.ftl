### Wat er aan een beleidsbestand schort. Sleutels en waarden uit het bestand staan tussen ‘aanhalingstekens’.

policy-error-place = regel { $line }, kolom { $column }

policy-error-syntax = Dit is geen geldige TOML. { $slip ->
    [unquoted] Na het =-teken hoort een waarde; tekst staat tussen "aanhalingstekens".
    [quotes] Kijk de aanhalingstekens na. In een tekst schrijf je \\ in plaats van \ en \" in plaats van ".
    [list] Kijk de lijst na: tussen twee waarden staat een komma, en achteraan een ].
    [table] Kijk de haken na: een kop ziet eruit als [school], en wat met { "{" } begint, eindigt met { "}" }.
    [twice] Deze sleutel of kop staat er al; elke sleutel mag één keer.
    [no-value] Na een sleutel hoort een =-teken. Is dit uitleg, zet er dan een # voor.
    [date-or-number] Deze datum of dit getal bestaat niet. Een datum ziet eruit als 2026-09-01.
   *[other] De lezer meldt: { $detail }.
}
policy-error-unknown-key = De sleutel ‘{ $key }’ bestaat niet in { $table ->
    [root] het bestand
   *[other] [{ $table }]
}.
policy-error-unknown-key-meant = De sleutel ‘{ $key }’ bestaat niet in { $table ->
    [root] het bestand
   *[other] [{ $table }]
}. Bedoel je ‘{ $suggestion }’?
policy-error-misplaced-key = ‘{ $key }’ hoort niet in { $table ->
    [root] het begin van het bestand
   *[other] [{ $table }]
}, maar { $home ->
    [root] in het bestand zelf, niet onder een andere kop
   *[other] in [{ $home }]
}.
policy-error-missing-key = In { $table ->
    [root] het bestand
   *[other] [{ $table }]
} ontbreekt ‘{ $key }’.
policy-error-wrong-type = Bij ‘{ $key }’ hoort { $expected ->
    [text] tekst tussen "aanhalingstekens"
    [integer] een geheel getal
    [float] een kommagetal
    [boolean] true of false
    [date] een datum zonder aanhalingstekens (2026-09-01)
    [time] een tijdstip
    [list] een lijst [ … ]
   *[table] een tabel { "{" } … { "}" }
}, maar er staat { $found ->
    [text] tekst
    [integer] een geheel getal
    [float] een kommagetal
    [boolean] true of false
    [date] een datum
    [time] een tijdstip
    [list] een lijst
   *[table] een tabel
}.
policy-error-unknown-word = ‘{ $value }’ kan niet bij ‘{ $key }’. Kies uit: { $allowed }.
policy-error-unknown-word-meant = ‘{ $value }’ kan niet bij ‘{ $key }’. Bedoel je ‘{ $suggestion }’? Kies uit: { $allowed }.
policy-error-unknown-rule = De regel ‘{ $rule }’ bestaat niet.
policy-error-unknown-rule-meant = De regel ‘{ $rule }’ bestaat niet. Bedoel je ‘{ $suggestion }’?
policy-error-unknown-format = Dit bestand heeft formaat { $found }; deze Mailwijs leest formaat { $supported }. Is er een nieuwere Mailwijs?
policy-error-empty = ‘{ $key }’ is leeg.
policy-error-out-of-range = ‘{ $key }’ is { $value }; kies een getal van { $min } tot en met { $max }.
policy-error-malformed = ‘{ $value }’ is { $expected ->
    [address] geen mailadres (naam@school.example).
    [pattern] geen mailadres. Een * staat voor eender welke tekst: team-*@school.example, *@school.example.
    [domain] geen domein. Schrijf alleen wat na de @ staat: school.example.
    [provider] geen domein van een mailaanbieder: provider.example, provider.* (elke uitgang) of *.provider.example (elk subdomein).
    [iban] geen geldig rekeningnummer: land, lengte of controlecijfers kloppen niet.
    [secure-address] geen veilig webadres. Het begint met https://, zodat niemand meeleest.
    [folder-address] niet het adres van een map. Het begint met https:// en er staat geen gebruikersnaam, wachtwoord, ? of # in: elke collega meldt zich aan met de eigen naam.
    [host] niet de naam van een server. Schrijf alleen de naam, zonder https:// ervoor en zonder poort erachter: imap.school.example.
   *[web-address] geen webadres. Het begint met https://.
}
policy-error-placeholder = In ‘{ $key }’ staat nog { $placeholder }. Vul daar in wat bij jullie school in de adresbalk staat als je bent aangemeld.
policy-error-unknown-paragraph = De regel ‘{ $rule }’ verwijst naar paragraaf { $paragraph }, maar die staat niet in de afspraken.
policy-error-duplicate-paragraph = Paragraaf { $id } staat al op regel { $line }.
policy-error-general-in-group = { $address } staat bij de algemene adressen, maar hoort ook bij de groep { $group }. Een groepsadres gaat altijd in bcc; laat het op één plaats staan.
policy-error-shared-domain = { $domain } kan niet het domein van personeel én van leerlingen zijn.
policy-error-for-browser-sign-in = ‘{ $key }’ dient alleen om aan te melden in de browser. Schrijf sign_in = "microsoft" of "google", of laat ‘{ $key }’ weg.

policy-signature-secret-key = Dit is geen geheime sleutel van minisign.
policy-signature-password = Dit wachtwoord opent de geheime sleutel niet.
policy-signature-public-key = Dit is geen openbare sleutel van minisign.
policy-signature-malformed = Dit is geen handtekening van minisign.
policy-signature-other-key = Dit beleid is met een andere sleutel ondertekend dan die van jullie school.
policy-signature-changed = Dit beleid is veranderd nadat het ondertekend werd.
policy-signature-unavailable = De computer kon niet geven wat ondertekenen vraagt. Sluit wat programma's en probeer het opnieuw.
