//! The rule layer, and the whole way from bytes to report.

use std::hint::black_box;
use std::time::Duration;

use mailwijs_detect::{Document, Segment};
use mailwijs_mail::{Direction, Part, parse};
use mailwijs_tests::pipeline::School;

use crate::speed::Speed;
use crate::texts::{Place, Text};

const TOTAL: Duration = Duration::from_secs(2);

/// Times on one text.
pub struct Rules {
    /// Reading the text: identifiers, passwords, persons, lexicon.
    pub layer: Speed,
    /// From the bytes of a message to its report.
    pub whole: Speed,
}

/// Measures both.
pub fn measure(school: &School, text: &Text) -> Rules {
    let bytes = text.words.len();
    let message = message(text);
    let mail = parse(&message);
    let document = match text.place {
        Place::Body => Document::new(&mail, &[]),
        Place::Attachment => Document {
            segments: vec![Segment::own(Part::Attachment(0), &text.words)],
            ..Document::default()
        },
    };
    let detector = school.detector();
    Rules {
        layer: Speed::of(bytes, TOTAL, || {
            black_box(detector.detect(black_box(&document)));
        }),
        whole: Speed::of(bytes, TOTAL, || {
            black_box(school.examine(black_box(&message), Direction::Draft));
        }),
    }
}

fn message(text: &Text) -> Vec<u8> {
    let head = "From: An Peeters <an.peeters@sintjan.example>\r\nTo: Koen Lemmens <koen.lemmens@sintjan.example>\r\n\
                Subject: Even melden\r\nMIME-Version: 1.0\r\n";
    let part = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n";
    let words = text.words.replace('\n', "\r\n");
    match text.place {
        Place::Body => format!("{head}{part}\r\n{words}"),
        Place::Attachment => format!(
            "{head}Content-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n--=_b\r\n{part}\r\nZie bijlage.\r\n--=_b\r\n\
             Content-Disposition: attachment; filename=nota.txt\r\n{part}\r\n{words}\r\n--=_b--\r\n"
        ),
    }
    .into_bytes()
}
