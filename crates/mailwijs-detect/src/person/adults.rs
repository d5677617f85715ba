//! The people who write and read a mail, and other adults: they are not the pupil.

use rustc_hash::FxHashSet;
use std::ops::Range;

use mailwijs_mail::Part;

use super::capitals;
use crate::document::Document;
use crate::kinds::Kinds;
use crate::normalise::fold;
use crate::reading::Reading;
use crate::tokens::Shape;

/// The people who write and read the mail.
#[derive(Debug, Default)]
pub(crate) struct Correspondents {
    /// Words of their names.
    words: FxHashSet<String>,
    /// Words of the names of colleagues who read the mail with others.
    among_readers: FxHashSet<String>,
    /// Sender and a recipient are of the same house.
    pub colleagues: bool,
}

impl Correspondents {
    /// Collects the words of display names and local parts.
    pub fn new(document: &Document<'_>) -> Self {
        let all = people(&document.correspondents);
        let (sender, readers) = all.split_first().unzip();
        let readers: &[Correspondent<'_>] = readers.unwrap_or_default();
        let house = sender.and_then(|sender: &Correspondent<'_>| sender.house());
        let is_colleague = |reader: &&Correspondent<'_>| {
            let houses = house.zip(reader.house());
            houses.is_some_and(|(own, house)| house.eq_ignore_ascii_case(own))
        };
        let colleagues = || readers.iter().filter(is_colleague);
        let among_readers = if readers.len() > 1 {
            colleagues().flat_map(Correspondent::words).collect()
        } else {
            FxHashSet::default()
        };
        Self {
            words: all.iter().flat_map(Correspondent::words).collect(),
            among_readers,
            colleagues: colleagues().next().is_some(),
        }
    }

    /// Whether somebody who writes or reads the mail is called so.
    pub fn are_called(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether a colleague who reads the mail is called so, and is not its only reader.
    pub fn reads_with_others(&self, word: &str) -> bool {
        self.among_readers.contains(word)
    }
}

/// Somebody who writes or reads the mail: a name, an address, or both.
#[derive(Debug, Default, Clone, Copy)]
struct Correspondent<'a> {
    name: &'a str,
    email: &'a str,
}

/// The people of a document, who stand there name first.
fn people<'a>(texts: &[&'a str]) -> Vec<Correspondent<'a>> {
    let mut people: Vec<Correspondent<'a>> = Vec::new();
    for text in texts {
        let address = text.contains('@');
        match people.last_mut() {
            Some(last) if address && last.email.is_empty() => last.email = text,
            _ if address => people.push(Correspondent {
                name: "",
                email: text,
            }),
            _ => people.push(Correspondent {
                name: text,
                email: "",
            }),
        }
    }
    people
}

impl<'a> Correspondent<'a> {
    /// What stands behind the `@`.
    fn house(&self) -> Option<&'a str> {
        Some(self.email.split_once('@')?.1)
    }

    /// The words of the display name and of what stands before the `@`, folded, without initials.
    fn words(&self) -> Vec<String> {
        let local = self.email.split_once('@').map_or(self.email, |(local, _)| local);
        let words = [self.name, local].map(|text| {
            let folded = fold(text);
            let words = folded
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| word.len() > 1);
            words.map(str::to_owned).collect::<Vec<_>>()
        });
        words.concat()
    }
}

/// Words that name the writer, the readers and other adults.
pub(super) struct Adults<'c> {
    correspondents: &'c Correspondents,
    /// Those that only the text tells.
    others: FxHashSet<String>,
}

impl Adults<'_> {
    /// Whether an adult is called so.
    pub fn are_called(&self, word: &str) -> bool {
        self.correspondents.are_called(word) || self.others.contains(word)
    }

    /// Adds names.
    pub fn extend(&mut self, names: impl IntoIterator<Item = String>) {
        self.others.extend(names);
    }
}

/// The adults of a text.
pub(super) fn adults<'c>(reading: &Reading<'_>, correspondents: &'c Correspondents) -> Adults<'c> {
    let mut adults = Adults {
        correspondents,
        others: FxHashSet::default(),
    };
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let tokens = sentence.tokens.clone();
        let greeting = reading.is(tokens.start, Kinds::GREETING) && tokens.len() <= 25;
        let last = index + 1 == reading.sentences.len() && tokens.clone().all(|at| signs(reading, at));
        let closing = tokens.len() <= 6 && (last || reading.is(tokens.start, Kinds::CLOSING));
        let body = matches!(reading.segment.part, Part::Body { .. });
        if greeting {
            adults.extend(addressed(reading, tokens.start + 1..tokens.end));
        } else if closing && body {
            adults.extend(capitals(reading, tokens.clone()));
        } else if index == 0 && body && reading.between(tokens.start).starts_with(',') {
            adults.extend(capitals(reading, tokens.start..tokens.start + 1));
        }
        if !sentence.kinds.has_any(Kinds::TITLE) {
            continue;
        }
        let titled = tokens.clone().filter(|&at| reading.is(at, Kinds::TITLE));
        for title in titled {
            adults.extend(capitals(reading, title + 1..(title + 3).min(tokens.end)));
        }
    }
    adults
}

/// The names a greeting addresses: "Dag Els en Tom," but not the child of "Beste mama van Lotte".
fn addressed(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<String> {
    let mut names = Vec::new();
    for at in tokens {
        let Some(token) = reading.tokens.get(at) else {
            break;
        };
        let word = reading.word(token);
        if reading.is(at, Kinds::KIN) {
            break;
        }
        if token.shape == Shape::Capital {
            names.push(word.to_owned());
        } else if !belongs_to_a_greeting(reading, at) {
            break;
        }
        let acts = reading.is(at + 2, Kinds::VERB);
        let goes_on = reading.is(at + 1, Kinds::FIRST_NAME) && !acts || reading.is(at + 1, Kinds::GREETING);
        if reading.between(at).contains([',', '\n', '!', ':']) && !goes_on {
            break;
        }
    }
    names
}

/// Words in lower case among the names a greeting addresses: "juf", "en", "van der".
fn belongs_to_a_greeting(reading: &Reading<'_>, at: usize) -> bool {
    let joins = matches!(
        reading.word_at(at),
        "en" | "et"
            | "and"
            | "van"
            | "de"
            | "der"
            | "den"
            | "ter"
            | "te"
            | "la"
            | "le"
            | "du"
            | "all"
            | "allemaal"
    );
    joins || reading.is(at, Kinds::TITLE.or(Kinds::GREETING))
}

/// Whether a word may be all that stands under a mail: a name, a title, a greeting.
fn signs(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.shape == Shape::Capital)
        || reading.is(at, Kinds::TITLE.or(Kinds::CLOSING))
}
