name = Private address passed on
title = { $place ->
    [recipients] Outsiders can see the private address of { $count ->
        [one] a colleague
       *[other] { $count } colleagues
    }
   *[text] You are passing on the private address of { $count ->
        [one] somebody
       *[other] { $count } people
    }
}
message = { $place ->
    [recipients] Use your colleague's school address, or put the private address in BCC.
   *[text] Better give the school address, or ask first.
}
why = A private address is not meant to be spread. Knowing it for one purpose does not make it yours to pass on.
looks-at = Mails you write to people outside the school: whether a staff member's private address is visible in To or CC or in the text, or whether you pass on somebody else's private address.
stays-silent = For your own address and your signature, for the address of the person you write to, in a forwarded or quoted mail, and in mails that only go to colleagues.
