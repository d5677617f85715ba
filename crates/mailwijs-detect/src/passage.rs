//! The sentences of a mail as a sentence encoder reads them: each with its place, under the mail's subject.

use std::ops::Range;

use mailwijs_mail::{Part, ZoneKind};

use crate::document::{Document, Segment};
use crate::entity::Span;
use crate::reading::Reading;

/// The sentences of one text of a mail, in reading order, under the subject of that mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The subject.
    pub subject: &'a str,
    /// Where the subject stands, for the first passage of a mail; for the others it is only what they are about.
    pub subject_span: Option<Span>,
    /// The sentences.
    pub sentences: Vec<Sentence<'a>>,
}

/// A sentence as it was written, its closing mark included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: &'a str,
}

/// Longer texts than this are read up to here, in bytes: a mail's own words come first, and the rest is for the rules.
const READ: usize = 16 * 1024;

/// The passages of a document: body and attachments, without signatures, disclaimers and hidden text; a subject alone when
/// there is nothing else.
pub fn passages<'a>(document: &Document<'a>) -> Vec<Passage<'a>> {
    let (subjects, texts): (Vec<_>, Vec<_>) = document
        .segments
        .iter()
        .partition(|segment| segment.part == Part::Subject);
    let subject = subjects.first().map_or("", |segment| segment.text.trim());
    let mut found: Vec<Passage<'a>> = texts
        .iter()
        .map(|segment| Passage {
            subject,
            subject_span: None,
            sentences: sentences(segment),
        })
        .filter(|passage| !passage.sentences.is_empty())
        .collect();
    if subject.is_empty() {
        return found;
    }
    if found.is_empty() {
        found.push(Passage {
            subject,
            subject_span: None,
            sentences: Vec::new(),
        });
    }
    if let (Some(first), Some(segment)) = (found.first_mut(), subjects.first()) {
        let start = segment.text.len() - segment.text.trim_start().len();
        first.subject_span = Some(Span {
            part: Part::Subject,
            range: start..start + subject.len(),
        });
    }
    found
}

fn sentences<'a>(segment: &Segment<'a>) -> Vec<Sentence<'a>> {
    let end = segment.text.floor_char_boundary(READ.min(segment.text.len()));
    let reading = Reading::new(segment, &(0..end));
    let spoken = reading
        .sentences
        .iter()
        .filter(|sentence| matches!(sentence.zone, ZoneKind::Own | ZoneKind::Quoted));
    let found = spoken.filter_map(|sentence| {
        let mut span = reading.span(&reading.bytes_of(&sentence.tokens));
        span.range = with_closing_mark(segment.text, span.range);
        let text = segment.text.get(span.range.clone())?;
        Some(Sentence { span, text })
    });
    found.collect()
}

/// A question is told from a statement by its mark.
fn with_closing_mark(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = text.get(range.end..).unwrap_or_default();
    let marks = rest.len()
        - rest
            .trim_start_matches(['.', '!', '?', '…', ')', '"', '\'', '”', '’'])
            .len();
    range.start..range.end + marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_stands_above_every_text_and_counts_once() {
        let mail = Document {
            segments: vec![
                Segment::own(Part::Subject, " Noor "),
                Segment::own(Part::Body { quoted: false }, "Tot morgen."),
                Segment::own(Part::Attachment(0), "Verslag."),
            ],
            correspondents: Vec::new(),
        };
        let found = passages(&mail);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|passage| passage.subject == "Noor"));
        assert_eq!(found[0].subject_span.as_ref().unwrap().range, 1..5);
        assert_eq!(found[1].subject_span, None);
    }

    #[test]
    fn sentences_keep_their_closing_marks_and_their_places() {
        let segment = Segment::own(
            Part::Body { quoted: false },
            "Dag Els\n\nHoe gaat het met Lotte? Goed!",
        );
        let document = Document {
            segments: vec![segment],
            correspondents: Vec::new(),
        };
        let passages = passages(&document);
        let found: Vec<&str> = passages[0]
            .sentences
            .iter()
            .map(|sentence| sentence.text)
            .collect();
        assert_eq!(found, ["Dag Els", "Hoe gaat het met Lotte?", "Goed!"]);
    }

    #[test]
    fn signatures_are_left_out() {
        let text = "Tot morgen.\n-- \nEls Claes";
        let segment = Segment {
            part: Part::Body { quoted: false },
            text,
            zones: vec![(ZoneKind::Own, 0..12), (ZoneKind::Signature, 12..text.len())],
        };
        let document = Document {
            segments: vec![segment],
            correspondents: Vec::new(),
        };
        assert_eq!(passages(&document)[0].sentences.len(), 1);
    }
}
