//! Where one sentence ends and the next begins.

use crate::document::Segment;
use crate::normalise::Folded;
use crate::reading::{Sentence, zone_of};
use crate::tokens::{Shape, Token};

/// A line shorter than this was ended by its writer; a longer one was wrapped by a mail client.
const WRAPPED: usize = 55;

/// Words that end in a full stop within a sentence.
const ABBREVIATIONS: [&str; 26] = [
    "mevr", "mvr", "mw", "dhr", "dr", "drs", "prof", "nr", "blz", "bv", "tel", "tav", "ivm", "evt", "resp",
    "incl", "excl", "max", "min", "ca", "st", "mr", "mrs", "ms", "mme", "kl",
];

/// Groups tokens into sentences and tells each token which one it is in.
pub(crate) fn split(segment: &Segment<'_>, folded: &Folded, tokens: &mut [Token]) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut zone = None;
    let mut previous: Option<Token> = None;
    for (index, token) in tokens.iter_mut().enumerate() {
        let here = zone_of(segment, folded.original(&token.range).start);
        let breaks = previous
            .as_ref()
            .is_none_or(|left| zone != Some(here) || boundary(&folded.text, left, token));
        zone = Some(here);
        if breaks {
            sentences.push(Sentence {
                tokens: index..index,
                zone: here,
                question: false,
            });
        }
        token.sentence = sentences.len().saturating_sub(1);
        if let Some(sentence) = sentences.last_mut() {
            sentence.tokens.end = index + 1;
        }
        previous = Some(token.clone());
    }
    for sentence in &mut sentences {
        let end = tokens
            .get(sentence.tokens.end - 1)
            .map_or(0, |token| token.range.end);
        let rest = folded.text.get(end..).unwrap_or_default();
        sentence.question = rest.trim_start_matches(['"', '\'', ')', ' ']).starts_with('?');
    }
    sentences
}

fn boundary(text: &str, left: &Token, right: &Token) -> bool {
    let gap = text.get(left.range.end..right.range.start).unwrap_or_default();
    if line_break(text, gap, left, right) {
        return true;
    }
    let Some(stop) = gap.find(['.', '!', '?']) else {
        return false;
    };
    let (_, after) = gap.split_at_checked(stop + 1).unwrap_or_default();
    if gap.contains(['!', '?']) {
        return after.is_empty() || after.contains(char::is_whitespace);
    }
    let word = text.get(left.range.clone()).unwrap_or_default();
    let abbreviated = word.len() == 1 || ABBREVIATIONS.contains(&word);
    let ordinal = left.shape == Shape::Number && right.shape == Shape::Number;
    after.contains(char::is_whitespace) && !ordinal && !(abbreviated && stop == 0)
}

fn line_break(text: &str, gap: &str, left: &Token, right: &Token) -> bool {
    let breaks = gap.matches('\n').count();
    if breaks == 0 {
        return false;
    }
    let (before, _) = text.split_at_checked(left.range.end).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let bullet = gap.trim_end_matches([' ', '\t']).ends_with(['-', '*', '•', '·']);
    let numbered = right.shape == Shape::Number
        && text
            .get(right.range.end..)
            .is_some_and(|rest| rest.starts_with([')', '.', '/']));
    breaks > 1 || bullet || numbered || line.len() < WRAPPED
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
