//! Outlook files that are broken, or were made to exhaust the stack, the memory or the clock.

mod support;
#[path = "support/outlook.rs"]
mod writer;

use std::time::{Duration, Instant};

use mailwijs_mail::{from_outlook, parse};
use proptest::prelude::*;
use writer::Object;

/// Generous, for unoptimised builds on busy machines; what it guards against takes minutes.
const BOUND: Duration = Duration::from_secs(20);

fn sample() -> Vec<u8> {
    let file = Object::default().text(0x3707, "a.txt").binary(0x3701, &[7; 5000]);
    let inner = Object::default().text(0x0037, "binnen").text(0x1000, "Dag.");
    Object::default()
        .number(0x0E07, 8)
        .text(0x0037, "Zorg")
        .to(1, "An", "an@x.example")
        .text(0x1000, "Dag.")
        .binary(0x1013, b"<p>Dag.</p>")
        .attach(file)
        .attach(Object::default().holding(inner))
        .file()
}

#[test]
fn a_file_cut_off_anywhere() {
    let whole = sample();
    for end in (0..whole.len()).step_by(97) {
        support::check_invariants(&parse(&whole[..end]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Sizes, sectors, siblings and children that point anywhere.
    #[test]
    fn bytes_changed_anywhere(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let mut bytes = sample();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        support::check_invariants(&parse(&bytes));
    }

    /// The same in the directory and the tables of sectors, where structure is.
    #[test]
    fn numbers_changed_in_the_structure(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec![0, 1, 2, 5, 0x7FFF_FFFF, u32::MAX - 1, u32::MAX])), 1..12)
    ) {
        let mut bytes = sample();
        for (at, value) in changes {
            let at = at.index(bytes.len() / 4 - 2) * 4;
            bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        support::check_invariants(&parse(&bytes));
    }

    #[test]
    fn bytes_behind_the_signature(rest in prop::collection::vec(any::<u8>(), 0..2000)) {
        let bytes = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &rest].concat();
        support::check_invariants(&parse(&bytes));
    }

    /// Whatever text stands in the properties, it cannot become structure.
    #[test]
    fn text_cannot_become_structure(text in "[ -~\r\n]{0,80}") {
        let hostile = format!("{text}\r\n--=_message_0--\r\nBcc: x@y.example\r\n\r\n");
        let message = Object::default()
            .number(0x0E07, 1)
            .text(0x0037, &hostile)
            .text(0x1000, &hostile)
            .text(0x1035, &hostile)
            .to(1, &hostile, "an@x.example")
            .attach(Object::default().text(0x3707, &hostile).text(0x370E, &hostile).binary(0x3701, hostile.as_bytes()));
        let mail = parse(&message.file());
        support::check_invariants(&mail);
        prop_assert_eq!(mail.recipients.len(), 1);
        prop_assert_eq!(mail.attachments.len(), 1);
        prop_assert_eq!(&mail.attachments[0].bytes, hostile.as_bytes());
        prop_assert_eq!(mail.body.content.replace('\n', ""), hostile.replace(['\r', '\n'], ""));
    }
}

#[test]
fn messages_attached_to_messages_without_end() {
    let mut message = Object::default().text(0x1000, "de binnenste");
    for _ in 0..60 {
        message = Object::default()
            .text(0x1000, "Dag.")
            .attach(Object::default().holding(message));
    }
    let started = Instant::now();
    let mail = parse(&message.file());
    assert!(started.elapsed() < BOUND, "took {:?}", started.elapsed());
    assert_eq!(mail.attachments.len(), 1);
}

#[test]
fn more_recipients_than_outlook_allows() {
    let message = (0..3000).fold(Object::default(), |message, n| {
        message.to(1, "", &format!("ouder{n}@mail.example"))
    });
    let file = message.file();
    let started = Instant::now();
    let mail = parse(&file);
    assert!(started.elapsed() < BOUND, "took {:?}", started.elapsed());
    assert_eq!(mail.recipients.len(), 2048);
}

/// Many streams that share the sectors of one: what is read stays within the length of the file.
#[test]
fn a_small_file_cannot_become_a_large_mail() {
    let body = vec![b'a'; 1 << 20];
    let message = (0..200).fold(Object::default(), |message, _| {
        message.attach(Object::default().binary(0x3701, &[1; 5000]))
    });
    let mut file = message.binary(0x1013, &body).file();
    let html = entries(&file, "__substg1.0_10130102");
    let place = file[html[0] + 116..html[0] + 128].to_vec();
    let attached = entries(&file, "__substg1.0_37010102");
    assert_eq!(attached.len(), 200);
    for at in attached {
        file[at + 116..at + 128].copy_from_slice(&place);
    }
    let mail = from_outlook(&file).unwrap();
    assert!(mail.len() < file.len() * 2, "{} from {}", mail.len(), file.len());
}

/// Where the directory entries of streams with this name stand.
fn entries(file: &[u8], stream: &str) -> Vec<usize> {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let blocks = file.chunks(128).enumerate();
    let found = blocks.filter(|(_, block)| block.starts_with(&name));
    found.map(|(index, _)| index * 128).collect()
}
