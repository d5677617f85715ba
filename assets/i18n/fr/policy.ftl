### Ce qui ne va pas dans un fichier de charte. Les clés et valeurs du fichier sont entre ‘guillemets simples’.

policy-error-place = ligne { $line }, colonne { $column }

policy-error-syntax = Ce n’est pas du TOML valable. { $slip ->
    [unquoted] Après le signe =, il faut une valeur ; un texte se met entre "guillemets".
    [quotes] Vérifiez les guillemets. Dans un texte, écrivez \\ pour \ et \" pour ".
    [list] Vérifiez la liste : une virgule entre deux valeurs, et un ] à la fin.
    [table] Vérifiez les crochets et accolades : un titre ressemble à [school], et ce qui commence par { "{" } finit par { "}" }.
    [twice] Cette clé ou ce titre existe déjà ; chaque clé ne peut figurer qu’une fois.
    [no-value] Après une clé, il faut le signe =. Si c’est un commentaire, mettez un # devant.
    [date-or-number] Cette date ou ce nombre n’existe pas. Une date ressemble à 2026-09-01.
   *[other] Message du lecteur : { $detail }.
}
policy-error-unknown-key = La clé ‘{ $key }’ n’existe pas dans { $table ->
    [root] le fichier
   *[other] [{ $table }]
}.
policy-error-unknown-key-meant = La clé ‘{ $key }’ n’existe pas dans { $table ->
    [root] le fichier
   *[other] [{ $table }]
}. Vouliez-vous dire ‘{ $suggestion }’ ?
policy-error-misplaced-key = ‘{ $key }’ n’a pas sa place { $table ->
    [root] au début du fichier
   *[other] dans [{ $table }]
}, mais { $home ->
    [root] dans le fichier même, sous aucun autre titre
   *[other] dans [{ $home }]
}.
policy-error-missing-key = Il manque ‘{ $key }’ dans { $table ->
    [root] le fichier
   *[other] [{ $table }]
}.
policy-error-wrong-type = ‘{ $key }’ demande { $expected ->
    [text] un texte entre "guillemets"
    [integer] un nombre entier
    [float] un nombre décimal
    [boolean] true ou false
    [date] une date sans guillemets (2026-09-01)
    [time] une heure
    [list] une liste [ … ]
   *[table] une table { "{" } … { "}" }
}, mais contient { $found ->
    [text] un texte
    [integer] un nombre entier
    [float] un nombre décimal
    [boolean] true ou false
    [date] une date
    [time] une heure
    [list] une liste
   *[table] une table
}.
policy-error-unknown-word = ‘{ $key }’ ne peut pas être ‘{ $value }’. Choisissez parmi : { $allowed }.
policy-error-unknown-word-meant = ‘{ $key }’ ne peut pas être ‘{ $value }’. Vouliez-vous dire ‘{ $suggestion }’ ? Choisissez parmi : { $allowed }.
policy-error-unknown-rule = La règle ‘{ $rule }’ n’existe pas.
policy-error-unknown-rule-meant = La règle ‘{ $rule }’ n’existe pas. Vouliez-vous dire ‘{ $suggestion }’ ?
policy-error-unknown-format = Ce fichier a le format { $found } ; ce Mailwijs lit le format { $supported }. Existe-t-il un Mailwijs plus récent ?
policy-error-empty = ‘{ $key }’ est vide.
policy-error-out-of-range = ‘{ $key }’ vaut { $value } ; choisissez un nombre de { $min } à { $max }.
policy-error-malformed = ‘{ $value }’ { $expected ->
    [address] n’est pas une adresse e-mail (nom@school.example).
    [pattern] n’est pas une adresse e-mail. Un * remplace n’importe quel texte : team-*@school.example, *@school.example.
    [domain] n’est pas un domaine. Écrivez seulement ce qui suit le @ : school.example.
    [provider] n’est pas le domaine d’un fournisseur de messagerie : provider.example, provider.* (toute terminaison) ou *.provider.example (tout sous-domaine).
    [iban] n’est pas un IBAN valable : le pays, la longueur ou les chiffres de contrôle sont faux.
    [secure-address] n’est pas une adresse web sûre. Elle commence par https://, pour que personne ne lise au passage.
    [folder-address] n’est pas l’adresse d’un dossier. Elle commence par https:// et ne contient ni nom d’utilisateur, ni mot de passe, ni ? ou # : chaque collègue se connecte avec son propre nom.
    [host] n’est pas le nom d’un serveur. Écrivez seulement le nom, sans https:// devant ni port derrière : imap.school.example.
   *[web-address] n’est pas une adresse web. Elle commence par https://.
}
policy-error-placeholder = ‘{ $key }’ contient encore { $placeholder }. Mettez-y ce que la barre d’adresse montre pour votre école une fois connecté.
policy-error-unknown-paragraph = La règle ‘{ $rule }’ renvoie au paragraphe { $paragraph }, qui ne figure pas dans les accords.
policy-error-duplicate-paragraph = Le paragraphe { $id } figure déjà à la ligne { $line }.
policy-error-general-in-group = { $address } figure parmi les adresses générales, mais fait aussi partie du groupe { $group }. Une adresse de groupe se met toujours en Cci ; gardez-la à un seul endroit.
policy-error-shared-domain = { $domain } ne peut pas être à la fois le domaine du personnel et celui des élèves.
policy-error-for-browser-sign-in = ‘{ $key }’ ne sert qu’à la connexion dans le navigateur. Écrivez sign_in = "microsoft" ou "google", ou supprimez ‘{ $key }’.

policy-signature-secret-key = Ce n’est pas une clé secrète minisign.
policy-signature-password = Ce mot de passe n’ouvre pas la clé secrète.
policy-signature-public-key = Ce n’est pas une clé publique minisign.
policy-signature-malformed = Ce n’est pas une signature minisign.
policy-signature-other-key = Cette charte a été signée avec une autre clé que celle de votre école.
policy-signature-changed = Cette charte a été modifiée après sa signature.
policy-signature-unavailable = L’ordinateur n’a pas pu fournir ce que demande la signature. Fermez quelques programmes et réessayez.
