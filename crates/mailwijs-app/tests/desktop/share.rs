//! The mail of a case on the school's file share: a real web server with WebDAV.

use std::fs;

use mailwijs_app::imap::Trust;
use mailwijs_app::ipc::{CaseAction, ErrorDto, OutcomeDto, UserAction};
use mailwijs_tests::apache::{Apache, PASSWORD, USER};

use crate::cases::{arrived_at, begin};
use crate::desk::{Desk, POLICY};

/// A desk with a case, at a school with this share.
fn desk(apache: &Apache) -> Desk {
    let policy = POLICY.replace(
        "[tracking_system]\n",
        &format!("[tracking_system]\nwebdav = \"{}\"\n", apache.address("/dav/")),
    );
    let desk = Desk::with_share(&policy, Trust::only_pem(apache.authority().as_bytes()).unwrap());
    arrived_at(&desk);
    begin(&desk);
    desk
}

fn put(desk: &Desk, login: Option<(&str, &str)>) -> Result<OutcomeDto, ErrorDto> {
    let case = CaseAction::ToShare {
        user: login.map(|(user, _)| user.to_owned()),
        password: login.map(|(_, password)| password.to_owned()),
    };
    desk.app.act(UserAction::Case { id: 1, case })
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
