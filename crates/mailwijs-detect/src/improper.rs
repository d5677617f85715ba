//! Improper language of the writer: insults, discrimination, threats, sexual remarks.
//!
//! What a pupil said and a teacher reports is no misconduct of the teacher's; it is behaviour of a pupil. A lesson about
//! such words is neither.

use std::collections::BTreeMap;
use std::ops::Range;

use mailwijs_mail::ZoneKind;

use crate::context::Context;
use crate::entity::{Entity, EntityKind, Improper};
use crate::lexicon::Sighting;
use crate::meaning::{Cue, Strength, Topic};
use crate::reading::Reading;

/// What an earlier message's words count for: somebody else wrote them, but they are sent again.
const QUOTED: f32 = 0.5;

/// Words between the last two commas of a row, at most.
const ROW: usize = 2;

/// Quotation marks farther away than this, in bytes, are not those of one quotation.
const LONGEST_QUOTE: usize = 400;

/// Finds improper language in a reading.
pub(crate) fn detect(reading: &Reading<'_>, sightings: &[Sighting<'_>], context: &Context) -> Vec<Entity> {
    let mut best: BTreeMap<(usize, Improper), (f32, Entity)> = BTreeMap::new();
    for (hit, concept) in context.concepts(sightings) {
        let improper = |topic: &Topic| matches!(topic, Topic::Improper(_));
        if !concept.topics.iter().any(improper) {
            continue;
        }
        let sentence = reading.sentence_of(hit.tokens.start);
        let zone = match reading.sentences.get(sentence).map(|sentence| sentence.zone) {
            Some(ZoneKind::Own) => 1.0,
            Some(ZoneKind::Quoted) => QUOTED,
            _ => continue,
        };
        if is_reported(reading, context, &hit.tokens) || context.is_story(sentence) {
            continue;
        }
        let bytes = reading.bytes_of(&hit.tokens);
        for topic in &concept.topics {
            let Topic::Improper(kind) = *topic else { continue };
            let strength = if concept.strength == Strength::Frame && is_called(reading, &hit.tokens) {
                Strength::Strong
            } else {
                concept.strength
            };
            let score = strength.evidence() * zone;
            let entity = Entity {
                kind: EntityKind::Improper(kind),
                span: reading.span(&bytes),
                score,
            };
            best.entry((sentence, kind))
                .and_modify(|(sum, kept)| {
                    *sum += score;
                    if score > kept.score {
                        *kept = entity.clone();
                    }
                })
                .or_insert((score, entity));
        }
    }
    best.into_values()
        .map(|(sum, entity)| Entity {
            score: sum.min(1.0),
            ..entity
        })
        .collect()
}

/// Whether one word is what somebody is called, alone between a comma and the end of its sentence: "Dank je, sukkel." A name for
/// a thing or the last of a row ("aap, noot, sukkel") is not.
fn is_called(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let Some(before) = tokens.start.checked_sub(1).filter(|_| tokens.len() == 1) else {
        return false;
    };
    let ends = reading.between(tokens.start).trim_start_matches(' ');
    if !(reading.between(before).trim_end() == "," && ends.starts_with(['.', '!', '?'])) {
        return false;
    }
    // In a row of words, the last comma has another just before it.
    let sentence = reading.sentence_of(tokens.start);
    (1..=ROW)
        .map_while(|steps| before.checked_sub(steps))
        .take_while(|at| reading.sentence_of(*at) == sentence)
        .all(|at| !reading.between(at).contains(','))
}

/// Whether words are somebody else's: in a report ("hij riep") or between quotation marks.
pub(crate) fn is_reported(reading: &Reading<'_>, context: &Context, tokens: &Range<usize>) -> bool {
    context.has(Cue::Report, reading.sentence_of(tokens.start))
        || in_quotation_marks(&reading.folded.text, reading.bytes_of(tokens).start)
}

/// Whether a place lies between quotation marks on its line.
fn in_quotation_marks(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let before = before.get(before.ceil_char_boundary(before.len().saturating_sub(LONGEST_QUOTE))..);
    let after = after.get(..after.floor_char_boundary(LONGEST_QUOTE));
    let line = before.unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let rest = after.unwrap_or_default().split('\n').next().unwrap_or_default();

    let double = line.matches('"').count() % 2 == 1 && rest.contains('"');
    let single = line.rfind(" '").is_some_and(|open| {
        let inside = line.get(open + 2..).unwrap_or_default();
        !inside.contains("' ") && !inside.contains("',") && !inside.contains("'.") && rest.contains('\'')
    });
    double || single
}

#[cfg(test)]
mod tests {
    use mailwijs_mail::Part;

    use super::*;
    use crate::document::Segment;

    #[test]
    fn who_is_called_a_name_stands_after_a_comma() {
        for (text, expected) in [
            ("Dank je wel, sukkel.", true),
            ("Zwijg, sukkel!", true),
            ("Leg dat uit, sukkel", false),
            ("De woorden zijn aap, noot, sukkel.", false),
            ("Aap, een noot, sukkel.", false),
            ("Hij viel, sukkel als hij is.", false),
            ("Sukkel.", false),
        ] {
            let segment = Segment::own(Part::Subject, text);
            let reading = Reading::new(&segment, &(0..text.len()));
            let word = |at: &usize| reading.word_at(*at) == "sukkel";
            let at = (0..reading.tokens.len()).find(word).unwrap();
            assert_eq!(is_called(&reading, &(at..at + 1)), expected, "{text}");
        }
    }

    #[test]
    fn knows_quotation_marks() {
        for (text, expected) in [
            ("hij riep \"idioot\" naar", true),
            ("hij riep 'vuile idioot' naar", true),
            ("'s morgens is hij een idioot", false),
            ("\"ja\" zei de idioot", false),
        ] {
            assert_eq!(
                in_quotation_marks(text, text.find("idioot").unwrap()),
                expected,
                "{text}"
            );
        }
    }
}
