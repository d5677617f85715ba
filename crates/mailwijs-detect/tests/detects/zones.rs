//! Words that are quoted, signed or hidden.

use mailwijs_detect::{Document, EntityKind, Segment};
use mailwijs_mail::{Part, ZoneKind};

use crate::DETECTOR;

/// The sensitive entities of a body with these zones.
fn sensitive_in(zones: &[(ZoneKind, &str)]) -> Vec<(Part, f32)> {
    let body: String = zones.iter().map(|(_, text)| *text).collect();
    let mut end = 0;
    let ranges = zones.iter().map(|(kind, text)| {
        let start = end;
        end += text.len();
        (*kind, start..end)
    });
    let segment = Segment {
        part: Part::Body { quoted: false },
        text: &body,
        zones: ranges.collect(),
    };
    let entities = DETECTOR.detect(&Document {
        segments: vec![segment],
        correspondents: vec![],
    });
    let sensitive = entities
        .all
        .into_iter()
        .filter(|entity| matches!(entity.kind, EntityKind::Sensitive { .. }));
    sensitive.map(|entity| (entity.span.part, entity.score)).collect()
}

#[test]
fn quoted_words_count_a_little_less_and_notices_not_at_all() {
    const WORDS: &str = "Roos Peeters heeft suikerziekte.\n";
    assert_eq!(
        sensitive_in(&[(ZoneKind::Own, WORDS)]),
        [(Part::Body { quoted: false }, 1.0)]
    );
    assert_eq!(
        sensitive_in(&[(ZoneKind::Own, "Zie onder.\n"), (ZoneKind::Quoted, WORDS)]),
        [(Part::Body { quoted: true }, 0.8)]
    );
    for zone in [ZoneKind::Signature, ZoneKind::Disclaimer, ZoneKind::Hidden] {
        assert_eq!(
            sensitive_in(&[(ZoneKind::Own, "Dag\n"), (zone, WORDS)]),
            [],
            "{zone:?}"
        );
    }
}
