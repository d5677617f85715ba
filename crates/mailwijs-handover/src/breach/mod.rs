//! Something was sent wrong: what went wrong, first aid, the school's questions, and the clock of 72 hours.

mod aid;
mod answers;
mod clock;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use aid::Aid;
pub use answers::{Answers, Encrypted, Measure, Place, Question, Topic};

use crate::MailId;

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It went to somebody it was not for.
    WrongPerson,
    /// People saw each other's address.
    VisibleAddresses,
    /// A wrong file came along, or a link that is open to too many.
    WrongAttachment,
    /// There was something in it that should not be in a mail.
    SensitiveData,
    /// The teacher is not sure: a good answer.
    NotSure,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::WrongPerson,
        Self::VisibleAddresses,
        Self::WrongAttachment,
        Self::SensitiveData,
        Self::NotSure,
    ];

    /// Its word for windows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WrongPerson => "wrong-person",
            Self::VisibleAddresses => "visible-addresses",
            Self::WrongAttachment => "wrong-attachment",
            Self::SensitiveData => "sensitive-data",
            Self::NotSure => "not-sure",
        }
    }
}

/// A (possible) personal data breach, GDPR articles 4(12) and 33.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    noticed: Timestamp,
    mail: Option<MailId>,
    kind: Option<Kind>,
    answers: Answers,
    aided: Vec<Aid>,
    reported: Option<Timestamp>,
    closed: Option<Timestamp>,
    /// When the teacher was last reminded.
    reminded: Option<Timestamp>,
}

impl Breach {
    /// Noticed at this time; the clock runs. `mail` is what was sent, if it was picked.
    pub fn notice(noticed: Timestamp, mail: Option<MailId>) -> Self {
        Self {
            noticed,
            mail,
            kind: None,
            answers: Answers::default(),
            aided: Vec::new(),
            reported: None,
            closed: None,
            reminded: None,
        }
    }

    /// The teacher says what went wrong.
    pub fn say(&mut self, kind: Kind) {
        self.kind = Some(kind);
    }

    /// Takes over the answers.
    pub fn answer(&mut self, answers: Answers) {
        self.answers = answers;
    }

    /// The teacher went with this first aid.
    pub fn aid(&mut self, aid: Aid) {
        if !self.aided.contains(&aid) {
            self.aided.push(aid);
        }
    }

    /// The report was given to the school's contact.
    pub fn report(&mut self, at: Timestamp) {
        self.reported.get_or_insert(at);
    }

    /// Nothing is left to do.
    pub fn close(&mut self, at: Timestamp) {
        self.closed.get_or_insert(at);
    }

    /// It goes on.
    pub fn reopen(&mut self) {
        self.closed = None;
    }

    /// When it was noticed: the clock runs from here.
    pub fn noticed(&self) -> Timestamp {
        self.noticed
    }

    /// What was sent, if it was picked.
    pub fn mail(&self) -> Option<MailId> {
        self.mail
    }

    /// What went wrong, once it was said.
    pub fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// The answers so far.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// When it was reported to the school's contact.
    pub fn reported(&self) -> Option<Timestamp> {
        self.reported
    }

    /// When it was closed.
    pub fn closed(&self) -> Option<Timestamp> {
        self.closed
    }

    /// First aid for what went wrong, in order, and whether the teacher went with it.
    pub fn first_aid(&self) -> Vec<(Aid, bool)> {
        let aids = self.kind.map_or(&[] as &[Aid], Aid::for_kind);
        aids.iter().map(|aid| (*aid, self.aided.contains(aid))).collect()
    }
}
