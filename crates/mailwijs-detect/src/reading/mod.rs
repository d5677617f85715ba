//! One stretch of a segment, folded, cut into tokens and sentences.

mod knowing;

use std::ops::Range;

use mailwijs_mail::{Part, ZoneKind};

use crate::document::Segment;
use crate::entity::Span;
use crate::kinds::Kinds;
use crate::language::{self, Votes};
use crate::normalise::Folded;
use crate::sentences::{self, Sentence};
use crate::tokens::{self, Token, Tokens};
use crate::vocabulary::Vocabulary;

/// What every detector looks at.
pub(crate) struct Reading<'a> {
    /// The segment it was read from.
    pub segment: &'a Segment<'a>,
    /// The folded text.
    pub folded: Folded,
    /// Words and numbers, in order.
    pub tokens: Vec<Token>,
    /// Indices of the tokens that hold a digit.
    pub with_digits: Vec<usize>,
    /// Indices of the tokens that a mention of somebody may begin with: words with a capital, and a few others.
    pub beginnings: Vec<u32>,
    /// Indices of the tokens that lead to patterns.
    pub anchors: Vec<u32>,
    /// Sentences, in order; every token is in exactly one.
    pub sentences: Vec<Sentence>,
    /// Tokens that fit a word with a star, and the number of that word; in order, each once.
    pub starred: Vec<(usize, u32)>,
    /// How many common words of each language there are.
    pub votes: Votes,
    vocabulary: Option<&'a Vocabulary>,
}

impl<'a> Reading<'a> {
    /// Reads the bytes `window` of the segment's text (on character boundaries).
    pub fn new(segment: &'a Segment<'a>, window: &Range<usize>) -> Self {
        let folded = Folded::new(segment.text.get(window.clone()).unwrap_or_default(), window.start);
        let Tokens {
            all: mut tokens,
            with_digits,
            after_stops,
        } = tokens::split(segment.text, &folded);
        let sentences = sentences::split(segment, &folded, &mut tokens, &after_stops);
        Self {
            segment,
            folded,
            tokens,
            with_digits,
            beginnings: Vec::new(),
            anchors: Vec::new(),
            sentences,
            starred: Vec::new(),
            votes: Votes::default(),
            vocabulary: None,
        }
    }

    /// The words with a capital, and a few others, each with its index.
    pub fn capitals(&self) -> impl Iterator<Item = (usize, &Token)> {
        let token = |&index| Some((index as usize, self.tokens.get(index as usize)?));
        self.beginnings.iter().filter_map(token)
    }

    /// Lets the token at `index` mean this folded word too, for patterns and for what is known of it.
    pub fn read_as(&mut self, index: usize, word: &str) {
        let Some(known) = self.vocabulary.map(|vocabulary| vocabulary.know(word)) else {
            return;
        };
        if let Some(token) = self.tokens.get_mut(index) {
            (token.id, token.kinds) = (known.id, token.kinds.or(known.kinds));
            let anchor = u32::try_from(index).unwrap_or(u32::MAX);
            if known.kinds.has_any(Kinds::ANCHOR)
                && let Err(place) = self.anchors.binary_search(&anchor)
            {
                self.anchors.insert(place, anchor);
            }
            if let Some(sentence) = self.sentences.get_mut(token.sentence()) {
                sentence.kinds = sentence.kinds.or(known.kinds);
                sentence.bits |= known.id.bit();
            }
        }
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

    /// The languages of the other words in a token's sentence; of the whole text when they tell nothing.
    pub fn votes_beside(&self, token: &Token) -> Votes {
        let mut votes = Votes::default();
        let sentence = self.sentences.get(token.sentence());
        for index in sentence.map_or(0..0, |sentence| sentence.tokens.clone()) {
            if let Some(other) = self
                .tokens
                .get(index)
                .filter(|other| other.start() != token.start())
            {
                language::count(&mut votes, other.kinds);
            }
        }
        if votes == Votes::default() {
            self.votes
        } else {
            votes
        }
    }

    /// What is known of a word that is no token.
    pub fn kinds_of(&self, word: &str) -> Kinds {
        self.vocabulary
            .map_or(Kinds::default(), |vocabulary| vocabulary.know(word).kinds)
    }

    /// The folded word of a token.
    pub fn word(&self, token: &Token) -> &str {
        self.folded.text.get(token.range()).unwrap_or_default()
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
        let from = self.tokens.get(left).map_or(0, Token::end);
        let to = self
            .tokens
            .get(left + 1)
            .map_or(self.folded.text.len(), Token::start);
        self.folded.text.get(from..to).unwrap_or_default()
    }

    /// The folded bytes from the first to the last token of a range.
    pub fn bytes_of(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, Token::start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, Token::end);
        start..end.max(start)
    }

    /// The sentence a token is in.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(0, Token::sentence)
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
    let before = zones_before(segment, original);
    let zone = before.checked_sub(1).and_then(|index| segment.zones.get(index));
    zone.filter(|(_, range)| range.contains(&original))
        .map_or(ZoneKind::Own, |(kind, _)| *kind)
}

/// The first byte after an original one that may be of another zone.
pub(crate) fn zone_end(segment: &Segment<'_>, original: usize) -> usize {
    let before = zones_before(segment, original);
    let next = segment
        .zones
        .get(before)
        .map_or(usize::MAX, |(_, range)| range.start);
    let zone = before.checked_sub(1).and_then(|index| segment.zones.get(index));
    zone.filter(|(_, range)| range.contains(&original))
        .map_or(next, |(_, range)| next.min(range.end))
}

fn zones_before(segment: &Segment<'_>, original: usize) -> usize {
    segment
        .zones
        .partition_point(|(_, range)| range.start <= original)
}
