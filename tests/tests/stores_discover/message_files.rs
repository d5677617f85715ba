//! Clients that keep each message in a file below one directory per account.

use std::fs;

use mailwijs_store::{FolderRole, discover};
use tempfile::TempDir;

use crate::home::{names, on_windows, only};

#[test]
fn windows_live_mail() {
    let home = TempDir::new().unwrap();
    let account = home
        .path()
        .join("AppData/Local/Microsoft/Windows Live Mail/Sintjan (an 3f2");
    let message = "From: an@x.example\r\nTo: b@x.example\r\nSubject: Zorg\r\nX-Unsent: 1\r\n\r\nDag\r\n";
    for folder in ["Concepten", "Inbox", "Sent Items", "Deleted Items"] {
        fs::create_dir_all(account.join(folder)).unwrap();
        fs::write(account.join(folder).join("1A2B3C4D-00000001.eml"), message).unwrap();
    }
    // What it knows of each account.
    fs::write(account.join("account{3F2}.oeaccount"), "<MessageAccount/>").unwrap();
    let clients = discover(&on_windows(home.path()));
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
