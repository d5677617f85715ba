name = Propos déplacés
title = { $kind ->
    [discrimination] Ceci peut être perçu comme discriminatoire
    [threat] Ceci ressemble à une menace
    [sexual] Ceci peut être perçu comme du harcèlement sexuel
   *[insult] Ceci peut blesser
}
message = Et si vous laissiez reposer ? Relisez-le tout à l'heure et retirez ces mots.
why = Un message reste et voyage plus loin qu'on ne pense. À l'école, il est convenu de n'insulter, menacer ni discriminer personne, même sous le coup de la colère.
looks-at = Ce que vous écrivez vous-même : propos insultants, discriminatoires, menaçants ou à caractère sexuel.
stays-silent = Quand vous rapportez les paroles d'un élève, dans le texte cité d'une autre personne, et dans les cours de langue, d'histoire ou de littérature. Les messages reçus ne sont pas concernés.
