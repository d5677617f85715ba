// The account for school is on a mail server. What stands here comes after prefs.js, and counts.

user_pref("mail.identity.id1.draft_folder", "imap://an@imap.sintjan.example/Drafts");
user_pref("mail.identity.id1.fcc_folder", "imap://an@imap.sintjan.example/Sent");
user_pref("mail.server.server1.autosync_offline_stores", true);
user_pref("mail.server.server1.directory-rel", "[ProfD]ImapMail/imap.sintjan.example");
user_pref("mail.server.server1.hostname", "imap.sintjan.example");
user_pref("mail.server.server1.login_at_startup", false);
user_pref("mail.server.server1.offline_download", true);
user_pref("mail.server.server1.port", {port});
user_pref("mail.server.server1.type", "imap");
user_pref("mail.server.server1.userName", "an");
user_pref("network.dns.forceResolve", "127.0.0.1");
