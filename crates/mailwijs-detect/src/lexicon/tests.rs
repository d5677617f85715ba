//! Each row of the word lists parses, stands once, and does what its example says.

use std::collections::HashSet;
use std::ops::Range;

use mailwijs_mail::Part;

use super::*;
use crate::class_list::ClassList;
use crate::context::Context;
use crate::document::{Document, Segment};
use crate::entity::EntityKind;
use crate::meaning::Cues;
use crate::pattern::Word;
use crate::person::{Correspondents, PersonResolver};
use crate::{improper, password, sensitive};

#[test]
fn every_row_parses() {
    for row in rows() {
        assert!(
            row.meaning.is_some(),
            "unknown category, strength or cue: {:?}",
            row.fields
        );
        assert!(
            row.pattern.is_ok(),
            "{}: {:?}",
            row.pattern.unwrap_err(),
            row.fields
        );
    }
}

#[test]
fn no_pattern_stands_twice_in_a_file() {
    for file in LEXICONS.map(|(_, file)| file).into_iter().chain([MASKS, CUES]) {
        let column = if file == MASKS {
            0
        } else if file == CUES {
            1
        } else {
            3
        };
        let mut seen = HashSet::new();
        for fields in lines(file) {
            assert!(
                seen.insert(fields[column].to_owned()),
                "twice: {}",
                fields[column]
            );
        }
    }
}

#[test]
fn short_words_are_never_prefixes() {
    for row in rows() {
        let Ok(pattern) = row.pattern else { continue };
        let [element] = pattern.elements.as_slice() else {
            continue;
        };
        for phrase in &element.alternatives {
            if let [
                Word::Literal {
                    text,
                    open_start,
                    open_end,
                    ..
                },
            ] = phrase.as_slice()
            {
                assert!(
                    !(*open_start || *open_end) || text.len() >= 4,
                    "too short: {:?}",
                    row.fields
                );
            }
        }
    }
}

fn embedded() -> (Lexicon, Vocabulary) {
    let mut vocabulary = Vocabulary::default();
    (Lexicon::embedded(&mut vocabulary), vocabulary)
}

/// Patterns of concepts that are found in a text and not masked there.
fn unmasked((lexicon, vocabulary): &(Lexicon, Vocabulary), text: &str) -> HashSet<usize> {
    let segment = Segment::own(Part::Subject, text);
    let reading = Reading::new(&segment, &(0..text.len())).knowing(vocabulary);
    let sightings = lexicon.sightings(&reading);
    let context = Context::new(&reading, &sightings, Cues::default());
    context.concepts(&sightings).map(|(hit, _)| hit.pattern).collect()
}

#[test]
fn examples_fire_and_counter_examples_stay_silent() {
    let lexicon = embedded();
    let mut wrong = Vec::new();
    for (index, row) in rows().into_iter().enumerate() {
        let Some(Meaning::Concept(_)) = row.meaning else {
            continue;
        };
        let field = |column: usize| row.fields.get(column).copied().unwrap_or_default();
        if !unmasked(&lexicon, field(4)).contains(&index) {
            wrong.push(format!("silent on its example, or without one: {:?}", row.fields));
        }
        if unmasked(&lexicon, field(5)).contains(&index) {
            wrong.push(format!("fires on its counter-example: {:?}", row.fields));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_mask_hides_a_concept_of_its_example() {
    let (lexicon, vocabulary) = embedded();
    let mut wrong = Vec::new();
    for (index, row) in rows().into_iter().enumerate() {
        let Some(Meaning::Mask) = row.meaning else {
            continue;
        };
        let text = row.fields.get(2).copied().unwrap_or_default();
        let segment = Segment::own(Part::Subject, text);
        let reading = Reading::new(&segment, &(0..text.len())).knowing(&vocabulary);
        let sightings = lexicon.sightings(&reading);
        let concepts = || {
            let hits = sightings
                .iter()
                .filter(|(_, meaning)| matches!(meaning, Meaning::Concept(_)));
            hits.map(|(hit, _)| hit.tokens.clone())
        };
        let hides = sightings
            .iter()
            .filter(|(hit, _)| hit.pattern == index)
            .any(|(mask, _)| {
                concepts().any(|concept| mask.tokens.start <= concept.start && concept.end <= mask.tokens.end)
            });
        if !hides {
            wrong.push(format!("hides nothing: {:?}", row.fields));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// From this score the checks tell a teacher.
const TOLD: f32 = 0.6;

/// What is told of a text by a lexicon from which a row can be left out.
struct Bench {
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    persons: PersonResolver,
}

impl Bench {
    fn new() -> Self {
        let (lexicon, mut vocabulary) = embedded();
        let persons = PersonResolver::new(ClassList::default(), &mut vocabulary);
        Self {
            vocabulary,
            lexicon,
            persons,
        }
    }

    /// Kinds and places of what is told to a colleague, and to somebody at home.
    fn told_without(&self, row: Option<usize>, text: &str) -> [Vec<(EntityKind, Range<usize>)>; 2] {
        ["koen@school.example", "mama@home.example"].map(|reader| {
            let correspondents = Correspondents::new(&Document {
                segments: Vec::new(),
                correspondents: vec!["els@school.example", reader],
            });
            self.told(row, text, &correspondents)
        })
    }

    fn told(
        &self,
        without: Option<usize>,
        text: &str,
        correspondents: &Correspondents,
    ) -> Vec<(EntityKind, Range<usize>)> {
        let segment = Segment::own(Part::Body { quoted: false }, text);
        let mut reading = Reading::new(&segment, &(0..text.len())).knowing(&self.vocabulary);
        let people = self.persons.resolve(&mut reading, correspondents);
        let mut sightings = self.lexicon.sightings(&reading);
        sightings.retain(|(hit, _)| Some(hit.pattern) != without);
        let context =
            Context::new(&reading, &sightings, Cues::default()).between_colleagues(correspondents.colleagues);
        let sensitive = sensitive::detect(&reading, &sightings, &context, &people);
        let improper = improper::detect(&reading, &sightings, &context);
        let passwords = password::detect(&reading, &sightings, Cues::default());
        let all = sensitive.into_iter().chain(improper).chain(passwords);
        all.filter(|entity| entity.score >= TOLD)
            .map(|entity| (entity.kind, entity.span.range))
            .collect()
    }
}

#[test]
fn every_cue_changes_what_is_told_of_its_example() {
    let bench = Bench::new();
    let mut idle = Vec::new();
    for (index, row) in rows().into_iter().enumerate() {
        let Some(Meaning::Cue(_)) = row.meaning else {
            continue;
        };
        let example = row.fields.get(2).copied().unwrap_or_default();
        if bench.told_without(None, example) == bench.told_without(Some(index), example) {
            idle.push(format!("changes nothing, or has no example: {:?}", row.fields));
        }
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}
