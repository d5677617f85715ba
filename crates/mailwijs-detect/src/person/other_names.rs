//! Pupils of the class list under another name: a nickname, a mistyped name, initials.

use super::adults::Adults;
use super::{Mention, PersonResolver, starts_sentence};
use crate::entity::Person;
use crate::kinds::Kinds;
use crate::reading::Reading;
use crate::tokens::{Shape, Token};

/// Initials that are something else.
const ABBREVIATIONS: [&str; 9] = ["nb", "ps", "bv", "nv", "mr", "dr", "st", "pv", "tv"];

impl PersonResolver {
    /// "Lotje", "Alexnader", "J.V.": believed only where a name can stand, and when it is nobody else's known name.
    pub(super) fn listed_otherwise(
        &self,
        reading: &Reading<'_>,
        index: usize,
        token: &Token,
        adults: &Adults<'_>,
    ) -> Option<Mention> {
        if self.class_list.is_empty() || token.shape != Shape::Capital {
            return None;
        }
        if let Some(mention) = self.listed_initials(reading, index) {
            return Some(mention);
        }
        let word = reading.word(token);
        let other_name = token.kinds.has_any(Kinds::FIRST_NAME.or(Kinds::AMBIGUOUS));
        if other_name || !may_be_name(reading, index) || adults.are_called(word) {
            return None;
        }
        let person = if self.class_list.has_nickname(word) {
            Person::ClassList
        } else if self.class_list.has_mistyped(word) {
            Person::Name
        } else {
            return None;
        };
        Some(Mention {
            tokens: index..index + 1,
            person,
        })
    }

    /// "J.V." when a pupil has these initials.
    fn listed_initials(&self, reading: &Reading<'_>, index: usize) -> Option<Mention> {
        let initial = |at: usize| {
            let token = reading
                .tokens
                .get(at)
                .filter(|token| token.shape == Shape::Capital && token.len() <= char::MAX_LEN_UTF8)?;
            let mut letters = reading.word(token).chars();
            letters.next().filter(|_| letters.next().is_none())
        };
        let (given, family) = (initial(index)?, initial(index + 1)?);
        let dotted =
            matches!(reading.between(index), "." | ". ") && reading.between(index + 1).starts_with('.');
        let alone = initial(index + 2).is_none()
            && index
                .checked_sub(1)
                .is_none_or(|before| initial(before).is_none());
        let both: String = [given, family].iter().collect();
        let listed = self.class_list.has_initials(given, family) && !ABBREVIATIONS.contains(&both.as_str());
        (dotted && alone && listed).then_some(Mention {
            tokens: index..index + 2,
            person: Person::Initials,
        })
    }
}

/// A capital alone makes a name only within a sentence, or before a verb; "12 Sep" and "in Lot" are none.
fn may_be_name(reading: &Reading<'_>, index: usize) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    let beside_number = || {
        index
            .checked_sub(1)
            .is_some_and(|before| is_number(reading.word_at(before)))
            || is_number(reading.word_at(index + 1))
    };
    let placed = !starts_sentence(reading, index) || reading.is(index + 1, Kinds::VERB);
    let excluded = reading.follows(index, Kinds::TITLE.or(Kinds::PLACE).or(Kinds::GREETING));
    placed && !excluded && !beside_number()
}
