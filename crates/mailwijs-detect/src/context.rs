//! What surrounds a hit and changes its meaning: masks, lessons and stories, all pupils at once, colleagues.

use std::ops::Range;

use mailwijs_mail::ZoneKind;

use crate::entity::Person;
use crate::lexicon::Sighting;
use crate::matcher::Hit;
use crate::meaning::{Concept, Cue, Cues, Meaning};
use crate::person::Tie;
use crate::reading::Reading;

/// This many general sentences make a text general: a circular, an advertisement, a programme.
const SEVERAL: usize = 3;

/// A list of more lines than this is not led in by one sentence.
const LONGEST_LIST: usize = 12;

/// What is known about the surroundings of every sentence.
#[derive(Debug, Default)]
pub(crate) struct Context {
    /// Masked tokens, in order; a mask that lies in another is left out.
    masked: Vec<Range<usize>>,
    /// Tokens of blank forms and of requests to fill them in, ordered likewise.
    blank: Vec<Range<usize>>,
    /// Per sentence; none when no sentence has any.
    cues: Vec<Cues>,
    to_many: bool,
    /// Sentences that are about nobody in particular; several of them make the whole text so.
    generic: usize,
    /// Sentences that are about a story or a lesson.
    fiction: usize,
    /// Cues of the subject, which covers the mail.
    subject: Cues,
    colleagues: bool,
}

impl Context {
    /// Gathers masks and cues.
    pub fn new(reading: &Reading<'_>, sightings: &[Sighting<'_>], subject: Cues) -> Self {
        let mut context = Self {
            subject,
            ..Self::default()
        };
        for (hit, meaning) in sightings {
            match meaning {
                Meaning::Mask => add_outermost(&mut context.masked, &hit.tokens),
                Meaning::Cue(Cue::Blank) if names_a_pupil(reading, &hit.tokens) => {}
                Meaning::Cue(Cue::Blank) => add_outermost(&mut context.blank, &hit.tokens),
                Meaning::Cue(Cue::Many) => context.to_many = true,
                Meaning::Cue(cue) => {
                    context.cues.resize(reading.sentences.len(), Cues::default());
                    let announced = announced(reading, reading.sentence_of(hit.tokens.start));
                    for cues in context.cues.get_mut(announced).into_iter().flatten() {
                        cues.add(Cues::of(&[*cue]));
                        if *cue == Cue::Jest {
                            cues.add(Cues::of(&[Cue::Fiction]));
                        }
                    }
                }
                Meaning::Concept(_) => {}
            }
        }
        let count = |wanted: Cue| context.cues.iter().filter(|cues| cues.has(wanted)).count();
        (context.generic, context.fiction) = (count(Cue::Generic), count(Cue::Fiction));
        context
    }

    /// Says whether the mail goes from one colleague to another.
    pub fn between_colleagues(self, colleagues: bool) -> Self {
        Self { colleagues, ..self }
    }

    /// Every cue of this text.
    pub fn all_cues(&self) -> Cues {
        self.cues.iter().fold(Cues::default(), |mut all, cues| {
            all.add(*cues);
            all
        })
    }

    /// Whether the cue is in that sentence.
    pub fn has(&self, cue: Cue, sentence: usize) -> bool {
        self.cues.get(sentence).is_some_and(|cues| cues.has(cue))
    }

    fn near(&self, cue: Cue, sentence: usize) -> bool {
        (sentence.saturating_sub(1)..=sentence + 1).any(|at| self.has(cue, at))
    }

    /// Whether the mail goes to many at once, by its greeting.
    pub fn is_to_many(&self) -> bool {
        self.to_many
    }

    /// Whether the sentence is about a story or a lesson, and no joke of the writer's.
    pub fn is_story(&self, sentence: usize) -> bool {
        self.is_fiction(sentence) && !self.has(Cue::Jest, sentence)
    }

    /// Whether the sentence is about a story or a lesson, or a joke.
    fn is_fiction(&self, sentence: usize) -> bool {
        self.has(Cue::Fiction, sentence)
    }

    /// Whether the sentence tells of nobody who lives: a story or lesson around it, a policy, something that is denied.
    pub fn is_about_nobody(&self, sentence: usize) -> bool {
        let of_nobody = [Cue::Generic, Cue::Denied]
            .iter()
            .any(|cue| self.has(*cue, sentence));
        let several = self.fiction >= SEVERAL || self.generic >= SEVERAL;
        let subject = self.subject.has_any(Cues::of(&[Cue::Fiction, Cue::Generic]));
        of_nobody || several || subject || self.near(Cue::Fiction, sentence)
    }

    /// The concepts that are not masked.
    pub fn concepts<'s, 'l>(
        &self,
        sightings: &'s [Sighting<'l>],
    ) -> impl Iterator<Item = (&'s Hit, &'l Concept)> {
        sightings.iter().filter_map(|(hit, meaning)| match meaning {
            Meaning::Concept(concept) if !(self.is_masked(&hit.tokens) || self.is_asked(&hit.tokens)) => {
                Some((hit, concept))
            }
            _ => None,
        })
    }

    fn is_masked(&self, tokens: &Range<usize>) -> bool {
        // Sightings come by their start, so that masks are ordered by both ends, none within another.
        let after = self.masked.partition_point(|mask| mask.end < tokens.end);
        self.masked
            .get(after)
            .is_some_and(|mask| mask.start <= tokens.start)
    }

    /// Whether words begin in what a blank form asks: "vul de medicatie van uw zoon in".
    fn is_asked(&self, tokens: &Range<usize>) -> bool {
        let after = self.blank.partition_point(|form| form.end <= tokens.start);
        self.blank
            .get(after)
            .is_some_and(|form| form.start <= tokens.start)
    }

    /// What is left of a hit in these surroundings, from 0 to 1.
    pub fn factor(&self, sentence: usize, tie: Tie) -> f32 {
        let mut factor = 1.0;
        let listed = tie.local && tie.person == Person::ClassList;
        if self.is_fiction(sentence) {
            factor *= 0.3;
        } else if self.subject.has(Cue::Fiction) || (self.near(Cue::Fiction, sentence) && !listed) {
            factor *= 0.45;
        } else if self.fiction >= SEVERAL && !tie.local {
            factor *= 0.6;
        }
        if self.has(Cue::Generic, sentence) {
            // "Their child" in a rule is every child.
            factor *= if tie.local && tie.person > Person::Role {
                0.7
            } else {
                0.45
            };
        } else if (self.subject.has(Cue::Generic) || self.generic >= SEVERAL) && !tie.local {
            factor *= 0.6;
        }
        if self.has(Cue::Staff, sentence) && !tie.local {
            factor *= 0.3;
        }
        if self.colleagues && !listed {
            let own = self.has(Cue::Own, sentence);
            let follows = sentence > 0 && self.has(Cue::Own, sentence - 1);
            factor *= match (own, follows, tie.local) {
                (true, _, false) => 0.3,
                (true, _, true) => 0.55,
                (false, true, false) => 0.45,
                (false, ..) => 1.0,
            };
        }
        if self.has(Cue::Denied, sentence) {
            factor *= 0.5;
        }
        factor
    }
}

/// A sentence and, when it ends in a colon, the list below it: what leads a list in holds for all its lines.
fn announced(reading: &Reading<'_>, sentence: usize) -> Range<usize> {
    let last_token = |at: usize| reading.sentences.get(at).map(|sentence| sentence.tokens.end - 1);
    let gap = |at: usize| last_token(at).map_or("", |token| reading.between(token));
    let mut end = sentence + 1;
    if gap(sentence)
        .trim_start_matches(['"', '\'', ')'])
        .starts_with(':')
    {
        while end < reading.sentences.len() && end - sentence <= LONGEST_LIST {
            end += 1;
            if gap(end - 1).matches('\n').count() > 1 {
                break;
            }
        }
    }
    sentence..end
}

/// Adds a range that comes after the others by its start, unless it lies in the last.
fn add_outermost(ranges: &mut Vec<Range<usize>>, tokens: &Range<usize>) {
    if ranges.last().is_none_or(|last| last.end < tokens.end) {
        ranges.push(tokens.clone());
    }
}

/// Whether a pupil is named within these words: "vul bij Lotte diabetes in" asks for nothing, it tells.
fn names_a_pupil(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let within = reading.tokens.get(tokens.clone()).unwrap_or_default();
    within.iter().any(|token| token.pupil)
}

/// What a zone's words count for: quoted words are sent again, a signature or notice says nothing about a pupil.
pub(crate) fn zone_factor(zone: ZoneKind) -> f32 {
    match zone {
        ZoneKind::Own => 1.0,
        ZoneKind::Quoted => 0.8,
        ZoneKind::Signature | ZoneKind::Disclaimer | ZoneKind::Hidden => 0.0,
    }
}
