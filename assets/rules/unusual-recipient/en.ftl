name = Unexpected recipient
title = { $kind ->
    [greeting] The greeting does not fit who gets this
    [class] The class does not fit who gets this
   *[other] Is this the right recipient?
}
message = { $kind ->
    [greeting] You greet somebody else than who is in To or Cc. Have a look whether you picked the right person.
    [class] Your mail is about another class than the group address. Have a look whether you picked the right address.
   *[other] Have a look whether you picked the right person.
}
why = A mail to the wrong person is quickly sent: the mail program completes a name, or an old address was left behind. It can hardly ever be called back.
looks-at = Mails you write: whether the name in your greeting fits one of the recipients, and whether the class in your subject or greeting fits the group address.
stays-silent = For nicknames and short names, addresses that do not show whose they are, general addresses such as info@, and when you greet parents or colleagues without a name.
