//! The pattern language of the lexicon.
//!
//! | written | means |
//! | --- | --- |
//! | `pesten` | that word |
//! | `pest*` | words that begin so; `*pest` that end so; `*pest*` that hold it, as in a compound |
//! | `(mama\|de vader)` | one of these |
//! | `{3}` | up to three words between its neighbours, within the sentence |
//! | `=CLB` | the word written just so, capitals and all |
//! | `@par` | a word of that class in `persons.tsv`; `@pup` also takes a pupil's name |
//!
//! Case, accents and hyphens do not matter otherwise: `co-ouderschap` is the words `co` and `ouderschap`.

use rustc_hash::FxHashMap;

use thiserror::Error;

use crate::normalise::fold;

/// The widest gap a pattern may ask for; matching stays linear because gaps are bounded.
const WIDEST_GAP: usize = 8;

/// Words of `persons.tsv` by class name, without the `@`.
pub(crate) type Classes = FxHashMap<&'static str, Vec<Phrase>>;

/// A pattern: elements in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// At least one.
    pub elements: Vec<Element>,
}

/// A place in a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// How many words may stand between the previous element and this one.
    pub gap: usize,
    /// What may stand here; each at least one word.
    pub alternatives: Vec<Phrase>,
}

/// Words that follow one another.
pub(crate) type Phrase = Vec<Word>;

/// One word of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Word {
    /// A literal, folded.
    Literal {
        /// Letters and digits to find.
        text: String,
        /// Any letters may come before.
        open_start: bool,
        /// Any letters may come after.
        open_end: bool,
        /// The exact spelling asked for with `=`.
        exact: Option<String>,
    },
    /// The name of a pupil.
    PupilName,
}

/// Why a pattern does not parse.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum PatternError {
    /// No word in it, or an empty alternative.
    #[error("a pattern, and each alternative in it, needs a word")]
    Empty,
    /// `(` without `)` or the reverse.
    #[error("a bracket is not closed or not opened")]
    Bracket,
    /// `{…}` without a number from 0 to 8, or at either end.
    #[error("a gap is written {{n}} with n from 0 to 8, between two words")]
    Gap,
    /// A gap or a class inside an alternative of several words.
    #[error("a gap or a class cannot stand inside an alternative: write two patterns")]
    Nested,
    /// `@…` names no class.
    #[error("there is no class @{0} in persons.tsv")]
    Class(String),
}

impl Pattern {
    /// Parses a pattern.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(source: &str, classes: &Classes) -> Result<Self, PatternError> {
        let mut elements: Vec<Element> = Vec::new();
        let mut gap = None;
        let mut rest = source.trim();
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix('{') {
                let (number, after) = inner.split_once('}').ok_or(PatternError::Gap)?;
                let width = number
                    .parse()
                    .ok()
                    .filter(|&n| n <= WIDEST_GAP)
                    .ok_or(PatternError::Gap)?;
                if elements.is_empty() || gap.replace(width).is_some() {
                    return Err(PatternError::Gap);
                }
                rest = after.trim_start();
                continue;
            }
            let (alternatives, after) = if let Some(inner) = rest.strip_prefix('(') {
                let (inside, after) = inner.split_once(')').ok_or(PatternError::Bracket)?;
                if !(after.is_empty() || after.starts_with(' ')) {
                    return Err(PatternError::Bracket);
                }
                (alternatives(inside, classes)?, after)
            } else {
                let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
                (alternatives(word, classes)?, after)
            };
            elements.push(Element {
                gap: gap.take().unwrap_or(0),
                alternatives,
            });
            rest = after.trim_start();
        }
        if gap.is_some() {
            return Err(PatternError::Gap);
        }
        if elements.is_empty() {
            Err(PatternError::Empty)
        } else {
            Ok(Self { elements })
        }
    }
}

fn alternatives(source: &str, classes: &Classes) -> Result<Vec<Phrase>, PatternError> {
    if source.contains(['(', ')']) {
        return Err(PatternError::Bracket);
    }
    let mut all = Vec::new();
    for alternative in source.split('|') {
        if let Some(class) = alternative.trim().strip_prefix('@') {
            all.extend(
                classes
                    .get(class)
                    .ok_or_else(|| PatternError::Class(class.to_owned()))?
                    .iter()
                    .cloned(),
            );
            if class == "pup" {
                all.push(vec![Word::PupilName]);
            }
        } else {
            all.push(phrase(alternative)?);
        }
    }
    Ok(all)
}

/// Parses words that follow one another.
///
/// # Errors
/// [`PatternError::Empty`] without a letter or digit.
pub(crate) fn phrase(source: &str) -> Result<Phrase, PatternError> {
    if source.contains(['{', '}', '@']) {
        return Err(PatternError::Nested);
    }
    let words: Phrase = source.split_whitespace().flat_map(literals).collect();
    if words.is_empty() {
        Err(PatternError::Empty)
    } else {
        Ok(words)
    }
}

/// The tokens of one written word; stars belong to its outer ends.
fn literals(word: &str) -> Vec<Word> {
    let (exact, word) = word.strip_prefix('=').map_or((false, word), |word| (true, word));
    let (open_start, word) = word.strip_prefix('*').map_or((false, word), |word| (true, word));
    let (open_end, word) = word.strip_suffix('*').map_or((false, word), |word| (true, word));
    let pieces: Vec<&str> = word
        .split(|c: char| !c.is_alphanumeric())
        .filter(|piece| !piece.is_empty())
        .collect();
    let last = pieces.len().saturating_sub(1);
    let literal = |(index, piece): (usize, &&str)| Word::Literal {
        text: fold(piece),
        open_start: open_start && index == 0,
        open_end: open_end && index == last,
        exact: exact.then(|| (*piece).to_owned()),
    };
    pieces.iter().enumerate().map(literal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(source: &str) -> Result<Pattern, PatternError> {
        let classes = Classes::from_iter([("par", vec![phrase("mama").unwrap(), phrase("papa").unwrap()])]);
        Pattern::parse(source, &classes)
    }

    #[test]
    fn reads_what_the_language_offers() {
        let pattern = parse("@par {3} (niet meer|nooit) betal* =CLB").unwrap();
        assert_eq!(pattern.elements.len(), 4);
        assert_eq!(pattern.elements[1].gap, 3);
        assert_eq!(pattern.elements[1].alternatives.len(), 2);
        assert_eq!(pattern.elements[1].alternatives[0].len(), 2);
    }

    #[test]
    fn says_what_is_wrong() {
        for (source, error) in [
            ("", PatternError::Empty),
            ("(a|)", PatternError::Empty),
            ("(mama", PatternError::Bracket),
            ("mama)", PatternError::Bracket),
            ("{2} mama", PatternError::Gap),
            ("mama {2}", PatternError::Gap),
            ("mama {9} papa", PatternError::Gap),
            ("@oma", PatternError::Class("oma".into())),
            ("(mama {2} weg|papa)", PatternError::Nested),
        ] {
            assert_eq!(parse(source), Err(error), "{source}");
        }
    }
}
