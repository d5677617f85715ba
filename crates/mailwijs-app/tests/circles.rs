//! What was sent before decides who is an unexpected recipient: read from the Sent folder at the start, and learned from
//! each mail that leaves.
#![expect(clippy::unwrap_used, reason = "a test's own files are sound")]

use std::fs;
use std::path::Path;

use crossbeam_channel::unbounded;
use mailwijs_app::engine::Engine;
use mailwijs_app::policy::{Policy, RuleId};
use mailwijs_app::watch::{EngineCell, examine_changes};
use mailwijs_detect::ClassList;
use mailwijs_store::{DraftKey, FolderRole, MailStore, RawMessage, StoreChange};

const TEAM: &str = "Tom Willems <tom.willems@sintjan.example>, Els Maes <els.maes@sintjan.example>, \
    Jan Peeters <jan.peeters@sintjan.example>";
const SLIP: &str = "Tom Willems <tom.willems@sintjan.example>, Els Maes <els.maes@sintjan.example>, \
    Jan Peeters <jan.peeters74@telenet.be>";

fn write(mail: &Path, folder: &str, number: usize, to: &str) {
    let place = mail.join(folder);
    for part in ["cur", "new", "tmp"] {
        fs::create_dir_all(place.join(part)).unwrap();
    }
    let text = format!(
        "From: An Peeters <an.peeters@sintjan.example>\r\nTo: {to}\r\nMessage-ID: <{folder}{number}@laptop>\r\n\
         Subject: Overleg\r\n\r\nTot morgen.\r\n"
    );
    fs::write(place.join(format!("cur/{number}.laptop:2,S")), text).unwrap();
}

fn messages(stores: &[MailStore], role: FolderRole) -> Vec<RawMessage> {
    let all = stores.iter().flat_map(MailStore::messages).map(Result::unwrap);
    all.filter(|message| message.role == role).collect()
}

/// Whether the recipients of each saved version are told to be unexpected.
fn told(stores: &[MailStore], changes: Vec<StoreChange>) -> Vec<bool> {
    let policy =
        Policy::parse("format = 1\n[school]\nname = \"School\"\ndomains = [\"sintjan.example\"]\n").unwrap();
    let engine = EngineCell::new(Engine::new(policy.clone(), &ClassList::default()));
    let (send, receive) = unbounded();
    for change in changes {
        send.send(change).unwrap();
    }
    drop(send);
    let mut told = Vec::new();
    examine_changes(&engine, stores, &receive, |checked| {
        if let (StoreChange::Saved { .. }, Some(examined)) = (&checked.change, &checked.examined) {
            let rules = examined.report.findings.iter().map(|finding| finding.rule);
            told.push(rules.into_iter().any(|rule| rule == RuleId::UnusualRecipient));
        }
        // Another policy does not make the teacher a stranger.
        engine.replace(Engine::new(policy.clone(), &ClassList::default()));
        true
    });
    told
}

fn saved(message: &RawMessage) -> StoreChange {
    StoreChange::Saved {
        draft: DraftKey(1),
        message: message.clone(),
    }
}

#[test]
fn the_wrong_namesake_is_told_until_the_mail_was_sent() {
    let dir = tempfile::tempdir().unwrap();
    (0..40).for_each(|number| write(dir.path(), "Sent", number, TEAM));
    write(dir.path(), "Drafts", 0, SLIP);
    let stores = mailwijs_store::open(dir.path()).unwrap();
    let [draft] = messages(&stores, FolderRole::Drafts).try_into().unwrap();
    let again = RawMessage {
        bytes: String::from_utf8_lossy(&draft.bytes)
            .replace("Drafts0", "again")
            .into_bytes(),
        ..draft.clone()
    };
    let sent = StoreChange::Sent {
        draft: Some(DraftKey(1)),
        message: draft.clone(),
    };
    assert_eq!(
        told(&stores, vec![saved(&draft), saved(&draft), sent, saved(&again)]),
        [true, true, false]
    );
}

#[test]
fn without_a_history_nobody_is_unexpected() {
    let dir = tempfile::tempdir().unwrap();
    (0..9).for_each(|number| write(dir.path(), "Sent", number, TEAM));
    write(dir.path(), "Drafts", 0, SLIP);
    let stores = mailwijs_store::open(dir.path()).unwrap();
    let drafts = messages(&stores, FolderRole::Drafts);
    let changes = drafts.iter().map(saved).collect();
    assert_eq!(told(&stores, changes), [false]);
}
