//! Evolution's accounts, and its copies of mail on servers.

use std::fs;

use mailwijs_store::FolderRole;
use mailwijs_tests::stores::copy;

use crate::home::{drafts_of, moved, names, only, stores};

#[test]
fn folders_of_this_computer_and_open_windows() {
    let home = copy("evolution-local-two-saves");
    let client = only(home.path());
    let mail = home.path().join(".local/share/evolution/mail/local");
    assert_eq!(client.name, "Evolution");
    assert_eq!(client.identities.len(), 1);
    assert_eq!(client.identities[0].email, "an.peeters@sintjan.example");
    assert_eq!(client.identities[0].drafts, Some(mail.join(".Drafts")));
    // What is typed and not saved yet stands above the folders.
    let open_windows = home.path().join(".local/share/evolution");
    assert_eq!(drafts_of(&client), [mail.join(".Drafts"), open_windows]);
    assert_eq!(client.stores[0].messages().count(), 1);
}

#[test]
fn copies_of_a_server_in_every_package() {
    for (config, data, cache) in [
        (".config", ".local/share", ".cache"),
        (
            ".var/app/org.gnome.Evolution/config",
            ".var/app/org.gnome.Evolution/data",
            ".var/app/org.gnome.Evolution/cache",
        ),
        (
            "snap/evolution/current/.config",
            "snap/evolution/current/.local/share",
            "snap/evolution/current/.cache",
        ),
    ] {
        let home = moved(
            "evolution-imap-copies",
            &[(".config", config), (".local/share", data), (".cache", cache)],
        );
        let copies = home.path().join(cache).join("evolution/mail/a1b2c3d4/folders");
        // Empty directories are not kept with the sample. What comes in is written to this one first.
        fs::create_dir_all(copies.join("Concepten/tmp/2e")).unwrap();
        // Nor is this one read yet: its first copy is about to come.
        for directory in ["tmp/2e", "cur"] {
            fs::create_dir_all(copies.join("Nieuw").join(directory)).unwrap();
        }
        let client = only(home.path());
        assert_eq!(client.name, "Evolution");
        assert_eq!(stores(&client), ["Sint-Jan", "Evolution"], "{config}");
        assert_eq!(
            names(&client),
            [
                ("Concepten", FolderRole::Drafts),
                ("INBOX", FolderRole::Inbox),
                ("Verzonden items", FolderRole::Sent),
                ("Zorg/Lotte", FolderRole::Other),
                ("Autosave", FolderRole::Drafts)
            ]
        );
        assert_eq!(client.identities[0].email, "an.peeters@sintjan.example");
        assert_eq!(client.identities[0].drafts, Some(copies.join("Concepten/cur")));
        // The second save names the first, which the server has marked as deleted: a ghost.
        assert_eq!(client.stores[0].messages().flatten().count(), 4);
        // A compose window that is open; another one has only just been made.
        assert_eq!(client.stores[1].messages().flatten().count(), 1);
    }
}
