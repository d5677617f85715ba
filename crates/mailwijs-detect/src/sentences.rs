//! Where one sentence ends and the next begins.

use std::ops::Range;

use mailwijs_mail::ZoneKind;

use crate::document::Segment;
use crate::kinds::Kinds;
use crate::normalise::Folded;
use crate::reading::{zone_end, zone_of};
use crate::tokens::{Shape, Token};

/// Tokens that belong together; gaps of patterns never leave it.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its tokens in the [`Reading`](crate::reading::Reading).
    pub tokens: Range<usize>,
    /// Whose words it is.
    pub zone: ZoneKind,
    /// It ends in a question mark.
    pub question: bool,
    /// What is known of any of its words.
    pub kinds: Kinds,
    /// The [bits](crate::vocabulary::WordId::bit) of its words.
    pub bits: u64,
    /// A pupil is named in it.
    pub pupil: bool,
}

/// A line shorter than this was ended by its writer; a longer one was wrapped by a mail client.
const WRAPPED: usize = 55;

/// Words that end in a full stop within a sentence.
const ABBREVIATIONS: [&str; 26] = [
    "mevr", "mvr", "mw", "dhr", "dr", "drs", "prof", "nr", "blz", "bv", "tel", "tav", "ivm", "evt", "resp",
    "incl", "excl", "max", "min", "ca", "st", "mr", "mrs", "ms", "mme", "kl",
];

/// The longest of these.
const LONGEST_ABBREVIATION: usize = 4;

/// What begins the lines of a list.
const BULLETS: [&str; 4] = ["-", "*", "•", "·"];

/// Groups tokens into sentences and tells each token which one it is in. A sentence begins with a token of `after_stops`, those
/// after a full stop or the like, or where a zone begins.
pub(crate) fn split(
    segment: &Segment<'_>,
    folded: &Folded,
    tokens: &mut [Token],
    after_stops: &[usize],
) -> Vec<Sentence> {
    let text = folded.text.as_str();
    let mut sentences: Vec<Sentence> = Vec::with_capacity(after_stops.len() + 1);
    let mut zones = Zones::new(segment, folded);
    let mut lines = Lines { start: 0 };
    let mut stops = after_stops.iter().copied().peekable();
    let (mut begin, mut index) = (0, 0);
    while let Some(token) = tokens.get(index) {
        let previous = index.checked_sub(1).and_then(|before| tokens.get(before));
        let left = previous.map_or(0, Token::end);
        let gap = text.as_bytes().get(left..token.start()).unwrap_or_default();
        let zone = zones.kind;
        let moved = zones.move_to(token.start(), tokens);
        let may_end = gap.iter().any(|byte| b"\n.!?".contains(byte));
        let breaks = may_end && {
            let line = lines.pass(left, gap);
            previous.is_some_and(|left| boundary(text, gap, line, left, token))
        };
        if moved || breaks {
            sentences.extend(Sentence::over(begin..index, zone));
            begin = index;
        }
        while stops.next_if(|stop| *stop <= index).is_some() {}
        let stop = stops.peek().copied().unwrap_or(tokens.len());
        index = stop.min(zones.next).max(index + 1);
    }
    sentences.extend(Sentence::over(begin..tokens.len(), zones.kind));
    for (number, sentence) in sentences.iter_mut().enumerate() {
        for token in tokens.get_mut(sentence.tokens.clone()).unwrap_or_default() {
            token.belongs_to(number);
        }
        let end = tokens.get(sentence.tokens.end - 1).map_or(0, Token::end);
        let mut rest = text.as_bytes().get(end..).unwrap_or_default().iter();
        sentence.question = rest.find(|byte| !b"\"') ".contains(byte)) == Some(&b'?');
    }
    sentences
}

impl Sentence {
    /// One that consists of these tokens, of which nothing else is known yet; `None` without tokens.
    fn over(tokens: Range<usize>, zone: ZoneKind) -> Option<Self> {
        (!tokens.is_empty()).then_some(Self {
            tokens,
            zone,
            question: false,
            kinds: Kinds::default(),
            bits: 0,
            pupil: false,
        })
    }
}

/// The zone one is in while going through a reading.
struct Zones<'s, 'a> {
    segment: &'s Segment<'a>,
    folded: &'s Folded,
    kind: ZoneKind,
    /// The folded byte from which it may be another.
    end: usize,
    /// The first token from there on.
    next: usize,
}

impl<'s, 'a> Zones<'s, 'a> {
    const fn new(segment: &'s Segment<'a>, folded: &'s Folded) -> Self {
        Self {
            segment,
            folded,
            kind: ZoneKind::Own,
            end: 0,
            next: 0,
        }
    }

    /// Goes to a folded byte; whether it is of another kind than the byte before.
    fn move_to(&mut self, folded: usize, tokens: &[Token]) -> bool {
        if folded < self.end {
            return false;
        }
        let original = self.folded.original(&(folded..folded + 1)).start;
        self.end = self.folded.first_from(zone_end(self.segment, original));
        self.next = tokens.partition_point(|token| token.start() < self.end);
        let kind = zone_of(self.segment, original);
        std::mem::replace(&mut self.kind, kind) != kind
    }
}

/// Where the line began that one is on while going through a text.
struct Lines {
    start: usize,
}

impl Lines {
    /// How long the line is that ends at `left` or goes on there; goes on to after the gap that begins there.
    fn pass(&mut self, left: usize, gap: &[u8]) -> usize {
        let length = left - self.start;
        if let Some(last) = gap.iter().rposition(|byte| *byte == b'\n') {
            self.start = left + last + 1;
        }
        length
    }
}

fn boundary(text: &str, gap: &[u8], line: usize, left: &Token, right: &Token) -> bool {
    if line_break(text, gap, line, right) {
        return true;
    }
    let Some(stop) = gap.iter().position(|byte| b".!?".contains(byte)) else {
        return false;
    };
    let (_, after) = gap.split_at_checked(stop + 1).unwrap_or_default();
    let spaced = after.iter().any(|byte| matches!(byte, b' ' | b'\t'..=b'\r'));
    if gap.iter().any(|byte| b"!?".contains(byte)) {
        return spaced || after.is_empty() && !holds_digit(text, right.start());
    }
    let ordinal = left.shape == Shape::Number && right.shape == Shape::Number;
    spaced && !ordinal && !(stop == 0 && is_abbreviated(text.get(left.range()).unwrap_or_default()))
}

/// Whether what is written on without a space from here holds a digit: `12` in "Proefkonijn!12" is the rest of a password.
fn holds_digit(text: &str, from: usize) -> bool {
    let rest = text.as_bytes().get(from..).unwrap_or_default().iter();
    rest.take_while(|byte| !byte.is_ascii_whitespace())
        .any(u8::is_ascii_digit)
}

/// Whether a full stop after a word does not end a sentence.
fn is_abbreviated(word: &str) -> bool {
    word.len() == 1 || word.len() <= LONGEST_ABBREVIATION && ABBREVIATIONS.contains(&word)
}

fn line_break(text: &str, gap: &[u8], line: usize, right: &Token) -> bool {
    let mut breaks = gap.iter().filter(|byte| **byte == b'\n');
    if breaks.next().is_none() {
        return false;
    }
    if breaks.next().is_some() || line < WRAPPED {
        return true;
    }
    let numbered = || {
        let after = text.as_bytes().get(right.end());
        right.shape == Shape::Number && after.is_some_and(|sign| b")./".contains(sign))
    };
    let blanks = gap.iter().rev().take_while(|byte| b" \t".contains(byte)).count();
    let lead = gap.get(..gap.len() - blanks).unwrap_or_default();
    BULLETS.iter().any(|bullet| lead.ends_with(bullet.as_bytes())) || numbered()
}

#[cfg(test)]
mod tests {
    use mailwijs_mail::Part;

    use super::*;
    use crate::reading::Reading;

    fn sentences(text: &str) -> Vec<String> {
        let segment = Segment::own(Part::Body { quoted: false }, text);
        let reading = Reading::new(&segment, &(0..text.len()));
        reading
            .sentences
            .iter()
            .map(|s| text[reading.folded.original(&reading.bytes_of(&s.tokens))].to_owned())
            .collect()
    }

    #[test]
    fn splits_where_a_reader_would() {
        assert_eq!(
            sentences("Dag Els. Hoe gaat het? Goed!"),
            ["Dag Els", "Hoe gaat het", "Goed"]
        );
        assert_eq!(
            sentences("Dag Els\n\nLotte is ziek"),
            ["Dag Els", "Lotte is ziek"]
        );
        assert_eq!(sentences("Nodig:\n- brood\n- kaas"), ["Nodig", "brood", "kaas"]);
        assert_eq!(
            sentences("Mevr. Peeters en J. Claes komen om 8.45 u."),
            ["Mevr. Peeters en J. Claes komen om 8.45 u"]
        );
        assert_eq!(
            sentences("Neem Vijver!12 of Kast?Deur?19. Goed?Ja!"),
            ["Neem Vijver!12 of Kast?Deur?19", "Goed", "Ja"]
        );
    }

    #[test]
    fn a_wrapped_line_goes_on() {
        let text = "Dit is een regel die door het mailprogramma na een tachtigtal tekens is\nafgebroken en dus doorloopt.";
        assert_eq!(sentences(text).len(), 1);
    }
}
