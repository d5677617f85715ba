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
fn kmail_and_claws_mail_in_other_packages() {
    for data in [
        ".var/app/org.kde.kmail2/data",
        ".var/app/org.kde.kontact/data",
        "snap/kmail/current/.local/share",
    ] {
        let home = TempDir::new().unwrap();
        let drafts = home.path().join(data).join("local-mail/drafts");
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(drafts.join(directory)).unwrap();
        }
        let client = only(home.path());
        assert_eq!(client.name, "KMail", "{data}");
        assert_eq!(folders(&client, FolderRole::Drafts), [drafts]);
    }

    let sample = stores::copy("claws-mh-draft");
    let home = TempDir::new().unwrap();
    let flatpak = home.path().join(".var/app/org.claws_mail.Claws-Mail");
    fs::create_dir_all(&flatpak).unwrap();
    for name in [".claws-mail", "Mail"] {
        fs::rename(sample.path().join(name), flatpak.join(name)).unwrap();
    }
    let client = only(home.path());
    assert_eq!(folders(&client, FolderRole::Drafts), [flatpak.join("Mail/draft")]);
}

#[test]
fn claws_mail_on_windows() {
    let sample = stores::copy("claws-mh-draft");
    let roots = Roots {
        home: sample.path().to_owned(),
        config: sample.path().join("AppData/Roaming"),
        data: sample.path().join("AppData/Roaming"),
        local: sample.path().join("AppData/Local"),
    };
    fs::create_dir_all(&roots.config).unwrap();
    fs::rename(sample.path().join(".claws-mail"), roots.config.join("Claws-mail")).unwrap();
    let clients = discover(&roots);
    assert_eq!(clients.len(), 1);
    assert_eq!(
        folders(&clients[0], FolderRole::Drafts),
        [sample.path().join("Mail/draft")]
    );
}

#[test]
fn windows_live_mail() {
    let home = TempDir::new().unwrap();
    let local = home.path().join("AppData/Local");
    let account = local.join("Microsoft/Windows Live Mail/Sintjan (an 3f2");
    let message = "From: an@x.example\r\nTo: b@x.example\r\nSubject: Zorg\r\nX-Unsent: 1\r\n\r\nDag\r\n";
    for folder in ["Concepten", "Inbox", "Sent Items", "Deleted Items"] {
        fs::create_dir_all(account.join(folder)).unwrap();
        fs::write(account.join(folder).join("1A2B3C4D-00000001.eml"), message).unwrap();
    }
    // What it knows of each account.
    fs::write(account.join("account{3F2}.oeaccount"), "<MessageAccount/>").unwrap();
    let roots = Roots {
        local,
        ..Roots::below(home.path())
    };
    let clients = discover(&roots);
    assert_eq!(clients[0].name, "Windows Live Mail");
    assert_eq!(
        names(&clients[0]),
        [
            ("Concepten", FolderRole::Drafts),
            ("Deleted Items", FolderRole::Trash),
            ("Inbox", FolderRole::Inbox),
            ("Sent Items", FolderRole::Sent)
        ]
    );
    let messages: Vec<_> = clients[0].stores[0].messages().flatten().collect();
    assert!(messages.len() == 4 && messages.iter().all(|message| !message.loose));
}

#[test]
fn what_is_attached_to_a_mail_of_apple_mail_is_no_mail() {
    let home = TempDir::new().unwrap();
    let data = home
        .path()
        .join("Library/Mail/V10/8F2A/Concepten.mbox/1B3C/Data/4");
    let message = "From: an@x.example\nTo: b@x.example\nSubject: Zorg\n\nDag\n";
    let emlx = format!("{}\n{message}", message.len());
    for (file, text) in [
        ("Messages/4012.partial.emlx", emlx.as_str()),
        ("Attachments/4012/2/doorgestuurd.eml", message),
        ("Attachments/4012/3/oud.emlx", emlx.as_str()),
        ("Attachments/4012/4/brief", message),
    ] {
        let path = data.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let client = only(home.path());
    assert_eq!(client.name, "Apple Mail");
    assert_eq!(names(&client), [("Concepten", FolderRole::Drafts)]);
    assert_eq!(client.stores[0].messages().count(), 1);
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
