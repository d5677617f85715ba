//! The mails of the corpus as a mailbox of any length: in threads, with files, each with an id of its own.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mailwijs_tests::Error;
use mailwijs_tests::corpus::{Corpus, Kind, Labelled};
use mailwijs_tests::render;

use super::files::{self, Attached};
use super::random::Random;

/// Every third mail has a file; these are the sizes, in tenths of the mean.
const SIZES: [usize; 5] = [1, 4, 9, 13, 23];
/// So many mails answer each other.
const THREAD: usize = 4;
/// Between the parts of a mail with files.
const BOUNDARY: &str = "=_bijlagen";

/// The mails to write, in order, over and over.
pub struct Letters {
    mails: Vec<Labelled>,
}

impl Letters {
    /// The whole mails of the corpus, by all writers in turn.
    pub fn of_the_corpus() -> Result<Self, Error> {
        let parts = Corpus::own()?.parts;
        let mut writers: Vec<_> = parts
            .into_iter()
            .filter(|part| part.kind != Kind::Sentences)
            .map(|part| part.mails.into_iter())
            .collect();
        let mut mails = Vec::new();
        loop {
            let before = mails.len();
            mails.extend(writers.iter_mut().filter_map(Iterator::next));
            if mails.len() == before {
                return Ok(Self { mails });
            }
        }
    }

    fn nth(&self, index: usize) -> Option<&Labelled> {
        self.mails.get(index % self.mails.len().max(1))
    }

    /// The mail of this number without files.
    pub fn small(&self, index: usize) -> Vec<u8> {
        let Some(mail) = self.nth(index) else {
            return Vec::new();
        };
        let (head, content) = halves(mail, &id("klein", index), index);
        format!("{head}MIME-Version: 1.0\r\n{content}").into_bytes()
    }

    /// The mail of this number. Over many mails, each takes about `mean` bytes.
    pub fn message(&self, index: usize, mean: usize) -> Vec<u8> {
        let Some(mail) = self.nth(index) else {
            return Vec::new();
        };
        let mut mail = mail.clone();
        mail.html |= index.is_multiple_of(2);
        let mut threading = String::new();
        let first = index - index % THREAD;
        if first < index {
            mail.subject = format!("Re: {}", self.nth(first).map_or("", |first| &first.subject));
            for older in (first..index).rev().filter_map(|older| self.nth(older)) {
                let _ = write!(mail.body, "\n\nOp 6 november 2023 schreef {}:\n", older.from);
                let quoted = older.body.lines().map(|line| format!("> {line}"));
                mail.body.push_str(&quoted.collect::<Vec<_>>().join("\n"));
            }
            let ids: Vec<String> = (first..index).map(|older| id("bank", older)).collect();
            let last = ids.last().map_or("", String::as_str);
            threading = format!("In-Reply-To: <{last}@corpus.example>\r\nReferences:");
            for id in &ids {
                let _ = write!(threading, "\r\n <{id}@corpus.example>");
            }
            threading.push_str("\r\n");
        }
        let (head, content) = halves(&mail, &id("bank", index), index);
        let head = format!("{head}{threading}MIME-Version: 1.0\r\n");
        if !index.is_multiple_of(3) {
            return [head, content].concat().into_bytes();
        }
        let tenths = SIZES.get(index / 3 % SIZES.len()).copied().unwrap_or(10);
        // Base64 and its line ends make 100 bytes of 73; texts take some 4000 bytes of each mail's share.
        let size = mean.saturating_sub(4000) * 3 * tenths / 10 * 73 / 100;
        let file = files::file(index / 3, size, &mut Random::new(index as u64));
        with_file(&head, &content, &file)
    }
}

fn id(of: &str, index: usize) -> String {
    format!("{of}-{index:06}")
}

/// A mail's headers, and its content with the headers that tell what it is.
fn halves(mail: &Labelled, id: &str, index: usize) -> (String, String) {
    let mail = Labelled {
        id: id.to_owned(),
        ..mail.clone()
    };
    let whole = String::from_utf8_lossy(&render::message(&mail, index)).into_owned();
    let (head, content) = whole.split_once("MIME-Version: 1.0\r\n").unwrap_or(("", &whole));
    (head.to_owned(), content.to_owned())
}

fn with_file(head: &str, content: &str, file: &Attached) -> Vec<u8> {
    let Attached {
        name,
        media_type,
        bytes,
    } = file;
    let letters = STANDARD.encode(bytes);
    let mut message = Vec::with_capacity(head.len() + content.len() + letters.len() * 79 / 76 + 500);
    let start = format!(
        "{head}Content-Type: multipart/mixed; boundary=\"{BOUNDARY}\"\r\n\r\n--{BOUNDARY}\r\n{content}\r\n\
         --{BOUNDARY}\r\nContent-Type: {media_type}; name=\"{name}\"\r\n\
         Content-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    );
    message.extend_from_slice(start.as_bytes());
    for line in letters.as_bytes().chunks(76) {
        message.extend_from_slice(line);
        message.extend_from_slice(b"\r\n");
    }
    message.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_is_as_large_as_asked_and_read_without_trouble() {
        let letters = Letters::of_the_corpus().unwrap();
        let messages: Vec<Vec<u8>> = (0..300).map(|index| letters.message(index, 50_000)).collect();
        let total: usize = messages.iter().map(Vec::len).sum();
        assert!((300 * 45_000..300 * 55_000).contains(&total), "{total}");
        for message in &messages {
            assert_eq!(mailwijs_mail::parse(message).problems, []);
        }
        let answer = mailwijs_mail::parse(&messages[3]);
        assert_eq!(answer.references.len(), 3);
        assert_eq!(answer.attachments.iter().filter(|file| !file.inline).count(), 1);
        assert_eq!(
            messages,
            (0..300)
                .map(|index| letters.message(index, 50_000))
                .collect::<Vec<_>>()
        );
    }
}
