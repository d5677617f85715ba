//! The mail of a case on the school's file share: a real web server with WebDAV.

use std::fs;
use std::io;
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use mailwijs_app::App;
use mailwijs_app::imap::Trust;
use mailwijs_app::ipc::{CaseAction, ErrorDto, OutcomeDto, UserAction};
use mailwijs_tests::apache::{Apache, PASSWORD, USER};

use crate::cases::{arrived_at, begin};
use crate::desk::{Desk, POLICY};

/// A desk with a case, at a school with this share.
fn desk(apache: &Apache) -> Desk {
    desk_at(apache, &apache.address("/dav/"))
}

fn desk_at(apache: &Apache, folder: &str) -> Desk {
    let policy = POLICY.replace(
        "[tracking_system]\n",
        &format!("[tracking_system]\nwebdav = \"{folder}\"\n"),
    );
    let desk = Desk::with_share(&policy, Trust::only_pem(apache.authority().as_bytes()).unwrap());
    arrived_at(&desk);
    begin(&desk);
    desk
}

fn put(desk: &Desk, login: Option<(&str, &str)>) -> Result<OutcomeDto, ErrorDto> {
    put_by(&desk.app, login)
}

fn put_by(app: &App, login: Option<(&str, &str)>) -> Result<OutcomeDto, ErrorDto> {
    let case = CaseAction::ToShare {
        user: login.map(|(user, _)| user.to_owned()),
        password: login.map(|(_, password)| password.to_owned()),
    };
    app.act(UserAction::Case { id: 1, case })
}

#[test]
fn the_mail_is_put_in_a_folder_whose_name_tells_nothing_and_the_password_is_asked_once() {
    let apache = Apache::start().unwrap();
    let desk = desk(&apache);
    assert!(desk.app.case(1).unwrap().has_share);
    let asked = put(&desk, None).unwrap_err();
    assert!(
        asked.message.contains("Vul je naam en wachtwoord"),
        "{}",
        asked.message
    );
    let wrong = put(&desk, Some((USER, "geraden"))).unwrap_err();
    assert!(wrong.message.contains("klopt niet"), "{}", wrong.message);
    assert_eq!(fs::read_dir(apache.files()).unwrap().count(), 0);

    let there = put(&desk, Some((USER, PASSWORD))).unwrap();
    assert!(
        there.message.starts_with("Staat in de schoolmap: Mail 20"),
        "{}",
        there.message
    );
    let folder = fs::read_dir(apache.files())
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["mail.eml", "mail.pdf"]);
    assert!(
        fs::read_to_string(folder.join("mail.eml"))
            .unwrap()
            .contains("epilepsie")
    );

    put(&desk, None).unwrap();
    assert_eq!(
        fs::read_dir(apache.files()).unwrap().count(),
        2,
        "nothing is overwritten"
    );
    desk.act(UserAction::EraseHistory);
    let kept = desk
        .config()
        .secrets
        .read(&apache.address("/dav/").replace("//", &format!("//{USER}@")));
    assert!(kept.unwrap().is_none(), "the password is forgotten");
}

/// A way to the server that opens when the test says so; where it begins, and who is told that somebody stands before it.
fn gate(apache: &Apache, open: Receiver<()>) -> (String, Receiver<()>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let there = apache.address("/dav/");
    let port = there.rsplit(':').next().unwrap().split('/').next().unwrap();
    let port: u16 = port.parse().unwrap();
    let address = there.replace(
        &port.to_string(),
        &listener.local_addr().unwrap().port().to_string(),
    );
    let (came, comes) = channel();
    thread::spawn(move || {
        for near in listener.incoming() {
            came.send(()).unwrap();
            // Once it is open nobody opens it again.
            let _ = open.recv();
            let (near, far) = (near.unwrap(), TcpStream::connect(("127.0.0.1", port)).unwrap());
            for (mut from, mut to) in [(near.try_clone().unwrap(), far.try_clone().unwrap()), (far, near)] {
                thread::spawn(move || {
                    // A connection that ends is what it waits for.
                    let _ = io::copy(&mut from, &mut to);
                    to.shutdown(std::net::Shutdown::Write)
                });
            }
        }
    });
    (address, comes)
}

#[test]
fn a_password_given_just_before_everything_is_erased_is_not_kept() {
    let apache = Apache::start().unwrap();
    let (opens, open) = channel();
    let (folder, comes) = gate(&apache, open);
    let desk = desk_at(&apache, &folder);
    let app = desk.app.clone();
    let putting = thread::spawn(move || put_by(&app, Some((USER, PASSWORD))));
    comes.recv().unwrap();
    desk.act(UserAction::EraseHistory);
    drop(opens);
    putting.join().unwrap().unwrap();
    assert_eq!(fs::read_dir(apache.files()).unwrap().count(), 1, "it is there");
    let name = folder.replace("//", &format!("//{USER}@"));
    assert!(desk.config().secrets.read(&name).unwrap().is_none());
    let asked = put(&desk, None).unwrap_err();
    assert!(
        asked.message.contains("Vul je naam en wachtwoord"),
        "{}",
        asked.message
    );
}
