// The account for school is fetched from a mail server. What stands here comes after prefs.js, and counts.

user_pref("mail.identity.id1.draft_folder", "mailbox://an@pop.sintjan.example/Drafts");
user_pref("mail.identity.id1.fcc_folder", "mailbox://an@pop.sintjan.example/Sent");
user_pref("mail.server.server1.port", {port});
user_pref("mail.server.server1.userName", "an");
user_pref("network.dns.forceResolve", "127.0.0.1");
