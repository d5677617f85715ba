# What to mind on a channel, whatever the text says.
channel-chat-1 = Een chat is geen plek voor gegevens van leerlingen, ook niet onder collega's. Bel even, of gebruik het leerlingvolgsysteem.
channel-social-1 = Staat er iemand op een foto of in een filmpje? Dan is er uitdrukkelijke toestemming nodig, van de ouders of van de leerling zelf.
channel-social-2 = Gebruik het profiel van de school, niet je eigen profiel.
channel-social-3 = Wat je plaatst, blijft rondgaan, ook als je het verwijdert. Twijfel je? Vraag het eerst aan je leidinggevende.
channel-video-1 = Neem alleen op als iedereen het weet en ermee instemt.
channel-video-2 = Sluit je mail en het leerlingvolgsysteem voor je je scherm deelt.
channel-video-3 = Kijk of er niemand anders meeluistert of meekijkt.
