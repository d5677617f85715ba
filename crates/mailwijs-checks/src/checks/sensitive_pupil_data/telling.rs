//! How a finding of sensitive data is told: the same sentence means something else to the child's parents than to all parents.

use std::collections::BTreeSet;

use mailwijs_detect::{EntityKind, Person};
use mailwijs_mail::Part;

use crate::audience::Audience;
use crate::people::{greeted_child, new_readers};
use crate::words::tokens;
use crate::{Context, Evidence, Fact, Weight};

/// Words before "son" or "child" that make it the reader's.
const YOURS: [&str; 7] = ["uw", "jullie", "je", "jouw", "votre", "vos", "your"];

/// From this score a pupil in the subject counts as named.
const NAMED: f32 = 0.5;

/// What the texts choose their words by.
#[derive(Debug)]
pub struct Telling {
    audience: Audience,
    /// One family reads it, and it is about its own child.
    own_child: bool,
    place: Place,
    history: History,
    /// The subject names the pupil; it is read on every lock screen.
    named_in_subject: bool,
}

/// Where all of it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the writer's own words, or in several places.
    Own,
    /// In what the mail quotes.
    Quoted,
    /// In a file that travels along.
    Attachment,
    /// In a list of pupils.
    List,
}

/// Whether the mail sends an earlier one on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum History {
    None,
    Quoted,
    /// Somebody reads it now who did not then.
    NewReader,
}

impl Default for Telling {
    fn default() -> Self {
        Self {
            audience: Audience::NobodyYet,
            own_child: false,
            place: Place::Own,
            history: History::None,
            named_in_subject: false,
        }
    }
}

impl Telling {
    /// How the evidence is told to the writer of this mail.
    pub fn of(context: &Context<'_>, audience: Audience, evidence: &[Evidence]) -> Self {
        let all = |is: fn(Part) -> bool| evidence.iter().all(|one| is(one.span.part));
        let place = if all(|part| part == Part::Body { quoted: true }) {
            Place::Quoted
        } else if all(|part| matches!(part, Part::Attachment(_))) {
            Place::Attachment
        } else {
            Place::Own
        };
        let quoted = evidence
            .iter()
            .any(|one| one.span.part == Part::Body { quoted: true });
        let history = if !quoted || audience == Audience::Received {
            History::None
        } else if new_readers(context).is_empty() {
            History::Quoted
        } else {
            History::NewReader
        };
        Self {
            audience,
            own_child: matches!(audience, Audience::OwnParents | Audience::OneFamily)
                && is_own_child(context),
            place,
            history,
            named_in_subject: audience != Audience::Received && names_in_subject(context),
        }
    }

    /// How a list of pupils is told.
    pub const fn list(audience: Audience) -> Self {
        Self {
            audience,
            own_child: false,
            place: Place::List,
            history: History::None,
            named_in_subject: false,
        }
    }

    /// Lighter where the readers may know it, or only get back what they wrote or read before.
    pub fn weight(&self) -> Weight {
        let may_know = self.audience == Audience::Care || self.own_child;
        let known = may_know || self.place == Place::Quoted && self.history == History::Quoted;
        let grave = self.history == History::NewReader || self.named_in_subject;
        if known && !grave {
            Weight::Light
        } else {
            Weight::Full
        }
    }

    /// The words the texts select on.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        let place = match self.place {
            Place::Own => "own",
            Place::Quoted => "quoted",
            Place::Attachment => "attachment",
            Place::List => "list",
        };
        let history = match self.history {
            History::None => "none",
            History::Quoted => "quoted",
            History::NewReader => "new-reader",
        };
        let audience = match self.audience {
            Audience::OwnParents | Audience::OneFamily if self.own_child => "own-parents",
            Audience::OwnParents | Audience::OneFamily => "one-family",
            other => other.told(),
        };
        let subject = if self.named_in_subject { "named" } else { "plain" };
        [
            ("audience", audience),
            ("place", place),
            ("history", history),
            ("subject", subject),
        ]
        .map(|(name, word)| (name, Fact::Word(word.to_owned())))
        .to_vec()
    }
}

fn names_in_subject(context: &Context<'_>) -> bool {
    context.entities.all.iter().any(|entity| {
        let named = matches!(entity.kind, EntityKind::Pupil(person) if person >= Person::Initials);
        named && entity.score >= NAMED && entity.span.part == Part::Subject
    })
}

/// Whether a mail to one family is about its own child: the greeting names the child or the text says "your son", and nobody else is
/// named.
fn is_own_child(context: &Context<'_>) -> bool {
    let mut named = BTreeSet::new();
    let mut yours = false;
    for entity in &context.entities.all {
        let EntityKind::Pupil(person) = entity.kind else {
            continue;
        };
        let text = context.evidence(&entity.span).map(|evidence| evidence.text);
        let Some(first) = tokens(&text.unwrap_or_default()).into_iter().next() else {
            continue;
        };
        if person >= Person::Initials {
            named.insert(first.word);
        } else {
            yours |= YOURS.contains(&first.word.as_str());
        }
    }
    match greeted_child(&context.own_text()) {
        Some(child) => named.iter().all(|name| *name == child),
        None => yours && named.len() <= 1,
    }
}
