name = Sign-up on a platform
title = Your school address was used on a new platform
message = Did you sign up yourself, and do you need it for your work? Then ask whether this platform is all right: { $contact ->
    [none] the ICT coordinator of your school knows
   *[other] { $contact }
}. Was it not you? Click on nothing and delete the mail.
why = Every platform keeps what you fill in, often about your pupils too. The school has to know where those data are and whether they are safe there. That is why you use your school address only for platforms that you need for your work.
looks-at = Mails that arrive at your school address: "confirm your email address", "activate your account", "your account has been created", from a platform that is not on your school's list.
stays-silent = For platforms that your school uses or that are common in education, for new passwords and codes to sign in, for orders, invoices, newsletters and registrations for a study day, for mail from people, and in your private mailbox.
