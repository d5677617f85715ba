//! KMail's folders, in every package of it.

use tempfile::TempDir;

use crate::home::{drafts_of, maildirs, names, only};

#[test]
fn folders_stand_below_hidden_directories() {
    let home = TempDir::new().unwrap();
    let mail = home.path().join(".local/share/local-mail");
    maildirs(&mail, &["inbox", "drafts", ".inbox.directory/zorg"]);
    let client = only(home.path());
    assert_eq!(client.name, "KMail");
    assert_eq!(drafts_of(&client), [mail.join("drafts")]);
    let names: Vec<&str> = names(&client).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["inbox/zorg", "drafts", "inbox"]);
}

#[test]
fn in_other_packages() {
    for data in [
        ".var/app/org.kde.kmail2/data",
        ".var/app/org.kde.kontact/data",
        "snap/kmail/current/.local/share",
    ] {
        let home = TempDir::new().unwrap();
        let mail = home.path().join(data).join("local-mail");
        maildirs(&mail, &["drafts"]);
        let client = only(home.path());
        assert_eq!(client.name, "KMail", "{data}");
        assert_eq!(drafts_of(&client), [mail.join("drafts")]);
    }
}
