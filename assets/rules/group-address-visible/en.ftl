name = Group address visible
title = { $count ->
    [one] A group address is not in BCC
   *[other] { $count } group addresses are not in BCC
}
message = A reply to all would go to the whole group. In BCC your mail arrives just as well.
why = Behind a group address are many people. In To or CC anyone can copy it, and every "reply all" reaches the whole group.
looks-at = Mails you write: whether an address that stands for a group of people (such as leerkrachten@ or ouders-3b@) is in To or CC. Your school's policy says which addresses those are.
stays-silent = When the group address is in BCC, or only mentioned in the text. Also for general addresses such as info@ or secretariaat@.
