//! Pupils who are named: by the class list, by the name lists, or by where the name stands.

use rustc_hash::FxHashSet;

use super::{Mention, PersonResolver, starts_sentence};
use crate::class_list::Pupil;
use crate::entity::Person;
use crate::names::NameLists;
use crate::reading::Reading;
use crate::tokens::{Shape, Token};

impl PersonResolver {
    pub(super) fn on_class_list(
        &self,
        reading: &Reading<'_>,
        index: usize,
        token: &Token,
        adults: &FxHashSet<String>,
    ) -> Option<Mention> {
        let word = reading.word(token);
        let pupils = self.class_list.named(word);
        let longest = pupils
            .iter()
            .filter_map(|pupil| full_name(reading, index, pupil))
            .max();
        if let Some(end) = longest {
            return Some(Mention {
                tokens: index..end,
                person: Person::ClassList,
            });
        }
        if let Some(end) = self.initial_and_family(reading, index, adults) {
            return Some(Mention {
                tokens: index..end,
                person: Person::Initials,
            });
        }
        let previous = index.checked_sub(1).map_or("", |before| reading.word_at(before));
        let capital = matches!(token.shape, Shape::Capital | Shape::Upper);
        let distinct = token.shape == Shape::Lower && word.len() > 3 && !self.names.ambiguous.contains(word);
        if !pupils.is_empty()
            && !adults.contains(word)
            && !self.roles.title.contains(previous)
            && (capital || distinct)
            && !self.is_ambiguous(reading, index)
        {
            return Some(Mention {
                tokens: index..index + 1,
                person: Person::ClassList,
            });
        }
        let family = capital && is_family(previous);
        (family && self.class_list.has_family(word)).then_some(Mention {
            tokens: index..index + 1,
            person: Person::ClassList,
        })
    }

    /// "S. Wauters", when a pupil is called Wauters and an adult of this mail is not.
    fn initial_and_family(
        &self,
        reading: &Reading<'_>,
        index: usize,
        adults: &FxHashSet<String>,
    ) -> Option<usize> {
        let initial = reading.tokens.get(index)?;
        if initial.range.len() != 1 || initial.shape != Shape::Capital || reading.between(index) != ". " {
            return None;
        }
        (index + 2..=index + 4).find(|&end| {
            let words: Vec<&str> = (index + 1..end).map(|at| reading.word_at(at)).collect();
            let adult = words.last().is_some_and(|last| adults.contains(*last));
            !adult && self.class_list.has_pupil(reading.word(initial), &words.join(" "))
        })
    }

    pub(super) fn named(
        &self,
        reading: &Reading<'_>,
        index: usize,
        token: &Token,
        adults: &FxHashSet<String>,
    ) -> Option<Mention> {
        if token.shape != Shape::Capital || token.range.len() < 2 {
            return None;
        }
        let word = reading.word(token);
        let previous = index.checked_sub(1).map_or("", |before| reading.word_at(before));
        if adults.contains(word) || self.roles.title.contains(previous) || self.roles.place.contains(previous)
        {
            return None;
        }
        let first_in_sentence = starts_sentence(reading, index);
        let ambiguous = self.is_ambiguous(reading, index);
        let family = surname(reading, index + 1, &self.names);
        let known = self.is_first_name(word) && (!ambiguous || family.is_some());
        let cued = self.roles.about.contains(previous)
            || is_family(previous)
            || (matches!(previous, "van" | "de" | "of") && self.kin_before(reading, index))
            || self.class_follows(reading, index);
        let shaped = family.is_some() && !first_in_sentence && !self.roles.greeting.contains(word);
        let placed = !first_in_sentence && self.stands_as_a_name(reading, index);
        let pair = family.is_none() && self.is_pair(reading, index);
        let common = self.roles.greeting.contains(word) || self.roles.parent.contains(word);
        if common || !(known || cued || shaped || placed || pair) {
            return None;
        }
        Some(Mention {
            tokens: index..family.unwrap_or(index + 1 + usize::from(pair)),
            person: Person::Name,
        })
    }

    /// An ordinary word that only has a capital because it begins the sentence: "Storm op komst", but "Storm is ziek".
    fn is_ambiguous(&self, reading: &Reading<'_>, index: usize) -> bool {
        let acts = self.roles.verb.contains(reading.word_at(index + 1));
        self.names.ambiguous.contains(reading.word_at(index)) && starts_sentence(reading, index) && !acts
    }

    /// A first name, also as "Tariks" or "Ilses".
    fn is_first_name(&self, word: &str) -> bool {
        let listed = |name: &str| self.names.first.contains(name);
        let owner = word.strip_suffix('s').filter(|owner| owner.len() > 3);
        listed(word) || owner.is_some_and(|owner| listed(owner) && !self.names.ambiguous.contains(owner))
    }

    fn kin_before(&self, reading: &Reading<'_>, index: usize) -> bool {
        index
            .checked_sub(2)
            .is_some_and(|at| self.roles.kin.contains(reading.word_at(at)))
    }

    /// Two capitals that own something or are in a class: "Mirek Dvořák's account", "Ferdinand Nkosi (4e C)".
    fn is_pair(&self, reading: &Reading<'_>, index: usize) -> bool {
        let second = reading.tokens.get(index + 1);
        let capital = second.is_some_and(|token| token.shape == Shape::Capital && token.range.len() > 1);
        let after = reading.between(index + 1);
        let owns = after == "'" && reading.word_at(index + 2) == "s";
        let classed = after.trim_start().starts_with('(')
            && (index + 2..index + 4)
                .any(|at| self.is_class(reading, at) || self.roles.grade.contains(reading.word_at(at)));
        let year = matches!(
            reading.word_at(index + 2),
            "1e" | "2e" | "3e" | "4e" | "5e" | "6e"
        );
        capital && reading.between(index) == " " && (owns || classed || after.starts_with(" (") && year)
    }

    /// A capital within a sentence where persons stand, and things or places hardly do: "dat Hidde een", "mag Wessel niet".
    fn stands_as_a_name(&self, reading: &Reading<'_>, index: usize) -> bool {
        let alone = matches!(reading.between(index), " " | ", ");
        let (before, after) = (reading.word_at(index - 1), reading.word_at(index + 1));
        let close = reading.between(index - 1) == " ";
        let lower = |at: usize| {
            reading
                .tokens
                .get(at)
                .is_some_and(|token| token.shape == Shape::Lower)
        };
        let leads = self.roles.leads.contains(before);
        let acts = self.roles.verb.contains(after);
        alone
            && close
            && lower(index - 1)
            && lower(index + 1)
            && (leads && acts || self.roles.asks.contains(before))
    }

    /// "Amélie (3B)", "Amélie uit 3B".
    fn class_follows(&self, reading: &Reading<'_>, index: usize) -> bool {
        let next = reading.word_at(index + 1);
        let at = if matches!(next, "uit" | "van" | "in" | "from" | "de" | "en") {
            index + 2
        } else {
            index + 1
        };
        self.is_class(reading, at)
    }
}

/// The token after the pupil's whole name, when it stands at `index`, given name first.
fn full_name(reading: &Reading<'_>, index: usize, pupil: &Pupil) -> Option<usize> {
    let rest = pupil.given_rest.iter().chain(&pupil.family);
    let mut end = index + 1;
    for word in rest {
        if reading.word_at(end) != word {
            return None;
        }
        end += 1;
    }
    (!pupil.family.is_empty()).then_some(end)
}

/// The token after a family name that starts at `index`: "Maes", "De Wachter", "van der Berg".
fn surname(reading: &Reading<'_>, index: usize, names: &NameLists) -> Option<usize> {
    let adjacent = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|left| matches!(reading.between(left), " " | "-" | "'"))
    };
    let mut at = index;
    while at < index + 3
        && adjacent(at)
        && matches!(
            reading.word_at(at),
            "van" | "de" | "der" | "den" | "het" | "t" | "ten" | "el" | "da" | "du" | "le" | "la" | "o" | "d"
        )
    {
        at += 1;
    }
    let token = reading.tokens.get(at)?;
    let fits = adjacent(at)
        && token.shape == Shape::Capital
        && (at > index || names.surnames.contains(reading.word(token)));
    fits.then_some(at + 1)
}

/// Whether a word makes the name after it a family's: "gezin Yilmaz".
fn is_family(word: &str) -> bool {
    matches!(
        word,
        "familie" | "gezin" | "fam" | "kinderen" | "broers" | "zussen" | "famille" | "family"
    )
}
