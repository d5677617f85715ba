name = Aanmelding op een platform
title = Je schooladres is gebruikt op een nieuw platform
message = Heb je je hier zelf aangemeld, en heb je het nodig voor je werk? Vraag dan even na of dit platform mag: { $contact ->
    [none] de ICT-coördinator van je school weet het
   *[other] { $contact }
}. Was jij het niet? Klik nergens op en verwijder de mail.
why = Elk platform bewaart wat je invult, vaak ook over je leerlingen. De school moet weten waar die gegevens staan en of ze er veilig zijn. Daarom gebruik je je schooladres enkel voor platformen die je voor je werk nodig hebt.
looks-at = Mails die op je schooladres aankomen: "bevestig je e-mailadres", "activeer je account", "je account is aangemaakt", van een platform dat niet in de lijst van je school staat.
stays-silent = Bij platformen die je school gebruikt of die in het onderwijs gewoon zijn, bij een nieuw wachtwoord of een inlogcode, bij bestellingen, facturen, nieuwsbrieven en inschrijvingen voor een studiedag, bij mail van mensen, en in je privémailbox.
