//! What real mail clients left on disk is read as they themselves see it.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::path::Path;

use mailwijs_mail::{Field, Mail};
use mailwijs_store::{FolderRole, MailStore, RawMessage, open};
use mailwijs_tests::stores;
use serde_json::Value;

type Expected = BTreeMap<String, Vec<Value>>;

fn read(root: &Path) -> Vec<RawMessage> {
    let found = open(root).expect("the sample opens");
    found
        .iter()
        .flat_map(MailStore::messages)
        .map(|message| message.expect("every message can be read"))
        .collect()
}

fn place(root: &Path, message: &RawMessage) -> (String, Option<u64>) {
    let path = message
        .key
        .path
        .strip_prefix(root)
        .expect("messages stand below the root");
    (path.to_string_lossy().replace('\\', "/"), message.key.offset)
}

#[test]
fn exactly_the_live_messages_of_every_sample() {
    for name in stores::names() {
        let copy = stores::copy(&name);
        let before = stores::bytes_below(copy.path());
        let expected: Expected = serde_json::from_str(&stores::text(&name, "expected.json")).unwrap();
        let mut live: BTreeMap<(String, Option<u64>), &Value> = expected
            .iter()
            .flat_map(|(path, messages)| messages.iter().map(move |message| (path, message)))
            .filter(|(_, message)| message["live"] == true)
            .map(|(path, message)| ((stores::local_name(path), message["offset"].as_u64()), message))
            .collect();
        for message in read(copy.path()) {
            let place = place(copy.path(), &message);
            let expected = live
                .remove(&place)
                .unwrap_or_else(|| panic!("{name}: {place:?} is no live message"));
            compare(
                &format!("{name}: {place:?}"),
                &mailwijs_mail::parse(&message.bytes),
                expected,
            );
        }
        assert!(live.is_empty(), "{name}: not read: {:?}", live.keys());
        assert_eq!(
            stores::bytes_below(copy.path()),
            before,
            "{name}: reading changed the store"
        );
    }
}

fn compare(what: &str, mail: &Mail, expected: &Value) {
    let count = |field| {
        mail.recipients
            .iter()
            .filter(|recipient| recipient.field == field)
            .count()
    };
    assert_eq!(mail.subject, expected["subject"], "{what}");
    assert_eq!(count(Field::To), expected["to"], "{what}");
    assert_eq!(count(Field::Cc), expected["cc"], "{what}");
    assert_eq!(count(Field::Bcc), expected["bcc"], "{what}");
    assert_eq!(
        mail.message_id.as_deref().unwrap_or_default(),
        expected["message_id"],
        "{what}"
    );
    assert_eq!(
        mail.marks.identity.as_deref().unwrap_or_default(),
        expected["identity"],
        "{what}"
    );
    let from = mail
        .from
        .as_ref()
        .map(|from| format!("{} <{}>", from.name, from.email))
        .unwrap_or_default();
    assert_eq!(from, expected["from"], "{what}");
    let files: Vec<&str> = mail
        .attachments
        .iter()
        .map(|attachment| attachment.name.as_str())
        .collect();
    let expected_files: Vec<&str> = expected["attachments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    assert_eq!(files, expected_files, "{what}");
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let text = words(expected["text"].as_str().unwrap());
    assert!(
        words(&mail.body.content).starts_with(&text),
        "{what}: {:?} does not start with {text:?}",
        mail.body.content
    );
}

#[test]
fn folders_have_their_roles_and_names() {
    let copy = stores::copy("thunderbird-home-linux");
    let found = open(copy.path()).unwrap();
    let names: Vec<(&str, FolderRole)> = found
        .iter()
        .find(|store| store.root.ends_with("imap.sintjan.example"))
        .expect("the IMAP account is found")
        .folders
        .iter()
        .map(|folder| (folder.name.as_str(), folder.role))
        .collect();
    assert_eq!(
        names,
        [("Concepten", FolderRole::Drafts), ("INBOX", FolderRole::Inbox)]
    );

    let copy = stores::copy("evolution-local-two-saves");
    let drafts = &open(copy.path()).unwrap()[0].folders;
    assert!(drafts[0].name.ends_with("Drafts"), "{}", drafts[0].name);
    assert_eq!(drafts[0].role, FolderRole::Drafts);
    let message = &read(copy.path())[0];
    assert!(message.draft_flag && !message.loose);
}

#[test]
fn one_file_or_folder_of_a_store_opens_as_well_as_the_whole() {
    let copy = stores::copy("thunderbird-pop-drafts-two-saves");
    let drafts = copy.path().join("Mail/pop.prive.example/Drafts");
    let messages = read(&drafts);
    assert_eq!(messages.len(), 2);
    assert!(
        messages
            .iter()
            .all(|message| message.role == FolderRole::Drafts && !message.loose)
    );

    let copy = stores::copy("thunderbird-imap-1-draft-two-saves");
    assert_eq!(
        read(&copy.path().join("ImapMail/imap.sintjan.example/Concepten")).len(),
        1
    );

    let copy = stores::copy("thunderbird-maildir-nl-1-two-saves");
    let drafts = copy.path().join("ImapMail/imap.sintjan.example/Concepten");
    assert_eq!(read(&drafts)[0].role, FolderRole::Drafts);

    let copy = stores::copy("claws-mh-draft");
    assert_eq!(read(&copy.path().join("Mail/draft")).len(), 1);
}
