//! Who took part in the mail that this one quotes.

use mailwijs_mail::{Address, Recipient, ZoneKind};

use super::{AddressWord, address_word};
use crate::Context;
use crate::words::{Token, tokens};

/// How many lines of quotes are looked at for headers.
const LOOKED_AT: usize = 4000;

/// Beginnings of the lines in a quote that name people: writers and readers.
const WRITERS: [&str; 5] = ["van", "from", "de", "von", "afzender"];
const READERS: [&str; 7] = ["aan", "to", "a", "an", "cc", "kopie", "copie"];
/// Words of the line that introduces a quote: "Op 6 nov. schreef Els Maes:".
const INTRODUCTIONS: [&str; 5] = ["schreef", "wrote", "ecrit", "schrieb", "geschreven"];

/// The people whom the headers of quoted mails name.
#[derive(Debug, Default)]
struct Conversation {
    words: Vec<Token>,
    lines: String,
    /// The readers of a quoted mail are listed.
    lists_readers: bool,
}

/// The recipients to whom the quoted mail is new: they neither wrote nor got it, as far as its headers tell. Nobody when the headers
/// tell too little: a plain answer does not list who else got the mail.
pub fn new_readers<'a>(context: &Context<'a>) -> Vec<&'a Recipient> {
    let quoted = context.zones(&[ZoneKind::Quoted]);
    let conversation = Conversation::of(&quoted);
    if conversation.words.is_empty() {
        return Vec::new();
    }
    let recipients = context
        .everyone()
        .filter(|recipient| !context.is_own(&recipient.address));
    let (known, new): (Vec<_>, Vec<_>) =
        recipients.partition(|recipient| conversation.has(&recipient.address));
    if known.is_empty() || conversation.lists_readers {
        new
    } else {
        Vec::new()
    }
}

impl Conversation {
    fn of(quoted: &str) -> Self {
        let mut conversation = Self::default();
        for line in quoted.lines().take(LOOKED_AT) {
            let line = line.trim_start_matches(['>', ' ', '\t', '*', '|']);
            let words = tokens(line);
            let head = words.first().filter(|first| {
                let marks = line.get(first.range.end..).unwrap_or_default();
                first.range.start == 0 && marks.trim_start_matches([' ', '*', '\u{a0}']).starts_with(':')
            });
            let head = head.map_or("", |token| token.word.as_str());
            let readers = READERS.contains(&head);
            let introduces = words
                .iter()
                .any(|token| INTRODUCTIONS.contains(&token.word.as_str()));
            if readers || introduces || WRITERS.contains(&head) {
                conversation.lists_readers |= readers;
                conversation.lines.push_str(&line.to_ascii_lowercase());
                conversation.lines.push('\n');
                conversation.words.extend(words);
            }
        }
        conversation
    }

    /// Whether an address, or the name at it, stands in a header.
    fn has(&self, address: &Address) -> bool {
        if self.lines.contains(&address.email.to_ascii_lowercase()) {
            return true;
        }
        let local = address.email.split(['@', '+']).next().unwrap_or_default();
        [address.name.as_str(), local].iter().any(|text| {
            let words = tokens(text).into_iter().map(|token| token.word);
            let names: Vec<String> = words.filter(|word| is_name(word)).collect();
            let said = |name: &String| self.words.iter().any(|token| token.word == *name);
            !names.is_empty() && names.iter().all(said)
        })
    }
}

fn is_name(word: &str) -> bool {
    word.len() > 2 && matches!(address_word(word), None | Some(AddressWord::Particle))
}
