//! "I sent something wrong": from first aid to the report, for the page of that name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The page: every breach that was noted, and sent mail to pick from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BreachesDto {
    /// Not closed, newest first.
    pub open: Vec<BreachLineDto>,
    /// Closed, newest first.
    pub closed: Vec<BreachLineDto>,
    /// Mail that was sent lately, newest first, live from the mail store.
    pub sent: Vec<SentDto>,
}

/// A breach in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BreachLineDto {
    /// Its number.
    pub id: u32,
    /// What went wrong, see [`BreachAction::Kind`]; absent until it was said.
    pub kind: Option<String>,
    /// When it was noticed, RFC 3339.
    pub noticed: String,
    /// 72 hours later, RFC 3339.
    pub deadline: String,
    /// Hours until then; below zero when it is past.
    pub hours_left: i32,
    /// When it was reported to the school's contact, RFC 3339.
    pub reported: Option<String>,
    /// When it was closed, RFC 3339.
    pub closed: Option<String>,
}

/// A mail that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SentDto {
    /// For [`super::UserAction::BeginBreach`].
    pub id: String,
    /// Its subject; may be empty.
    pub subject: String,
    /// Its first recipient.
    pub to: String,
    /// How many others there are.
    pub others: u32,
    /// When, RFC 3339.
    pub date: Option<String>,
    /// It was sent with a grave finding open.
    pub open_finding: bool,
}

/// One breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BreachDto {
    /// As in the list.
    pub line: BreachLineDto,
    /// The mail, while it stands in Sent.
    pub mail: Option<SentDto>,
    /// First aid for this kind, in order.
    pub aid: Vec<AidDto>,
    /// The answers so far.
    pub answers: AnswersDto,
    /// What stands in the answers that must not be in a report (a pupil's name, an illness), in sentences.
    pub remarks: Vec<String>,
    /// What the report still misses, as ids of questions: `what`, `happened`, `categories`, `people`, `system`, `encrypted`,
    /// `measures`.
    pub missing: Vec<String>,
    /// The report as it would go out.
    pub report: String,
    /// The school's contact for breaches: name and address; absent when the policy names none.
    pub contact: Option<BreachContactDto>,
    /// The supervisory authority, by its full name.
    pub authority: String,
}

/// Who gets the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BreachContactDto {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
}

/// First aid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AidDto {
    /// For [`BreachAction::Aid`].
    pub id: String,
    /// What to do, in a sentence.
    pub title: String,
    /// The text to send or copy; empty when there is none.
    pub text: String,
    /// The teacher did it.
    pub done: bool,
}

/// The answers to what a school must answer (GDPR article 33, paragraph 3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AnswersDto {
    /// What happened, in the teacher's words, without the data itself.
    pub what: String,
    /// When it happened, RFC 3339; absent when unknown.
    pub happened: Option<String>,
    /// What the data is about: words of the policy (`medical`), or `contact` for addresses and names.
    pub categories: Vec<String>,
    /// Of how many people the data is; absent when unknown.
    pub people: Option<u32>,
    /// To how many people it went; absent when unknown.
    pub recipients: Option<u32>,
    /// Where it happened: `mail`, `cloud`, `tracking-system`, `paper`, `device` or `other`.
    pub system: String,
    /// `yes`, `no` or `unknown`.
    pub encrypted: String,
    /// What was done: `recalled`, `asked-to-delete`, `confirmed-deleted`, `link-closed`, `password-changed`.
    pub measures: Vec<String>,
}

/// What the teacher does about a breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "act", rename_all = "kebab-case")]
#[ts(export)]
pub enum BreachAction {
    /// What went wrong: `wrong-person`, `visible-addresses`, `wrong-attachment`, `sensitive-data` or `not-sure`.
    Kind {
        /// The word.
        kind: String,
    },
    /// Takes over the answers.
    Answer {
        /// All of them.
        answers: AnswersDto,
    },
    /// Goes with this first aid: opens the message to send, or puts the text on the clipboard.
    Aid {
        /// [`AidDto::id`].
        aid: String,
    },
    /// Opens the report as a mail to the school's contact.
    Report,
    /// The report was sent, or given in another way.
    Reported,
    /// Nothing is left to do.
    Close,
    /// It goes on.
    Reopen,
}
