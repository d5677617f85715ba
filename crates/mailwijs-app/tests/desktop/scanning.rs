//! "Scan my mailbox": mail that was there before the app was.

use std::fs;
use std::path::Path;

use mailwijs_app::App;
use mailwijs_app::ipc::{ReceivedDto, ScanDto, UserAction};

use crate::desk::Desk;
#[cfg(unix)]
use crate::mailboxes;

/// A mail from before the app was started.
fn put(mail: &Path, folder: &str, name: &str, date: &str, text: &str) {
    let message = format!(
        "Received: from mx\nMessage-ID: <{name}@familie.example>\nFrom: Mama <mama@familie.example>\n\
        To: an.peeters@sintjan.example\nDate: {date}\nSubject: {name}\n\n{text}\n"
    );
    fs::write(mail.join(folder).join(format!("cur/{name}.x:2,S")), message).unwrap();
}

const ABOUT_NOOR: &str = "Noor Claes uit 3B heeft epilepsie. Graag voorzichtig bij het zwemmen.";
const LAST_MONTH: &str = "Mon, 12 Oct 2026 10:00:00 +0200";
const YEARS_AGO: &str = "Mon, 12 Mar 2018 10:00:00 +0100";

fn some_mail(mail: &Path) {
    put(mail, "Inbox", "Noor", LAST_MONTH, ABOUT_NOOR);
    put(mail, "Inbox", "Krijt", LAST_MONTH, "Is er nog krijt?");
    put(mail, "Archive", "Vroeger", YEARS_AGO, ABOUT_NOOR);
    put(mail, "Trash", "Weg", LAST_MONTH, ABOUT_NOOR);
    put(mail, "Sent", "Verstuurd", LAST_MONTH, ABOUT_NOOR);
    put(
        mail,
        "Archive",
        "Oude lokmail",
        YEARS_AGO,
        "Je postvak is vol: <https://sintjan-example.xyz/login> bevestig nu je wachtwoord.",
    );
}

fn scan(desk: &Desk, period: &str) {
    desk.act(UserAction::StartScan {
        period: period.into(),
    });
}

fn state(app: &App) -> ScanDto {
    app.my_mail().scan.unwrap()
}

fn is_done(app: &App) -> bool {
    state(app).state == "done"
}

fn subjects(app: &App) -> Vec<String> {
    app.found().into_iter().map(|mail| mail.subject).collect()
}

#[test]
fn old_mail_is_searched_once_and_what_does_not_belong_there_is_listed() {
    let mut desk = Desk::with_old_mail(some_mail);
    assert_eq!(desk.app.my_mail().scan, None);
    assert_eq!(desk.app.found(), []);
    scan(&desk, "all");
    desk.eventually(is_done);
    // Newest first; nothing from the trash, nothing that was sent, no old lure.
    assert_eq!(subjects(&desk.app), ["Noor", "Vroeger"]);
    let noor = &desk.app.found()[0];
    assert_eq!(
        (
            noor.from.as_str(),
            noor.folder.as_str(),
            noor.to_lvs,
            noor.is_read
        ),
        ("Mama", "Inbox", true, true)
    );
    assert_eq!(noor.date.as_deref(), Some("2026-10-12T08:00:00Z"));
    let told = state(&desk.app);
    assert_eq!((told.messages, told.found, told.unread), (4, 2, 0));
    assert_eq!(told.troubles, [""; 0]);
    assert!(!desk.config().places.mailbox_scan().exists());
    assert!(desk.app.nudge().is_none(), "nobody is disturbed");

    // The history knows no word of it, and the list is there after a restart, with its words.
    desk.restart();
    assert_eq!(desk.app.found().len(), 2);
    desk.eventually(|app| app.found().iter().all(|mail: &ReceivedDto| mail.is_read));
    assert_eq!(subjects(&desk.app), ["Noor", "Vroeger"]);
    assert!(is_done(&desk.app));

    // Dealt with, by hand and by a case; another scan does not bring them back.
    let [noor, earlier] = desk.app.found().try_into().unwrap();
    desk.act(UserAction::ReceivedHandled { id: earlier.id });
    desk.act(UserAction::BeginCase { received: noor.id });
    assert_eq!(desk.app.cases().open.len(), 1);
    scan(&desk, "all");
    desk.eventually(is_done);
    assert_eq!(desk.app.found(), []);
}

#[test]
fn a_listed_mail_is_followed_where_it_goes_and_leaves_the_list_when_it_is_thrown_away() {
    let desk = Desk::with_old_mail(some_mail);
    scan(&desk, "all");
    desk.eventually(is_done);
    let cur = |folder: &str| desk.mail().join(folder).join("cur/Noor.x:2,S");
    fs::rename(cur("Inbox"), cur("Archive")).unwrap();
    desk.eventually(|app| app.found()[0].folder == "Archive");
    fs::rename(cur("Archive"), cur("Trash")).unwrap();
    desk.eventually(|app| subjects(app) == ["Vroeger"]);
    // Back again it is known: the teacher threw it away, or said that it was dealt with.
    fs::remove_file(desk.mail().join("Archive/cur/Vroeger.x:2,S")).unwrap();
    desk.eventually(|app| app.found().is_empty());
}

#[test]
fn this_school_year_is_enough_for_most() {
    let desk = Desk::with_old_mail(some_mail);
    scan(&desk, "school-year");
    desk.eventually(is_done);
    assert_eq!(subjects(&desk.app), ["Noor"]);
    assert_eq!(state(&desk.app).messages, 2);
    let refused = desk.app.act(UserAction::StartScan {
        period: "ooit".into(),
    });
    assert_eq!(refused.unwrap_err().code, "unknown-action");
}

/// Enough mail to be interrupted in.
fn much_mail(mail: &Path) {
    for number in 0..240 {
        let text = if number % 16 == 0 {
            ABOUT_NOOR.replace("Noor", &format!("Noor{number}"))
        } else {
            format!(
                "Nummer {number}: tot morgen. {}",
                "Breng je boekentas mee. ".repeat(20)
            )
        };
        put(mail, "Inbox", &format!("Mail {number}"), LAST_MONTH, &text);
    }
}

/// The scan is under way.
fn interrupted(action: Option<UserAction>) -> Desk {
    let mut desk = Desk::with_old_mail(much_mail);
    scan(&desk, "all");
    desk.eventually(|app| state(app).messages > 30);
    match action {
        Some(action) => drop(desk.act(action)),
        None => desk.restart(),
    }
    desk
}

#[test]
fn a_pause_holds_over_a_restart_and_then_it_goes_on_where_it_was() {
    let mut desk = interrupted(Some(UserAction::PauseScan));
    assert_eq!(state(&desk.app).state, "paused");
    desk.restart();
    let paused = state(&desk.app);
    assert_eq!(paused.state, "paused");
    assert!((1..240).contains(&paused.messages), "{paused:?}");
    desk.act(UserAction::ResumeScan);
    desk.eventually(is_done);
    let done = state(&desk.app);
    assert_eq!((done.messages, done.found), (240, 15), "nothing was read twice");
    assert_eq!(desk.app.found().len(), 15);
}

#[test]
fn it_goes_on_by_itself_after_a_restart() {
    let desk = interrupted(None);
    desk.eventually(is_done);
    assert_eq!(desk.app.found().len(), 15);
    let done = state(&desk.app);
    assert!(
        (240..480).contains(&done.messages),
        "what was checked in the last second is checked again: {done:?}"
    );
}

#[test]
fn paused_and_resumed_in_one_breath_it_goes_on() {
    let desk = interrupted(Some(UserAction::PauseScan));
    desk.act(UserAction::ResumeScan);
    desk.act(UserAction::PauseScan);
    desk.act(UserAction::ResumeScan);
    desk.eventually(is_done);
    assert_eq!((state(&desk.app).messages, desk.app.found().len()), (240, 15));
}

#[test]
fn broken_off_for_good_it_leaves_what_was_found_and_nothing_else() {
    let desk = interrupted(Some(UserAction::CancelScan));
    assert_eq!(desk.app.my_mail().scan, None);
    let found = desk.app.found().len();
    assert!(found > 0);
    scan(&desk, "all");
    desk.eventually(is_done);
    assert_eq!((state(&desk.app).messages, desk.app.found().len()), (240, 15));
}

#[test]
fn erasing_everything_ends_it() {
    let desk = interrupted(Some(UserAction::EraseHistory));
    assert_eq!((desk.app.my_mail().scan, desk.app.found()), (None, Vec::new()));
    // What it was about to say comes too late.
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!((desk.app.my_mail().scan, desk.app.found()), (None, Vec::new()));
    assert!(!desk.config().places.mailbox_scan().exists());
}

/// A mail of years ago on a server.
#[cfg(unix)]
fn on_server(name: &str, text: &str) -> Vec<u8> {
    let head =
        format!("Received: from mx\nMessage-ID: <{name}@familie.example>\nFrom: mama@familie.example\n");
    format!("{head}To: an.peeters@sintjan.example\nDate: {YEARS_AGO}\nSubject: {name}\n\n{text}\n")
        .into_bytes()
}

#[cfg(unix)]
#[test]
fn a_mailbox_on_a_server_is_searched_too_and_its_mails_are_known_again_after_a_restart() {
    use mailwijs_tests::dovecot::{Dovecot, PASSWORD};

    let mut dovecot = Dovecot::with(&[("Drafts", "Drafts"), ("Trash", "Trash"), ("Archief", "")]).unwrap();
    let noor = dovecot
        .deliver("Archief", &on_server("Noor", ABOUT_NOOR))
        .unwrap();
    dovecot
        .deliver("INBOX", &on_server("Sem", &ABOUT_NOOR.replace("Noor", "Sem")))
        .unwrap();
    let finn = ABOUT_NOOR.replace("Noor", "Finn");
    let finn = dovecot.deliver("INBOX", &on_server("Finn", &finn)).unwrap();
    dovecot
        .deliver("INBOX", &on_server("Krijt", "Is er nog krijt?"))
        .unwrap();
    dovecot.deliver("Trash", &on_server("Weg", ABOUT_NOOR)).unwrap();
    let (mut desk, _) = mailboxes::desk(&dovecot, Some(PASSWORD));
    desk.eventually(|app| mailboxes::is_in(app, "watching"));
    assert_eq!(desk.app.found(), [], "what is years old does not come in now");

    scan(&desk, "all");
    desk.eventually(is_done);
    let told = state(&desk.app);
    assert_eq!(
        (told.messages, told.found, told.troubles.len()),
        (4, 3, 0),
        "{told:?}"
    );
    let folders = |app: &App| {
        let mut found: Vec<_> = app
            .found()
            .into_iter()
            .map(|mail| (mail.subject, mail.folder))
            .collect();
        found.sort();
        found
    };
    let of = |subject: &str, folder: &str| (subject.to_owned(), folder.to_owned());
    let all = [of("Finn", "INBOX"), of("Noor", "Archief"), of("Sem", "INBOX")];
    assert_eq!(folders(&desk.app), all);

    desk.restart();
    desk.eventually(|app| folders(app) == all);
    mailboxes::remove(&finn);
    desk.eventually(|app| folders(app).len() == 2);
    // Of a folder that is looked into now and then, the page asks.
    mailboxes::remove(&noor);
    desk.act(UserAction::LookForFound);
    desk.eventually(|app| folders(app) == [of("Sem", "INBOX")]);

    // A server that is away takes nothing off the list.
    dovecot.kill().unwrap();
    desk.act(UserAction::LookForFound);
    scan(&desk, "all");
    desk.eventually(|app| state(app).state == "paused");
    let told = state(&desk.app);
    assert!(
        told.troubles.len() == 1 && told.troubles[0].contains("an.peeters@sintjan.example"),
        "{told:?}"
    );
    assert_eq!(desk.app.found().len(), 1);
    dovecot.restart().unwrap();
    desk.act(UserAction::ResumeScan);
    desk.eventually(is_done);
    assert_eq!(state(&desk.app).troubles, [""; 0]);
}
