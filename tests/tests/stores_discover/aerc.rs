//! aerc's accounts.

use std::fs;

use mailwijs_store::FolderRole;
use mailwijs_tests::stores::copy;
use tempfile::TempDir;

use crate::home::{drafts_of, emails, maildirs, names, only};

#[test]
fn with_folders_of_any_name() {
    let home = copy("aerc-maildir-postponed");
    let client = only(home.path());
    assert_eq!(client.name, "aerc");
    let later = home.path().join(".post/school/Nog niet");
    assert_eq!(
        emails(&client),
        [
            "an.peeters@sintjan.example",
            "apeeters@sintjan.example",
            "zorg@sintjan.example"
        ]
    );
    assert_eq!(client.identities[0].name, "An Peeters");
    assert_eq!(client.identities[0].drafts.as_ref(), Some(&later));
    assert_eq!(
        names(&client),
        [
            ("Nog niet", FolderRole::Drafts),
            ("Postvak", FolderRole::Inbox),
            ("Verzonden items", FolderRole::Sent),
            ("Zorg/Lotte", FolderRole::Other)
        ]
    );
}

#[test]
fn on_a_maildir_of_a_server_and_on_notmuch() {
    for (source, folder) in [
        ("maildirpp://~/Post", "Post/.Zorg.Later"),
        ("notmuch://~/Post\nmaildir-store = ~/Post", "Post/Zorg/Later"),
    ] {
        let home = TempDir::new().unwrap();
        let place = |path: &str| home.path().join(path);
        maildirs(home.path(), &[folder, "Post/Postvak"]);
        fs::create_dir_all(place(".config/aerc")).unwrap();
        let accounts = format!(
            "[Thuis]\nsource = imaps://an@prive.example\nfrom = an@prive.example\n\n\
             [School]\nsource = {source}\npostpone = Zorg/Later\nfrom = an@sintjan.example\n"
        );
        fs::write(place(".config/aerc/accounts.conf"), accounts).unwrap();
        let client = only(home.path());
        assert_eq!(emails(&client), ["an@prive.example", "an@sintjan.example"]);
        assert_eq!(drafts_of(&client), [place(folder)], "{source}");
        assert_eq!(client.identities[1].drafts, Some(place(folder)));
    }
}
