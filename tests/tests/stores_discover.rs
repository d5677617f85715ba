//! Mail clients are found in a home directory, with their accounts, identities and folders.

use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_store::{FolderRole, MailClient, Roots, discover};
use mailwijs_tests::stores;
use tempfile::TempDir;

fn only(home: &Path) -> MailClient {
    let mut clients = discover(&Roots::below(home));
    assert_eq!(clients.len(), 1, "{clients:?}");
    clients.remove(0)
}

fn folders(client: &MailClient, role: FolderRole) -> Vec<PathBuf> {
    let folders = client.stores.iter().flat_map(|store| &store.folders);
    folders
        .filter(|folder| folder.role == role)
        .map(|folder| folder.path.clone())
        .collect()
}

#[test]
fn thunderbird_with_the_profile_in_use() {
    let home = stores::copy("thunderbird-home-linux");
    let client = only(home.path());
    let profile = home.path().join(".thunderbird/k3x9p2qa.default-esr");
    assert_eq!((client.name, &client.profile), ("Thunderbird", &profile));
    let identities: Vec<_> = client
        .identities
        .iter()
        .map(|identity| {
            (
                identity.key.as_str(),
                identity.email.as_str(),
                identity.name.as_str(),
            )
        })
        .collect();
    assert_eq!(
        identities,
        [
            ("id1", "an.peeters@sintjan.example", "An Peeters"),
            ("id2", "an.peeters@prive.example", "An Peeters")
        ]
    );
    let drafts = profile.join("ImapMail/imap.sintjan.example/Concepten");
    assert_eq!(client.identities[0].drafts.as_ref(), Some(&drafts));
    assert_eq!(
        client.identities[1].drafts,
        Some(profile.join("Mail/pop.prive.example/Drafts"))
    );
    assert_eq!(folders(&client, FolderRole::Drafts), [drafts]);
    let names: Vec<&str> = client.stores.iter().map(|store| store.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "an.peeters@sintjan.example",
            "Lokale mappen",
            "an.peeters@prive.example"
        ]
    );
}

#[test]
fn thunderbird_in_every_package_and_on_every_platform() {
    for root in [
        "snap/thunderbird/common/.thunderbird",
        ".var/app/org.mozilla.Thunderbird/.thunderbird",
        "Library/Thunderbird",
    ] {
        let sample = stores::copy("thunderbird-home-linux");
        let home = TempDir::new().unwrap();
        let place = home.path().join(root);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::rename(sample.path().join(".thunderbird"), &place).unwrap();
        assert_eq!(
            only(home.path()).profile,
            place.join("k3x9p2qa.default-esr"),
            "{root}"
        );
    }
    let sample = stores::copy("thunderbird-home-linux");
    let roots = Roots {
        home: sample.path().join("Users/an"),
        config: sample.path().join("Users/an/AppData/Roaming"),
        data: sample.path().join("Users/an/AppData/Roaming"),
        local: sample.path().join("Users/an/AppData/Local"),
    };
    let store = roots
        .local
        .join("Packages/MozillaThunderbird.MZLA_h5892qc0xkpca/LocalCache/Roaming/Thunderbird");
    fs::create_dir_all(store.parent().unwrap()).unwrap();
    fs::rename(sample.path().join(".thunderbird"), &store).unwrap();
    assert_eq!(discover(&roots)[0].profile, store.join("k3x9p2qa.default-esr"));
}

#[test]
fn evolution() {
    let home = stores::copy("evolution-local-two-saves");
    let client = only(home.path());
    let mail = home.path().join(".local/share/evolution/mail/local");
    assert_eq!(client.name, "Evolution");
    assert_eq!(client.identities.len(), 1);
    assert_eq!(client.identities[0].email, "an.peeters@sintjan.example");
    assert_eq!(client.identities[0].drafts, Some(mail.join(".Drafts")));
    // What is typed and not saved yet stands above the folders.
    let open_windows = home.path().join(".local/share/evolution");
    assert_eq!(
        folders(&client, FolderRole::Drafts),
        [mail.join(".Drafts"), open_windows]
    );
    assert_eq!(client.stores[0].messages().count(), 1);
}

#[test]
fn evolution_with_copies_of_a_server() {
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
        let sample = stores::copy("evolution-imap-copies");
        let home = TempDir::new().unwrap();
        for (from, to) in [(".config", config), (".local/share", data), (".cache", cache)] {
            let to = home.path().join(to);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::rename(sample.path().join(from), to).unwrap();
        }
        let copies = home.path().join(cache).join("evolution/mail/a1b2c3d4/folders");
        // Empty directories are not kept with the sample. What comes in is written to this one first.
        fs::create_dir_all(copies.join("Concepten/tmp/2e")).unwrap();
        let client = only(home.path());
        assert_eq!(client.name, "Evolution");
        let stores: Vec<&str> = client.stores.iter().map(|store| store.name.as_str()).collect();
        assert_eq!(stores, ["Sint-Jan", "Evolution"], "{config}");
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

#[test]
fn claws_mail() {
    let home = stores::copy("claws-mh-draft");
    let client = only(home.path());
    assert_eq!(client.name, "Claws Mail");
    let emails: Vec<&str> = client
        .identities
        .iter()
        .map(|identity| identity.email.as_str())
        .collect();
    assert_eq!(emails, ["an.peeters@sintjan.example", "an.peeters@prive.example"]);
    assert_eq!(
        folders(&client, FolderRole::Drafts),
        [home.path().join("Mail/draft")]
    );
    assert_eq!(client.identities[1].drafts, Some(home.path().join("Mail/draft")));
}

#[test]
fn neomutt_with_folders_of_any_name() {
    for kind in ["maildir", "mbox"] {
        let home = stores::copy(&format!("neomutt-{kind}-postponed"));
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
        assert_eq!(
            folders(&client, FolderRole::Drafts),
            [home.path().join("Mail/nog niet")],
            "{kind}"
        );
        assert_eq!(client.stores[0].messages().flatten().count(), 1, "{kind}");
    }
}

fn emails(client: &MailClient) -> Vec<&str> {
    let identities = client.identities.iter();
    identities.map(|identity| identity.email.as_str()).collect()
}

/// Names and roles of a client's folders.
fn names(client: &MailClient) -> Vec<(&str, FolderRole)> {
    let folders = client.stores.iter().flat_map(|store| &store.folders);
    folders
        .map(|folder| (folder.name.as_str(), folder.role))
        .collect()
}

#[test]
fn aerc_with_folders_of_any_name() {
    let home = stores::copy("aerc-maildir-postponed");
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
fn aerc_on_a_maildir_of_a_server_and_on_notmuch() {
    for (source, root, folder) in [
        ("maildirpp://~/Post", "Post", "Post/.Zorg.Later"),
        (
            "notmuch://~/Post\nmaildir-store = ~/Post",
            "Post",
            "Post/Zorg/Later",
        ),
    ] {
        let home = TempDir::new().unwrap();
        let place = |path: &str| home.path().join(path);
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(place(folder).join(directory)).unwrap();
            fs::create_dir_all(place(root).join("Postvak").join(directory)).unwrap();
        }
        fs::create_dir_all(place(".config/aerc")).unwrap();
        let accounts = format!(
            "[Thuis]\nsource = imaps://an@prive.example\nfrom = an@prive.example\n\n\
             [School]\nsource = {source}\npostpone = Zorg/Later\nfrom = an@sintjan.example\n"
        );
        fs::write(place(".config/aerc/accounts.conf"), accounts).unwrap();
        let client = only(home.path());
        assert_eq!(emails(&client), ["an@prive.example", "an@sintjan.example"]);
        assert_eq!(folders(&client, FolderRole::Drafts), [place(folder)], "{source}");
        assert_eq!(client.identities[1].drafts, Some(place(folder)));
    }
}

#[test]
fn mbsync_in_a_hidden_directory() {
    let home = stores::copy("mbsync-maildir");
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
    let home = stores::copy("offlineimap-maildir");
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
    for folder in ["Maildir", "Maildir/.Concepten"] {
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(place(folder).join(directory)).unwrap();
        }
    }
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
    assert_eq!(
        folders(&client, FolderRole::Drafts),
        [place("Maildir/.Concepten")]
    );

    let home = stores::copy("mbsync-maildir");
    fs::create_dir_all(home.path().join(".config/aerc")).unwrap();
    let accounts = "[School]\nsource = maildir://~/.post/school\npostpone = Zorg/Lotte\n";
    fs::write(home.path().join(".config/aerc/accounts.conf"), accounts).unwrap();
    let client = only(home.path());
    assert_eq!(client.name, "aerc");
    assert_eq!(names(&client).len(), 4);
}

#[test]
fn kmail() {
    let home = TempDir::new().unwrap();
    let mail = home.path().join(".local/share/local-mail");
    for folder in ["inbox", "drafts", ".inbox.directory/zorg"] {
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(mail.join(folder).join(directory)).unwrap();
        }
    }
    let client = only(home.path());
    assert_eq!(client.name, "KMail");
    assert_eq!(folders(&client, FolderRole::Drafts), [mail.join("drafts")]);
    let names: Vec<&str> = client.stores[0]
        .folders
        .iter()
        .map(|folder| folder.name.as_str())
        .collect();
    assert_eq!(names, ["inbox/zorg", "drafts", "inbox"]);
}

#[test]
fn a_home_without_mail() {
    let home = TempDir::new().unwrap();
    assert_eq!(discover(&Roots::below(home.path())), []);
    fs::create_dir(home.path().join(".thunderbird")).unwrap();
    fs::write(
        home.path().join(".thunderbird/profiles.ini"),
        "[Profile0]\nPath=weg\n",
    )
    .unwrap();
    assert_eq!(discover(&Roots::below(home.path())), []);
    assert_eq!(discover(&Roots::below(&home.path().join("nergens"))), []);
}
