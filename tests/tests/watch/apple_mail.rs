//! Drafts of Apple Mail, whose files stand apart from them.

use std::fs;

use mailwijs_store::StoreChange;
use tempfile::TempDir;

use crate::folder::{Watched, draft};

#[test]
fn what_is_attached_to_a_draft_of_apple_mail_is_no_draft() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("Concepten.mbox/1B3C/Data");
    fs::create_dir_all(data.join("Messages")).unwrap();
    let emlx = |id: &str| {
        let message = draft(id, "Zorg", "Over Lotte");
        format!("{}\n{message}", message.len())
    };
    fs::write(data.join("Messages/11.emlx"), emlx("oud")).unwrap();
    let watched = Watched::start(home.path());
    let attached = data.join("Attachments/12/2");
    fs::create_dir_all(&attached).unwrap();
    fs::write(attached.join("oud.emlx"), emlx("x")).unwrap();
    fs::write(
        attached.join("doorgestuurd.eml"),
        draft("y", "Doorgestuurd", "Dag"),
    )
    .unwrap();
    watched.nothing();
    let next = emlx("n").replace("Zorg", "Reis");
    fs::write(data.join("Messages/12.partial.emlx"), next).unwrap();
    assert_eq!(watched.saved().1, "Reis");
    watched.nothing();
}

#[test]
fn what_is_attached_to_a_draft_of_apple_mail_is_part_of_it() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("Concepten.mbox/1B3C/Data/4");
    fs::create_dir_all(data.join("Messages")).unwrap();
    fs::write(data.join("Messages/1.emlx"), "12\nSubject: x\n\n").unwrap();
    let watched = Watched::start(home.path());
    let attached = |number: u32, text: &str| {
        let place = data.join(format!("Attachments/{number}/2"));
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("klaslijst.csv"), text).unwrap();
    };
    let emlx = |number: u32, subject: &str| {
        let message = format!(
            "From: an@x.example\nTo: b@x.example\nSubject: {subject}\nMessage-ID: <{number}@x.example>\n\
             Content-Type: multipart/mixed; boundary=\"Apple-Mail=_1\"\n\n\
             --Apple-Mail=_1\nContent-Type: text/plain\n\nIn bijlage.\n\n\
             --Apple-Mail=_1\nContent-Disposition: attachment; filename=klaslijst.csv\nContent-Type: text/csv\n\
             Content-Transfer-Encoding: base64\nX-Apple-Content-Length: 26\n\n\n--Apple-Mail=_1--\n"
        );
        let file = data.join(format!("Messages/{number}.partial.emlx"));
        fs::write(file, format!("{}\n{message}", message.len())).unwrap();
    };
    let file_of = || match watched.next() {
        StoreChange::Saved { draft, message } => {
            let mail = mailwijs_mail::parse(&message.bytes);
            (
                draft,
                String::from_utf8(mail.attachments[0].bytes.clone()).unwrap(),
            )
        }
        other => panic!("not saved: {other:?}"),
    };
    attached(12, "Jan;4A");
    emlx(12, "Klas");
    let (key, file) = file_of();
    assert_eq!(file, "Jan;4A");
    // The file may come after the message.
    emlx(13, "Reis");
    let (other, file) = file_of();
    assert_eq!(file, "");
    attached(13, "Lotte;4B");
    assert_eq!(file_of(), (other, "Lotte;4B".to_owned()));
    assert_ne!(key, other);
    fs::remove_file(data.join("Messages/13.partial.emlx")).unwrap();
    fs::remove_dir_all(data.join("Attachments/13")).unwrap();
    assert_eq!(watched.discarded(), other);
    watched.nothing();
}
