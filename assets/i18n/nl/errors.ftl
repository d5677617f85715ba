error-policy-unreadable = Het policybestand { $path } kan niet geopend worden: { $detail }. Kijk of het pad klopt en of je het mag lezen.
error-policy-invalid =
    Het policybestand { $path } heeft fouten. Verbeter ze en probeer opnieuw:
    { $detail }
error-policy-signature = Het policybestand { $path } wordt niet aanvaard: { $detail }. Op deze computer gelden alleen policy's die ondertekend zijn met de sleutel van je school. Vraag een ondertekend bestand aan je ICT-coördinator.
error-class-list-unreadable = De klaslijst { $path } kan niet geopend worden: { $detail }. Kijk of het pad klopt.
error-class-list-invalid = De klaslijst { $path } is niet bruikbaar: { $detail }. Nodig is een CSV-bestand met een kopregel: given_name,family_name,class.
error-path-missing = { $path } bestaat niet. Kijk of het pad juist gespeld is.
error-path-denied = { $path } mag je niet lezen. Vraag leesrechten, of gebruik het account van wie de mail is.
error-path-not-mail = In { $path } staat geen mail. Nodig is een bericht (.eml, .emlx, .msg), een mbox-bestand of een map met mail.
error-path-unreadable = { $path } kan niet geopend worden: { $detail }. Kijk of het pad klopt en of je het mag lezen.
error-input-unreadable = De standaardinvoer kan niet gelezen worden: { $detail }.
error-no-stores = Er is geen mailprogramma gevonden op deze computer. Geef zelf een map op, bijvoorbeeld: mailwijs watch ~/Mail/Drafts
error-watch-failed = { $path } kan niet in het oog gehouden worden: { $detail }.
error-history-unavailable = De geschiedenis kan niet geopend worden: { $detail }. Er is niets gewist.
error-history-locked = De geschiedenis is versleuteld met een wachtzin, en die vraagt alleen de app. Open Mailwijs om je zaken te zien.
error-wrong-passphrase = Met deze wachtzin gaat de geschiedenis niet open. Probeer het nog eens.
error-draft-gone = Dit concept is er niet meer. Misschien heb je het al verstuurd of weggegooid.
error-no-school-account = In je mailprogramma is geen schoolaccount gevonden. Voeg het daar toe, of zeg in Mijn mail welk adres van school is.
error-demo-failed = De demomailbox kon niet gemaakt worden in { $path }: { $detail }.
error-unknown-action = Dat kan hier niet: { $detail }.
error-mailboxes-unreadable = De lijst van je mailboxen, { $path }, kan niet geopend worden: { $detail }. Kijk of je het bestand mag lezen.
error-mailboxes-invalid = De lijst van je mailboxen, { $path }, klopt niet: { $detail }. Verbeter dat, of verwijder het bestand en stel je mailboxen opnieuw in.
error-mailboxes-newer = De lijst van je mailboxen, { $path }, is van een nieuwere Mailwijs (formaat { $detail }). Werk Mailwijs bij.
error-unknown-mailbox = De mailbox { $path } is hier niet ingesteld. Stel hem in met: mailwijs mailbox add ADRES
error-not-an-address = Dit is geen mailadres. Schrijf het zoals an.peeters@school.example.
error-unknown-server = Op welke server staat de mail van { $detail }? Zet die in het beleid van je school, of geef hem met --host. Je ICT-coördinator weet het.
error-no-client-id = Aanmelden bij { $detail ->
    [microsoft] Microsoft
   *[google] Google
} kan pas als het beleid van je school er een client_id voor heeft. Vraag het aan je ICT-coördinator.
error-authority-unreadable = Het certificaat { $path } kan niet geopend worden: { $detail }. Kijk of het pad klopt en of je het mag lezen.
error-authority-invalid = In { $path } staat geen certificaat. Nodig is het certificaat van de autoriteit van je school, als PEM (-----BEGIN CERTIFICATE-----).
error-secret-left = De sleutelbos van deze computer antwoordt niet ({ $detail }). Misschien staat het wachtwoord van je mailbox er nog in: verwijder daar ‘nl.mailwijs.desktop’.
error-write-failed = { $path } kan niet geschreven worden: { $detail }.
error-stopped = Mailwijs is aan het afsluiten. Start het opnieuw.
error-no-message = Dit is geen mailbericht: het bestand is leeg of bevat iets anders.
error-mail-gone = Deze mail staat in geen enkele map meer op deze computer.
error-export-failed = De bestanden konden niet gemaakt worden. Is er nog plaats op de schijf? { $detail }
error-share-failed = De mail staat niet in de schoolmap. { $detail }
