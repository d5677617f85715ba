name = Consent for photos
title = { $how ->
    [attached] { $count ->
        [one] A photo or video of pupils goes along
       *[other] { $count } photos or videos of pupils go along
    }
    [album] This link leads to photos of pupils
   *[published] Photos of pupils go online here
}
message = Is that all right for every child in them? Check the consents, or choose images in which nobody can be recognised.
why = A photo in which you recognise somebody is personal data. Parents and pupils choose for themselves whether they are shown, and where. What has gone round never comes back.
looks-at = Mails and messages you write: photos and videos of pupils attached for people outside the school, links to an album, and sentences in which you put them on social media or a website.
stays-silent = When you ask for consent or say that it was given, when nobody can be recognised, for photos to the parents of one child or to colleagues, and for a photo of a blackboard, a task or a room.
