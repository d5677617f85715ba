name = Password
title = { $source ->
    [sentence] Is there a password in { $channel ->
        [mail] this mail
       *[other] this message
    }?
   *[words] { $count ->
        [one] There is a password in { $channel ->
            [mail] this mail
           *[other] this message
        }
       *[other] There are { $count } passwords in { $channel ->
            [mail] this mail
           *[other] this message
        }
    }
}
message = { $direction ->
    [received] { $source ->
        [sentence] Is there a password in it? Then change it
       *[words] Change the password
    } and delete the mail. Nobody at school asks for or gives a password by mail.
   *[draft] { $source ->
        [sentence] Is there a password or code in it? Then take it out
       *[words] Take it out
    } and give it in person, on paper, or let the other set a new password.
}
why = Whoever reads the mail can log in. A mail stays, is forwarded and is read on devices you do not know. That is why we never send a password, through any channel.
looks-at = Mails you write and receive: a password, login code or PIN that is written out, in the text or in an attachment.
stays-silent = For "I forgot my password", for "you will get it on paper", for a link to choose a new password, and for advice on safe passwords.
