name = Sensitive pupil data
title = { $categories ->
    [one] { $category ->
        [family] This is about a pupil's home situation
        [psychosocial] This is about a pupil's wellbeing
        [medical] This is about a pupil's health
        [care] This is about a pupil's learning support
        [financial] This is about money worries in a pupil's family
        [judicial] This is about a pupil and the police or the courts
        [special] This is about a pupil's religion, origin or orientation
       *[pupil] A pupil can be recognised in this message
    }
   *[other] This is sensitive data about a pupil
}
message = { $direction ->
    [received] Put it in { $system ->
        [none] the student tracking system
       *[named] { $system }
    }, or have an authorised colleague do it. Then delete every mail about it, from the trash too.
   *[draft] { $category ->
        [pupil] Do not name pupils here. Make a call, or use
       *[other] This does not belong in a { $channel ->
            [mail] mail
           *[other] message
        }, but in
    } { $system ->
        [none] the student tracking system
       *[named] { $system }
    }. Only the right colleagues read it there.
}
why = A mail is forwarded, stays around and sometimes reaches the wrong person. With sensitive data that can really hurt a child and the family. In the student tracking system only the right colleagues see it.
looks-at = Mails you write and receive, with subject, quoted text and attachments: the home situation, wellbeing, health, learning support, money, police or courts, religion or origin of a pupil who can be recognised by a name, initials or a description.
stays-silent = For general information without a pupil (a talk on dyslexia, a letter about head lice), for your own illness, for marks, homework and praise, for stories, theatre roles and lesson topics, and for a day off sick.
