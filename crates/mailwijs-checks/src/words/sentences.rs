//! Sentences of the writer's own words, with their place.

use mailwijs_detect::Span;
use mailwijs_mail::{Part, ZoneKind};

use super::{Token, tokens};
use crate::Context;

/// Sentences beyond this many are left out: what a check of words looks for stands in mails of a page or two.
const LOOKED_AT: usize = 3000;

/// A sentence or line.
#[derive(Debug)]
pub struct Sentence {
    /// The part it stands in.
    pub part: Part,
    /// Its words; ranges count from the start of the part.
    pub words: Vec<Token>,
}

impl Sentence {
    /// The span of some of its words.
    pub fn span(&self, words: std::ops::Range<usize>) -> Option<Span> {
        let words = self.words.get(words)?;
        Some(Span {
            part: self.part,
            range: words.first()?.range.start..words.last()?.range.end,
        })
    }
}

/// The subject and the sentences of the writer's own words; a line break alone does not part sentences, an empty line does.
pub fn own_sentences(context: &Context<'_>) -> Vec<Sentence> {
    let mut all = vec![Sentence {
        part: Part::Subject,
        words: tokens(&context.mail.subject),
    }];
    let body = &context.mail.body;
    for zone in body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own) {
        let text = body.content.get(zone.range.clone()).unwrap_or_default();
        let mut start = zone.range.start;
        for piece in pieces(text).into_iter().take(LOOKED_AT) {
            let mut words = tokens(piece);
            for word in &mut words {
                word.range = word.range.start + start..word.range.end + start;
            }
            if !words.is_empty() {
                all.push(Sentence {
                    part: Part::Body { quoted: false },
                    words,
                });
            }
            start += piece.len();
        }
    }
    all
}

/// Cuts after a mark that ends a sentence and before an empty line; "15.30 u." and "facebook.com" stay whole.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at_checked(end_of_first(rest)).unwrap_or((rest, ""));
        found.push(piece);
        rest = after;
    }
    found
}

fn end_of_first(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = match c {
            '.' | '!' | '?' | '…' => next.is_none_or(char::is_whitespace),
            '\n' => next == Some('\n'),
            _ => false,
        };
        if ends {
            return at + c.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn cuts_where_a_reader_would() {
        let text = "Dag allen,\n\nFoto's op facebook.com om 15.30 u! Tot\nmorgen.";
        assert_eq!(
            pieces(text),
            [
                "Dag allen,\n",
                "\nFoto's op facebook.com om 15.30 u!",
                " Tot\nmorgen."
            ]
        );
        assert_eq!(pieces(""), [""; 0]);
    }
}
