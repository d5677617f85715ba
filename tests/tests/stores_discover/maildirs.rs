//! Mutt, the programs that synchronise Maildirs, and Maildirs that several programs share.

use std::fs;

use mailwijs_store::FolderRole;
use mailwijs_tests::stores::copy;
use tempfile::TempDir;

use crate::home::{drafts_of, emails, maildirs, names, only};

#[test]
fn neomutt_with_folders_of_any_name() {
    for kind in ["maildir", "mbox"] {
        let home = copy(&format!("neomutt-{kind}-postponed"));
        let rc = fs::read_to_string(home.path().join("neomuttrc")).unwrap();
        let rc = rc
            .replace("/home/an/Mail", "~/Mail")
            .replace("postponed=+postponed", "postponed=\"+nog niet\"");
        fs::write(home.path().join(".neomuttrc"), rc).unwrap();
        fs::rename(
            home.path().join("Mail/postponed"),
            home.path().join("Mail/nog niet"),
        )
        .unwrap();
        let client = only(home.path());
        assert_eq!(client.name, "NeoMutt");
        assert_eq!(client.identities[0].email, "an.peeters@sintjan.example");
        assert_eq!(drafts_of(&client), [home.path().join("Mail/nog niet")], "{kind}");
        assert_eq!(client.stores[0].messages().flatten().count(), 1, "{kind}");
    }
}

#[test]
fn mbsync_in_a_hidden_directory() {
    let home = copy("mbsync-maildir");
    let client = only(home.path());
    assert_eq!(client.name, "mbsync");
    assert_eq!(
        names(&client),
        [
            ("Concepten", FolderRole::Drafts),
            ("Postvak", FolderRole::Inbox),
            ("Verzonden items", FolderRole::Sent),
            ("Zorg/Lotte", FolderRole::Other)
        ]
    );
    // Of the two drafts on the server one bears `T`, in `new` too.
    assert_eq!(client.stores[0].messages().flatten().count(), 4);
}

#[test]
fn offlineimap_with_dots_between_levels() {
    let home = copy("offlineimap-maildir");
    let client = only(home.path());
    assert_eq!(client.name, "OfflineIMAP");
    assert_eq!(
        names(&client),
        [
            ("Concepten", FolderRole::Drafts),
            ("INBOX", FolderRole::Inbox),
            ("Verzonden items", FolderRole::Sent),
            ("Zorg/Lotte", FolderRole::Other),
            ("[Gmail]/Concepten", FolderRole::Drafts)
        ]
    );
}

#[test]
fn a_maildir_that_nobody_names_and_one_that_two_programs_name() {
    let home = TempDir::new().unwrap();
    let place = |path: &str| home.path().join(path);
    maildirs(home.path(), &["Maildir", "Maildir/.Concepten"]);
    assert_eq!(only(home.path()).name, "Maildir");
    fs::write(
        place(".notmuch-config"),
        format!(
            "[database]\npath={}\n[user]\nname=An Peeters\nprimary_email=an@x.example\nother_email=a@x.example;\n",
            place("Maildir").display()
        ),
    )
    .unwrap();
    let client = only(home.path());
    assert_eq!(
        (client.name, emails(&client)),
        ("notmuch", vec!["an@x.example", "a@x.example"])
    );
    assert_eq!(drafts_of(&client), [place("Maildir/.Concepten")]);

    let home = copy("mbsync-maildir");
    fs::create_dir_all(home.path().join(".config/aerc")).unwrap();
    let accounts = "[School]\nsource = maildir://~/.post/school\npostpone = Zorg/Lotte\n";
    fs::write(home.path().join(".config/aerc/accounts.conf"), accounts).unwrap();
    let client = only(home.path());
    assert_eq!(client.name, "aerc");
    assert_eq!(names(&client).len(), 4);
}
