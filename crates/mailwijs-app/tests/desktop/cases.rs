//! A received mail on its way into the tracking system, over a real mailbox.

use std::fs;
use std::path::PathBuf;

use mailwijs_app::App;
use mailwijs_app::ipc::{CaseAction, CaseDto, UserAction};

use crate::desk::Desk;

const ABOUT_NOOR: &str = "Return-Path: <mama@familie.example>\nReceived: from mx\nMessage-ID: <noor-1@familie.example>\n\
From: Mama van Noor <mama@familie.example>\nTo: an.peeters@sintjan.example\nDate: {date}\nSubject: Noor\n\n\
Dag juf\n\nNoor Claes uit 3B heeft epilepsie. Graag voorzichtig bij het zwemmen.\n\nGroeten\n";

/// A mail that belongs in the tracking system, dated now.
pub fn mail() -> String {
    let now = jiff::Zoned::now()
        .strftime("%a, %d %b %Y %H:%M:%S %z")
        .to_string();
    ABOUT_NOOR.replace("{date}", &now)
}

/// A desk where the mail has come in.
pub fn arrived() -> (Desk, PathBuf) {
    let desk = Desk::with_mailbox();
    let file = arrived_at(&desk);
    (desk, file)
}

/// The mail comes in.
pub fn arrived_at(desk: &Desk) -> PathBuf {
    let file = put(desk, "Inbox", "1.x:2,", &mail());
    desk.eventually(|app| app.today().received.len() == 1);
    file
}

pub fn put(desk: &Desk, folder: &str, name: &str, text: &str) -> PathBuf {
    let tmp = desk.mail().join(folder).join("tmp/x");
    fs::write(&tmp, text).unwrap();
    let file = desk.mail().join(folder).join("cur").join(name);
    fs::rename(tmp, &file).unwrap();
    file
}

/// The case of the mail that came in is begun, and everything looked at.
pub fn begin(desk: &Desk) {
    let listed = &desk.app.today().received[0];
    assert!(listed.to_lvs, "{listed:?}");
    desk.act(UserAction::BeginCase { received: listed.id });
    desk.eventually(|app| case(app).looked.is_some());
}

fn does(desk: &Desk, case: CaseAction) {
    desk.act(UserAction::Case { id: 1, case });
}

/// The teacher says that it is in.
pub fn filed(desk: &Desk) {
    does(
        desk,
        CaseAction::Route {
            route: "myself".into(),
            email: None,
        },
    );
    does(
        desk,
        CaseAction::Filed {
            place: "system".into(),
        },
    );
}

/// The one case.
pub fn case(app: &App) -> CaseDto {
    app.case(1).unwrap()
}

fn step(app: &App) -> String {
    case(app).line.step
}

/// Where its copies stand, and how.
pub fn stands(app: &App) -> Vec<(String, String)> {
    let copies = case(app).copies.into_iter();
    let mut stands: Vec<_> = copies.map(|copy| (copy.folder, copy.state)).collect();
    stands.sort();
    stands
}

pub fn is(desk: &Desk, step_now: &str) {
    desk.eventually(|app| step(app) == step_now);
}

#[test]
fn from_the_nudge_to_the_receipt_every_step_ticks_by_itself() {
    let (desk, file) = arrived();
    begin(&desk);
    assert_eq!(desk.app.today().received, [], "it is on the list of cases now");
    let shown = case(&desk.app);
    assert_eq!(
        (shown.line.subject.as_str(), shown.line.from.as_str()),
        ("Noor", "Mama van Noor")
    );
    assert_eq!(shown.line.categories, ["gezondheid"]);
    let marked: Vec<&str> = shown
        .text
        .iter()
        .filter(|piece| piece.marked)
        .map(|piece| &*piece.text)
        .collect();
    assert!(marked.contains(&"epilepsie"), "{marked:?}");
    assert!(
        shown.note.text.contains("Noor Claes uit 3B heeft epilepsie."),
        "{}",
        shown.note.text
    );
    assert!(!shown.note.title.contains("Noor"), "{}", shown.note.title);
    assert_eq!(desk.app.tray().cases, 1);

    assert_eq!(step(&desk.app), "what");
    does(
        &desk,
        CaseAction::Route {
            route: "myself".into(),
            email: None,
        },
    );
    assert_eq!(step(&desk.app), "into-lvs");
    let opened = desk.act(UserAction::Case {
        id: 1,
        case: CaseAction::OpenSystem,
    });
    assert_eq!(
        opened.open.as_deref(),
        Some("https://sintjan.smartschool.example/")
    );
    assert_eq!(step(&desk.app), "filed");
    does(
        &desk,
        CaseAction::Filed {
            place: "system".into(),
        },
    );
    assert_eq!(step(&desk.app), "delete");

    fs::rename(&file, desk.mail().join("Trash/cur/1.x:2,S")).unwrap();
    is(&desk, "trash");
    fs::remove_file(desk.mail().join("Trash/cur/1.x:2,S")).unwrap();
    is(&desk, "done");
    let done = case(&desk.app);
    assert_eq!(done.deleted, 1);
    assert!(done.line.gone && done.line.subject.is_empty() && done.text.is_empty());
    assert_eq!(done.note.text, "", "no word of it stays, in memory neither");
    assert!(done.copies.iter().all(|copy| copy.subject.is_empty()));
    assert!(done.line.closed.is_some() && desk.app.cases().open.is_empty());
    assert_eq!(desk.app.tray().cases, 0);
    let receipt = desk.app.receipt_pdf(1).unwrap();
    assert!(receipt.starts_with(b"%PDF-"));
}

#[test]
fn one_of_three_copies_is_not_enough_and_what_comes_back_unticks() {
    let (desk, inbox) = arrived();
    let archive = put(&desk, "Archive", "7.x:2,S", &mail());
    let sent = put(
        &desk,
        "Sent",
        "8.x:2,S",
        "Message-ID: <antwoord@sintjan.example>\nIn-Reply-To: <noor-1@familie.example>\nFrom: an.peeters@sintjan.example\n\
         To: mama@familie.example\nSubject: Re: Noor\n\nDank u\n\n> Noor Claes uit 3B heeft epilepsie.\n",
    );
    begin(&desk);
    filed(&desk);
    desk.eventually(|app| stands(app).len() == 3);
    fs::remove_file(&inbox).unwrap();
    desk.eventually(|app| stands(app).contains(&("Inbox".into(), "gone".into())));
    assert_eq!(step(&desk.app), "delete");
    fs::remove_file(&archive).unwrap();
    desk.eventually(|app| stands(app).contains(&("Archive".into(), "gone".into())));
    assert_eq!(step(&desk.app), "delete", "the answer quotes it");
    fs::remove_file(&sent).unwrap();
    is(&desk, "done");
    assert_eq!(case(&desk.app).deleted, 3);

    put(&desk, "Inbox", "9.x:2,", &mail());
    is(&desk, "delete");
    assert!(case(&desk.app).line.reopened);
}

#[test]
fn an_answer_without_anything_sensitive_may_stay() {
    let (desk, inbox) = arrived();
    put(
        &desk,
        "Sent",
        "8.x:2,S",
        "Message-ID: <antwoord@sintjan.example>\nIn-Reply-To: <noor-1@familie.example>\nSubject: Re: Noor\n\nDank u\n",
    );
    begin(&desk);
    filed(&desk);
    fs::remove_file(&inbox).unwrap();
    desk.eventually(|app| stands(app) == [("Inbox".into(), "gone".into()), ("Sent".into(), "live".into())]);
    let answer = case(&desk.app)
        .copies
        .into_iter()
        .find(|copy| copy.folder == "Sent")
        .unwrap();
    assert_eq!(answer.kin, "conversation");
    does(
        &desk,
        CaseAction::Stays {
            copy: answer.id,
            stays: true,
        },
    );
    assert_eq!(step(&desk.app), "done");
}

#[test]
fn in_an_mbox_it_is_gone_once_the_folder_was_compacted() {
    let (desk, inbox) = arrived();
    let separator = "From - Sun Nov 22 01:10:31 2026\n";
    let mbox = |status: &str| {
        format!(
            "{separator}X-Mozilla-Status: {status}\n{}\n{separator}X-Mozilla-Status: 0001\nSubject: Krijt\n\nDag\n\n",
            mail()
        )
    };
    let path = desk.mail().join("Oud");
    fs::write(&path, mbox("0001")).unwrap();
    begin(&desk);
    filed(&desk);
    fs::remove_file(&inbox).unwrap();
    desk.eventually(|app| stands(app) == [("Inbox".into(), "gone".into()), ("Oud".into(), "live".into())]);
    fs::write(&path, mbox("0009")).unwrap();
    is(&desk, "gone");
    assert_eq!(stands(&desk.app)[1].1, "bytes");
    let whole = fs::read_to_string(&path).unwrap();
    let kept = whole.rfind(separator).unwrap();
    fs::write(desk.mail().join("nieuw"), whole.split_at(kept).1).unwrap();
    fs::rename(desk.mail().join("nieuw"), &path).unwrap();
    is(&desk, "done");
}

#[test]
fn what_was_still_being_written_is_looked_at_again_though_nothing_else_happens() {
    let (desk, _) = arrived();
    begin(&desk);
    filed(&desk);
    // The end with which it says that it is whole never comes.
    let moved = mail().replace(
        "Subject: Noor\n",
        "Subject: Noor\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=deel\n",
    );
    let trash = desk.mail().join("Prullenbak");
    let written = desk.mail().with_file_name("written");
    let separator = "From - Sun Nov 22 01:10:32 2026\nX-Mozilla-Status: 0001\n";
    fs::write(&written, format!("{separator}{moved}")).unwrap();
    fs::rename(written, trash).unwrap();
    desk.eventually(|app| stands(app).contains(&("Prullenbak".into(), "trash".into())));
    assert_eq!(case(&desk.app).unread, []);
}

#[test]
fn a_case_stands_where_it_stood_after_a_restart_at_any_step() {
    let (mut desk, inbox) = arrived();
    begin(&desk);
    let again = |desk: &mut Desk, expected: &str| {
        desk.restart();
        desk.eventually(|app| case(app).looked.is_some());
        assert_eq!(step(&desk.app), expected);
    };
    again(&mut desk, "what");
    assert_eq!(case(&desk.app).line.subject, "Noor", "read again from its store");
    does(
        &desk,
        CaseAction::Route {
            route: "myself".into(),
            email: None,
        },
    );
    again(&mut desk, "into-lvs");
    does(&desk, CaseAction::OpenSystem);
    again(&mut desk, "filed");
    does(
        &desk,
        CaseAction::Filed {
            place: "system".into(),
        },
    );
    again(&mut desk, "delete");
    fs::rename(&inbox, desk.mail().join("Trash/cur/1.x:2,S")).unwrap();
    is(&desk, "trash");
    again(&mut desk, "trash");
    fs::remove_file(desk.mail().join("Trash/cur/1.x:2,S")).unwrap();
    desk.restart();
    is(&desk, "done");
    again(&mut desk, "done");
}

#[test]
fn a_folder_that_cannot_be_looked_into_is_told_and_nothing_ticks() {
    let (desk, inbox) = arrived();
    begin(&desk);
    filed(&desk);
    desk.eventually(|app| stands(app).len() == 1);
    let away = desk.mail().with_file_name("elsewhere");
    fs::rename(desk.mail(), &away).unwrap();
    does(&desk, CaseAction::Look);
    desk.eventually(|app| !case(app).unread.is_empty());
    assert_eq!(step(&desk.app), "delete");
    assert!(!case(&desk.app).line.gone, "nobody knows");
    fs::rename(&away, desk.mail()).unwrap();
    fs::remove_file(&inbox).unwrap();
    does(&desk, CaseAction::Look);
    is(&desk, "done");
}

#[test]
fn nothing_of_the_mail_is_kept() {
    let (desk, _) = arrived();
    begin(&desk);
    filed(&desk);
    for file in desk.history_files() {
        let text = String::from_utf8_lossy(&file);
        assert!(
            !text.contains("Noor") && !text.contains("familie.example"),
            "in the clear"
        );
    }
}

#[test]
fn a_colleague_gets_a_message_that_holds_no_sensitive_data() {
    let (desk, _) = arrived();
    begin(&desk);
    let colleague = case(&desk.app).colleagues[0].clone();
    let outcome = desk.act(UserAction::Case {
        id: 1,
        case: CaseAction::Route {
            route: "colleague".into(),
            email: Some(colleague.email.clone()),
        },
    });
    let letter = outcome.open.unwrap();
    assert!(
        letter.starts_with(&format!("mailto:{}", colleague.email)),
        "{letter}"
    );
    for word in ["Noor", "epilepsie", "familie"] {
        assert!(!letter.contains(word), "{letter}");
    }
    assert_eq!(step(&desk.app), "filed");
}

#[test]
fn nothing_sensitive_ends_the_case() {
    let (desk, _) = arrived();
    begin(&desk);
    does(&desk, CaseAction::NotSensitive);
    assert!(desk.app.cases().open.is_empty());
    assert_eq!(desk.app.tray().cases, 0);
}

#[test]
fn the_files_for_the_upload_are_there_until_it_is_in() {
    let (mut desk, _) = arrived();
    begin(&desk);
    does(&desk, CaseAction::Export);
    let export = case(&desk.app).export.unwrap();
    assert_eq!(export.files, ["mail.pdf", "mail.eml"]);
    let folder = PathBuf::from(&export.folder);
    let pdf = fs::read(folder.join("mail.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(
        fs::read_to_string(folder.join("mail.eml")).unwrap(),
        fs::read_to_string(desk.mail().join("Inbox/cur/1.x:2,")).unwrap()
    );
    let shown = desk.act(UserAction::Case {
        id: 1,
        case: CaseAction::OpenExport,
    });
    assert_eq!(shown.folder.as_deref(), Some(&*export.folder));
    assert_eq!(step(&desk.app), "what", "files alone are no answer to what it is");

    filed(&desk);
    assert_eq!(case(&desk.app).export, None);
    assert!(!folder.exists());

    does(&desk, CaseAction::Export);
    let folder = PathBuf::from(case(&desk.app).export.unwrap().folder);
    assert!(folder.exists());
    desk.restart();
    assert!(!folder.exists(), "nothing outlives the app");
}

#[test]
fn a_mail_that_is_gone_cannot_be_made_into_files() {
    let (desk, file) = arrived();
    begin(&desk);
    fs::remove_file(file).unwrap();
    let refused = desk.app.act(UserAction::Case {
        id: 1,
        case: CaseAction::Export,
    });
    assert_eq!(refused.unwrap_err().code, "mail-gone");
}
