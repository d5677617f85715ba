//! Who a sentence is about.
//!
//! Data is only sensitive when somebody can tell whose it is. A name from the class list is surest; then a name from the
//! name lists, initials with a class, "your son", a pronoun. The people a mail is written by and to are not the pupil.

mod adults;
mod description;
mod other_names;
mod people;
mod pupil_name;

use rustc_hash::FxHashSet;
use std::ops::Range;

use mailwijs_mail::ZoneKind;

use crate::class_list::ClassList;
use crate::entity::Person;
use crate::names::{NameLists, Roles};
use crate::reading::Reading;
use crate::tokens::Shape;

pub(crate) use adults::Correspondents;
pub(crate) use people::{Mention, People, Tie};

/// The knowledge that tells persons apart.
pub(crate) struct PersonResolver {
    class_list: ClassList,
    names: NameLists,
    roles: Roles,
}

impl PersonResolver {
    /// A resolver that knows this class list besides the name lists.
    pub fn new(class_list: ClassList) -> Self {
        Self {
            class_list,
            names: NameLists::embedded(),
            roles: Roles::embedded(),
        }
    }

    /// Finds the people of a reading and marks the tokens of pupils' names.
    pub fn resolve(&self, reading: &mut Reading<'_>, correspondents: &Correspondents) -> People {
        let adults = self.adults(reading, correspondents);
        let mut people = People::default();
        let mut index = 0;
        while index < reading.tokens.len() {
            let mention = self.mention(reading, index, &adults);
            index = mention
                .as_ref()
                .map_or(index + 1, |mention| mention.tokens.end.max(index + 1));
            people.mentions.extend(mention);
        }
        for mention in people
            .mentions
            .iter()
            .filter(|mention| mention.person >= Person::Name)
        {
            for token in reading
                .tokens
                .get_mut(mention.tokens.clone())
                .into_iter()
                .flatten()
            {
                token.pupil = true;
            }
        }
        people.local = reading
            .sentences
            .iter()
            .map(|sentence| self.pronoun(reading, &sentence.tokens))
            .collect();
        people.own = reading
            .sentences
            .iter()
            .map(|sentence| self.of_the_writer(reading, &sentence.tokens))
            .collect();
        for mention in &people.mentions {
            if let Some(local) = people.local.get_mut(reading.sentence_of(mention.tokens.start)) {
                *local = mention.person.max(*local);
            }
        }
        people.overall = people
            .mentions
            .iter()
            .map(|mention| mention.person)
            .max()
            .unwrap_or(Person::None);
        people
    }

    fn mention(&self, reading: &Reading<'_>, index: usize, adults: &FxHashSet<String>) -> Option<Mention> {
        let token = reading.tokens.get(index)?;
        let sentence = reading.sentences.get(token.sentence)?;
        if matches!(
            sentence.zone,
            ZoneKind::Disclaimer | ZoneKind::Hidden | ZoneKind::Signature
        ) {
            return None;
        }
        self.on_class_list(reading, index, token, adults)
            .or_else(|| self.listed_otherwise(reading, index, token, adults))
            .or_else(|| self.named(reading, index, token, adults))
            .or_else(|| self.initials(reading, index, token))
            .or_else(|| self.role(reading, index))
    }

    fn of_the_writer(&self, reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
        tokens
            .clone()
            .any(|at| self.roles.own.contains(reading.word_at(at)))
    }

    fn pronoun(&self, reading: &Reading<'_>, tokens: &Range<usize>) -> Person {
        let words = tokens.clone().map(|at| reading.word_at(at));
        let mut refers =
            words.filter(|word| self.roles.pronoun.contains(*word) || self.roles.parent.contains(*word));
        if refers.next().is_some() {
            Person::Pronoun
        } else {
            Person::None
        }
    }
}

fn starts_sentence(reading: &Reading<'_>, index: usize) -> bool {
    reading
        .sentences
        .get(reading.sentence_of(index))
        .is_some_and(|sentence| sentence.tokens.start == index)
}

fn capitals(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<String> {
    let capital = tokens
        .filter_map(|at| reading.tokens.get(at))
        .filter(|token| token.shape == Shape::Capital);
    capital.map(|token| reading.word(token).to_owned()).collect()
}
