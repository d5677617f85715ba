name = Unexpected recipient
title = { $kind ->
    [greeting] The greeting does not fit who gets this
    [class] The class does not fit who gets this
    [namesake] Is this the right person?
    [stranger] Somebody from outside is among the readers
    [circle] Does this recipient belong here?
   *[other] Is this the right recipient?
}
message = { $kind ->
    [greeting] You greet somebody else than who is in To or Cc. Have a look whether you picked the right person.
    [class] Your mail is about another class than the group address. Have a look whether you picked the right address.
    [namesake] You have (almost) never written to this address, but often to somebody with the same or nearly the same name, also together with these other recipients. Have a look whether you picked the right one.
    [stranger] You often write to these colleagues together. You have never written to this address outside the school. Have a look whether it belongs here.
    [circle] You often write to the others together, but never yet together with this recipient. Have a look whether they belong here.
   *[other] Have a look whether you picked the right person.
}
why = A mail to the wrong person is quickly sent: the mail program completes a name, or an old address was left behind. It can hardly ever be called back.
looks-at = Mails you write: whether the name in your greeting fits one of the recipients, and whether the class in your subject or greeting fits the group address. And whom you wrote to together before: somebody with nearly the same name as the person you usually write to in this company, somebody from outside among colleagues, or somebody who was never with this group. For that Mailwijs only reads the addresses in the mails you sent in the last two years. They stay in memory and are kept nowhere.
stays-silent = For nicknames and short names, addresses that do not show whose they are, general addresses such as info@, and when you greet parents or colleagues without a name. About whom you write to together: until you have sent thirty mails, in a mail to one person, in an answer to somebody who wrote to you, and for lists in BCC. If you often write to new combinations of people, Mailwijs says less about it.
