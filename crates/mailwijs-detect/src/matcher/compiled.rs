//! Patterns in lists that are quick to go through: places, what may stand there, and the words of that.

use std::ops::Range;

use super::anchors::Anchors;
use super::nearby::Nearby;
use super::signs::Signs;
use crate::tokens::Token;
use crate::vocabulary::WordId;

/// What one word of a text must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Term {
    /// This word of the vocabulary.
    Word(WordId),
    /// A word with this beginning, end or middle: its number among [`StarredWords`](crate::starred::StarredWords).
    Starred(u32),
    /// One of the two, spelled just so: an index in [`Compiled::spelling`].
    Spelled(u32),
    /// The name of a pupil.
    PupilName,
}

/// A place in a pattern.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// How many words may stand between the previous place and this one.
    pub gap: usize,
    /// What may stand here.
    pub phrases: Choice,
}

/// Phrases one of which must stand somewhere.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// In the list of all phrases.
    pub phrases: Range<usize>,
    /// Their first words.
    pub first: Signs,
    /// How many words the longest has.
    pub longest: usize,
}

/// Words that follow one another.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// The first.
    pub first: Term,
    /// The others, in the list of all terms.
    pub rest: Range<u32>,
}

/// The place of a word in a pattern.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) pattern: u32,
    /// Index of the place in the pattern.
    pub place: u16,
    /// Index of the phrase in the place.
    pub phrase: u16,
    /// Index of the word in the phrase.
    pub word: u16,
    /// What must stand around it.
    pub(super) nearby: [Nearby; 2],
}

/// Many patterns.
#[derive(Debug, Default)]
pub(super) struct Compiled {
    pub(super) patterns: Vec<Range<usize>>,
    pub(super) places: Vec<Place>,
    pub(super) phrases: Vec<Phrase>,
    pub(super) terms: Vec<Term>,
    pub(super) spellings: Vec<(Term, String)>,
    /// By the number of the word.
    pub(super) by_word: Anchors,
    /// By the number of the word with a star.
    pub(super) by_starred: Anchors,
}

impl Anchor {
    /// The index of the pattern.
    pub const fn pattern(&self) -> usize {
        self.pattern as usize
    }

    /// What must stand around it, in its sentence.
    pub fn around(&self) -> [Signs; 2] {
        self.nearby.map(|nearby| nearby.first())
    }

    /// Whether it is worth a search when its word is `token`.
    pub fn is_promising(&self, tokens: &[Token], token: usize) -> bool {
        self.nearby.iter().all(|nearby| nearby.may_be(tokens, token))
    }
}

impl Phrase {
    /// How many words it has.
    pub const fn length(&self) -> usize {
        1 + (self.rest.end - self.rest.start) as usize
    }
}

impl Compiled {
    /// The places of a pattern, in order.
    pub fn places(&self, pattern: usize) -> &[Place] {
        let places = self.patterns.get(pattern);
        places
            .and_then(|range| self.places.get(range.clone()))
            .unwrap_or_default()
    }

    /// Phrases.
    pub fn phrases(&self, choice: &Choice) -> &[Phrase] {
        self.phrases.get(choice.phrases.clone()).unwrap_or_default()
    }

    /// The words of a phrase after the first.
    pub fn rest(&self, phrase: &Phrase) -> &[Term] {
        let range = phrase.rest.start as usize..phrase.rest.end as usize;
        self.terms.get(range).unwrap_or_default()
    }

    /// A word that must be spelled just so: the word, and how it is written.
    pub fn spelling(&self, index: u32) -> Option<&(Term, String)> {
        self.spellings.get(index as usize)
    }

    /// The places in patterns where a word of the text leads to, but those that nothing in its sentence speaks for.
    #[inline]
    pub fn anchors(&self, term: Term, sentence: Signs) -> impl Iterator<Item = &Anchor> {
        let (anchors, index) = match term {
            Term::Starred(index) => (&self.by_starred, index as usize),
            Term::Word(id) => (&self.by_word, id.index()),
            Term::Spelled(_) | Term::PupilName => (&self.by_word, usize::MAX),
        };
        anchors.of(index, sentence)
    }
}
