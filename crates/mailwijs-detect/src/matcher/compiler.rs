//! Patterns as they are written become lists: see [`Compiled`].

use rustc_hash::FxHashMap;

use super::anchors::Anchors;
use super::compiled::{Anchor, Choice, Compiled, Phrase, Place, Term};
use super::nearby::Nearby;
use super::signs::Signs;
use crate::kinds::Kinds;
use crate::pattern::{self, Pattern, Word};
use crate::starred::Starred;
use crate::vocabulary::{GROUPS, Vocabulary};

impl Compiled {
    /// Compiles patterns and adds their words to the vocabulary.
    pub fn new(patterns: &[Pattern], vocabulary: &mut Vocabulary) -> Self {
        let mut compiler = Compiler {
            done: Self::default(),
            by_word: Vec::new(),
            by_starred: Vec::new(),
            vocabulary,
            group: 0,
            choices: FxHashMap::default(),
        };
        for (index, pattern) in patterns.iter().enumerate() {
            compiler.add(index, pattern);
        }
        let Compiler {
            done,
            by_word,
            by_starred,
            ..
        } = compiler;
        Self {
            by_word: Anchors::new(by_word),
            by_starred: Anchors::new(by_starred),
            ..done
        }
    }
}

/// Compiles one pattern after another.
struct Compiler<'v, 'p> {
    done: Compiled,
    by_word: Vec<Vec<Anchor>>,
    by_starred: Vec<Vec<Anchor>>,
    vocabulary: &'v mut Vocabulary,
    /// That of the words of the place that is compiled.
    group: u32,
    /// Many patterns choose from the same class.
    choices: FxHashMap<&'p [pattern::Phrase], Choice>,
}

impl<'p> Compiler<'_, 'p> {
    fn add(&mut self, index: usize, pattern: &'p Pattern) {
        let start = self.done.places.len();
        for element in &pattern.elements {
            let place = Place {
                gap: element.gap,
                phrases: self.choice(&element.alternatives),
            };
            self.done.places.push(place);
        }
        self.done.patterns.push(start..self.done.places.len());
        for (word, [place, phrase, at]) in anchors_of(pattern) {
            let anchor = Anchor {
                pattern: number(index),
                place: place.try_into().unwrap_or(u16::MAX),
                phrase: phrase.try_into().unwrap_or(u16::MAX),
                word: at.try_into().unwrap_or(u16::MAX),
                nearby: self.nearby(pattern, start, [place, phrase, at]),
            };
            let (list, index) = match self.plain_term(word, Kinds::ANCHOR) {
                Term::Word(id) => (&mut self.by_word, id.index()),
                Term::Starred(index) => (&mut self.by_starred, index as usize),
                Term::Spelled(_) | Term::PupilName => continue,
            };
            list.resize(list.len().max(index + 1), Vec::new());
            if let Some(anchors) = list.get_mut(index) {
                anchors.push(anchor);
            }
        }
    }

    /// The tests of an anchor whose pattern's places begin at `start`: another word of its phrase, or else the places beside it.
    fn nearby(&mut self, pattern: &Pattern, start: usize, [place, phrase, at]: [usize; 3]) -> [Nearby; 2] {
        let element = pattern.elements.get(place);
        let words = element
            .and_then(|element| element.alternatives.get(phrase))
            .map_or(&[][..], Vec::as_slice);
        for (offset, neighbour) in [(-1, at.checked_sub(1)), (1, Some(at + 1))] {
            let word = neighbour.and_then(|neighbour| words.get(neighbour));
            if let Some(Term::Word(id)) = word.map(|word| self.plain_term(word, Kinds::default())) {
                return [Nearby::beside(offset, id), Nearby::NOTHING];
            }
        }
        let at_place = |index: usize| self.done.places.get(start + index);
        let last = place + 1 == pattern.elements.len();
        let after = (!last).then(|| at_place(place + 1)).flatten();
        let before = place.checked_sub(1).and_then(at_place);
        let gap = element.map_or(0, |element| element.gap);
        [
            after.and_then(|after| Nearby::after(after, words.len() - at)),
            before.and_then(|before| Nearby::before(&before.phrases, gap, at)),
        ]
        .map(|nearby| nearby.unwrap_or(Nearby::NOTHING))
    }

    fn choice(&mut self, alternatives: &'p [pattern::Phrase]) -> Choice {
        if let Some(choice) = self.choices.get(alternatives) {
            return choice.clone();
        }
        self.group = self.group % GROUPS + 1;
        let start = self.done.phrases.len();
        let mut choice = Choice {
            phrases: start..start,
            first: Signs::NONE,
            longest: alternatives.iter().map(Vec::len).max().unwrap_or(0),
        };
        for alternative in alternatives {
            let from = number(self.done.terms.len());
            let mut words = alternative.iter();
            let Some(first) = words.next() else { continue };
            for word in words {
                let term = self.term(word);
                self.done.terms.push(term);
            }
            choice.first.add(self.plain_term(first, Kinds::default()));
            let phrase = Phrase {
                first: self.term(first),
                rest: from..number(self.done.terms.len()),
            };
            self.done.phrases.push(phrase);
        }
        choice.phrases.end = self.done.phrases.len();
        self.choices.insert(alternatives, choice.clone());
        choice
    }

    fn term(&mut self, word: &Word) -> Term {
        let plain = self.plain_term(word, Kinds::default());
        match word {
            Word::Literal {
                exact: Some(exact), ..
            } => {
                self.done.spellings.push((plain, exact.clone()));
                Term::Spelled(number(self.done.spellings.len() - 1))
            }
            _ => plain,
        }
    }

    /// The term of a word however it is spelled, which is of these kinds when it has no star.
    fn plain_term(&mut self, word: &Word, kinds: Kinds) -> Term {
        match word {
            Word::PupilName => Term::PupilName,
            Word::Literal {
                text,
                open_start: false,
                open_end: false,
                ..
            } => Term::Word(self.vocabulary.add_to_group(text, kinds, self.group)),
            Word::Literal {
                text,
                open_start,
                open_end,
                ..
            } => {
                let starred = Starred {
                    text: text.clone(),
                    start: *open_start,
                    end: *open_end,
                };
                Term::Starred(self.vocabulary.add_starred(starred))
            }
        }
    }
}

/// There are some thousands of each.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The longest words that every match must hold: those of one place, one for each alternative, with the indices of place,
/// alternative and word.
fn anchors_of(pattern: &Pattern) -> Vec<(&Word, [usize; 3])> {
    let candidates = pattern
        .elements
        .iter()
        .enumerate()
        .filter_map(|(place, element)| {
            let longest = element.alternatives.iter().enumerate().map(|(phrase, words)| {
                let (at, word) = words
                    .iter()
                    .enumerate()
                    .filter(|(_, word)| length(word) > 0)
                    .max_by_key(|(_, word)| length(word))?;
                Some((word, [place, phrase, at]))
            });
            longest.collect::<Option<Vec<_>>>()
        });
    candidates
        .max_by_key(|words| words.iter().map(|(word, _)| length(word)).min())
        .unwrap_or_default()
}

fn length(word: &Word) -> usize {
    match word {
        Word::Literal { text, .. } => text.len(),
        Word::PupilName => 0,
    }
}
