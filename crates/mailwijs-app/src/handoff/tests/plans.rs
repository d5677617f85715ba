//! What becomes of a draft, by correction and client.

use std::ffi::OsString;
use std::path::Path;

use mailwijs_checks::Fix;
use mailwijs_mail::{Address, Field};

use crate::handoff::{Client, Correction, Lost, Way, plan};

const DRAFT: &[u8] = b"From: An Peeters <an.peeters@gmail.com>\r\n\
To: Ouder Een <ouder1@mail.example>, ouder2@mail.example\r\n\
Cc: ouders-4b@sintjan.example, OUDER1@mail.example\r\n\
Bcc: directie@sintjan.example\r\n\
Subject: =?UTF-8?Q?Foto=27s_&_uitstap_=C3=A9=C3=A9n?=\r\n\
Content-Type: text/plain; charset=UTF-8\r\n\
\r\n\
Beste ouders,\r\n\
100% zeker: morgen + overmorgen.\r\n";

fn thunderbird() -> Client {
    Client::of("Thunderbird", Path::new("/home/an/.thunderbird/x.default"))
}

fn link_of(bytes: &[u8], correction: Correction<'_>) -> String {
    let way = plan(bytes, correction, &Client::Other).ways.remove(0);
    let Way::Link { url, .. } = way else {
        panic!("no link: {way:?}")
    };
    url
}

/// The message Thunderbird is started with, parsed again.
fn message_of(bytes: &[u8], correction: Correction<'_>) -> (String, mailwijs_mail::Mail) {
    let way = plan(bytes, correction, &thunderbird()).ways.remove(0);
    let Way::OpenMessage { message, .. } = way else {
        panic!("no message: {way:?}")
    };
    (
        String::from_utf8(message.clone()).unwrap(),
        mailwijs_mail::parse(&message),
    )
}

fn addresses(mail: &mailwijs_mail::Mail, field: Field) -> Vec<&str> {
    mail.recipients_in(field)
        .map(|recipient| recipient.address.email.as_str())
        .collect()
}

#[test]
fn a_way_out_without_its_address_is_none() {
    let (group, school) = (["team@sintjan.example".to_owned()], Address::default());
    assert!(Correction::of(Fix::GroupToBcc, &group, None).is_some());
    assert!(Correction::of(Fix::GroupToBcc, &[], None).is_none());
    assert!(Correction::of(Fix::UseSchoolAccount, &[], Some(&school)).is_some());
    assert!(Correction::of(Fix::UseSchoolAccount, &[], None).is_none());
    assert!(Correction::of(Fix::RemoveRecipient, &group, None).is_some());
    assert!(Correction::of(Fix::RemoveRecipient, &[], None).is_none());
    assert!(Correction::of(Fix::MoveToLvs, &group, Some(&school)).is_none());
}

#[test]
fn one_recipient_is_left_out_wherever_it_stands() {
    let out = ["Ouder1@mail.example".to_owned()];
    let (_, mail) = message_of(DRAFT, Correction::Without(&out));
    assert_eq!(addresses(&mail, Field::To), ["ouder2@mail.example"]);
    assert_eq!(addresses(&mail, Field::Cc), ["ouders-4b@sintjan.example"]);
    assert_eq!(addresses(&mail, Field::Bcc), ["directie@sintjan.example"]);
    assert!(!link_of(DRAFT, Correction::Without(&out)).contains("ouder1"));
}

#[test]
fn everyone_goes_to_bcc_once() {
    let (text, mail) = message_of(DRAFT, Correction::AllToBcc);
    assert_eq!(addresses(&mail, Field::To), [""; 0]);
    assert_eq!(addresses(&mail, Field::Cc), [""; 0]);
    assert_eq!(
        addresses(&mail, Field::Bcc),
        [
            "ouder1@mail.example",
            "ouder2@mail.example",
            "ouders-4b@sintjan.example",
            "directie@sintjan.example"
        ]
    );
    assert_eq!(mail.subject, "Foto's & uitstap één");
    assert_eq!(
        mail.body.content.trim_end(),
        "Beste ouders,\n100% zeker: morgen + overmorgen."
    );
    assert!(
        text.contains("X-Unsent: 1"),
        "Thunderbird would show it, not open it for editing"
    );
}

#[test]
fn only_the_group_goes_to_bcc() {
    let groups = ["Ouders-4B@sintjan.example".to_owned()];
    let (_, mail) = message_of(DRAFT, Correction::GroupsToBcc(&groups));
    assert_eq!(
        addresses(&mail, Field::To),
        ["ouder1@mail.example", "ouder2@mail.example"]
    );
    assert_eq!(addresses(&mail, Field::Cc).len(), 1);
    assert_eq!(
        addresses(&mail, Field::Bcc),
        ["ouders-4b@sintjan.example", "directie@sintjan.example"]
    );
}

#[test]
fn the_school_account_writes_it() {
    let school = Address {
        name: "An Peeters".into(),
        email: "an.peeters@sintjan.example".into(),
    };
    let (text, mail) = message_of(DRAFT, Correction::From(&school));
    assert_eq!(mail.from, Some(school));
    assert_eq!(mail.recipients.len(), 5, "recipients stay as they are");
    assert!(!text.contains("gmail"));
}

#[test]
fn thunderbird_opens_the_message_with_its_own_profile() {
    let plan = plan(DRAFT, Correction::AllToBcc, &thunderbird());
    let Some(Way::OpenMessage { programs, args, .. }) = plan.ways.first() else {
        panic!("{plan:?}")
    };
    assert!(!programs.is_empty());
    assert_eq!(
        args,
        &[
            OsString::from("-profile"),
            "/home/an/.thunderbird/x.default".into()
        ]
    );
    assert!(
        matches!(plan.ways.get(1), Some(Way::Link { .. })),
        "when it cannot be started"
    );
}

#[test]
fn thunderbird_is_asked_for_a_mail_by_its_message_id_as_one_argument() {
    for id in ["noor-1@familie.example", "a b\" --headless@x"] {
        let args = thunderbird().show(id).unwrap();
        let [profile, _, link] = args.as_slice() else {
            panic!("{args:?}");
        };
        assert_eq!(profile, "-profile");
        assert_eq!(link.to_str(), Some(format!("mid:{id}").as_str()));
    }
    assert_eq!(Client::Evolution.show("noor-1@familie.example"), None);
}

#[test]
fn a_sandboxed_client_cannot_read_our_file() {
    let snap = Client::of(
        "Thunderbird",
        Path::new("/home/an/snap/thunderbird/common/.thunderbird/x"),
    );
    let flatpak = Client::of(
        "Thunderbird",
        Path::new("/home/an/.var/app/org.mozilla.Thunderbird/.thunderbird/x"),
    );
    assert_eq!((snap, flatpak), (Client::Other, Client::Other));
}

#[test]
fn evolution_and_claws_take_a_link() {
    let expected = link_of(DRAFT, Correction::AllToBcc);
    for (name, args) in [("Evolution", vec![]), ("Claws Mail", vec!["--compose"])] {
        let client = Client::of(name, Path::new("/home/an/.config"));
        let way = plan(DRAFT, Correction::AllToBcc, &client).ways.remove(0);
        let Way::Start {
            args: given, lost, ..
        } = way
        else {
            panic!("{way:?}")
        };
        let args: Vec<OsString> = args
            .into_iter()
            .chain([expected.as_str()])
            .map(OsString::from)
            .collect();
        assert_eq!(given, args);
        assert_eq!(lost, Lost::default());
    }
}

#[test]
fn a_link_is_encoded_to_the_letter() {
    assert_eq!(
        link_of(DRAFT, Correction::AllToBcc),
        "mailto:?bcc=ouder1@mail.example,ouder2@mail.example,ouders-4b@sintjan.example,directie@sintjan.example\
         &subject=Foto%27s%20%26%20uitstap%20%C3%A9%C3%A9n\
         &body=Beste%20ouders%2C%0D%0A100%25%20zeker%3A%20morgen%20%2B%20overmorgen."
    );
    let injected = b"To: \"x?bcc=spion@kwaad.example&body=y\"@mail.example\r\nSubject: a&cc=b\r\n\r\n";
    let url = link_of(injected, Correction::GroupsToBcc(&[]));
    assert!(!url.contains("&cc=") && !url.contains("bcc="), "{url}");
}

#[test]
fn what_a_link_loses_is_said() {
    let draft = b"From: an@gmail.com\r\nTo: a@x.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=b\r\n\r\n\
--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Dag <b>allen</b></p>\r\n\
--b\r\nContent-Type: application/pdf; name=\"brief.pdf\"\r\nContent-Disposition: attachment; filename=\"brief.pdf\"\r\n\
Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n";
    let school = Address {
        name: String::new(),
        email: "an@sintjan.example".into(),
    };
    let way = plan(draft, Correction::From(&school), &Client::Evolution)
        .ways
        .remove(0);
    let Way::Start { lost, .. } = way else {
        panic!("{way:?}")
    };
    assert_eq!(
        lost,
        Lost {
            attachments: 1,
            formatting: true,
            sender: true
        }
    );

    let (text, mail) = message_of(draft, Correction::From(&school));
    assert!(
        text.contains("<b>allen</b>") && text.contains("JVBERi0="),
        "the message keeps both"
    );
    assert_eq!(mail.attachments.len(), 1);
}

#[test]
fn too_long_for_a_link_goes_to_the_clipboard() {
    let long = [DRAFT, &b"Nog een zin. ".repeat(300)].concat();
    let way = plan(&long, Correction::AllToBcc, &Client::Other).ways.remove(0);
    let Way::Link {
        url,
        clipboard: Some(text),
        ..
    } = way
    else {
        panic!("{way:?}")
    };
    assert!(url.len() < 2000 && !url.contains("body="));
    assert!(text.starts_with("Beste ouders,\n") && text.ends_with("Nog een zin."));

    let parents: Vec<String> = (0..400).map(|n| format!("ouder{n}@mail.example")).collect();
    let many = format!("To: {}\r\nSubject: s\r\n\r\nDag\r\n", parents.join(",\r\n "));
    let ways = plan(many.as_bytes(), Correction::AllToBcc, &Client::Other).ways;
    assert_eq!(
        ways,
        [Way::Copy {
            addresses: parents.join(", ")
        }]
    );
}
