### What is wrong with a policy file. Keys and values of the file stand between ‘quotes’.

policy-error-place = line { $line }, column { $column }

policy-error-syntax = This is not valid TOML. { $slip ->
    [unquoted] A value belongs after the = sign; text stands between "quotes".
    [quotes] Check the quotes. Inside text, write \\ for \ and \" for ".
    [list] Check the list: a comma between two values, and a ] at the end.
    [table] Check the brackets: a heading looks like [school], and what begins with { "{" } ends with { "}" }.
    [twice] This key or heading is there already; each key may stand once.
    [no-value] An = sign belongs after a key. If this is a comment, put a # in front of it.
    [date-or-number] This date or number does not exist. A date looks like 2026-09-01.
   *[other] The parser says: { $detail }.
}
policy-error-unknown-key = There is no key ‘{ $key }’ in { $table ->
    [root] the file
   *[other] [{ $table }]
}.
policy-error-unknown-key-meant = There is no key ‘{ $key }’ in { $table ->
    [root] the file
   *[other] [{ $table }]
}. Did you mean ‘{ $suggestion }’?
policy-error-misplaced-key = ‘{ $key }’ does not belong { $table ->
    [root] at the beginning of the file
   *[other] in [{ $table }]
}, but { $home ->
    [root] in the file itself, under no other heading
   *[other] in [{ $home }]
}.
policy-error-missing-key = { $table ->
    [root] The file
   *[other] [{ $table }]
} lacks ‘{ $key }’.
policy-error-wrong-type = ‘{ $key }’ takes { $expected ->
    [text] text between "quotes"
    [integer] a whole number
    [float] a number with a fraction
    [boolean] true or false
    [date] a date without quotes (2026-09-01)
    [time] a time
    [list] a list [ … ]
   *[table] a table { "{" } … { "}" }
}, not { $found ->
    [text] text
    [integer] a whole number
    [float] a number with a fraction
    [boolean] true or false
    [date] a date
    [time] a time
    [list] a list
   *[table] a table
}.
policy-error-unknown-word = ‘{ $key }’ cannot be ‘{ $value }’. Choose from: { $allowed }.
policy-error-unknown-word-meant = ‘{ $key }’ cannot be ‘{ $value }’. Did you mean ‘{ $suggestion }’? Choose from: { $allowed }.
policy-error-unknown-rule = There is no rule ‘{ $rule }’.
policy-error-unknown-rule-meant = There is no rule ‘{ $rule }’. Did you mean ‘{ $suggestion }’?
policy-error-unknown-format = This file has format { $found }; this Mailwijs reads format { $supported }. Is there a newer Mailwijs?
policy-error-empty = ‘{ $key }’ is empty.
policy-error-out-of-range = ‘{ $key }’ is { $value }; choose a number from { $min } to { $max }.
policy-error-malformed = ‘{ $value }’ is { $expected ->
    [address] not an e-mail address (name@school.example).
    [pattern] not an e-mail address. A * stands for any text: team-*@school.example, *@school.example.
    [domain] not a domain. Write only what comes after the @: school.example.
    [provider] not the domain of a mail provider: provider.example, provider.* (any ending) or *.provider.example (any subdomain).
    [iban] not a valid IBAN: country, length or check digits are wrong.
    [secure-address] not a safe web address. It begins with https://, so that nobody reads along.
    [folder-address] not the address of a folder. It begins with https:// and has no user name, password, ? or # in it: each colleague logs in with their own name.
    [host] not the name of a server. Write only the name, without https:// before it or a port after it: imap.school.example.
   *[web-address] not a web address. It begins with https://.
}
policy-error-placeholder = ‘{ $key }’ still holds { $placeholder }. Put in its place what the address bar shows for your own school once you are signed in.
policy-error-unknown-paragraph = Rule ‘{ $rule }’ refers to paragraph { $paragraph }, which the agreements do not have.
policy-error-duplicate-paragraph = Paragraph { $id } is already on line { $line }.
policy-error-general-in-group = { $address } is among the general addresses, but also belongs to the group { $group }. A group address always goes in BCC; keep it in one place.
policy-error-shared-domain = { $domain } cannot be the domain of both staff and pupils.
policy-error-for-browser-sign-in = ‘{ $key }’ only serves to sign in in the browser. Write sign_in = "microsoft" or "google", or leave ‘{ $key }’ out.

policy-signature-secret-key = This is not a minisign secret key.
policy-signature-password = This password does not open the secret key.
policy-signature-public-key = This is not a minisign public key.
policy-signature-malformed = This is not a minisign signature.
policy-signature-other-key = This policy was signed with another key than your school's.
policy-signature-changed = This policy was changed after it was signed.
policy-signature-unavailable = The computer could not provide what signing takes. Close some programs and try again.
