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
    assert_eq!(folders(&client, FolderRole::Drafts), [mail.join(".Drafts")]);
    assert_eq!(client.stores[0].messages().count(), 1);
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
