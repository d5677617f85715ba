name = Public share link
title = { $kind ->
    [transfer] You are sharing files through { $service }
    [cloud] You are sharing files through { $service }
    [album] You are sharing an album through { $service }
    [anyone] This link opens for everybody
   *[open] This link may open for everybody
}
message = { $kind ->
    [transfer] The school has no agreement with this service on what happens to the files. Put them in the school's own storage and share them there.
    [cloud] That is private storage: anyone with the link can get in, and the school cannot look after it. Put it in the school's own storage and share it with those who may see it.
    [album] Anyone with the link sees all that is in it, now and later. Better share it in the school's own environment.
    [anyone] Whoever the link is passed on to can look too. Share it only with those who may see it.
   *[open] Look under Share: does it say "anyone with the link"? Then choose who may see it.
}
why = A share link is like a key under the mat: whoever finds it or gets it passed on can walk in. If there are children's data behind it, you no longer know who sees them.
looks-at = Mails and messages you write: links to private services for large files (WeTransfer, Smash …), to private storage (Dropbox, OneDrive at home, iCloud …), to photo albums, and to files that open for everybody as your text says. For Google Drive only when people from outside the school read along.
stays-silent = For links to the school's own storage or platform, ordinary sites and videos, in a quoted mail or signature, and in private mail from your own account.
