name = Improper language
title = { $kind ->
    [discrimination] This may come across as discriminating
    [threat] This sounds like a threat
    [sexual] This may come across as sexual harassment
   *[insult] This may hurt somebody
}
message = Let it rest for a moment? Read it again later and take these words out.
why = A mail stays and travels further than you think. At school we agreed not to insult, threaten or discriminate against anybody, even when we are angry.
looks-at = What you write yourself: insulting, discriminating, threatening or sexual language.
stays-silent = When you tell what a pupil said, in the quoted text of somebody else, and in lessons on language, history or literature. It does not look at mails you receive.
