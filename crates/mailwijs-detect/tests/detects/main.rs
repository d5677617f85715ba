//! What must be found and what must be left alone, in the words of a school day.

#![allow(clippy::string_slice, clippy::expect_used, reason = "a test may panic")]

mod any_text;
mod colleagues;
mod language;
mod numbers;
mod pupils;
mod secrets;
mod zones;

use std::sync::LazyLock;

use mailwijs_detect::{ClassList, Detector, Document, Entities, EntityKind, Segment};
use mailwijs_mail::Part;

/// The level from which a check warns by default.
const WARN: f32 = 0.6;

static DETECTOR: LazyLock<Detector> = LazyLock::new(|| {
    let list = "given_name,family_name,class\nRoos,Peeters,3B\nYusuf,El Amrani,3B\nLotte,De Wachter,L4\n";
    Detector::new(&ClassList::parse(list.as_bytes()).expect("a good list"))
});

fn detect(body: &str) -> Entities {
    let segments = vec![Segment::own(Part::Body { quoted: false }, body)];
    DETECTOR.detect(&Document {
        segments,
        correspondents: vec!["Els Maes", "els.maes@school.example"],
    })
}

/// The texts of what was found surely enough.
fn found(body: &str, wanted: impl Fn(&EntityKind) -> bool) -> Vec<String> {
    let all = detect(body).all;
    let sure = all
        .into_iter()
        .filter(|entity| entity.score >= WARN && wanted(&entity.kind));
    sure.map(|entity| body[entity.span.range].to_owned()).collect()
}

fn is_number(kind: &EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::BelgianNationalNumber | EntityKind::Bsn | EntityKind::Iban(_)
    )
}

fn is_password(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Password)
}

fn is_improper(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Improper(_))
}
