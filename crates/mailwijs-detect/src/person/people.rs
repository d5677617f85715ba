//! What was found about the persons of a text, and what ties a sentence to them.

use std::ops::Range;

use crate::entity::Person;

/// A pupil named or described in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// First to last token.
    pub tokens: Range<usize>,
    /// How the pupil is identified.
    pub person: Person,
}

/// The persons of one reading.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// Pupils, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Sentences the writer speaks of himself in.
    pub(super) own: Vec<bool>,
    /// Per sentence, the best that is in the sentence itself.
    pub(super) local: Vec<Person>,
    /// The best that is named anywhere in this text or one before it.
    pub(super) overall: Person,
    /// The best that the mail's subject names: it covers the whole mail.
    pub(super) subject: Person,
}

/// What ties a sentence to a pupil.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tie {
    /// What identifies the person.
    pub person: Person,
    /// How firmly, from 0 to 1.
    pub weight: f32,
    /// The person is in the sentence itself.
    pub local: bool,
}

impl People {
    /// Lets people named in the subject and in earlier texts of the mail cover this one.
    pub fn cover(&mut self, subject: Person, before: Person) {
        self.subject = subject;
        self.overall = self.overall.max(before);
    }

    /// The best that is named in this text or covers it.
    pub fn overall(&self) -> Person {
        self.overall
    }

    /// What ties a sentence to a pupil. In a mail to many, only a name does: "your child" is every child.
    pub fn tie(&self, sentence: usize, to_many: bool) -> Tie {
        let least = if to_many { Person::Initials } else { Person::Role };
        let at = |index: usize| {
            let local = self.local.get(index).copied().unwrap_or(Person::None);
            if local == Person::Role && to_many {
                Person::None
            } else {
                local
            }
        };
        let local = at(sentence);
        let beside = at(sentence + 1).max(sentence.checked_sub(1).map_or(Person::None, at));
        let pronoun = local == Person::Pronoun;
        let tie = |person: Person, weight: f32| Tie {
            person,
            weight,
            local: local >= least,
        };
        if local >= least {
            tie(local, 1.0)
        } else if self.subject >= least {
            tie(self.subject, if pronoun { 1.0 } else { 0.8 })
        } else if beside >= least {
            tie(beside, if pronoun { 1.0 } else { 0.6 })
        } else if self.overall >= least {
            let own = self.own.get(sentence).copied().unwrap_or(false);
            tie(
                self.overall,
                if pronoun {
                    0.9
                } else if own {
                    0.75
                } else {
                    0.5
                },
            )
        } else if pronoun && !to_many {
            tie(local, 0.7)
        } else if beside == Person::Pronoun && !to_many {
            tie(beside, 0.4)
        } else {
            tie(Person::None, 0.25)
        }
    }
}
