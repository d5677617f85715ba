//! A mailbox on a real server: what the teacher writes in the browser.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use mailwijs_app::ipc::{CaseAction, MailboxDto, UserAction};
use mailwijs_app::{App, ErrorCode};
use mailwijs_tests::dovecot::{Dovecot, PASSWORD, USER};
use url::Url;

use crate::cases;
use crate::desk::{Desk, PARENTS_IN_CC, POLICY};

/// A desk with the mailbox of this server, set up earlier with this password.
pub fn desk(dovecot: &Dovecot, password: Option<&str>) -> (Desk, String) {
    let mut desk = Desk::new();
    let port = dovecot.ports().tls;
    let ca = desk.home().join("ca.pem");
    std::fs::create_dir_all(desk.home()).unwrap();
    std::fs::write(&ca, dovecot.authority()).unwrap();
    let places = &desk.config().places;
    let file = format!(
        "format = 1\n[[mailboxes]]\nemail = \"an.peeters@sintjan.example\"\nuser = \"{USER}\"\nhost = \"localhost\"\nport = {port}\nca = {:?}\n",
        ca.display().to_string()
    );
    std::fs::write(places.mailboxes(), file).unwrap();
    let url = format!("imap://{USER}@localhost:{port}");
    if let Some(password) = password {
        desk.config().secrets.write(&url, password.as_bytes()).unwrap();
    }
    desk.restart();
    (desk, url)
}

pub fn mailbox(app: &App) -> Option<MailboxDto> {
    app.my_mail().mailboxes.into_iter().next()
}

pub fn is_in(app: &App, state: &str) -> bool {
    mailbox(app).is_some_and(|mailbox| mailbox.state == state)
}

#[test]
fn a_draft_in_the_browser_brings_up_a_card_that_turns_green_when_it_is_put_right() {
    let mut dovecot = Dovecot::start().unwrap();
    let (desk, url) = desk(&dovecot, Some(PASSWORD));
    desk.eventually(|app| is_in(app, "watching"));
    assert_eq!(mailbox(&desk.app).unwrap().drafts, ["Drafts"]);
    let draft = |id: u32, text: &str| format!("Message-ID: <{id}@webmail>\n{text}");
    let first = dovecot
        .deliver("Drafts", draft(1, PARENTS_IN_CC).as_bytes())
        .unwrap();
    let card = desk.card();
    assert_eq!(card.title, "4 mensen zien elkaars adres");
    let in_bcc = PARENTS_IN_CC.replace("Cc:", "Bcc:");
    dovecot.deliver("Drafts", draft(2, &in_bcc).as_bytes()).unwrap();
    remove(&first);
    assert!(desk.card().resolved);
    let seen = mailbox(&desk.app).unwrap();
    assert!(seen.id == url && seen.last_event.is_some(), "{seen:?}");
}

#[test]
fn what_happens_on_the_server_alone_ticks_and_a_second_delivery_reopens_the_case() {
    let mut dovecot = Dovecot::start().unwrap();
    let (desk, _) = desk(&dovecot, Some(PASSWORD));
    desk.eventually(|app| is_in(app, "watching"));
    let mail = cases::mail();
    let first = dovecot.deliver("INBOX", mail.as_bytes()).unwrap();
    desk.eventually(|app| app.today().received.len() == 1);
    cases::begin(&desk);
    cases::filed(&desk);
    desk.eventually(|app| cases::stands(app) == [("INBOX".into(), "live".into())]);
    let copy = cases::case(&desk.app).copies.remove(0);
    assert_eq!(copy.store, "an.peeters@sintjan.example");
    remove(&first);
    desk.eventually(|app| cases::case(app).line.step == "done");

    // Nothing is open any more: nobody asks the server from time to time.
    dovecot.deliver("INBOX", mail.as_bytes()).unwrap();
    desk.eventually(|app| cases::case(app).line.reopened);
}

/// Deletes a message, wherever the server has moved its file to.
pub fn remove(delivered: &std::path::Path) {
    let name = delivered.file_name().unwrap().to_str().unwrap();
    let maildir = delivered.ancestors().nth(2).unwrap();
    for part in ["new", "cur"] {
        for file in std::fs::read_dir(maildir.join(part)).unwrap() {
            let file = file.unwrap().path();
            if file.file_name().unwrap().to_str().unwrap().starts_with(name) {
                std::fs::remove_file(file).unwrap();
            }
        }
    }
}

#[test]
fn a_password_that_is_not_accepted_is_told_with_what_to_do() {
    let dovecot = Dovecot::start().unwrap();
    let (desk, _) = desk(&dovecot, Some("geraden"));
    desk.eventually(|app| is_in(app, "stopped"));
    let told = mailbox(&desk.app).unwrap().message;
    assert!(
        told.contains("aanvaardt de naam of het wachtwoord niet"),
        "{told}"
    );
    desk.eventually(|app| app.today().problems.contains(&told));
}

#[test]
fn a_mailbox_without_its_password_is_told() {
    let dovecot = Dovecot::start().unwrap();
    let (desk, _) = desk(&dovecot, None);
    desk.eventually(|app| is_in(app, "stopped"));
    let told = mailbox(&desk.app).unwrap().message;
    assert!(told.contains("sleutelbos"), "{told}");
}

#[test]
fn a_mailbox_that_is_removed_is_forgotten_with_its_password() {
    let mut dovecot = Dovecot::start().unwrap();
    let (mut desk, url) = desk(&dovecot, Some(PASSWORD));
    desk.eventually(|app| is_in(app, "watching"));
    desk.act(UserAction::RemoveMailbox { id: url.clone() });
    assert_eq!(desk.app.my_mail().mailboxes, []);
    assert!(desk.config().secrets.read(&url).unwrap().is_none());
    dovecot.deliver("Drafts", PARENTS_IN_CC.as_bytes()).unwrap();
    desk.save(
        "From: an.peeters@sintjan.example\nTo: joris@sintjan.example\nSubject: Krijt\n\nIs er nog krijt?\n",
    );
    desk.eventually(|app| app.today().checked == 1);
    desk.restart();
    assert_eq!(desk.app.my_mail().mailboxes, []);
}

#[test]
fn a_mailbox_is_tried_before_it_is_kept() {
    let dovecot = Dovecot::start().unwrap();
    let desk = Desk::new();
    // This computer trusts no authority of a test.
    let refused = desk.app.act(UserAction::AddMailbox {
        email: "an.peeters@sintjan.example".to_owned(),
        password: PASSWORD.to_owned(),
        server: Some(mailwijs_app::ipc::ServerDto {
            host: "localhost".to_owned(),
            port: Some(dovecot.ports().tls),
            starttls: false,
            user: USER.to_owned(),
        }),
    });
    let message = refused.unwrap_err().message;
    assert!(message.contains("is niet veilig"), "{message}");
    assert_eq!(desk.app.my_mail().mailboxes, []);
    assert!(!desk.config().places.mailboxes().exists());
    assert_eq!(dovecot.log().matches("Login:").count(), 0, "{}", dovecot.log());
}

#[test]
fn who_says_no_on_the_page_of_the_provider_is_told_so() {
    let desk = Desk::new();
    desk.write_policy(&format!("{POLICY}{SIGN_IN}"));
    let email = "an.peeters@sintjan.example";
    desk.eventually(|app| {
        app.find_mailbox(email.to_owned())
            .is_ok_and(|way| way.way == "browser")
    });
    let begin = || {
        desk.act(UserAction::AddMailbox {
            email: email.to_owned(),
            password: String::new(),
            server: None,
        })
    };
    let page = Url::parse(&begin().open.unwrap()).unwrap();
    assert_eq!(page.host_str(), Some("login.school.example"));
    desk.eventually(|app| is_in(app, "signing-in"));
    let value = |name: &str| {
        page.query_pairs()
            .find(|(key, _)| key == name)
            .unwrap()
            .1
            .into_owned()
    };
    let back = Url::parse(&value("redirect_uri")).unwrap();
    let mut browser = TcpStream::connect((back.host_str().unwrap(), back.port().unwrap())).unwrap();
    write!(
        browser,
        "GET /?error=access_denied&state={} HTTP/1.1\r\n\r\n",
        value("state")
    )
    .unwrap();
    let mut shown = String::new();
    browser.read_to_string(&mut shown).unwrap();
    assert!(shown.contains("Aanmelden is niet gelukt"), "{shown}");
    desk.eventually(|app| is_in(app, "stopped"));
    let told = mailbox(&desk.app).unwrap();
    assert!(told.message.contains("Je zei nee"), "{told:?}");
    assert!(!desk.config().places.mailboxes().exists(), "nothing is kept");

    // Once more, and given up from this side.
    begin();
    desk.act(UserAction::RemoveMailbox { id: told.id });
    assert_eq!(desk.app.my_mail().mailboxes, []);
}

const SIGN_IN: &str = "
[[mailboxes]]
name = \"Webmail\"
host = \"imap.school.example\"
client_id = \"mailwijs\"
sign_in = { authorize = \"https://login.school.example/authorize\", token = \"https://login.school.example/token\", scopes = [\"imap\"] }
";

#[test]
fn the_way_into_a_mailbox_follows_from_its_address() {
    let desk = Desk::new();
    let unknown = desk
        .app
        .find_mailbox("an.peeters@sintjan.example".to_owned())
        .unwrap();
    assert_eq!((unknown.way.as_str(), unknown.host.as_str()), ("unknown", ""));
    let error = desk.app.find_mailbox("an.peeters".to_owned()).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotAnAddress.as_str());
}

const ABOUT_NOOR: &str = "Return-Path: <mama@familie.example>\nReceived: from mx\nMessage-ID: <noor-1@familie.example>\n\
From: Mama van Noor <mama@familie.example>\nTo: an.peeters@sintjan.example\nSubject: Noor\n\n\
Noor Claes uit 3B heeft epilepsie.\n";

#[test]
fn a_case_in_a_webmail_ticks_when_the_server_has_no_copy_any_more() {
    let mut dovecot = Dovecot::start().unwrap();
    let (desk, _) = desk(&dovecot, Some(PASSWORD));
    desk.eventually(|app| is_in(app, "watching"));
    let date = jiff::Zoned::now()
        .strftime("Date: %a, %d %b %Y %H:%M:%S %z\n")
        .to_string();
    let mail = date + ABOUT_NOOR;
    let inbox = dovecot.deliver("INBOX", mail.as_bytes()).unwrap();
    desk.eventually(|app| app.today().received.len() == 1);
    let received = desk.app.today().received[0].id;
    desk.act(UserAction::BeginCase { received });
    let case = |app: &App| app.case(1).unwrap();
    desk.eventually(|app| case(app).line.subject == "Noor");
    assert!(
        case(&desk.app)
            .text
            .iter()
            .any(|piece| piece.marked && piece.text == "epilepsie")
    );

    let does = |case: CaseAction| drop(desk.act(UserAction::Case { id: 1, case }));
    does(CaseAction::Export);
    let export = case(&desk.app).export.unwrap();
    let eml = std::fs::read(std::path::Path::new(&export.folder).join("mail.eml")).unwrap();
    assert_eq!(String::from_utf8(eml).unwrap().replace("\r\n", "\n"), mail);
    does(CaseAction::Route {
        route: "myself".into(),
        email: None,
    });
    does(CaseAction::Filed {
        place: "system".into(),
    });
    let trash = dovecot.deliver("Trash", mail.as_bytes()).unwrap();
    remove(&inbox);
    desk.eventually(|app| case(app).line.step == "trash");
    dovecot.kill().unwrap();
    remove(&trash);
    desk.eventually(|app| !case(app).unread.is_empty());
    assert_eq!(
        case(&desk.app).line.step,
        "trash",
        "a server that cannot be reached proves nothing"
    );
    dovecot.restart().unwrap();
    desk.eventually(|app| case(app).line.step == "done");
    assert_eq!(case(&desk.app).deleted, 1);
}
