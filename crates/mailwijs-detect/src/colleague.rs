//! The private life of a colleague, told plainly: "meneer Peeters zit thuis met een burn-out".
//!
//! A colleague is no pupil, and staff speak of one another all day: somebody is ill, gives birth, is replaced. So only whole
//! patterns of the lexicon count, which name who it is and what it is. Hints, sentences of the encoder and names without a
//! title never do.

use std::ops::Range;

use mailwijs_mail::{Part, ZoneKind};

use crate::context::Context;
use crate::entity::{Category, Entity, EntityKind, Person};
use crate::kinds::Kinds;
use crate::lexicon::Sighting;
use crate::meaning::{Strength, Topic};
use crate::person::Correspondents;
use crate::reading::Reading;
use crate::tokens::Shape;

/// A name has no more words than this after its title.
const LONGEST_NAME: usize = 3;

/// A sentence about a colleague.
#[derive(Debug)]
pub(crate) struct Told {
    sentence: usize,
    /// What it says of the colleague, when that is private. A weak pattern only tells whom it is about: "juf Els is afwezig".
    private: Option<(Category, &'static str)>,
    /// In the folded text: who, and what.
    bytes: Range<usize>,
}

/// Finds what the writer says of colleagues. `pupil` is the best that names a pupil in the mail.
pub(crate) fn told(
    reading: &Reading<'_>,
    sightings: &[Sighting<'_>],
    context: &Context,
    correspondents: &Correspondents,
    pupil: Person,
) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    if !matches!(reading.segment.part, Part::Subject | Part::Body { .. }) {
        return all;
    }
    for (hit, concept) in context.concepts(sightings) {
        let Some(Topic::Colleague(category)) = concept.topics.first() else {
            continue;
        };
        let sentence = reading.sentence_of(hit.tokens.start);
        let zone = reading.sentences.get(sentence).map(|sentence| sentence.zone);
        if zone != Some(ZoneKind::Own) || context.is_about_nobody(sentence) {
            continue;
        }
        let follows = || all.last().is_some_and(|last| sentence <= last.sentence + 1);
        let name = match hit.tokens.clone().find(|&at| reading.is(at, Kinds::COLLEAGUE)) {
            Some(title) => somebody(reading, title, correspondents),
            // "Hij heeft een burn-out", right after "meneer Peeters is afwezig".
            None => (pupil < Person::Role && follows()).then(|| hit.tokens.start..hit.tokens.start + 1),
        };
        if let Some(name) = name.filter(|name| !tells_of_another(reading, &hit.tokens, name)) {
            all.push(Told {
                sentence,
                private: (concept.strength == Strength::Strong).then_some((*category, concept.name)),
                bytes: reading.bytes_of(&(hit.tokens.start..hit.tokens.end.max(name.end))),
            });
        }
    }
    all
}

/// Adds what is told of colleagues to what was found, and takes away what else is found there and in the next sentence: that "he"
/// broke a leg is said of the colleague. When the mail names a pupil, everything found stays the pupil's: "mevrouw Maes" may be
/// the mother.
pub(crate) fn claim(
    reading: &Reading<'_>,
    told: Vec<Told>,
    mut found: Vec<Entity>,
    pupil: Person,
) -> Vec<Entity> {
    if pupil < Person::Role && !told.is_empty() {
        let theirs: Vec<Range<usize>> = told.iter().map(|told| told.reach(reading)).collect();
        found.retain(|entity| {
            // In the order of the text, both starts and ends.
            let before = theirs.partition_point(|reach| reach.start <= entity.span.range.start);
            let nearest = before.checked_sub(1).and_then(|at| theirs.get(at));
            nearest.is_none_or(|reach| reach.end < entity.span.range.end)
        });
    }
    let private = told.into_iter().filter_map(|told| {
        let (category, concept) = told.private?;
        Some(Entity {
            kind: EntityKind::Sensitive {
                category,
                concept: concept.to_owned(),
                person: Person::Colleague,
            },
            span: reading.span(&told.bytes),
            score: 1.0,
        })
    });
    found.extend(private);
    found
}

impl Told {
    /// This sentence and the next, in the text as it was written.
    fn reach(&self, reading: &Reading<'_>) -> Range<usize> {
        let both = reading.sentences.iter().skip(self.sentence).take(2);
        let tokens = both.map(|sentence| sentence.tokens.clone());
        let all = tokens
            .reduce(|first, second| first.start..second.end)
            .unwrap_or_default();
        reading.span(&reading.bytes_of(&all)).range
    }
}

/// Whether it tells of a pupil, a parent or the writer, or only that the colleague says, knows or fears something.
fn tells_of_another(reading: &Reading<'_>, tokens: &Range<usize>, name: &Range<usize>) -> bool {
    let others = Kinds::CHILD.or(Kinds::PARENT).or(Kinds::OWN);
    // They lead in no clause: "kampt sinds mei met", "est en dépression", "the divorce of".
    let joins = |word: &str| matches!(word, "en" | "sinds" | "depuis" | "since" | "of");
    let mut rest = tokens
        .clone()
        .filter(|at| !(name.start.saturating_sub(1)..name.end).contains(at));
    rest.any(|at| {
        let leads = reading.is(at, Kinds::LEADS) && !joins(reading.word_at(at));
        let pupil = reading.tokens.get(at).is_some_and(|token| token.pupil);
        pupil || leads || reading.is(at, others)
    })
}

/// The words that say who it is: a title and a name, "onze directeur". Neither writer nor readers, whom it tells nothing new.
fn somebody(reading: &Reading<'_>, title: usize, correspondents: &Correspondents) -> Option<Range<usize>> {
    let named = (title + 1..=title + LONGEST_NAME).take_while(|&at| {
        let particle = matches!(reading.word_at(at), "van" | "de" | "der" | "den" | "el" | "du");
        let token = reading.tokens.get(at);
        let capital = token.is_some_and(|token| token.shape == Shape::Capital);
        reading.between(at - 1).trim_matches(['.', ' ', '\'']).is_empty() && (capital || particle)
    });
    let end = named
        .filter(|&at| {
            reading
                .tokens
                .get(at)
                .is_some_and(|token| token.shape == Shape::Capital)
        })
        .last();
    if !reading.kinds_of(reading.word_at(title)).has_any(Kinds::COLLEAGUE) {
        // No title, but the bare name of a colleague.
        return Some(title..end.map_or(title, |end| end) + 1);
    }
    if let Some(end) = end {
        let known = (title + 1..=end).any(|at| correspondents.are_called(reading.word_at(at)));
        return (!known).then_some(title..end + 1);
    }
    let ours = title.checked_sub(1).map(|before| reading.word_at(before));
    let described = matches!(
        ours,
        Some("onze" | "ons" | "mijn" | "notre" | "mon" | "ma" | "our" | "my")
    );
    described.then_some(title..title + 1)
}
