//! The state behind the tray and the windows; one thread owns it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use mailwijs_i18n::{Lang, Texts};
use mailwijs_nudge::{Card, DraftId, Moment, NudgeDecision, NudgeState};
use mailwijs_policy::Template;
use mailwijs_store::{ClientWatch, MailClient, MailStore, RawMessage};

use super::breaches::Breaches;
use super::card::nudge_dto;
use super::cases::Cases;
use super::config::AppConfig;
use super::drafts::with_report;
use super::event::{Answer, AppEvent, ShellEvent};
use super::files::FileWatch;
use super::found::FoundMails;
use super::mailbox_scan::MailboxScan;
use super::mailboxes::ServerMailbox;
use super::memory::Memory;
use super::view::{View, attention, tray_dto};
use super::watching::{SourceId, Watching, watch_clients};
use crate::demo::Demo;
use crate::engine::Examined;
use crate::export::{PrivateFolders, WebDavSecrets};
use crate::handoff::{DropOff, Launcher};
use crate::ipc::{CaseAction, UserAction};
use crate::mailbox::MailboxSecrets;
use crate::policy_source::{self, LoadedPolicy};
use crate::sentence_layer::Reader;
use crate::watch::EngineCell;

/// A draft that is being written: its last version, for the card and for handing it back.
pub(super) struct OpenDraft {
    pub message: RawMessage,
    pub examined: Arc<Examined>,
}

/// Everything the engine knows while it runs.
pub(super) struct State {
    pub config: AppConfig,
    pub events: Sender<AppEvent>,
    pub shell: Box<dyn Fn(ShellEvent) + Send>,
    /// Tells the time: the system does, but in tests.
    pub clock: Box<dyn Fn() -> Moment + Send>,
    /// What the shell is told once the snapshot shows it too.
    unsaid: Vec<ShellEvent>,
    pub shared: Arc<RwLock<View>>,
    pub texts: Texts,
    pub engine: EngineCell,
    pub reader: Reader,
    pub policy: LoadedPolicy,
    /// Why a newer policy was not taken.
    pub policy_problem: Option<String>,
    pub nudges: NudgeState,
    pub memory: Memory,
    pub drafts: BTreeMap<DraftId, OpenDraft>,
    pub mails_found: FoundMails,
    pub scan: MailboxScan,
    pub cases: Cases,
    pub breaches: Breaches,
    /// How many mails came in.
    pub received_turns: u64,
    pub clients: Vec<MailClient>,
    /// Watched stores that belong to none of them.
    pub other_stores: Vec<MailStore>,
    /// Stores named by hand that could not be opened.
    pub unopened_stores: Vec<PathBuf>,
    pub watches: Vec<Watching>,
    /// The passwords of the school's share.
    pub share_secrets: WebDavSecrets,
    /// The secrets of the mailboxes.
    pub secrets: MailboxSecrets,
    /// How often everything was erased: what was given before that is not kept.
    pub erased: u32,
    /// The mailboxes on servers, in the order in which they were set up.
    pub mailboxes: Vec<ServerMailbox>,
    /// The one among them that watches the stores of mail clients.
    pub client_stores: Option<SourceId>,
    pub demo: Option<Demo>,
    pub launcher: Launcher,
    /// Where mails are put for the tracking system.
    pub folders: PrivateFolders,
    pub problems: Vec<String>,
    pub last_events: BTreeMap<PathBuf, String>,
    pub next_source: u16,
    _files: Option<FileWatch>,
    _settings: Option<ClientWatch>,
}

impl State {
    /// Opens the history, reads the policy, finds the mail clients and starts watching.
    pub fn start(
        config: AppConfig,
        events: Sender<AppEvent>,
        shared: Arc<RwLock<View>>,
        engine: EngineCell,
        reader: Reader,
        shell: impl Fn(ShellEvent) + Send + 'static,
    ) -> Self {
        let memory = Memory::open(config.places.history(), Arc::clone(&config.secrets));
        let lang = config.lang.or_else(|| memory.lang()).unwrap_or_else(system_lang);
        let texts = Texts::new(lang);
        let (policy, policy_problem) = match policy_source::load(None, &config.places, &texts) {
            Ok(policy) => (policy, None),
            Err(error) => (LoadedPolicy::built_in(Template::Flemish), Some(error.say(&texts))),
        };
        // Before looking for clients, so that nothing falls in between.
        let settings = config
            .roots
            .clone()
            .and_then(|roots| watch_clients(roots, events.clone()));
        let clients = config
            .roots
            .as_ref()
            .map(mailwijs_store::discover)
            .unwrap_or_default();
        let cases = Cases::new(events.clone());
        let mut state = Self {
            nudges: NudgeState::new(memory.nudge_memory()),
            engine,
            reader,
            _settings: settings,
            secrets: MailboxSecrets::new(Arc::clone(&config.secrets)),
            share_secrets: WebDavSecrets::new(Arc::clone(&config.secrets)),
            mailboxes: Vec::new(),
            erased: 0,
            _files: FileWatch::start(&config.places, events.clone()),
            config,
            events,
            shell: Box::new(shell),
            clock: Box::new(system_clock),
            unsaid: Vec::new(),
            shared,
            texts,
            policy,
            policy_problem,
            memory,
            drafts: BTreeMap::new(),
            mails_found: FoundMails::default(),
            scan: MailboxScan::default(),
            cases,
            breaches: Breaches::default(),
            received_turns: 0,
            clients,
            other_stores: Vec::new(),
            unopened_stores: Vec::new(),
            watches: Vec::new(),
            client_stores: None,
            demo: None,
            launcher: Launcher::new(DropOff::new()),
            folders: PrivateFolders::new(),
            problems: Vec::new(),
            last_events: BTreeMap::new(),
            next_source: 0,
        };
        // What a crash left behind goes before anything else is done.
        state.folders.sweep();
        state.renew_engine();
        state.watch_everything();
        state.watch_mailboxes();
        state.take_up_cases();
        state.take_up_found();
        state.take_up_scan();
        state.take_up_breaches();
        state.publish();
        state
    }

    /// Takes events until the app closes.
    pub fn run(mut self, events: &Receiver<AppEvent>) {
        loop {
            let now = (self.clock)();
            let wait = self.next_wake(now).map(|at| until(at, now));
            let event = match wait {
                Some(wait) => events.recv_timeout(wait),
                None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let event = match event {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => AppEvent::Tick,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            if matches!(event, AppEvent::Stop) {
                break;
            }
            let answer = self.take(event);
            self.memory.write(self.nudges.take_notes());
            self.publish();
            if let Some((reply, outcome)) = answer {
                // Whoever asked may have closed its window meanwhile.
                let _ = reply.send(outcome);
            }
        }
    }

    /// When something is due because of the time alone.
    fn next_wake(&self, now: Moment) -> Option<Moment> {
        let others = [
            self.next_case_wake(),
            self.next_breach_wake(),
            self.next_retention_wake(),
        ];
        let others = others.into_iter().flatten().map(|at| Moment(at.as_millisecond()));
        self.nudges.next_wake(now).into_iter().chain(others).min()
    }

    /// Takes one event; a teacher's wish is answered once everything shows what came of it.
    pub fn take(&mut self, event: AppEvent) -> Option<(Sender<Answer>, Answer)> {
        match event {
            AppEvent::StoreChanged(source, change) => self.store_changed(source, change),
            AppEvent::SentencesRead(examined, report) => self.sentences_read(examined, report),
            AppEvent::SentRead(draft, examined, report) => {
                let decision = self.sent(draft, Some(&with_report(examined, report)));
                self.show(&decision);
            }
            AppEvent::ReceivedRead(arrived, examined, report) => {
                self.received_read(arrived, &examined, &report);
            }
            AppEvent::Stirred(root) => {
                if self.look_at_server(&root) {
                    self.look_for_found_on(&root);
                } else {
                    self.look_at_files();
                    self.look_for_found_in_files();
                }
            }
            AppEvent::Looked(seen) => self.looked(*seen),
            AppEvent::FoundSeen(seen) => self.found_seen(*seen),
            AppEvent::ScanGoes(news) => self.scan_goes(news),
            AppEvent::CaseRead(examined, report) => self.case_read(&examined, report),
            AppEvent::SentBefore(mails) => self.sent_before(mails),
            AppEvent::ClientsChanged(clients) => self.clients_changed(clients),
            AppEvent::MailboxOpened(url, opened) => self.mailbox_opened(&url, *opened),
            AppEvent::MailboxGoes(url, status) => self.mailbox_goes(&url, status),
            AppEvent::MailboxTried(tried) => return self.mailbox_tried(*tried),
            AppEvent::PolicyReloaded => self.reload_policy(),
            AppEvent::UserActed(
                UserAction::AddMailbox {
                    email,
                    password,
                    server,
                },
                reply,
            ) => {
                return self.add_mailbox(email, password, server, reply);
            }
            AppEvent::UserActed(
                UserAction::Case {
                    id,
                    case: CaseAction::ToShare { user, password },
                },
                reply,
            ) => {
                return self.put_on_share(id, user, password, reply);
            }
            AppEvent::Shared(shared) => return Some(self.shared(*shared)),
            AppEvent::UserActed(action, reply) => {
                let outcome = self.act(action).map_err(|error| error.dto(&self.texts));
                return Some((reply, outcome));
            }
            AppEvent::Tick => {
                let decision = self.nudges.tick((self.clock)());
                self.show(&decision);
                self.call_servers();
                self.remind_of_cases();
                self.remind_of_breaches();
                self.remind_of_retention();
            }
            AppEvent::Print(paper, reply) => {
                let printed = self.print(paper).map_err(|error| error.dto(&self.texts));
                // Whoever asked may have closed its window meanwhile.
                let _ = reply.send(printed);
            }
            AppEvent::Stop => {}
        }
        None
    }

    /// Brings what was decided to the screen.
    pub fn show(&mut self, decision: &NudgeDecision) {
        match decision {
            NudgeDecision::Show(card) | NudgeDecision::Update(card) | NudgeDecision::Resolve(card) => {
                let card = self.card(card);
                self.shared.write().unwrap_or_else(PoisonError::into_inner).nudge = Some(card.clone());
                self.unsaid.push(ShellEvent::Nudge(Some(Box::new(card))));
            }
            NudgeDecision::Withdraw => {
                self.shared.write().unwrap_or_else(PoisonError::into_inner).nudge = None;
                self.unsaid.push(ShellEvent::Nudge(None));
            }
            NudgeDecision::HoldBack(_) => {}
        }
    }

    fn card(&self, card: &Card) -> crate::ipc::NudgeDto {
        let examined = self.drafts.get(&card.draft).map(|draft| &*draft.examined);
        nudge_dto(card, examined, &self.policy.policy, &self.texts)
    }

    /// Tells the shell, once the snapshot shows it too.
    pub fn tell_shell(&mut self, event: ShellEvent) {
        self.unsaid.push(event);
    }

    /// Shows the visible card anew, for example in another language.
    pub fn show_again(&mut self) {
        if let Some(card) = self.nudges.visible().cloned() {
            self.show(&NudgeDecision::Update(card));
        }
    }

    /// Renews the snapshot, and tells the shell what changed in it.
    pub fn publish(&mut self) {
        let now = (self.clock)();
        let tray = self.nudges.tray(now);
        let subject = |id| {
            self.drafts
                .get(&id)
                .map(|draft| draft.examined.mail.subject.clone())
                .unwrap_or_default()
        };
        let open = attention(&tray.open, &self.texts, subject);
        let fresh_tray = tray_dto(&tray, &open, self.cases.open(), &self.texts);
        let found = self.found_dtos();
        let today = self.today(open, &found, now);
        let my_mail = self.my_mail();
        let handovers = self.handovers(found);
        let (tray_changed, pages_changed) = {
            let mut view = self.shared.write().unwrap_or_else(PoisonError::into_inner);
            let changed = (
                view.tray != fresh_tray,
                view.today != today || view.my_mail != my_mail || view.handovers != handovers,
            );
            view.tray = fresh_tray.clone();
            view.today = today;
            view.my_mail = my_mail;
            view.handovers = handovers;
            changed
        };
        if tray_changed {
            self.unsaid.push(ShellEvent::Tray(fresh_tray));
        }
        if pages_changed {
            self.unsaid.push(ShellEvent::Changed);
        }
        self.unsaid.drain(..).for_each(&self.shell);
    }
}

/// Now, as the nudges count time.
fn system_clock() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn until(at: Moment, now: Moment) -> Duration {
    // A clock that was set back would otherwise make the app wait for hours.
    Duration::from_millis(u64::try_from(at.0.saturating_sub(now.0)).unwrap_or(0)).min(Duration::from_mins(1))
}

fn system_lang() -> Lang {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let value = names
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    value.and_then(|value| Lang::parse(&value)).unwrap_or_default()
}
