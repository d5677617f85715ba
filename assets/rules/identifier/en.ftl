name = Number of a person
title = { $kind ->
    [national-number] This message holds a national number
    [bsn] This message holds a citizen service number
    [iban] This message holds a person's bank account number
   *[several] This message holds personal numbers
}
message = { $direction ->
    [received] Keep it where it belongs, then delete the mail, from the trash too.
   *[draft] Take it out. If it is really needed, put it in the student tracking system or hand it in at the office.
}
why = With a number like this, somebody can pose as another person. Mail stays around for years, with you and with everyone who gets it.
looks-at = Mails you write and receive: national numbers, citizen service numbers and bank account numbers of a parent, pupil or colleague, in the text and in attachments. Only numbers with a right checksum count.
stays-silent = For the school's own account, phone numbers, order and reference numbers, and numbers whose checksum is wrong.
