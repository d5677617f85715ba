//! Received mail on its way into the tracking system: the cases, what was seen of each, and how they are kept.

mod act;
mod clean_up;
mod dto;
mod export;
mod looker;
mod looking;
mod note;
mod remind;
mod share;
mod unfinished;
mod unlooked;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{Timestamp, Zoned};
use mailwijs_checks::Report;
use mailwijs_detect::Category;
use mailwijs_handover::{Case, CopyId, Stand, next_school_day};
use mailwijs_history::{Handover, HandoverKind, Hasher};
use mailwijs_mail::Direction;
use mailwijs_store::{Kin, Looked, MailStore, ReadCause, ReadError, Sighting, Sought};

pub use dto::belongs_in_lvs;
pub use looker::Seen;
pub use note::{check_note, long_date};
pub use share::Shared;

use self::export::Export;
use self::looker::{Ask, Eye, Looker, unread};
use self::unfinished::Unfinished;
use self::unlooked::Unlooked;
use super::event::AppEvent;
use super::state::State;
use crate::cases::{evidence, is_watched, restore};
use crate::engine::Examined;
use crate::mailbox::OpenMailbox;
use crate::sentence_layer::Turn;

/// Turns of the mails of cases are numbered apart from those of other mails.
const OWN_TURNS: u64 = 3 << 62;

/// All cases.
pub struct Cases {
    all: BTreeMap<u32, OneCase>,
    lookers: BTreeMap<Eye, Looker>,
    /// When the teacher, or what was seen, last changed anything.
    touched: Timestamp,
    /// When servers were looked at last.
    called: Timestamp,
    /// When files are looked at again, because one was being written.
    unfinished: Unfinished,
}

/// A case and what is known of its mail while the app runs.
pub struct OneCase {
    case: Case,
    sought: Sought,
    /// How it was kept last.
    kept: String,
    /// The mail as it stands in a store, for its page; never kept.
    mail: Option<Arc<Examined>>,
    /// The same as it came from a server, for the files of an export; never kept.
    bytes: Option<Vec<u8>>,
    /// What its sentences tell, once they were read.
    read: Option<Report>,
    /// Everything was looked at, and the mail itself stands nowhere any more.
    gone: bool,
    /// Where copies stood when they were seen last.
    places: BTreeMap<CopyId, Sighting>,
    /// What could not be looked into.
    unread: Vec<Unlooked>,
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
            bytes: None,
            read: None,
            gone: false,
            places: BTreeMap::new(),
            unread: Vec::new(),
            looked: None,
            export: None,
        }
    }

    /// Where copies stand now. Of what is gone no word stays in memory either.
    fn take_places(&mut self, seen: Looked, hasher: &Hasher) {
        let stands = seen
            .sightings
            .iter()
            .any(|place| place.kin == Kin::Same && place.live);
        self.gone = !stands && (self.gone || seen.unread.is_empty());
        for sighting in seen.sightings {
            self.places.insert(evidence::copy(&sighting, hasher), sighting);
        }
        for (id, _) in self.case.copies().filter(|(_, copy)| copy.stand == Stand::Gone) {
            if let Some(place) = self.places.get_mut(&id) {
                place.subject.clear();
            }
        }
        if self.gone {
            self.mail = None;
            self.bytes = None;
            self.read = None;
        }
    }

    /// Whether a copy of it still matters.
    fn is_watched(&self, now: Timestamp) -> bool {
        is_watched(&self.case, now)
    }
}

impl Cases {
    pub fn new(events: crossbeam_channel::Sender<AppEvent>) -> Self {
        Self {
            all: BTreeMap::new(),
            lookers: BTreeMap::from([(Eye::Files, Looker::files(events))]),
            touched: Timestamp::MIN,
            called: Timestamp::MIN,
            unfinished: Unfinished::default(),
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
        self.cases.all.clear();
        // Their numbers are those of other cases from now on.
        for looker in self.cases.lookers.values_mut() {
            looker.last = None;
        }
        for kept in self.memory.handovers(HandoverKind::Case) {
            let Some((case, sought)) = restore(&kept) else {
                // Written by a newer version: it stays as it is, for that version.
                continue;
            };
            let mut one = OneCase::new(case, sought);
            one.kept = kept.state;
            self.cases.all.insert(kept.id, one);
        }
        self.look_again();
    }

    /// Whether a case, open or not, is about this mail.
    pub fn has_case(&self, sought: &Sought) -> bool {
        self.cases.all.values().any(|one| is_same(&one.sought, sought))
    }

    /// Begins a case for a received mail.
    pub fn begin_case(&mut self, mut sought: Sought, categories: &[Category]) -> u32 {
        let is_its = |one: &OneCase| one.case.end().is_none() && is_same(&one.sought, &sought);
        if let Some((id, _)) = self.cases.all.iter().find(|(_, one)| is_its(one)) {
            return *id;
        }
        let last = self.cases.all.last_key_value().map_or(0, |(last, _)| *last);
        let id = last
            .saturating_add(1)
            .max(self.memory.next_handover(HandoverKind::Case));
        sought.id = id.into();
        let now = self.now();
        let remind = next_school_day(&now).timestamp();
        let case = Case::open(now.timestamp(), categories, remind);
        self.cases.all.insert(id, OneCase::new(case, sought));
        self.keep_case(id);
        self.look_again();
        id
    }

    /// Something changed in a store, or about the cases: everything is looked at.
    pub fn look_again(&mut self) {
        let eyes: Vec<Eye> = self.cases.lookers.keys().cloned().collect();
        self.look_through(&eyes);
    }

    fn look_through(&mut self, eyes: &[Eye]) {
        for eye in eyes {
            self.look_with(eye);
        }
        self.cases.called = self.now().timestamp();
    }

    /// Something changed in the mailbox on a server with this root; whether it is one.
    pub fn look_at_server(&mut self, root: &Path) -> bool {
        let server = Eye::Server(root.to_owned());
        let is_one = self.cases.lookers.contains_key(&server);
        if is_one {
            self.look_with(&server);
        }
        is_one
    }

    /// Something changed in a store on this computer.
    pub fn look_at_files(&mut self) {
        self.look_with(&Eye::Files);
    }

    fn look_with(&mut self, eye: &Eye) {
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
        let wants = |one: &&&OneCase| one.mail.is_none() && one.case.end().is_none();
        let ask = Ask {
            stores: if *eye == Eye::Files {
                self.all_stores()
            } else {
                Vec::new()
            },
            wanted: watched.iter().filter(wants).map(|one| one.sought.id).collect(),
            sought: watched.iter().map(|one| one.sought.clone()).collect(),
            hasher: self.memory.hasher(),
        };
        if let Some(looker) = self.cases.lookers.get_mut(eye) {
            looker.ask(ask);
        }
    }

    /// From now on copies are looked for in this mailbox too.
    pub fn look_in_mailbox(&mut self, open: &OpenMailbox) {
        let eye = Eye::Server(open.mailbox.url().into());
        let looker = Looker::server(open.clone(), self.events.clone());
        self.cases.lookers.insert(eye.clone(), looker);
        self.look_with(&eye);
        self.look_for_found_in_mailbox(open);
    }

    /// A mailbox is no longer the teacher's to look into.
    pub fn look_no_more(&mut self, url: &str) {
        self.cases.lookers.remove(&Eye::Server(url.into()));
        self.look_for_found_no_more(url);
    }

    /// One of those who look has come back.
    pub fn looked(&mut self, seen: Seen) {
        let now = self.now().timestamp();
        let Some(looker) = self.cases.lookers.get_mut(&seen.eye) else {
            return;
        };
        looker.looking = false;
        let again = std::mem::take(&mut looker.again);
        if seen.hasher != self.memory.hasher() {
            // Another history was opened meanwhile: it was looked for the mails of other cases.
            self.look_with(&seen.eye);
            return;
        }
        let stumbled = seen.last.stumbled();
        looker.stumbled = stumbled.then_some(now);
        if seen.eye == Eye::Files {
            self.cases.unfinished.take_in(&seen.last.looked, now);
        }
        looker.last = Some(seen.last);
        self.take_in_what_was_seen();
        for (id, message) in seen.mails {
            self.show_mail_of_case(id, message, &seen.eye);
        }
        // What went wrong may go wrong again: not at once.
        if again && !stumbled {
            self.look_with(&seen.eye);
        }
    }

    /// What all of them saw of a case, together, is one look at it; what a mailbox that is set up has not shown yet is not known.
    fn take_in_what_was_seen(&mut self) {
        let now = self.now().timestamp();
        let watched = self.cases.all.iter().filter(|(_, one)| one.is_watched(now));
        let watched: Vec<u32> = watched.map(|(id, _)| *id).collect();
        let hasher = self.memory.hasher();
        let roots = self.roots_looked_at();
        for id in watched {
            let together = self.seen_of_case(id);
            let unlooked = |error: &ReadError| Unlooked {
                words: self.unlooked_words(error),
                place: evidence::closed(error, &roots, &hasher),
            };
            let mut unread: Vec<Unlooked> = together.unread.iter().map(unlooked).collect();
            unread.dedup();
            let Some(one) = self.cases.all.get_mut(&id) else {
                continue;
            };
            one.case
                .look(&evidence::look(id.into(), now, &together, &roots, &hasher));
            one.looked = Some(now);
            one.unread = unread;
            one.take_places(together, &hasher);
            if self.keep_case(id) {
                self.cases.touched = now;
            }
        }
    }

    /// The roots of every store, and the URLs of the mailboxes that are open.
    pub fn roots_looked_at(&self) -> Vec<PathBuf> {
        let files = self.all_stores().into_iter().map(|store| store.root);
        let servers = self.cases.lookers.keys().filter_map(|eye| match eye {
            Eye::Server(url) => Some(url.clone()),
            Eye::Files => None,
        });
        files.chain(servers).collect()
    }

    fn seen_of_case(&self, id: u32) -> Looked {
        let mut together = Looked::default();
        for (eye, looker) in &self.cases.lookers {
            let seen = looker.seen_of(id.into(), eye);
            together.sightings.extend(seen.sightings);
            together.unread.extend(seen.unread);
        }
        let unopened = self.unopened_stores.iter().map(|path| ReadError {
            path: path.clone(),
            offset: None,
            cause: ReadCause::Io(String::new()),
        });
        together.unread.extend(unopened);
        for url in self.unopened_mailboxes() {
            together
                .unread
                .extend(unread(&Eye::Server(url), ReadCause::Unfinished).unread);
        }
        together
    }

    /// The mail of a case was read in its store: it can be shown.
    fn show_mail_of_case(&mut self, id: u64, message: Vec<u8>, eye: &Eye) {
        let mail = mailwijs_mail::parse(&message);
        let examined = self
            .engine
            .get()
            .examine(mail, Direction::Received, mailwijs_checks::Channel::Mail);
        let examined = Arc::new(examined);
        let Some(one) = u32::try_from(id).ok().and_then(|id| self.cases.all.get_mut(&id)) else {
            return;
        };
        one.mail = Some(Arc::clone(&examined));
        one.bytes = matches!(eye, Eye::Server(_)).then_some(message);
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

    /// Writes a case down; whether anything about it changed.
    fn keep_case(&mut self, id: u32) -> bool {
        let Some(one) = self.cases.all.get_mut(&id) else {
            return false;
        };
        let state = one.case.save();
        if state == one.kept {
            return false;
        }
        let handover = Handover {
            id,
            state: state.clone(),
            sought: serde_json::to_string(&one.sought).ok(),
        };
        if self.memory.put_handover(HandoverKind::Case, &handover) {
            one.kept = state;
        }
        true
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

fn is_same(one: &Sought, other: &Sought) -> bool {
    let same = |a: Option<_>, b: Option<_>| a.is_some() && a == b;
    same(one.message_id, other.message_id) || same(one.content, other.content)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use mailwijs_handover::{FiledIn, Route, Step};

    use super::super::still_desk::StillDesk;
    use super::looker::Last;
    use super::*;

    pub(super) fn filed(desk: &mut StillDesk) -> u32 {
        let id = desk.state.begin_case(Sought::default(), &[Category::Medical]);
        let at = desk.state.now().timestamp();
        let one = desk.state.cases.all.get_mut(&id).unwrap();
        one.case.choose(Route::Myself);
        one.case.file(FiledIn::System, at);
        id
    }

    fn sees_nothing(desk: &mut StillDesk, eye: &Eye, sought: &[u32]) {
        sees(desk, eye, sought, Looked::default());
    }

    pub(super) fn sees(desk: &mut StillDesk, eye: &Eye, sought: &[u32], looked: Looked) {
        let seen = Seen {
            eye: eye.clone(),
            last: Last {
                looked,
                sought: sought.iter().map(|id| u64::from(*id)).collect::<BTreeSet<_>>(),
            },
            hasher: desk.state.memory.hasher(),
            mails: Vec::new(),
        };
        desk.take(AppEvent::Looked(Box::new(seen)));
    }

    pub(super) fn step(desk: &StillDesk, id: u32) -> Step {
        desk.state.cases.get(id).unwrap().step()
    }

    #[test]
    fn a_look_for_another_case_proves_nothing_for_this_one() {
        let mut desk = StillDesk::new();
        let server = Eye::Server("imap://an@mail.example:993".into());
        desk.state.cases.lookers.insert(server.clone(), Looker::deaf());
        let first = filed(&mut desk);
        sees_nothing(&mut desk, &Eye::Files, &[first]);
        assert_eq!(
            step(&desk, first),
            Step::Delete,
            "the server was not looked at yet"
        );
        sees_nothing(&mut desk, &server, &[first]);
        assert_eq!(step(&desk, first), Step::Done);

        let second = filed(&mut desk);
        sees_nothing(&mut desk, &Eye::Files, &[first, second]);
        assert_eq!(
            step(&desk, second),
            Step::Delete,
            "the server was looked at for the first alone"
        );
        sees_nothing(&mut desk, &server, &[first, second]);
        assert_eq!(step(&desk, second), Step::Done);
    }

    #[test]
    fn a_store_that_could_not_be_opened_proves_nothing() {
        let mut desk = StillDesk::new();
        desk.state.config.stores = vec!["/nergens/Mail".into()];
        desk.state.watch_everything();
        let id = filed(&mut desk);
        sees_nothing(&mut desk, &Eye::Files, &[id]);
        assert_eq!(step(&desk, id), Step::Delete);
        let told = desk.state.case_dtos().remove(0).1.unread;
        assert_eq!(told[0].text, "/nergens/Mail: kan niet gelezen worden.");
    }

    #[test]
    fn what_a_newer_version_wrote_stays_as_it_is() {
        let mut desk = StillDesk::new();
        let newer = Handover {
            id: 7,
            state: "{\"steps\":8}".to_owned(),
            sought: Some("{}".to_owned()),
        };
        for kind in [HandoverKind::Case, HandoverKind::Breach] {
            assert!(desk.state.memory.put_handover(kind, &newer));
        }
        desk.state.take_up_cases();
        desk.state.take_up_breaches();
        assert_eq!(filed(&mut desk), 8);
        assert_eq!(desk.state.note_breach(None), 8);
        for kind in [HandoverKind::Case, HandoverKind::Breach] {
            assert!(desk.state.memory.handovers(kind).contains(&newer));
        }
    }

    #[test]
    fn a_look_that_began_with_another_history_counts_for_nothing() {
        let mut desk = StillDesk::new();
        let id = filed(&mut desk);
        let seen = Seen {
            eye: Eye::Files,
            last: Last {
                looked: Looked::default(),
                sought: BTreeSet::from([u64::from(id)]),
            },
            hasher: Hasher::default(),
            mails: Vec::new(),
        };
        desk.take(AppEvent::Looked(Box::new(seen)));
        assert_eq!(step(&desk, id), Step::Delete);
    }
}
