//! Finding one's way in a mail: directions, zones, offsets, the text of parts.

use mailwijs_mail::{
    Address, Direction, Field, FolderHint, Mail, Part, ZoneKind, char_offsets, guess_direction, parse,
};
use std::borrow::Cow;

fn mail(headers: &str) -> Mail {
    parse(format!("From: An <an@sintjan.example>\n{headers}\nDag\n").as_bytes())
}

#[test]
fn the_folder_decides_before_the_headers() {
    let received = mail("Received: from a by b; Mon, 3 Jun 2024 10:12:00 +0200\n");
    assert_eq!(
        guess_direction(&received, Some(FolderHint::Drafts)),
        Direction::Draft
    );
    assert_eq!(
        guess_direction(&received, Some(FolderHint::Outbox)),
        Direction::Draft
    );
    assert_eq!(
        guess_direction(&received, Some(FolderHint::Sent)),
        Direction::Sent
    );
    assert_eq!(
        guess_direction(&received, Some(FolderHint::Other)),
        Direction::Received
    );
    assert_eq!(guess_direction(&received, None), Direction::Received);
}

#[test]
fn a_draft_is_known_by_its_headers_in_any_folder() {
    for header in [
        "X-Mozilla-Draft-Info: internal/draft\n",
        "X-Unsent: 1\n",
        "X-Mozilla-Status: 0800\n",
    ] {
        assert_eq!(
            guess_direction(&mail(header), Some(FolderHint::Other)),
            Direction::Draft,
            "{header}"
        );
    }
    // What came in does not turn into a draft by a header its sender left in it.
    let forwarded = mail("Return-Path: <an@sintjan.example>\nX-Unsent: 1\n");
    assert_eq!(
        guess_direction(&forwarded, Some(FolderHint::Other)),
        Direction::Received
    );
}

#[test]
fn a_loose_file_is_a_draft_unless_it_travelled() {
    assert_eq!(guess_direction(&mail(""), None), Direction::Draft);
    assert_eq!(
        guess_direction(&mail("Delivered-To: an@sintjan.example\n"), None),
        Direction::Received
    );
    assert_eq!(
        guess_direction(&mail("Delivered-To: an@sintjan.example\nBcc:\n"), None),
        Direction::Draft
    );
    // In a mail store the same message is simply somebody's mail.
    assert_eq!(
        guess_direction(&mail(""), Some(FolderHint::Other)),
        Direction::Received
    );
}

#[test]
fn zones_are_found_by_offset_and_by_kind() {
    let mail = mail("\nTekst\n\n> citaat\n-- \nAn\n");
    let body = &mail.body;
    let kind_of = |words: &str| body.zone_at(body.content.find(words).unwrap()).unwrap().kind;
    assert_eq!(kind_of("Tekst"), ZoneKind::Own);
    assert_eq!(kind_of("citaat"), ZoneKind::Quoted);
    assert_eq!(kind_of("An"), ZoneKind::Signature);
    assert_eq!(
        body.zone_at(body.content.len()).unwrap().kind,
        ZoneKind::Signature,
        "the end belongs to the last zone"
    );
    assert!(body.zone_at(body.content.len() + 1).is_none());
    assert_eq!(body.slices(ZoneKind::Quoted).collect::<Vec<_>>(), ["> citaat\n"]);
}

#[test]
fn evidence_counts_characters_not_bytes() {
    let text = "Noé is 👩‍👧 ziek";
    let at = text.find("ziek").unwrap();
    assert_eq!(char_offsets(text, at..at + 4), (11, 15));
    assert_eq!(char_offsets(text, 0..usize::MAX), (0, 15));
}

#[test]
fn parts_have_one_text_that_offsets_point_into() {
    let mail =
        mail("To: Els <els@mail.example>, tom@mail.example\nSubject: Uitstap\n\nZie www.sintjan.example\n");
    let text = |part| mail.part_text(part).map(Cow::into_owned);
    assert_eq!(text(Part::From).unwrap(), "An <an@sintjan.example>");
    assert_eq!(
        text(Part::Recipients(Field::To)).unwrap(),
        "Els <els@mail.example>, tom@mail.example"
    );
    assert_eq!(text(Part::Recipients(Field::Bcc)).unwrap(), "");
    assert_eq!(text(Part::Subject).unwrap(), "Uitstap");
    assert_eq!(
        text(Part::Link(0)).unwrap(),
        "www.sintjan.example <http://www.sintjan.example>"
    );
    assert_eq!(text(Part::Link(1)), None);
    assert_eq!(text(Part::Attachment(0)), None);
}

#[test]
fn a_forwarded_message_can_be_read_too() {
    let outer = parse(
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n\
          From: Els <els@mail.example>\nSubject: Lotte\n\nbinnenin\n--x--\n",
    );
    let inner = outer.attachments[0].message().unwrap();
    assert_eq!(
        inner.from,
        Some(Address {
            name: "Els".into(),
            email: "els@mail.example".into()
        })
    );
    assert_eq!(inner.body.content, "binnenin");
}

#[test]
fn of_a_file_that_is_not_wanted_only_the_beginning_is_decoded() {
    let part = |kind: &str, letters: &str| {
        format!(
            "--x\nContent-Type: {kind}; name=\"a\"\nContent-Disposition: attachment\n\
             Content-Transfer-Encoding: base64\n\n{letters}\n"
        )
    };
    let long = "QUJD\n".repeat(5000);
    let message = [
        "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nDag\n",
        &part("image/jpeg", &long),
        &part("application/pdf", &long),
        &part("image/png", "QUJD"),
        "--x--\n",
    ]
    .concat();
    let whole = parse(message.as_bytes());
    let mail = mailwijs_mail::parse_with_files(message.as_bytes(), &|file| {
        assert!((1024..4096).contains(&file.bytes.len()), "{}", file.bytes.len());
        !file.media_type.starts_with("image/")
    });
    let lengths: Vec<usize> = mail.attachments.iter().map(|file| file.bytes.len()).collect();
    assert!((1024..4096).contains(&lengths[0]));
    assert_eq!(lengths[1..], [15_000, 3]);
    assert!(whole.attachments[0].bytes.starts_with(&mail.attachments[0].bytes));
    assert_eq!(
        (mail.body, whole.attachments[0].bytes.len()),
        (whole.body, 15_000)
    );
}
