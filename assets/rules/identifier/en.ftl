name = Number of a person
title = { $kind ->
    [national-number] This message holds a national number
    [bis-number] This message holds a BIS number
    [identity-card] This message holds the number of an identity card
    [bsn] This message holds a citizen service number (BSN)
    [education-number] This message holds a Dutch education number
    [passport] This message holds a passport or ID number
    [payment-card] This message holds a payment card number
    [iban] This message holds a person's bank account number (IBAN)
   *[several] This message holds personal numbers
}
message = { $direction ->
    [received] Keep it where it belongs, then delete the mail, from the trash too.
   *[draft] { $kind ->
        [payment-card] Take it out. Never give a card number by mail; a safe payment page asks for it itself.
       *[other] Take it out. If it is really needed, put it in the student tracking system or hand it in at the office.
    }
}
why = With a number like this, somebody can pose as another person. Mail stays around for years, with you and with everyone who gets it.
looks-at = Mails you write and receive: numbers of a parent, pupil or colleague, in the text and in attachments. These are Belgian national and BIS numbers, Dutch citizen service and education numbers, bank accounts, payment cards, and numbers of an identity card or passport. The check digits must be right; where a number may be something else, the text must also say what it is.
stays-silent = For the account of the school itself or of a non-profit, phone numbers, order and reference numbers, structured payment references, and numbers whose check digits are wrong.
