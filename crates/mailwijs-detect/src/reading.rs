//! One stretch of a segment, folded, cut into tokens and sentences.

use std::ops::Range;

use mailwijs_mail::{Part, ZoneKind};

use crate::document::Segment;
use crate::entity::Span;
use crate::kinds::Kinds;
use crate::normalise::Folded;
use crate::sentences;
use crate::tokens::{self, Token};
use crate::vocabulary::Vocabulary;

/// What every detector looks at.
pub(crate) struct Reading<'a> {
    /// The segment it was read from.
    pub segment: &'a Segment<'a>,
    /// The folded text.
    pub folded: Folded,
    /// Words and numbers, in order.
    pub tokens: Vec<Token>,
    /// Sentences, in order; every token is in exactly one.
    pub sentences: Vec<Sentence>,
    vocabulary: Option<&'a Vocabulary>,
}

/// Tokens that belong together; gaps of patterns never leave it.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its tokens in [`Reading::tokens`].
    pub tokens: Range<usize>,
    /// Whose words it is.
    pub zone: ZoneKind,
    /// It ends in a question mark.
    pub question: bool,
    /// What is known of any of its words.
    pub kinds: Kinds,
}

impl<'a> Reading<'a> {
    /// Reads the bytes `window` of the segment's text (on character boundaries).
    pub fn new(segment: &'a Segment<'a>, window: &Range<usize>) -> Self {
        let folded = Folded::new(segment.text.get(window.clone()).unwrap_or_default(), window.start);
        let mut tokens = tokens::split(segment.text, &folded);
        let sentences = sentences::split(segment, &folded, &mut tokens);
        Self {
            segment,
            folded,
            tokens,
            sentences,
            vocabulary: None,
        }
    }

    /// The same with every word looked up.
    pub fn knowing(mut self, vocabulary: &'a Vocabulary) -> Self {
        self.vocabulary = Some(vocabulary);
        for sentence in &mut self.sentences {
            for token in self.tokens.get_mut(sentence.tokens.clone()).into_iter().flatten() {
                let word = self.folded.text.get(token.range.clone()).unwrap_or_default();
                let known = vocabulary.know(word);
                (token.id, token.kinds) = (known.id, known.kinds);
                sentence.kinds = sentence.kinds.or(known.kinds);
            }
        }
        self
    }

    /// Whether the token at `index` is of one of these kinds.
    pub fn is(&self, index: usize, kinds: Kinds) -> bool {
        self.tokens
            .get(index)
            .is_some_and(|token| token.kinds.has_any(kinds))
    }

    /// Whether the token before `index` is of one of these kinds.
    pub fn follows(&self, index: usize, kinds: Kinds) -> bool {
        index.checked_sub(1).is_some_and(|before| self.is(before, kinds))
    }

    /// What is known of a word that is no token.
    pub fn kinds_of(&self, word: &str) -> Kinds {
        self.vocabulary
            .map_or(Kinds::default(), |vocabulary| vocabulary.know(word).kinds)
    }

    /// The folded word of a token.
    pub fn word(&self, token: &Token) -> &str {
        self.folded.text.get(token.range.clone()).unwrap_or_default()
    }

    /// The folded word of the token at `index`.
    pub fn word_at(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| self.word(token))
    }

    /// The text of a folded range as it was written.
    pub fn written(&self, range: &Range<usize>) -> &'a str {
        self.segment
            .text
            .get(self.folded.original(range))
            .unwrap_or_default()
    }

    /// The folded bytes between two neighbouring tokens (or the text's edge).
    pub fn between(&self, left: usize) -> &str {
        let from = self.tokens.get(left).map_or(0, |token| token.range.end);
        let to = self
            .tokens
            .get(left + 1)
            .map_or(self.folded.text.len(), |token| token.range.start);
        self.folded.text.get(from..to).unwrap_or_default()
    }

    /// The folded bytes from the first to the last token of a range.
    pub fn bytes_of(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.range.start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |t| t.range.end);
        start..end.max(start)
    }

    /// The sentence a token is in.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(0, |token| token.sentence)
    }

    /// The zone that holds a folded offset.
    pub fn zone_at(&self, folded: usize) -> ZoneKind {
        zone_of(self.segment, self.folded.original(&(folded..folded + 1)).start)
    }

    /// The span of a folded range in the original text.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let part = match self.segment.part {
            Part::Body { .. } => Part::Body {
                quoted: self.zone_at(range.start) == ZoneKind::Quoted,
            },
            other => other,
        };
        Span {
            part,
            range: self.folded.original(range),
        }
    }
}

/// The zone that holds an original byte; text outside every zone is the writer's own.
pub(crate) fn zone_of(segment: &Segment<'_>, original: usize) -> ZoneKind {
    zone(segment, original).map_or(ZoneKind::Own, |(kind, _)| *kind)
}

/// The bytes of the zone that holds an original byte, as far as they are known.
pub(crate) fn zone_range(segment: &Segment<'_>, original: usize) -> Range<usize> {
    zone(segment, original).map_or(original..original + 1, |(_, range)| range.clone())
}

fn zone<'s>(segment: &'s Segment<'_>, original: usize) -> Option<&'s (ZoneKind, Range<usize>)> {
    let after = segment
        .zones
        .partition_point(|(_, range)| range.start <= original);
    let zone = after.checked_sub(1).and_then(|index| segment.zones.get(index));
    zone.filter(|(_, range)| range.contains(&original))
}
