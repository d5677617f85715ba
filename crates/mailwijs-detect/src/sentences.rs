//! Where one sentence ends and the next begins.

use std::ops::Range;

use mailwijs_mail::ZoneKind;

use crate::document::Segment;
use crate::kinds::Kinds;
use crate::normalise::Folded;
use crate::reading::{Sentence, zone_end, zone_of};
use crate::tokens::{Shape, Token};

/// A line shorter than this was ended by its writer; a longer one was wrapped by a mail client.
const WRAPPED: usize = 55;

/// Words that end in a full stop within a sentence.
const ABBREVIATIONS: [&str; 26] = [
    "mevr", "mvr", "mw", "dhr", "dr", "drs", "prof", "nr", "blz", "bv", "tel", "tav", "ivm", "evt", "resp",
    "incl", "excl", "max", "min", "ca", "st", "mr", "mrs", "ms", "mme", "kl",
];

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
        let gap = text.get(left..token.start()).unwrap_or_default();
        let zone = zones.kind;
        let moved = zones.move_to(token.start(), tokens);
        let may_end = gap.bytes().any(|byte| matches!(byte, b'\n' | b'.' | b'!' | b'?'));
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
    fn pass(&mut self, left: usize, gap: &str) -> usize {
        let length = left - self.start;
        if let Some(last) = gap.bytes().rposition(|byte| byte == b'\n') {
            self.start = left + last + 1;
        }
        length
    }
}

fn boundary(text: &str, gap: &str, line: usize, left: &Token, right: &Token) -> bool {
    if line_break(text, gap, line, right) {
        return true;
    }
    let Some(stop) = gap.bytes().position(|byte| matches!(byte, b'.' | b'!' | b'?')) else {
        return false;
    };
    let (_, after) = gap.split_at_checked(stop + 1).unwrap_or_default();
    if gap.contains(['!', '?']) {
        return after.is_empty() || after.contains(char::is_whitespace);
    }
    let word = text.get(left.range()).unwrap_or_default();
    let abbreviated = word.len() == 1 || ABBREVIATIONS.contains(&word);
    let ordinal = left.shape == Shape::Number && right.shape == Shape::Number;
    after.contains(char::is_whitespace) && !ordinal && !(abbreviated && stop == 0)
}

fn line_break(text: &str, gap: &str, line: usize, right: &Token) -> bool {
    let breaks = gap.bytes().filter(|byte| *byte == b'\n').count();
    if breaks == 0 {
        return false;
    }
    let bullet = gap.trim_end_matches([' ', '\t']).ends_with(['-', '*', '•', '·']);
    let numbered = right.shape == Shape::Number
        && text
            .get(right.end()..)
            .is_some_and(|rest| rest.starts_with([')', '.', '/']));
    breaks > 1 || bullet || numbered || line < WRAPPED
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
    }

    #[test]
    fn a_wrapped_line_goes_on() {
        let text = "Dit is een regel die door het mailprogramma na een tachtigtal tekens is\nafgebroken en dus doorloopt.";
        assert_eq!(sentences(text).len(), 1);
    }
}
