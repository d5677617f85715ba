//! The list in words.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use mailwijs_i18n::{Lang, RuleText};

use super::FoundMail;
use crate::desktop::cases::belongs_in_lvs;
use crate::desktop::state::State;
use crate::ipc::ReceivedDto;

/// What the words of the list depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    version: u64,
    lang: Lang,
    /// Its days, and how many a mail may stay.
    today: i64,
    may_stay: Option<u16>,
    sources: BTreeSet<u64>,
}

const DAY: i64 = 24 * 3600;

impl State {
    /// Every mail that something is to be done about and whose store is there, the newest first.
    pub fn found_dtos(&mut self) -> Arc<Vec<ReceivedDto>> {
        let key = Key {
            version: self.mails_found.version,
            lang: self.texts.lang(),
            today: self.now().timestamp().as_second().div_euclid(DAY),
            may_stay: self.may_stay(),
            sources: self.sources(),
        };
        if let Some((known, dtos)) = &self.mails_found.shown
            && *known == key
        {
            return Arc::clone(dtos);
        }
        let mut listed: Vec<_> = self.mails_found.all.iter().collect();
        listed.retain(|(_, mail)| key.sources.contains(&mail.told.source));
        listed.sort_by_key(|(id, mail)| Reverse((mail.told.date, **id)));
        let dtos = listed.into_iter().map(|(id, mail)| self.found_dto(*id, mail));
        let dtos = Arc::new(dtos.collect());
        self.mails_found.shown = Some((key, Arc::clone(&dtos)));
        dtos
    }

    fn found_dto(&self, id: u32, mail: &FoundMail) -> ReceivedDto {
        let words = mail.words.clone();
        ReceivedDto {
            id,
            is_read: words.is_some(),
            subject: words
                .as_ref()
                .map(|words| words.subject.clone())
                .unwrap_or_default(),
            from: words.map(|words| words.from).unwrap_or_default(),
            folder: mail
                .place
                .as_ref()
                .map(|place| place.folder.clone())
                .unwrap_or_default(),
            date: mail
                .told
                .date
                .and_then(|date| Timestamp::from_second(date).ok())
                .map(|date| date.to_string()),
            title: mail.told.said(&self.texts, RuleText::Title),
            message: mail.told.said(&self.texts, RuleText::Message),
            severity: mail.told.severity.clone(),
            to_lvs: mail.told.rule().is_some_and(belongs_in_lvs),
            days: self.days_too_long(mail),
        }
    }

    /// The stores and mailboxes there are now.
    pub(super) fn sources(&self) -> BTreeSet<u64> {
        let roots = self.roots_looked_at();
        roots.iter().map(|root| self.source(root)).collect()
    }
}
