//! Mail that came in with something in it that does not belong in a mailbox: a quiet list on Today, without a card, until the
//! teacher has dealt with it. It lives in memory only.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mailwijs_checks::{Finding, Report};
use mailwijs_detect::Category;
use mailwijs_i18n::{RuleText, Texts};
use mailwijs_mail::Direction;
use mailwijs_policy::Severity;
use mailwijs_store::{RawMessage, Sought};

use super::cases::belongs_in_lvs;
use super::event::AppEvent;
use super::state::State;
use crate::cases::ByHistory;
use crate::engine::Examined;
use crate::error::{AppError, ErrorCode};
use crate::ipc::{OutcomeDto, ReceivedDto};
use crate::render::said;
use crate::sentence_layer::Turn;

/// So many stand in the list; the oldest makes room.
const MOST: usize = 50;
/// Turns of received mail are numbered apart from those of sent drafts.
const OWN_TURNS: u64 = 1 << 63;

/// The list.
#[derive(Default)]
pub(super) struct Inbox {
    /// Newest first.
    waiting: Vec<Received>,
    /// The Message-IDs of what was listed: the same mail may come in by two mail clients.
    known: BTreeSet<String>,
    count: u32,
}

/// Where a mail came in, and by what it is recognised.
#[derive(Debug, Clone)]
pub(super) struct Arrived {
    pub store: PathBuf,
    pub sought: Sought,
}

/// A mail in the list: what is needed to find it, and what was found; none of its text.
struct Received {
    id: u32,
    arrived: Arrived,
    subject: String,
    from: String,
    finding: Finding,
}

impl Inbox {
    /// Lists a mail, unless there is nothing to do about it or it was listed before.
    fn list(&mut self, arrived: Arrived, examined: &Examined, report: Report) {
        let mail = &examined.mail;
        let Some(mut finding) = report.findings.into_iter().next() else {
            return;
        };
        let known = |id: &String| !self.known.insert(id.clone());
        if finding.severity < Severity::Warn || mail.message_id.as_ref().is_some_and(known) {
            return;
        }
        finding.evidence.clear();
        let from = mail.from.as_ref().map(|from| {
            if from.name.is_empty() {
                from.email.clone()
            } else {
                from.name.clone()
            }
        });
        self.count = self.count.wrapping_add(1);
        let received = Received {
            id: self.count,
            arrived,
            subject: mail.subject.clone(),
            from: from.unwrap_or_default(),
            finding,
        };
        self.waiting.insert(0, received);
        self.waiting.truncate(MOST);
    }

    /// The teacher has dealt with it.
    pub fn handled(&mut self, id: u32) {
        self.waiting.retain(|received| received.id != id);
    }

    /// What a case is begun with.
    fn take(&mut self, id: u32) -> Option<(Sought, Vec<Category>)> {
        let at = self.waiting.iter().position(|received| received.id == id)?;
        let received = self.waiting.remove(at);
        Some((received.arrived.sought, received.finding.categories))
    }

    /// A store is no longer watched.
    pub fn forget(&mut self, root: &Path) {
        self.waiting
            .retain(|received| !received.arrived.store.starts_with(root));
    }

    /// The list in words.
    pub fn dtos(&self, texts: &Texts) -> Vec<ReceivedDto> {
        let dto = |received: &Received| ReceivedDto {
            id: received.id,
            subject: received.subject.clone(),
            from: received.from.clone(),
            title: said(texts, &received.finding, RuleText::Title),
            message: said(texts, &received.finding, RuleText::Message),
            severity: received.finding.severity.as_str().to_owned(),
            to_lvs: belongs_in_lvs(received.finding.rule),
        };
        self.waiting.iter().map(dto).collect()
    }
}

impl State {
    /// A mail came in: nobody waits for it, so it is told once, when its sentences were read, after every draft.
    pub fn received(&mut self, message: RawMessage, examined: Option<Arc<Examined>>) {
        self.heard_from(&message);
        let Some(mut examined) = examined.filter(|examined| examined.direction == Direction::Received) else {
            return;
        };
        let arrived = Arrived {
            sought: Sought::of(0, &examined.mail, &ByHistory(self.memory.hasher())),
            store: message.store,
        };
        // What was read of the files stays; a morning's mail may wait for its turn, and its bytes need not.
        for file in &mut Arc::make_mut(&mut examined).mail.attachments {
            file.bytes = Vec::new();
        }
        let events = self.events.clone();
        self.received_turns = self.received_turns.wrapping_add(1);
        let turn = Turn::Mail(OWN_TURNS | self.received_turns);
        let its_own = arrived.clone();
        let asked = self.reader.read(turn, &examined, move |examined, report| {
            // Once the app closes nobody listens.
            let _ = events.send(AppEvent::ReceivedRead(its_own, examined, report));
        });
        if !asked {
            let report = examined.report.clone();
            self.inbox.list(arrived, &examined, report);
        }
    }

    /// The sentences of a received mail were read.
    pub fn received_read(&mut self, arrived: Arrived, examined: &Examined, report: Report) {
        self.inbox.list(arrived, examined, report);
    }

    /// Begins the case of a listed mail, and takes it off the list.
    pub fn begin_case_of(&mut self, received: u32) -> Result<OutcomeDto, AppError> {
        let missing = || AppError::new(ErrorCode::UnknownAction).because("received");
        let (sought, categories) = self.inbox.take(received).ok_or_else(missing)?;
        self.begin_case(sought, &categories);
        Ok(OutcomeDto::done())
    }
}

#[cfg(test)]
mod tests {
    use super::super::still_desk::StillDesk;
    use super::*;
    use crate::ipc::UserAction;

    const ABOUT_NOOR: &str = "From: Mama van Noor <mama@familie.example>\nTo: an.peeters@sintjan.example\n\
        Message-ID: <1@familie.example>\nReceived: from mx\nSubject: Noor\n\nNoor Claes uit 3B heeft epilepsie.\n";

    fn arrived(store: &str) -> Arrived {
        Arrived {
            store: store.into(),
            sought: Sought::default(),
        }
    }

    fn listed(desk: &StillDesk) -> Vec<ReceivedDto> {
        desk.state.inbox.dtos(&desk.state.texts)
    }

    #[test]
    fn a_received_mail_is_listed_when_it_was_read_wholly_and_without_a_card() {
        let mut desk = StillDesk::new();
        let examined = desk.receive(ABOUT_NOOR);
        assert_eq!(listed(&desk), []);
        let report = examined.report.clone();
        desk.take(AppEvent::ReceivedRead(arrived("Mail"), examined, report));
        let list = listed(&desk);
        assert_eq!(
            (list[0].from.as_str(), list[0].subject.as_str()),
            ("Mama van Noor", "Noor")
        );
        assert!(
            list[0].message.contains("Verwijder daarna elke mail erover"),
            "{list:?}"
        );
        assert_eq!(desk.painted(), []);

        // Dealt with; it does not come back when another mail client fetches it too.
        let handled = desk.state.act(UserAction::ReceivedHandled { id: list[0].id });
        assert!(handled.is_ok());
        let again = desk.receive(ABOUT_NOOR);
        let report = again.report.clone();
        desk.take(AppEvent::ReceivedRead(arrived("Other"), again, report));
        assert_eq!(listed(&desk), []);
    }

    #[test]
    fn what_the_sentences_take_back_is_not_listed() {
        let mut desk = StillDesk::new();
        let examined = desk.receive(ABOUT_NOOR);
        assert_eq!(examined.report.findings.len(), 1, "the words must tell something");
        desk.take(AppEvent::ReceivedRead(
            arrived("Mail"),
            examined,
            Report::default(),
        ));
        assert_eq!(listed(&desk), []);
    }

    #[test]
    fn the_list_keeps_the_newest() {
        let mut desk = StillDesk::new();
        for number in 0..MOST + 2 {
            let mail = ABOUT_NOOR
                .replace("<1@", &format!("<{number}@"))
                .replace("Subject: Noor", &format!("Subject: Noor {number}"));
            let examined = desk.receive(&mail);
            let report = examined.report.clone();
            desk.take(AppEvent::ReceivedRead(arrived("Mail"), examined, report));
        }
        let list = listed(&desk);
        assert_eq!((list.len(), list[0].subject.as_str()), (MOST, "Noor 51"));
    }
}
