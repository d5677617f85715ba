name = Sensitive pupil data
title = { $source ->
    [sentence] { $place ->
        [quoted] Does this mail quote something personal about a pupil?
        [attachment] Does the attachment say something personal about a pupil?
       *[own] { $categories ->
            [one] { $category ->
                [family] Is this about a pupil's home situation?
                [psychosocial] Is this about a pupil's wellbeing?
                [medical] Is this about a pupil's health?
                [care] Is this about a pupil's learning support?
                [financial] Is this about money worries in a pupil's family?
                [judicial] Is this about a pupil and the police or the courts?
               *[special] Is this about a pupil's religion, origin or orientation?
            }
           *[other] Is this about a pupil's personal situation?
        }
    }
   *[words] { $place ->
        [list] This is a list with data of pupils
        [colleague] This is a colleague's private life
        [quoted] This mail still quotes sensitive data about a pupil
        [attachment] The attachment holds sensitive data about a pupil
       *[own] { $categories ->
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
    }
}
message = { $direction ->
    [received] { $source ->
        [sentence] Is this about a pupil? Then put it in { $system ->
            [none] the student tracking system
           *[named] { $system }
        }, or have an authorised colleague do it. After that delete every mail about it, from the trash too.
       *[words] Put it in { $system ->
            [none] the student tracking system
           *[named] { $system }
        }, or have an authorised colleague do it. Then delete every mail about it, from the trash too.
    }
   *[draft] { $source ->
        [sentence] { $audience ->
            [own-parents] Is this about their child? Then better call, or meet: a mail is forwarded, and at home others sometimes read along.
            [one-family] Is this about their own child? Then better call: a mail is forwarded, and at home others sometimes read along. If it is about another child, take it out.
            [families] Is this about a pupil? Then take it out, because other parents will read it. Talk about it only with this child's parents.
            [pupils] Is this about a pupil? Then take it out, because pupils will read it. Talk about it in private or with the parents.
           *[others] Is this about a pupil? { $audience ->
                [care] The care team may know that, but not by mail. Then write here only where it is, and put it in { $system ->
                    [none] the student tracking system
                   *[named] { $system }
                }.
                [staff-group] Then a whole group of colleagues will read it, also those who do not work with this pupil. Put it in { $system ->
                    [none] the student tracking system
                   *[named] { $system }
                }.
                [private-address] At a private address the school can no longer look after it. Then leave it in { $system ->
                    [none] the student tracking system
                   *[named] { $system }
                }.
                [outside] This goes to somebody outside the school. Then first check what you may share, and put the rest in { $system ->
                    [none] the student tracking system
                   *[named] { $system }
                }.
               *[colleagues] Then it belongs in { $system ->
                    [none] the student tracking system
                   *[named] { $system }
                }, not in a { $channel ->
                    [mail] mail
                   *[other] message
                }.
            } Only the right colleagues read it there.
        }
       *[words] { $audience ->
            [colleague] Let your colleague tell it, or ask first whether you may. It is usually enough to say that somebody is away.
            [own-parents] It is about their own child, but a mail is forwarded, and at home others sometimes read along. Better call, or meet.
            [one-family] Is it their own child? Then better call: a mail is forwarded, and at home others sometimes read along. If it is another child, take it out.
            [families] Other parents will read this. Take it out, and talk about it only with this child's parents.
            [pupils] Pupils will read this. Take it out, and talk about it in private or with the parents.
           *[others] { $category ->
                [pupil] Do not name pupils here. Make a call, or use
               *[other] { $audience ->
                    [care] The care team may know this, but not by mail. Write here only where it is, and put it in
                    [staff-group] A whole group of colleagues will read this, also those who do not work with this pupil. Put it in
                    [private-address] At a private address the school can no longer look after it. Leave it in
                    [outside] This goes to somebody outside the school. First check what you may share, and put the rest in
                   *[colleagues] This does not belong in a { $channel ->
                        [mail] mail
                       *[other] message
                    }, but in
                }
            } { $system ->
                [none] the student tracking system
               *[named] { $system }
            }. Only the right colleagues read it there.
        }
    }{ $history ->
        [new-reader] {" "}Not everyone who gets this has read the conversation you quote: take the quote out.
        [quoted] {" "}What you quote is sent once more: take it out before you answer.
       *[none] {""}
    }{ $subject ->
        [named] {" "}The name is in the subject, which any screen shows: leave it out there.
       *[plain] {""}
    }
}
why = A mail is forwarded, stays around and sometimes reaches the wrong person. With sensitive data that can really hurt a child and the family. In the student tracking system only the right colleagues see it.
looks-at = Mails you write and receive, with subject, quoted text and attachments: the home situation, wellbeing, health, learning support, money, police or courts, religion or origin of a pupil who can be recognised by a name, initials or a description. A list of five pupils or more with their dates of birth counts too. Who reads along decides how loudly it is told. When it says something very personal about a colleague (a burnout, a divorce, debts), only the icon changes colour.
stays-silent = For general information without a pupil (a talk on dyslexia, a letter about head lice), for your own illness, for marks, homework and praise, for stories, theatre roles and lesson topics, and for a day off sick. Also for a colleague who is ill or replaced, marries or has a child, and for mail from and to the head teacher or the office.
