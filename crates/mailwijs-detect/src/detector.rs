//! The detectors, together.

use std::ops::Range;

use mailwijs_mail::{Part, ZoneKind};

use crate::class_list::ClassList;
use crate::context::Context;
use crate::document::{Document, Segment};
use crate::entity::{Entities, Entity, EntityKind, Person};
use crate::identifiers;
use crate::lexicon::{Lexicon, Sighting};
use crate::meaning::Cues;
use crate::person::{Correspondents, People, PersonResolver};
use crate::reading::Reading;
use crate::vocabulary::Vocabulary;
use crate::{colleague, improper, password, sensitive};

/// The most that is read of one text in full.
const WHOLE: usize = 1024 * 1024;
/// Of a longer text, what is read of its beginning.
const HEAD: usize = 256 * 1024;
/// Of a longer text, what is read of its end.
const TAIL: usize = 64 * 1024;

/// More invisible characters than this come from no word processor.
const HIDDEN: usize = 20;

/// Finds entities in mails. Built once, then shared between threads.
pub struct Detector {
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    persons: PersonResolver,
}

impl Default for Detector {
    fn default() -> Self {
        Self::new(&ClassList::default())
    }
}

impl Detector {
    /// A detector with the embedded lexicon and name lists that knows this class list.
    pub fn new(class_list: &ClassList) -> Self {
        let mut vocabulary = Vocabulary::default();
        let lexicon = Lexicon::embedded(&mut vocabulary);
        let persons = PersonResolver::new(class_list.clone(), &mut vocabulary);
        vocabulary.settle();
        Self {
            vocabulary,
            lexicon,
            persons,
        }
    }

    /// Finds everything in a document, in reading order. Takes time in proportion to the text, whatever the text.
    pub fn detect(&self, document: &Document<'_>) -> Entities {
        let correspondents = Correspondents::new(document);
        let mut entities = Entities::default();
        let (mut subject, mut named) = (Person::None, Person::None);
        let mut subject_cues = Cues::default();
        let mut hidden = 0;
        for segment in &document.segments {
            let windows = windows(segment.text);
            entities.partial |= windows.len() > 1;
            for window in windows {
                let mut reading = Reading::new(segment, &window).knowing(&self.vocabulary);
                hidden += reading.folded.hidden;
                let mut people = self.persons.resolve(&mut reading, &correspondents);
                people.cover(subject, named);
                let sightings = self.lexicon.sightings(&reading);
                let context = Context::new(&reading, &sightings, subject_cues)
                    .between_colleagues(correspondents.colleagues);
                if segment.part == Part::Subject {
                    subject_cues = context.all_cues();
                    subject = people.overall();
                }
                named = people.overall();
                entities
                    .all
                    .extend(numbers_and_secrets(&reading, &sightings, subject_cues));
                entities.all.extend(pupils(&reading, &people));
                let told = colleague::told(&reading, &sightings, &context, &correspondents, people.overall());
                let sensitive = sensitive::detect(&reading, &sightings, &context, &people);
                entities
                    .all
                    .extend(colleague::claim(&reading, told, sensitive, people.overall()));
                entities
                    .all
                    .extend(improper::detect(&reading, &sightings, &context));
            }
        }
        entities.hidden = hidden > HIDDEN;
        let order = |part: Part| {
            document
                .segments
                .iter()
                .position(|segment| same_text(segment, part))
        };
        entities.all.sort_by_cached_key(|entity| {
            (
                order(entity.span.part),
                entity.span.range.start,
                entity.span.range.end,
            )
        });
        entities
    }
}

/// What stays findable in signatures and hidden text. A confidentiality notice holds nothing of anybody.
fn numbers_and_secrets(reading: &Reading<'_>, sightings: &[Sighting<'_>], subject: Cues) -> Vec<Entity> {
    let mut found = identifiers::detect(reading);
    found.extend(password::detect(reading, sightings, subject));
    found.retain(|entity| {
        let zone = crate::reading::zone_of(reading.segment, entity.span.range.start);
        match zone {
            ZoneKind::Disclaimer => false,
            ZoneKind::Signature => entity.kind != EntityKind::Password,
            ZoneKind::Own | ZoneKind::Quoted | ZoneKind::Hidden => true,
        }
    });
    found
}

fn pupils(reading: &Reading<'_>, people: &People) -> Vec<Entity> {
    let found = people.mentions.iter().map(|mention| {
        let score = match mention.person {
            Person::ClassList | Person::Initials => 1.0,
            Person::Name => 0.9,
            Person::Role => 0.7,
            Person::Pronoun | Person::Colleague | Person::None => 0.3,
        };
        Entity {
            kind: EntityKind::Pupil(mention.person),
            span: reading.span(&reading.bytes_of(&mention.tokens)),
            score,
        }
    });
    found.collect()
}

fn same_text(segment: &Segment<'_>, part: Part) -> bool {
    match (segment.part, part) {
        (Part::Body { .. }, Part::Body { .. }) => true,
        (left, right) => left == right,
    }
}

/// What is read of a text: all of it, or its beginning and end.
fn windows(text: &str) -> Vec<Range<usize>> {
    if text.len() <= WHOLE {
        return std::iter::once(0..text.len()).collect();
    }
    vec![
        0..text.floor_char_boundary(HEAD),
        text.ceil_char_boundary(text.len() - TAIL)..text.len(),
    ]
}
