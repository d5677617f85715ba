name = Suspicious mail
title = { $kind ->
    [program] This attachment can infect your computer
    [disguise] The name of this attachment hides what it is
    [macro] This document can carry out commands by itself
    [page] This attachment is a web page that can steal data
    [locked] A locked attachment, with the key beside it
    [look-alike] This name looks like one you know, but it is not
    [link] This link leads somewhere else than it says
    [pretence] The sender passes for somebody else
    [voucher] This looks like a gift card scam
    [unproved] The sender is not who it claims to be
   *[wording] This mail looks like a scam
}
message = { $kind ->
    [program] Do not open the attachment.
    [disguise] Do not open the attachment.
    [macro] Do not open the document, and never click "enable content".
    [page] Do not open the attachment, and fill in nothing.
    [locked] Do not open the attachment. A lock with its key beside it protects nobody, it only keeps the virus scanner out.
    [look-alike] Click on nothing and fill in nothing. To be sure, type the address you know yourself.
    [link] Do not click on it. To be sure, type the address you know yourself.
    [pretence] Do not answer. Call the person or the service at the number you know.
    [voucher] Buy nothing, send no codes and do not answer. Call the person at the number you know.
    [unproved] Click on nothing. Call the person or the service at the number you know.
   *[wording] Click on nothing, pay nothing and do not answer. Ask at the number you know.
} Report it: { $contact ->
    [none] the ICT coordinator of your school
   *[other] { $contact }
}. Did you already click or fill something in? Call at once, you do nothing wrong by it.
why = Swindlers know schools well. One click can bring down the whole school network or give away your account, and with it all that is in there about your pupils. Asking takes a minute.
looks-at = Mails that you receive: attachments that are a program or hide one (also inside a zip, rar or 7z), documents with macros, web pages that ask for a password, links that lead elsewhere than they say, names that look like those of your school or of well-known services, and senders who pass for somebody else. One sure sign is enough; of those less sure there must be two.
stays-silent = For newsletters with their own kind of links, links wrapped by a mail filter, a reply address that differs and nothing else, files and projects of colleagues and pupils, and mail that only sounds urgent.
