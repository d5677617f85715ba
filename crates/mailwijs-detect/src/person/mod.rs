//! Who a sentence is about.
//!
//! Data is only sensitive when somebody can tell whose it is. A name from the class list is surest; then a name from the
//! name lists, initials with a class, "your son", a pronoun. The people a mail is written by and to are not the pupil.

mod adults;
mod description;
mod other_names;
mod people;
mod pupil_name;
mod staff;

use std::ops::Range;

use mailwijs_mail::ZoneKind;

use crate::class_list::ClassList;
use crate::entity::Person;
use crate::kinds::Kinds;
use crate::names;
use crate::reading::Reading;
use crate::sentences::Sentence;
use crate::tokens::{Shape, Token};
use crate::vocabulary::Vocabulary;

use adults::Adults;
pub(crate) use adults::Correspondents;
pub(crate) use people::{Mention, People, Tie};

/// The knowledge that tells persons apart.
pub(crate) struct PersonResolver {
    class_list: ClassList,
}

impl PersonResolver {
    /// A resolver that knows this class list besides the name lists; it adds their words.
    pub fn new(class_list: ClassList, vocabulary: &mut Vocabulary) -> Self {
        names::add_to(vocabulary);
        for name in class_list.given_names() {
            vocabulary.add(name, Kinds::LISTED);
        }
        Self { class_list }
    }

    /// Finds the people of a reading and marks the tokens of pupils' names.
    pub fn resolve(&self, reading: &mut Reading<'_>, correspondents: &Correspondents) -> People {
        let mut adults = adults::adults(reading, correspondents);
        let staff = staff::staff(reading, correspondents);
        staff::mark(reading, &staff);
        adults.extend(staff);
        let mut people = People::default();
        let mut next = 0;
        for &index in &reading.beginnings {
            let index = index as usize;
            if index >= next
                && let Some(mention) = self.mention(reading, index, &adults)
            {
                next = mention.tokens.end;
                people.mentions.push(mention);
            }
        }
        let named = people
            .mentions
            .iter()
            .filter(|mention| mention.person >= Person::Name);
        for mention in named {
            for token in reading
                .tokens
                .get_mut(mention.tokens.clone())
                .into_iter()
                .flatten()
            {
                token.pupil = true;
                if let Some(sentence) = reading.sentences.get_mut(token.sentence()) {
                    sentence.pupil = true;
                }
            }
        }
        people.local = reading.sentences.iter().map(pronoun).collect();
        people.own = reading
            .sentences
            .iter()
            .map(|sentence| sentence.kinds.has_any(Kinds::OWN))
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

    fn mention(&self, reading: &Reading<'_>, index: usize, adults: &Adults<'_>) -> Option<Mention> {
        let token = reading.tokens.get(index)?;
        let sentence = reading.sentences.get(token.sentence())?;
        if matches!(
            sentence.zone,
            ZoneKind::Disclaimer | ZoneKind::Hidden | ZoneKind::Signature
        ) {
            return None;
        }
        if !may_be_a_name(token) {
            return description::role(reading, index);
        }
        self.on_class_list(reading, index, token, adults)
            .or_else(|| self.listed_otherwise(reading, index, token, adults))
            .or_else(|| pupil_name::named(reading, index, token, adults))
            .or_else(|| description::initials(reading, index, token))
            .or_else(|| description::role(reading, index))
    }
}

/// Whether a mention of a pupil may begin with this word: most words are ruled out here.
pub(crate) fn may_begin_a_mention(token: &Token) -> bool {
    may_be_a_name(token) || token.kinds.has_any(Kinds::OWNER)
}

/// Whether this word may be a name or an initial: one of the class list may be written in lower case.
fn may_be_a_name(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper) || token.kinds.has_any(Kinds::LISTED)
}

/// What a sentence says of a person without naming one.
fn pronoun(sentence: &Sentence) -> Person {
    if sentence.kinds.has_any(Kinds::PRONOUN.or(Kinds::PARENT)) {
        Person::Pronoun
    } else {
        Person::None
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
