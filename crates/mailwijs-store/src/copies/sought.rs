//! A mail that is sought: by what it would be recognised, and nothing by which it could be read.

use mailwijs_mail::Mail;
use serde::{Deserialize, Serialize};

use super::wording;

/// A keyed hash.
pub type KeyedHash = [u8; 16];

/// Keyed hashing: of what is sought only hashes are kept, which mean nothing without the key.
pub trait Keyed: Send + Sync {
    /// The hash of some words. `kind` says what they are: the same words of two kinds have different hashes.
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash;
}

/// A mail that is sought, in keyed hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sought {
    /// Chosen by whoever seeks it.
    pub id: u64,
    /// Of its `Message-ID`.
    pub message_id: Option<KeyedHash>,
    /// Of its text and the sizes of its files, when that is enough to tell it from other mails. The same in every format and
    /// whatever is added to the header; white space, line ends and quote marks make no difference.
    pub content: Option<KeyedHash>,
    /// Of its text alone, or of a short one with the names of its files: by it candidates are found.
    pub text: Option<KeyedHash>,
    /// Of its `Message-ID`, `References` and `In-Reply-To`.
    pub conversation: Vec<KeyedHash>,
    /// Of its subject without `Re:`, `Antw:`, `TR:` and the like.
    pub subject: Option<KeyedHash>,
    /// Of the addresses of its sender and recipients.
    pub people: Vec<KeyedHash>,
    /// Of some passages of its text, by which a quote is recognised.
    pub passages: Vec<KeyedHash>,
    /// Its `Date`, in seconds since the Unix epoch.
    pub date: Option<i64>,
}

/// Passages of a mail that are kept to recognise a quote.
const PASSAGES: usize = 24;

impl Sought {
    /// Of a mail that was parsed whole ([`mailwijs_mail::parse`]): files of which only the beginning was read have another
    /// size.
    pub fn of(id: u64, mail: &Mail, keyed: &dyn Keyed) -> Self {
        let mut sought = Self::with_every_passage(id, mail, keyed);
        let step = sought.passages.len().div_ceil(PASSAGES).max(1);
        sought.passages = sought.passages.into_iter().step_by(step).collect();
        sought
    }

    /// The same, with every passage in which a quote may be found.
    pub(super) fn with_every_passage(id: u64, mail: &Mail, keyed: &dyn Keyed) -> Self {
        let id_of = |words: &String| keyed.hash("message-id", words);
        let message_id = mail.message_id.as_ref().map(id_of);
        let words = wording::visible(mail);
        let mut conversation: Vec<KeyedHash> = mail.references.iter().map(id_of).chain(message_id).collect();
        conversation.sort_unstable();
        conversation.dedup();
        let senders = mail.from.iter();
        let people = senders.chain(mail.recipients.iter().map(|recipient| &recipient.address));
        let mut people: Vec<KeyedHash> = people
            .filter(|person| !person.email.is_empty())
            .map(|person| keyed.hash("address", &person.email.to_lowercase()))
            .collect();
        people.sort_unstable();
        people.dedup();
        Self {
            id,
            message_id,
            content: wording::content(mail, &words).map(|content| keyed.hash("content", &content)),
            text: wording::text(mail, &words).map(|text| keyed.hash("text", &text)),
            conversation,
            subject: wording::base_subject(&mail.subject).map(|subject| keyed.hash("subject", &subject)),
            people,
            passages: wording::passages(&words)
                .map(|passage| keyed.hash("passage", &passage))
                .collect(),
            date: mail.date,
        }
    }
}
