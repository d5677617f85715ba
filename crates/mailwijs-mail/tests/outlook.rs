//! Outlook message files, read as mail.

mod support;
#[path = "support/outlook.rs"]
mod writer;

use mailwijs_mail::{Address, Direction, Field, Mail, from_outlook, guess_direction, parse};
use writer::Object;

/// `MSGFLAG_UNSENT`.
const UNSENT: u32 = 0x8;
/// 24 November 2026, 7:30 UTC.
const MORNING: u64 = 1_795_505_400;

fn person(name: &str, email: &str) -> Address {
    Address {
        name: name.to_owned(),
        email: email.to_owned(),
    }
}

fn people(mail: &Mail, field: Field) -> Vec<Address> {
    mail.recipients_in(field).map(|r| r.address.clone()).collect()
}

fn draft() -> Object {
    Object::default()
        .number(0x0E07, UNSENT)
        .text(0x0037, "Zorgoverleg Noé – dinsdag")
        .text(0x0042, "An Peeters")
        .text(0x5D02, "an.peeters@sintjan.example")
        .to(1, "Ouder, van Lotte", "ouder1@mail.example")
        .to(2, "ouder2@mail.example", "ouder2@mail.example")
        .to(3, "Joris Maes", "joris@sintjan.example")
        .time(0x3008, MORNING)
        .text(0x1000, "Dag,\r\n\r\nTot dinsdag.\r\n\r\nAn\r\n")
}

fn read(message: &Object) -> Mail {
    let mail = parse(&message.file());
    support::check_invariants(&mail);
    mail
}

#[test]
fn a_draft_with_everyone_in_it() {
    let mail = read(&draft());
    assert_eq!(mail.subject, "Zorgoverleg Noé – dinsdag");
    assert_eq!(
        mail.from,
        Some(person("An Peeters", "an.peeters@sintjan.example"))
    );
    assert_eq!(
        people(&mail, Field::To),
        [person("Ouder, van Lotte", "ouder1@mail.example")]
    );
    assert_eq!(people(&mail, Field::Cc), [person("", "ouder2@mail.example")]);
    assert_eq!(
        people(&mail, Field::Bcc),
        [person("Joris Maes", "joris@sintjan.example")]
    );
    assert_eq!(mail.body.content, "Dag,\n\nTot dinsdag.\n\nAn\n");
    assert_eq!(mail.date, Some(MORNING.try_into().unwrap()));
    assert!(mail.marks.draft && mail.problems.is_empty(), "{mail:?}");
    assert_eq!(guess_direction(&mail, None), Direction::Draft);
}

#[test]
fn what_was_sent_is_no_draft_even_with_bcc() {
    let sent = Object::default()
        .number(0x0E07, 1)
        .text(0x0037, "Uitstap")
        .to(3, "", "ouder@mail.example");
    assert_eq!(guess_direction(&read(&sent), None), Direction::Sent);
    let received = sent.text(0x0040, "An Peeters");
    assert_eq!(guess_direction(&read(&received), None), Direction::Received);
    let by_another_program = Object::default().text(0x0037, "Uitstap");
    assert_eq!(
        guess_direction(&read(&by_another_program), None),
        Direction::Draft
    );
}

#[test]
fn the_headers_of_the_journey_come_first() {
    let mail = read(
        &Object::default()
            .number(0x0E07, 1)
            .text(0x0037, "Re: Uitstap")
            .text(0x1035, "<other@x.example>")
            .text(0x5D02, "not.this@x.example")
            .to(1, "An", "/o=ExchangeLabs/cn=an")
            .text(
                0x007D,
                "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from a by b; Tue, 24 Nov 2026 07:30:00 +0000\r\n\
                 From: Tom <tom@mail.example>\r\nTo: An Peeters <an@sintjan.example>,\r\n\tjoris@sintjan.example\r\n\
                 Subject: =?utf-8?q?Re?=\r\nMessage-ID: <a@b.example>\r\nReferences: <c@d.example>\r\nList-Id: <x>\r\n\
                 Content-Type: multipart/mixed; boundary=y\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
            )
            .string8(0x1000, b"Dag No\xE9, 1=3D1"),
    );
    assert_eq!(mail.message_id.as_deref(), Some("a@b.example"));
    assert_eq!(mail.references, ["c@d.example"]);
    assert_eq!(mail.from, Some(person("Tom", "tom@mail.example")));
    assert_eq!(
        people(&mail, Field::To),
        [
            person("An Peeters", "an@sintjan.example"),
            person("", "joris@sintjan.example")
        ]
    );
    assert_eq!(mail.subject, "Re: Uitstap");
    assert_eq!(mail.body.content, "Dag Noé, 1=3D1");
    assert!(mail.marks.delivered && mail.marks.bulk);
    assert_eq!(guess_direction(&mail, None), Direction::Received);
}

#[test]
fn identifiers_of_mail_that_did_not_travel() {
    let mail = read(
        &draft()
            .text(0x1035, "<eigen@sintjan.example>")
            .text(0x1042, "<b@x.example>")
            .text(0x1039, "<a@x.example> <b@x.example>"),
    );
    assert_eq!(mail.message_id.as_deref(), Some("eigen@sintjan.example"));
    assert_eq!(mail.references, ["a@x.example", "b@x.example"]);
}

#[test]
fn names_without_an_address_stay_names() {
    let exchange = Object::default()
        .text(0x3001, "Els Wouters")
        .text(0x3002, "EX")
        .text(0x3003, "/o=ExchangeLabs/ou=x/cn=Recipients/cn=els")
        .number(0x0C15, 1);
    let mail = read(&Object::default().number(0x0E07, UNSENT).recipient(exchange));
    assert_eq!(people(&mail, Field::To), [person("", "Els Wouters")]);
    let typed = Object::default()
        .number(0x0E07, UNSENT)
        .text(0x0E04, "ouders 4B; an@x.example");
    assert_eq!(
        people(&read(&typed), Field::To),
        [person("", "ouders 4B"), person("", "an@x.example")]
    );
}

#[test]
fn a_code_page_decides_what_letters_are() {
    let mail = read(
        &Object::default()
            .number(0x3FFD, 1251)
            .number(0x3FDE, 1252)
            .string8(0x0037, b"\xC6\xEE\xE6")
            .binary(0x1013, b"<p>Dag No\xE9</p>"),
    );
    assert_eq!(mail.subject, "Жож");
    assert_eq!(mail.body.content.trim(), "Dag Noé");
    // Outlook writes the language alone in a draft that is not in Unicode.
    let turkish = Object::default()
        .number(0x3FF1, 0x041F)
        .string8(0x0037, b"Ay\xFEe");
    assert_eq!(read(&turkish).subject, "Ayşe");
}

#[test]
fn rich_text_is_read_when_there_is_nothing_else() {
    let rtf = compressed_rtf::compress_rtf("{\\rtf1\\ansi Het wachtwoord: Lente2024sj\\par}").unwrap();
    let mail = read(&Object::default().binary(0x1009, &rtf));
    assert_eq!(mail.body.content.trim(), "Het wachtwoord: Lente2024sj");
    let mail = read(&draft().binary(0x1009, &rtf));
    assert!(!mail.body.content.contains("Lente2024sj"));
}

#[test]
fn files_pictures_and_a_message_that_travel_along() {
    let forwarded = Object::default()
        .text(0x0037, "Verslag")
        .text(0x1000, "Vertrouwelijk.")
        .attach(
            Object::default()
                .text(0x3707, "foto.jpg")
                .binary(0x3701, b"\xFF\xD8"),
        );
    let mail = read(
        &draft()
            .binary(0x1013, b"<p>Dag</p><img src='cid:logo@x'>")
            .attach(
                Object::default()
                    .text(0x3704, "LEERLI~1.XLS")
                    .text(0x3707, "leerlingen; \"4B\" é.xlsx")
                    .text(0x370E, "application/x-excel")
                    .binary(0x3701, &[0, 1, 2, b'\r', b'\n', 255]),
            )
            .attach(
                Object::default()
                    .text(0x3707, "logo.png")
                    .text(0x3712, "logo@x")
                    .yes(0x7FFE)
                    .binary(0x3701, b"PNG"),
            )
            .attach(Object::default().holding(forwarded)),
    );
    let [excel, logo, inner] = mail.attachments.as_slice() else {
        panic!("{:?}", mail.attachments);
    };
    assert_eq!(excel.name, "leerlingen; \"4B\" é.xlsx");
    assert_eq!(excel.media_type, "application/x-excel");
    assert_eq!(
        (excel.bytes.as_slice(), excel.inline),
        (&[0, 1, 2, 13, 10, 255][..], false)
    );
    assert_eq!((logo.media_type.as_str(), logo.inline), ("image/png", true));
    assert_eq!(inner.name, "Verslag.eml");
    let inner = inner.message().unwrap();
    assert_eq!(inner.body.content, "Vertrouwelijk.");
    assert_eq!(inner.attachments[0].bytes, b"\xFF\xD8");
}

#[test]
fn a_signed_message_is_read_as_it_was_sent() {
    let entity = b"Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain\r\n\r\nDag\r\n--s\r\n\
        Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx\r\n--s--\r\n";
    let mail = read(
        &Object::default()
            .text(0x001A, "IPM.Note.SMIME.MultipartSigned")
            .text(0x0037, "Getekend")
            .attach(Object::default().text(0x3707, "smime.p7m").binary(0x3701, entity)),
    );
    assert_eq!(
        (mail.subject.as_str(), mail.body.content.as_str()),
        ("Getekend", "Dag")
    );
    assert_eq!(mail.attachments[0].name, "smime.p7s");
}

#[test]
fn an_outlook_file_attached_to_a_mail_is_a_message() {
    let file = mailwijs_mail::Attachment {
        name: "Overleg.MSG".to_owned(),
        bytes: draft().file(),
        ..Default::default()
    };
    assert_eq!(file.message().unwrap().subject, "Zorgoverleg Noé – dinsdag");
}

#[test]
fn a_draft_that_outlook_wrote() {
    let path = "../../tests/fixtures/outlook/draft-with-attached-message.msg";
    let mail = parse(&std::fs::read(path).unwrap());
    support::check_invariants(&mail);
    insta::assert_snapshot!(support::render(&mail));
    let inner = mail.attachments[0].message().unwrap();
    insta::assert_snapshot!("a_message_attached_by_outlook", support::render(&inner));
}

#[test]
fn other_compound_files_are_no_mail() {
    let mut word = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    word.create_stream("/WordDocument").unwrap();
    word.flush().unwrap();
    assert_eq!(from_outlook(&word.into_inner().into_inner()), None);
    assert_eq!(from_outlook(b"Subject: x\r\n\r\ny"), None);
}
