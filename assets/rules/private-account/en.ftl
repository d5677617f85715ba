name = Private account for school
title = { $to ->
    [parents] You are writing to parents from your private address
    [pupils] You are writing to pupils from your private address
    [colleagues] You are writing to colleagues about school from your private address
   *[others] This school mail leaves from your private address
}
message = This is about school. Send it from your school account, and the replies will stay there too.
why = The school cannot look after data in a private mailbox. With your school account, parents and colleagues also know that the mail really comes from school.
looks-at = Mails you write from a private address (Gmail, Outlook, Telenet …) that are about school: to colleagues about work, or to pupils, former pupils, parents or partners of the school.
stays-silent = For private mail: your sports club, your family, your doctor, a purchase, an evening out with a colleague. Also when you write, as a parent, to your own child's school.
