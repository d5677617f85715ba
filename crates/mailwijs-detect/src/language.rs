//! Which languages a text is in: Dutch, French, English, or several.
//!
//! `leuk` is the beginning of an illness in English and a compliment in Dutch, so a lexicon only counts where its language is
//! spoken. Mails in two languages are ordinary in Brussels, so it is a share, not a winner.

use crate::kinds::Kinds;
use crate::lexicon::lines;
use crate::normalise::fold;
use crate::vocabulary::Vocabulary;

const STOPWORDS: &str = include_str!("../../../assets/lexicon/stopwords.tsv");

/// The languages of the lexicons, in their order.
pub(crate) const LANGUAGES: [&str; 3] = ["nl", "fr", "en"];

/// Fewer common words than this tell nothing.
const TOO_FEW: usize = 4;
/// A language is spoken when it has one in this many of the common words.
const SHARE: usize = 4;

/// What the common words of each language are, in the order of [`LANGUAGES`].
const KINDS: [Kinds; 3] = [Kinds::DUTCH, Kinds::FRENCH, Kinds::ENGLISH];

/// Adds the common words of every language.
pub(crate) fn add_to(vocabulary: &mut Vocabulary) {
    for fields in lines(STOPWORDS) {
        let language = LANGUAGES
            .iter()
            .position(|language| fields.first() == Some(language));
        let Some(kinds) = language.and_then(|at| KINDS.get(at)) else {
            continue;
        };
        for word in fields.get(1).into_iter().flat_map(|words| words.split('|')) {
            vocabulary.add(&fold(word), *kinds);
        }
    }
}

/// How many common words of each of [`LANGUAGES`] a text has.
pub(crate) type Votes = [usize; 3];

/// Counts a word.
pub(crate) fn count(votes: &mut Votes, word: Kinds) {
    for (count, kinds) in votes.iter_mut().zip(KINDS) {
        *count += usize::from(word.has_any(kinds));
    }
}

/// How many common words of each language there are, counted for all languages at once.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count(u64);

impl Count {
    /// How many bits tell of one language: no more words are read of a text at once.
    const BITS: u32 = 21;

    /// Counts a word.
    #[inline]
    pub const fn add(&mut self, word: Kinds) {
        const APART: u64 = 1 | 1 << (Count::BITS - 1) | 1 << (2 * Count::BITS - 2);
        const ONES: u64 = 1 | 1 << Count::BITS | 1 << (2 * Count::BITS);
        // Three bits side by side become one each of three numbers.
        self.0 += word.languages().wrapping_mul(APART) & ONES;
    }

    /// What was counted, in the order of [`LANGUAGES`].
    pub fn votes(self) -> Votes {
        let of = |language: u32| self.0 >> (language * Self::BITS) & ((1 << Self::BITS) - 1);
        [0, 1, 2].map(|language| usize::try_from(of(language)).unwrap_or(usize::MAX))
    }
}

/// What a word alone tells.
pub(crate) fn vote(word: Kinds) -> Votes {
    let mut votes = Votes::default();
    count(&mut votes, word);
    votes
}

/// Which of [`LANGUAGES`] the text is in; all of them when it is too short to tell.
pub(crate) fn spoken(votes: &Votes) -> [bool; 3] {
    let most = votes.iter().copied().max().unwrap_or(0);
    votes.map(|count| most < TOO_FEW || count * SHARE >= most)
}

#[cfg(test)]
mod tests {
    use mailwijs_mail::Part;
    use proptest::prelude::*;

    use super::*;
    use crate::document::Segment;
    use crate::reading::Reading;

    #[test]
    fn hears_one_language_or_two() {
        let mut vocabulary = Vocabulary::default();
        add_to(&mut vocabulary);
        for (text, expected) in [
            (
                "Ik heb het boek van Lotte bij mij en zij komt het morgen halen.",
                [true, false, false],
            ),
            (
                "Je vous remercie pour le livre que vous avez apporté à la classe.",
                [false, true, false],
            ),
            (
                "I have the book with me and she will fetch it from you.",
                [false, false, true],
            ),
            (
                "Het boek is er en ik breng het. Le livre est chez nous et je vous le donne.",
                [true, true, false],
            ),
            ("Lotte: diabetes", [true, true, true]),
        ] {
            let segment = Segment::own(Part::Subject, text);
            let reading = Reading::new(&segment, &(0..text.len())).knowing(&vocabulary);
            assert_eq!(spoken(&reading.votes), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn counts_all_languages_at_once(words in prop::collection::vec(0_usize..8, 0..100)) {
            let (mut votes, mut together) = (Votes::default(), Count::default());
            for word in words {
                let spoken = KINDS.iter().enumerate().filter(|(language, _)| word >> language & 1 == 1);
                let word = spoken.fold(Kinds::GREETING, |word, (_, kinds)| word.or(*kinds));
                count(&mut votes, word);
                together.add(word);
            }
            prop_assert_eq!(together.votes(), votes);
        }
    }
}
