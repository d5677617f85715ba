//! Received mail on its way into the tracking system: the cases, what was seen of each, and how they are kept.

mod act;
mod dto;
mod evidence;
mod export;
mod looker;
mod note;
mod remind;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{Timestamp, Zoned};
use mailwijs_checks::Report;
use mailwijs_detect::Category;
use mailwijs_handover::{Case, CopyId, End, next_school_day};
use mailwijs_history::{Handover, HandoverKind};
use mailwijs_mail::Direction;
use mailwijs_store::{MailStore, RawMessage, Sighting, Sought};

pub use dto::belongs_in_lvs;
pub use looker::{ByHistory, Seen};
pub use note::{check_note, long_date};

use self::export::Export;
use self::looker::{Ask, Looker};
use super::event::AppEvent;
use super::state::State;
use crate::engine::Examined;
use crate::sentence_layer::Turn;

/// A copy of a mail that was done with is noticed for so long, in days.
const WATCHED_FOR: i64 = 90;
/// Turns of the mails of cases are numbered apart from those of other mails.
const OWN_TURNS: u64 = 3 << 62;

/// All cases.
pub struct Cases {
    all: BTreeMap<u32, OneCase>,
    looker: Looker,
    /// A look was asked for and has not come back.
    looking: bool,
    /// Something changed since it was asked for.
    again: bool,
}

/// A case and what is known of its mail while the app runs.
pub struct OneCase {
    case: Case,
    sought: Sought,
    /// How it was kept last.
    kept: String,
    /// The mail as it stands in a store, for its page; never kept.
    mail: Option<Arc<Examined>>,
    /// What its sentences tell, once they were read.
    read: Option<Report>,
    /// Where copies stood when they were seen last.
    places: BTreeMap<CopyId, Sighting>,
    /// What could not be looked into, in words.
    unread: Vec<String>,
    looked: Option<Timestamp>,
    export: Option<Export>,
}

impl OneCase {
    fn new(case: Case, sought: Sought) -> Self {
        Self {
            case,
            sought,
            kept: String::new(),
            mail: None,
            read: None,
            places: BTreeMap::new(),
            unread: Vec::new(),
            looked: None,
            export: None,
        }
    }

    /// Whether a copy of it still matters.
    fn is_watched(&self, now: Timestamp) -> bool {
        match self.case.end() {
            None => true,
            Some(End::Done(at)) => now.as_second() - at.as_second() < WATCHED_FOR * 24 * 3600,
            Some(End::NotSensitive(_)) => false,
        }
    }
}

impl Cases {
    pub fn new(events: crossbeam_channel::Sender<AppEvent>) -> Self {
        Self {
            all: BTreeMap::new(),
            looker: Looker::start(events),
            looking: false,
            again: false,
        }
    }

    /// One of them.
    pub fn get(&self, id: u32) -> Option<&Case> {
        self.all.get(&id).map(|one| &one.case)
    }

    /// How many are still to be done.
    pub fn open(&self) -> usize {
        self.all.values().filter(|one| one.case.end().is_none()).count()
    }
}

impl State {
    /// Takes up the cases that the history remembers.
    pub fn take_up_cases(&mut self) {
        for one in std::mem::take(&mut self.cases.all).into_values() {
            drop(one.export);
        }
        for kept in self.memory.handovers(HandoverKind::Case) {
            let sought = kept
                .sought
                .as_deref()
                .and_then(|json| serde_json::from_str(json).ok());
            let (Ok(case), Some(sought)) = (Case::restore(&kept.state), sought) else {
                // Written by a newer version: it stays as it is, for that version.
                continue;
            };
            let mut one = OneCase::new(case, sought);
            one.kept = kept.state;
            self.cases.all.insert(kept.id, one);
        }
        self.look_again();
    }

    /// Begins a case for a received mail.
    pub fn begin_case(&mut self, mut sought: Sought, categories: &[Category]) -> u32 {
        let is_same = |one: &OneCase| {
            let same = |a: Option<_>, b: Option<_>| a.is_some() && a == b;
            one.case.end().is_none()
                && (same(one.sought.message_id, sought.message_id)
                    || same(one.sought.content, sought.content))
        };
        if let Some((id, _)) = self.cases.all.iter().find(|(_, one)| is_same(one)) {
            return *id;
        }
        let id = self
            .cases
            .all
            .last_key_value()
            .map_or(1, |(last, _)| last.saturating_add(1));
        sought.id = id.into();
        let now = self.now();
        let remind = next_school_day(&now).timestamp();
        let case = Case::open(now.timestamp(), categories, remind);
        self.cases.all.insert(id, OneCase::new(case, sought));
        self.keep_case(id);
        self.look_again();
        id
    }

    /// Something changed in a store.
    pub fn look_again(&mut self) {
        let now = self.now().timestamp();
        let watched: Vec<&OneCase> = self
            .cases
            .all
            .values()
            .filter(|one| one.is_watched(now))
            .collect();
        if watched.is_empty() {
            return;
        }
        if self.cases.looking {
            self.cases.again = true;
            return;
        }
        let wants = |one: &&&OneCase| one.mail.is_none() && one.case.end().is_none();
        let ask = Ask {
            stores: self.all_stores(),
            wanted: watched.iter().filter(wants).map(|one| one.sought.id).collect(),
            sought: watched.iter().map(|one| one.sought.clone()).collect(),
            hasher: self.memory.hasher(),
        };
        self.cases.looking = true;
        self.cases.looker.ask(ask);
    }

    /// Everything was looked at.
    pub fn looked(&mut self, seen: Seen) {
        self.cases.looking = false;
        let (stores, hasher) = (self.all_stores(), self.memory.hasher());
        let unread: Vec<String> = seen.looked.unread.iter().map(ToString::to_string).collect();
        let now = self.now().timestamp();
        let mut changed = Vec::new();
        for (id, one) in self.cases.all.iter_mut().filter(|(_, one)| one.is_watched(now)) {
            let look = evidence::look((*id).into(), seen.at, &seen.looked, &stores, &hasher);
            one.case.look(&look);
            one.looked = Some(seen.at);
            one.unread.clone_from(&unread);
            for sighting in seen
                .looked
                .sightings
                .iter()
                .filter(|sighting| sighting.of == u64::from(*id))
            {
                one.places
                    .insert(evidence::copy(sighting, &hasher), sighting.clone());
            }
            changed.push(*id);
        }
        for (id, message) in seen.mails {
            self.show_mail_of_case(id, &message);
        }
        for id in changed {
            self.keep_case(id);
        }
        if std::mem::take(&mut self.cases.again) {
            self.look_again();
        }
    }

    /// The mail of a case was read in its store: it can be shown.
    fn show_mail_of_case(&mut self, id: u64, message: &RawMessage) {
        let mail = mailwijs_mail::parse(&message.bytes);
        let examined = self
            .engine
            .get()
            .examine(mail, Direction::Received, mailwijs_checks::Channel::Mail);
        let examined = Arc::new(examined);
        let Some(one) = u32::try_from(id).ok().and_then(|id| self.cases.all.get_mut(&id)) else {
            return;
        };
        one.mail = Some(Arc::clone(&examined));
        let events = self.events.clone();
        self.reader
            .read(Turn::Mail(OWN_TURNS | id), &examined, move |examined, report| {
                // Once the app closes nobody listens.
                let _ = events.send(AppEvent::CaseRead(examined, report));
            });
    }

    /// The sentences of a case's mail were read.
    pub fn case_read(&mut self, examined: &Arc<Examined>, report: Report) {
        let is_its = |one: &&mut OneCase| one.mail.as_ref().is_some_and(|mail| Arc::ptr_eq(mail, examined));
        if let Some(one) = self.cases.all.values_mut().find(is_its) {
            one.read = Some(report);
        }
    }

    /// Writes a case down, if anything about it changed.
    fn keep_case(&mut self, id: u32) {
        let Some(one) = self.cases.all.get_mut(&id) else {
            return;
        };
        let state = one.case.save();
        if state == one.kept {
            return;
        }
        let handover = Handover {
            id,
            state: state.clone(),
            sought: serde_json::to_string(&one.sought).ok(),
        };
        if self.memory.put_handover(HandoverKind::Case, &handover) {
            one.kept = state;
        }
    }

    /// Every store, of mail clients and others, as they are now.
    pub fn all_stores(&self) -> Vec<MailStore> {
        let clients = self.clients.iter().flat_map(|client| &client.stores);
        clients.chain(&self.other_stores).cloned().collect()
    }

    /// Now, by the state's clock and the clock on the wall.
    pub fn now(&self) -> Zoned {
        let now = Timestamp::from_millisecond((self.clock)().0).unwrap_or(Timestamp::MAX);
        now.to_zoned(jiff::tz::TimeZone::system())
    }
}
