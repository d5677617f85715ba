//! Strange and broken stores: nothing blocks, nothing panics, what is whole is still read.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

use mailwijs_store::{MailStore, RawMessage, ReadError, StoreError, open};
use tempfile::TempDir;

const MESSAGE: &str = "From: an@x.example\nTo: b@x.example\nSubject: Uitstap\n\nDag\n";
const FROM: &str = "From - Sun Nov 22 01:10:31 2026\n";

fn read(path: &Path) -> Vec<Result<RawMessage, ReadError>> {
    open(path)
        .expect("the path opens")
        .iter()
        .flat_map(MailStore::messages)
        .collect()
}

fn whole(path: &Path) -> usize {
    read(path)
        .iter()
        .filter(|message| message.as_ref().is_ok_and(|message| !message.bytes.is_empty()))
        .count()
}

#[test]
fn a_folder_full_of_oddities() {
    let home = TempDir::new().unwrap();
    let place = |name: &str| home.path().join(name);
    fs::write(place("goed.eml"), MESSAGE).unwrap();
    fs::write(place("leeg.eml"), "").unwrap();
    fs::write(place("rommel.eml"), [0_u8, 159, 146, 150, 10, 0, 255]).unwrap();
    fs::write(place("foto.jpg"), [0xFF, 0xD8, 0xFF]).unwrap();
    fs::write(place("notities"), "melk\neieren\n").unwrap();
    fs::create_dir(place("map.eml")).unwrap();
    fs::write(place("map.eml/diep"), format!("{FROM}{MESSAGE}\n")).unwrap();
    fs::write(place("geen.emlx"), "Subject: x\n\n").unwrap();
    // Three messages by name, one in the mbox below; the emlx without a length is an error.
    let messages = read(home.path());
    assert_eq!(messages.iter().filter(|message| message.is_ok()).count(), 4);
    let errors: Vec<String> = messages
        .iter()
        .filter_map(|message| message.as_ref().err())
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors.len(), 1);
    assert!(errors[0].contains("geen.emlx"), "{errors:?}");
}

#[test]
fn a_path_that_is_no_mail_says_so() {
    let home = TempDir::new().unwrap();
    let picture = home.path().join("foto.jpg");
    fs::write(&picture, [0xFF, 0xD8, 0xFF, 0, 0]).unwrap();
    assert_eq!(open(&picture), Err(StoreError::NotMail(picture.clone())));
    let missing = home.path().join("weg");
    assert_eq!(open(&missing), Err(StoreError::Missing(missing.clone())));
    let words = open(&missing).unwrap_err().to_string();
    assert!(words.contains("check the spelling"), "{words}");
    let empty = home.path().join("leeg");
    fs::create_dir(&empty).unwrap();
    assert!(open(&empty).unwrap()[0].folders.is_empty());
}

#[cfg(unix)]
#[test]
fn pipes_sockets_and_loops_do_not_hold_it_up() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    let home = TempDir::new().unwrap();
    let place = |name: &str| home.path().join(name);
    for directory in ["Drafts/cur", "Drafts/new", "Drafts/tmp", "los"] {
        fs::create_dir_all(place(directory)).unwrap();
    }
    for pipe in ["Drafts/cur/1.pijp", "los/pijp", "los/pijp.eml", "los/7"] {
        assert!(
            Command::new("mkfifo")
                .arg(place(pipe))
                .status()
                .unwrap()
                .success()
        );
    }
    let _socket = UnixListener::bind(place("los/contact.eml")).unwrap();
    symlink(home.path(), place("los/rond")).unwrap();
    symlink(place("nergens"), place("los/dood.eml")).unwrap();
    fs::write(place("Drafts/cur/2.x"), MESSAGE).unwrap();
    fs::write(place("los/brief.eml"), MESSAGE).unwrap();
    symlink(place("los/brief.eml"), place("los/zelfde.eml")).unwrap();
    assert_eq!(whole(home.path()), 3);
    assert_eq!(
        open(&place("los/pijp")),
        Err(StoreError::Special(place("los/pijp")))
    );
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_told_without_where_it_pointed() {
    use std::os::unix::fs::symlink;

    let home = TempDir::new().unwrap();
    let place = |name: &str| home.path().join(name);
    for directory in ["los", "Drafts/cur", "Drafts/new", "Drafts/tmp", "mh"] {
        fs::create_dir_all(place(directory)).unwrap();
    }
    fs::write(place("mh/.mh_sequences"), "").unwrap();
    let links = [
        "los/dood.eml",
        "los/DOOD.EML",
        "los/rond.eml",
        "Drafts/cur/1.x:2,D",
        "mh/3",
    ];
    for link in links {
        symlink("/geheim/brief over Lotte.eml", place(link)).unwrap();
    }
    fs::remove_file(place("los/rond.eml")).unwrap();
    symlink(place("los/rond.eml"), place("los/rond.eml")).unwrap();
    // Links by other names are no mail, and an editor's lock is one that points to nothing.
    symlink("an@laptop.1234", place("los/.#brief.eml")).unwrap();
    symlink("/geheim", place("los/oud")).unwrap();
    let told: Vec<String> = read(home.path())
        .into_iter()
        .filter_map(Result::err)
        .map(|error| error.to_string())
        .collect();
    for link in links {
        let told = told.iter().filter(|error| error.contains(link)).count();
        assert_eq!(told, 1, "{link}");
    }
    assert_eq!(told.len(), links.len(), "{told:?}");
    assert!(!told.concat().contains("geheim"), "{told:?}");
    let link_is_named = told
        .iter()
        .filter(|error| error.contains("a link to a file that is not there"));
    assert_eq!(link_is_named.count(), links.len() - 1, "{told:?}");
}

#[test]
fn a_torn_mbox_and_a_torn_index() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("ImapMail/imap.x.example");
    fs::create_dir_all(&folder).unwrap();
    let mbox = folder.join("Concepten");
    let save = |id: &str, text: &str| format!("{FROM}Message-ID: <{id}>\n{MESSAGE}{text}\n\n");
    let whole_file = format!("{}{}", save("a", "eerst"), save("b", "daarna"));
    // The last message is just being written.
    fs::write(&mbox, format!("{whole_file}{FROM}Mess")).unwrap();
    fs::write(
        folder.join("Concepten.msf"),
        "// <!-- <mdb:mork:z v=\"1.4\"/> -->\n< <(a=c)> (80=ns:msg",
    )
    .unwrap();
    // Without an index that can be read, the newest save of a draft counts.
    let messages = read(&mbox);
    assert_eq!(messages.len(), 1);
    let text = String::from_utf8(messages[0].as_ref().unwrap().bytes.clone()).unwrap();
    assert!(text.contains("daarna") && text.ends_with("daarna\n"), "{text:?}");
    for cut in (0..whole_file.len()).step_by(7) {
        fs::write(&mbox, whole_file.get(..cut).unwrap()).unwrap();
        assert!(read(&mbox).iter().all(Result::is_ok), "{cut}");
    }
}

#[test]
fn a_message_without_line_ends_that_never_stops() {
    let home = TempDir::new().unwrap();
    let mbox = home.path().join("Inbox");
    let long = "x".repeat(5_000_000);
    fs::write(
        &mbox,
        format!("{FROM}Subject: lang\n\n{long}\n\n{FROM}{MESSAGE}\n"),
    )
    .unwrap();
    assert_eq!(whole(&mbox), 2);
}

#[test]
fn messages_without_an_extension_and_mbox_files_of_any_name() {
    let home = TempDir::new().unwrap();
    let place = |name: &str| home.path().join(name);
    fs::write(place("00001.7c53336b37003a9286aba55d2945844c"), MESSAGE).unwrap();
    fs::write(place("1."), MESSAGE).unwrap();
    fs::write(place("bericht"), MESSAGE).unwrap();
    fs::write(
        place("Archief.2020"),
        format!("{FROM}{MESSAGE}\n{FROM}{MESSAGE}\n"),
    )
    .unwrap();
    fs::write(place("brieven.mbox"), format!("{FROM}{MESSAGE}\n")).unwrap();
    assert_eq!(whole(home.path()), 6);
    for name in ["bericht", "1.", "brieven.mbox"] {
        assert_eq!(whole(&place(name)), 1, "{name}");
    }
}

#[test]
fn apple_mail_keeps_messages_deep_below_a_mailbox() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("Library/Mail/V10/8F2A/Concepten.mbox/1B3C/Data");
    let emlx = |flags: u32| {
        format!(
            "{}\n{MESSAGE}<?xml version=\"1.0\"?><plist><dict><key>flags</key><integer>{flags}</integer></dict></plist>\n",
            MESSAGE.len()
        )
    };
    for (file, flags) in [
        ("Messages/12.emlx", 64),
        ("4/2/Messages/2413.partial.emlx", 64),
        ("Messages/13.emlx", 66),
    ] {
        let path = data.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, emlx(flags)).unwrap();
    }
    let messages: Vec<RawMessage> = read(home.path())
        .into_iter()
        .map(|message| message.expect("it can be read"))
        .collect();
    assert_eq!(messages.len(), 2, "flag 2 is deleted");
    for message in messages {
        assert_eq!(message.bytes, MESSAGE.as_bytes());
        assert!(message.draft_flag && !message.loose);
        assert_eq!(message.role, mailwijs_store::FolderRole::Drafts);
    }
}
