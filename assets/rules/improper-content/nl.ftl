name = Ongepaste taal
title = { $kind ->
    [discrimination] Dit kan discriminerend overkomen
    [threat] Dit klinkt als een dreigement
    [sexual] Dit kan seksueel intimiderend overkomen
   *[insult] Dit kan kwetsend overkomen
}
message = Even laten rusten? Lees het straks nog eens en haal deze woorden eruit.
why = Een mail blijft en reist verder dan je denkt. Op school is afgesproken dat we niemand beledigen, bedreigen of discrimineren, ook niet als we boos zijn.
looks-at = Wat je zelf schrijft: beledigende, discriminerende, bedreigende of seksueel getinte taal.
stays-silent = Als je vertelt wat een leerling zei, in geciteerde tekst van een ander, en in lessen over taal, geschiedenis of literatuur. In mails die je krijgt, kijkt het hier niet naar.
