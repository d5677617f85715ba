//! Finds where patterns match: one automaton pass over a literal of each, then a look at the words around it.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::pattern::{Element, Pattern, Word};
use crate::reading::Reading;
use crate::tokens::Token;

/// How many placements are tried around one literal before giving up on it, so that no text can make matching slow.
const TRIES: usize = 64;

/// Many patterns, ready to be found together.
pub(crate) struct Matcher {
    automaton: Option<AhoCorasick>,
    /// Per literal of the automaton, the places it holds in patterns.
    anchors: Vec<Vec<Anchor>>,
    patterns: Vec<Pattern>,
}

/// The place of a literal in a pattern.
#[derive(Debug, Clone, Copy)]
struct Anchor {
    pattern: usize,
    element: usize,
    alternative: usize,
    word: usize,
}

/// A pattern that matches.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Hit {
    /// Index in the patterns the matcher was built from.
    pub pattern: usize,
    /// First to last token.
    pub tokens: Range<usize>,
}

impl Matcher {
    /// Builds the automaton.
    ///
    /// # Errors
    /// Only when there are more literals than an automaton can number.
    pub fn new(patterns: Vec<Pattern>) -> Result<Self, BuildError> {
        let mut literals: FxHashMap<String, usize> = FxHashMap::default();
        let mut anchors: Vec<Vec<Anchor>> = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            for (text, anchor) in anchors_of(index, pattern) {
                let literal = *literals.entry(text).or_insert_with(|| {
                    anchors.push(Vec::new());
                    anchors.len() - 1
                });
                if let Some(places) = anchors.get_mut(literal) {
                    places.push(anchor);
                }
            }
        }
        let mut ordered: Vec<(String, usize)> = literals.into_iter().collect();
        ordered.sort_by_key(|(_, literal)| *literal);
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(ordered.iter().map(|(text, _)| text))?;
        Ok(Self {
            automaton: Some(automaton),
            anchors,
            patterns,
        })
    }

    /// A matcher that finds nothing.
    pub fn empty() -> Self {
        Self {
            automaton: None,
            anchors: Vec::new(),
            patterns: Vec::new(),
        }
    }

    /// Every match, in the order of its last token's literal, each once.
    pub fn find(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut seen = FxHashSet::default();
        let mut token = 0;
        for found in self
            .automaton
            .iter()
            .flat_map(|automaton| automaton.find_overlapping_iter(&reading.folded.text))
        {
            // Matches come by their end; the token that holds one is the last or a little further.
            while reading
                .tokens
                .get(token + 1)
                .is_some_and(|next| next.range.start < found.end())
            {
                token += 1;
            }
            let within = |token: &Token| token.range.start <= found.start() && found.end() <= token.range.end;
            if !reading.tokens.get(token).is_some_and(within) {
                continue;
            }
            for anchor in self.anchors.get(found.pattern().as_usize()).into_iter().flatten() {
                if let Some(tokens) = self.verify(reading, *anchor, token) {
                    let hit = Hit {
                        pattern: anchor.pattern,
                        tokens,
                    };
                    if seen.insert(hit.clone()) {
                        hits.push(hit);
                    }
                }
            }
        }
        hits
    }

    /// The tokens the anchor's pattern covers when its literal is `token`.
    fn verify(&self, reading: &Reading<'_>, anchor: Anchor, token: usize) -> Option<Range<usize>> {
        let elements = &self.patterns.get(anchor.pattern)?.elements;
        let (before, rest) = elements.split_at_checked(anchor.element)?;
        let (element, after) = rest.split_first()?;
        let phrase = element.alternatives.get(anchor.alternative)?;
        let start = token.checked_sub(anchor.word)?;
        let mut search = Search {
            reading,
            within: reading.sentences.get(reading.sentence_of(token))?.tokens.clone(),
            tries: TRIES,
        };
        if !search.phrase(phrase, start) {
            return None;
        }
        let end = search.forward(after, start + phrase.len())?;
        let start = search.backward(before, element.gap, start)?;
        Some(start..end)
    }
}

/// The longest literals that every match must hold: those of one element, one for each alternative.
fn anchors_of(index: usize, pattern: &Pattern) -> Vec<(String, Anchor)> {
    let candidates = pattern
        .elements
        .iter()
        .enumerate()
        .filter_map(|(element, place)| {
            let longest: Option<Vec<(String, Anchor)>> = place
                .alternatives
                .iter()
                .enumerate()
                .map(|(alternative, phrase)| {
                    let literals = phrase
                        .iter()
                        .enumerate()
                        .filter_map(|(word, literal)| match literal {
                            Word::Literal { text, .. } => Some((word, text)),
                            Word::PupilName => None,
                        });
                    let (word, text) = literals.max_by_key(|(_, text)| text.len())?;
                    Some((
                        text.clone(),
                        Anchor {
                            pattern: index,
                            element,
                            alternative,
                            word,
                        },
                    ))
                })
                .collect();
            longest
        });
    candidates
        .max_by_key(|literals| literals.iter().map(|(text, _)| text.len()).min())
        .unwrap_or_default()
}

/// One bounded search around an anchor.
struct Search<'r, 'a> {
    reading: &'r Reading<'a>,
    within: Range<usize>,
    tries: usize,
}

impl Search<'_, '_> {
    fn phrase(&mut self, phrase: &[Word], start: usize) -> bool {
        if start < self.within.start || start + phrase.len() > self.within.end || self.tries == 0 {
            return false;
        }
        self.tries -= 1;
        phrase
            .iter()
            .zip(start..)
            .all(|(word, token)| matches(self.reading, word, token))
    }

    fn forward(&mut self, elements: &[Element], from: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else {
            return Some(from);
        };
        for start in from..=from + element.gap {
            for phrase in &element.alternatives {
                if self.quick(phrase, start)
                    && self.phrase(phrase, start)
                    && let Some(end) = self.forward(rest, start + phrase.len())
                {
                    return Some(end);
                }
            }
        }
        None
    }

    fn backward(&mut self, elements: &[Element], gap: usize, to: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_last() else {
            return Some(to);
        };
        for end in (to.saturating_sub(gap)..=to).rev() {
            for phrase in &element.alternatives {
                if let Some(start) = end.checked_sub(phrase.len())
                    && self.quick(phrase, start)
                    && self.phrase(phrase, start)
                    && let Some(start) = self.backward(rest, element.gap, start)
                {
                    return Some(start);
                }
            }
        }
        None
    }

    /// Whether the first word fits: most placements fail here, and these are not counted as tries.
    fn quick(&self, phrase: &[Word], start: usize) -> bool {
        self.within.contains(&start)
            && phrase
                .first()
                .is_some_and(|word| matches(self.reading, word, start))
    }
}

fn matches(reading: &Reading<'_>, word: &Word, index: usize) -> bool {
    let Some(token) = reading.tokens.get(index) else {
        return false;
    };
    match word {
        Word::PupilName => token.pupil,
        Word::Literal {
            text,
            open_start,
            open_end,
            exact,
        } => {
            let found = reading.word(token);
            let fits = match (open_start, open_end) {
                (false, false) => found == text,
                (false, true) => found.starts_with(text.as_str()),
                (true, false) => found.ends_with(text.as_str()),
                (true, true) => found.contains(text.as_str()),
            };
            fits && exact
                .as_ref()
                .is_none_or(|exact| reading.written(&token.range) == exact)
        }
    }
}

#[cfg(test)]
mod tests {
    use mailwijs_mail::Part;

    use super::*;
    use crate::document::Segment;
    use crate::pattern::{Classes, phrase};

    fn found(pattern: &str, text: &str) -> Option<String> {
        let classes = Classes::from_iter([("par", vec![phrase("mama").unwrap(), phrase("papa").unwrap()])]);
        let matcher = Matcher::new(vec![Pattern::parse(pattern, &classes).unwrap()]).unwrap();
        let segment = Segment::own(Part::Subject, text);
        let reading = Reading::new(&segment, &(0..text.len()));
        let hit = matcher.find(&reading).into_iter().next()?;
        Some(reading.written(&reading.bytes_of(&hit.tokens)).to_owned())
    }

    #[test]
    fn finds() {
        for (pattern, text, expected) in [
            ("pesten", "Het Pesten gaat door", "Pesten"),
            ("*psychiat*", "bij de kinderpsychiater", "kinderpsychiater"),
            ("*pest", "ze wordt gepest", "gepest"),
            ("@par {2} weg", "zijn mama is nu weg", "mama is nu weg"),
            (
                "(gaat|moet) {3} uit elkaar",
                "gaat volgende week uit elkaar",
                "gaat volgende week uit elkaar",
            ),
            ("=CLB", "het CLB belt", "CLB"),
            ("co-ouderschap*", "in co-ouderschap", "co-ouderschap"),
            (
                "dyslexie",
                "dyslexie\u{ad}attest? dys\u{ad}lexie!",
                "dys\u{ad}lexie",
            ),
        ] {
            assert_eq!(found(pattern, text).as_deref(), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn leaves_alone() {
        for (pattern, text) in [
            ("pesten", "pestend"),
            ("arm", "warm en armband"),
            ("=CLB", "clb"),
            ("@par {2} weg", "mama is er niet meer weg"),
            ("@par {2} weg", "Bij mama. Ik ga weg"),
        ] {
            assert_eq!(found(pattern, text), None, "{pattern} in {text}");
        }
    }
}
