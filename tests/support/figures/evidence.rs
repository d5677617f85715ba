//! Whether a finding points at the words a person would point at.

use std::ops::Range;

use mailwijs_checks::Finding;
use mailwijs_mail::Part;

use crate::corpus::Labelled;
use crate::pipeline::Examined;

/// Some place of the finding overlaps some labelled place in the same text.
pub fn overlaps(labelled: &Labelled, examined: &Examined, finding: &Finding) -> bool {
    finding.evidence.iter().any(|evidence| {
        let Some(text) = text_of(examined, evidence.span.part) else {
            return false;
        };
        let (text, found) = flattened(text, &evidence.span.range);
        labelled.evidence.iter().any(|gold| {
            let (gold, _) = flattened(gold, &(0..0));
            !gold.is_empty()
                && text
                    .match_indices(&gold)
                    .any(|(start, gold)| start < found.end && found.start < start + gold.len())
        })
    })
}

fn text_of(examined: &Examined, part: Part) -> Option<&str> {
    match part {
        Part::Subject => Some(&examined.mail.subject),
        Part::Body { .. } => Some(&examined.mail.body.content),
        Part::Attachment(wanted) => {
            let mut texts = examined.attachments.iter();
            texts
                .find(|(index, _)| *index == wanted)
                .map(|(_, text)| text.as_str())
        }
        Part::From | Part::Recipients(_) | Part::Link(_) => None,
    }
}

/// The letters, digits and signs of a text without spaces, line ends and the `>` of quotations, which change on the way
/// through HTML; and where a range of bytes lies in that.
fn flattened(text: &str, range: &Range<usize>) -> (String, Range<usize>) {
    let mut flat = String::with_capacity(text.len());
    let mut place = 0..0;
    for (at, letter) in text.char_indices() {
        if at == range.start {
            place.start = flat.len();
        }
        if !letter.is_whitespace() && letter != '>' {
            flat.extend(letter.to_lowercase());
        }
        if at < range.end {
            place.end = flat.len();
        }
    }
    (flat, place)
}

#[cfg(test)]
mod tests {
    use super::flattened;

    #[test]
    fn a_place_is_found_again_without_the_spaces() {
        let text = "Dag Él\n> hij heeft\n> ADHD";
        let start = text.find("heeft").unwrap();
        let (flat, place) = flattened(text, &(start..text.len()));
        assert_eq!(flat.get(place), Some("heeftadhd"));
    }
}
