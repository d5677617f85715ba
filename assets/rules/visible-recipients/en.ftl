name = Visible recipients
title = { $people ->
    [parents] { $count } parents can see each other's address
    [pupils] { $count } pupils can see each other's address
    [colleagues] { $count } colleagues are listed one by one
   *[people] { $count } people can see each other's address
}
message = { $people ->
    [colleagues] A list this long comes back with every reply. Put them in BCC, or use a group address in BCC.
   *[people] Everyone in To or CC sees the address of all the others. In BCC each of them gets your mail without seeing the rest.
}
why = An address is personal data. Whoever gives it to the school does not give it to all the other families. And one "reply all" reaches everybody.
looks-at = Mails you write: how many people from outside the school can see one another in To and CC together. It counts families, not addresses: both parents of one child count as one, and so does a person with two addresses. Pupils count. In a mail that only goes to colleagues, it looks for a long list of names.
stays-silent = For the parents of one child, below your school's limit, for a few colleagues, for general addresses such as info@ or zorg@, for your own other address, and for everything in BCC.
