//! Mail that was sent lately: what a breach may be about.

use mailwijs_handover::{Answers, BreachPlace, MailId};
use mailwijs_history::Hasher;
use mailwijs_mail::{Address, Mail};

use crate::desktop::state::State;
use crate::engine::Examined;
use crate::ipc::SentDto;

/// So many are offered to pick from.
pub const MOST: usize = 30;

/// A sent mail: who got it and what it was called; in memory only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMail {
    pub message_id: String,
    pub subject: String,
    pub recipients: Vec<Address>,
    pub date: Option<i64>,
    pub open_finding: bool,
}

impl SentMail {
    /// `None` for one without a Message-ID: nothing finds it again.
    pub fn of(mail: &Mail, open_finding: bool) -> Option<Self> {
        let recipients = mail.recipients.iter().map(|recipient| recipient.address.clone());
        Some(Self {
            message_id: mail.message_id.clone()?,
            subject: mail.subject.clone(),
            recipients: recipients.collect(),
            date: mail.date,
            open_finding,
        })
    }

    /// As breaches know it.
    pub fn id(&self, hasher: &Hasher) -> MailId {
        MailId(hasher.hash("mail", &self.message_id).short())
    }

    /// What it tells of what happened, besides what was answered already.
    pub fn answers(&self, known: &Answers) -> Answers {
        let sent = self.date.and_then(|at| jiff::Timestamp::from_second(at).ok());
        Answers {
            happened: known.happened.or(sent),
            recipients: known
                .recipients
                .or_else(|| u32::try_from(self.recipients.len()).ok()),
            place: known.place.or(Some(BreachPlace::Mail)),
            ..known.clone()
        }
    }

    /// For a window.
    pub fn dto(&self) -> SentDto {
        let first = self.recipients.first();
        let named = first.map(|one| {
            if one.name.is_empty() {
                &one.email
            } else {
                &one.name
            }
        });
        SentDto {
            id: self.message_id.clone(),
            subject: self.subject.clone(),
            to: named.cloned().unwrap_or_default(),
            others: u32::try_from(self.recipients.len().saturating_sub(1)).unwrap_or(u32::MAX),
            date: self
                .date
                .and_then(|at| jiff::Timestamp::from_second(at).ok())
                .map(|at| at.to_string()),
            open_finding: self.open_finding,
        }
    }
}

impl State {
    /// What was sent before the app was started.
    pub fn sent_before(&mut self, mails: Vec<Mail>) {
        for mail in mails {
            self.note_sent(SentMail::of(&mail, false));
        }
    }

    /// A mail was sent just now, perhaps with a grave finding open.
    pub fn sent_now(&mut self, examined: &Examined, is_grave: bool) {
        let mail = SentMail::of(&examined.mail, is_grave);
        if let Some(mail) = mail.clone().filter(|_| is_grave) {
            self.breaches.offer = Some(mail.dto());
        }
        self.note_sent(mail);
    }

    fn note_sent(&mut self, mail: Option<SentMail>) {
        let Some(mail) = mail else { return };
        let sent = &mut self.breaches.sent;
        // It may be told twice: by the folder on disk, and by the server.
        let known = sent.iter().position(|one| one.message_id == mail.message_id);
        let known = known.map(|at| sent.remove(at));
        let open_finding = mail.open_finding || known.is_some_and(|one| one.open_finding);
        let later = sent.partition_point(|one| one.date > mail.date);
        sent.insert(later, SentMail { open_finding, ..mail });
        sent.truncate(MOST);
    }
}
