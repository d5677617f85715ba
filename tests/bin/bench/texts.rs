//! The texts that are measured, made of the corpus's mails.

use mailwijs_tests::Error;
use mailwijs_tests::corpus::{Corpus, Kind};

/// A text of a certain size.
pub struct Text {
    /// What it stands for.
    pub name: &'static str,
    /// Where it stands in a mail.
    pub place: Place,
    /// The words.
    pub words: String,
}

/// Where a text stands in a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the body.
    Body,
    /// It is a text file.
    Attachment,
}

impl Text {
    /// An ordinary mail, a long thread, and a large file.
    pub fn all() -> Result<Vec<Self>, Error> {
        let corpus = Corpus::own()?;
        let parts = corpus.parts.iter().filter(|part| part.kind == Kind::Open);
        // Every seventh in turn, so that languages and writers mix.
        let mails: Vec<&str> = parts
            .flat_map(|part| &part.mails)
            .map(|mail| mail.body.as_str())
            .collect();
        let mixed = (0..7).flat_map(|first| mails.iter().skip(first).step_by(7));
        let all: Vec<&str> = mixed.copied().collect();
        Ok(vec![
            Self {
                name: "mail of 1.5 KB",
                place: Place::Body,
                words: joined(&all, 1500, false),
            },
            Self {
                name: "thread of 100 KB",
                place: Place::Body,
                words: joined(&all, 100_000, true),
            },
            Self {
                name: "attachment of 1 MB",
                place: Place::Attachment,
                words: joined(&all, 1_000_000, false),
            },
        ])
    }
}

/// Mails one after the other, up to a size; in a thread all but the first are quoted.
fn joined(mails: &[&str], size: usize, thread: bool) -> String {
    let mut text = String::with_capacity(size);
    for (index, mail) in mails.iter().cycle().enumerate() {
        for line in mail.lines() {
            if thread && index > 0 {
                text.push_str("> ");
            }
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
        if text.len() >= size {
            break;
        }
    }
    text.truncate(text.floor_char_boundary(size));
    text
}
