//! The state behind the tray and the windows; one thread owns it.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use mailwijs_detect::ClassList;
use mailwijs_i18n::{Arg, Lang, RuleText, Texts};
use mailwijs_nudge::{Card, Checked, DraftId, Moment, NudgeDecision, NudgeState};
use mailwijs_policy::{RuleId, Template};
use mailwijs_store::{FolderRole, MailClient, MailStore, RawMessage, StoreChange};

use super::card::nudge_dto;
use super::config::AppConfig;
use super::event::{Answer, AppEvent, ShellEvent};
use super::files::FileWatch;
use super::memory::Memory;
use super::view::{View, attention, tray_dto};
use super::watching::{SourceId, Watching};
use crate::check::{client_dto, load_class_list};
use crate::demo::Demo;
use crate::engine::{Engine, Examined};
use crate::handoff::{DropOff, Launcher};
use crate::ipc::{MyMailDto, PolicyDto, RuleDto, TodayDto};
use crate::policy_source::{self, LoadedPolicy, PolicySource};
use crate::watch::{CheckedChange, EngineCell};

/// A draft that is being written: its last version, for the card and for handing it back.
pub(super) struct OpenDraft {
    pub message: RawMessage,
    pub examined: Examined,
}

/// Everything the engine knows while it runs.
pub(super) struct State {
    pub config: AppConfig,
    pub events: Sender<AppEvent>,
    pub shell: Box<dyn Fn(ShellEvent) + Send>,
    /// What the shell is told once the snapshot shows it too.
    unsaid: Vec<ShellEvent>,
    pub shared: Arc<RwLock<View>>,
    pub texts: Texts,
    pub engine: EngineCell,
    pub policy: LoadedPolicy,
    /// Why a newer policy was not taken.
    pub policy_problem: Option<String>,
    pub nudges: NudgeState,
    pub memory: Memory,
    pub drafts: BTreeMap<DraftId, OpenDraft>,
    pub clients: Vec<MailClient>,
    pub watches: Vec<Watching>,
    pub demo: Option<Demo>,
    pub launcher: Launcher,
    pub problems: Vec<String>,
    pub last_events: BTreeMap<std::path::PathBuf, String>,
    pub next_source: u16,
    _files: Option<FileWatch>,
}

impl State {
    /// Opens the history, reads the policy, finds the mail clients and starts watching.
    pub fn start(
        config: AppConfig,
        events: Sender<AppEvent>,
        shared: Arc<RwLock<View>>,
        shell: impl Fn(ShellEvent) + Send + 'static,
    ) -> Self {
        let memory = Memory::open(config.places.history(), Arc::clone(&config.keys));
        let lang = config.lang.or_else(|| memory.lang()).unwrap_or_else(system_lang);
        let texts = Texts::new(lang);
        let (policy, policy_problem) = match policy_source::load(None, &config.places, &texts) {
            Ok(policy) => (policy, None),
            Err(error) => (LoadedPolicy::built_in(Template::Flemish), Some(error.say(&texts))),
        };
        let clients = config
            .roots
            .as_ref()
            .map(mailwijs_store::discover)
            .unwrap_or_default();
        let engine = Engine::new(policy.policy.clone(), &ClassList::default());
        let mut state = Self {
            nudges: NudgeState::new(memory.nudge_memory()),
            engine: EngineCell::new(engine),
            _files: FileWatch::start(&config.places, events.clone()),
            config,
            events,
            shell: Box::new(shell),
            unsaid: Vec::new(),
            shared,
            texts,
            policy,
            policy_problem,
            memory,
            drafts: BTreeMap::new(),
            clients,
            watches: Vec::new(),
            demo: None,
            launcher: Launcher::new(DropOff::new()),
            problems: Vec::new(),
            last_events: BTreeMap::new(),
            next_source: 0,
        };
        state.renew_engine();
        state.watch_everything();
        state.publish();
        state
    }

    /// Takes events until the app closes.
    pub fn run(mut self, events: &Receiver<AppEvent>) {
        loop {
            let wait = self.nudges.next_wake(now()).map(|at| until(at, now()));
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

    /// Takes one event; a teacher's wish is answered once everything shows what came of it.
    fn take(&mut self, event: AppEvent) -> Option<(Sender<Answer>, Answer)> {
        match event {
            AppEvent::StoreChanged(source, change) => self.store_changed(source, change),
            AppEvent::PolicyReloaded => self.reload_policy(),
            AppEvent::UserActed(action, reply) => {
                let outcome = self.act(action).map_err(|error| error.dto(&self.texts));
                return Some((reply, outcome));
            }
            AppEvent::Tick => {
                let decision = self.nudges.tick(now());
                self.show(&decision);
            }
            AppEvent::Stop => {}
        }
        None
    }

    fn store_changed(&mut self, source: SourceId, checked: CheckedChange) {
        let now = now();
        let decision = match checked.change {
            StoreChange::Saved { draft, message } => match checked.examined {
                Some(examined) => self.saved(source.draft(draft), message, *examined, now),
                None => return,
            },
            StoreChange::Merged { old, into } => {
                let (old, into) = (source.draft(old), source.draft(into));
                if let Some(draft) = self.drafts.remove(&old) {
                    self.drafts.entry(into).or_insert(draft);
                }
                self.nudges.merged(old, into, now)
            }
            StoreChange::Discarded { draft } => {
                let decision = self.nudges.gone(source.draft(draft), now);
                self.drafts.remove(&source.draft(draft));
                decision
            }
            StoreChange::Sent {
                draft: Some(draft),
                message,
            } => {
                let id = source.draft(draft);
                self.heard_from(&message);
                let triggers = checked
                    .examined
                    .as_ref()
                    .map(|examined| self.memory.triggers(examined));
                let sent = checked
                    .examined
                    .as_deref()
                    .zip(triggers.as_ref())
                    .map(|(examined, triggers)| Checked {
                        report: &examined.report,
                        triggers,
                        unfinished: false,
                    });
                let decision = self.nudges.sent(id, sent, now);
                self.drafts.remove(&id);
                decision
            }
            StoreChange::Sent { draft: None, message } | StoreChange::Received { message } => {
                self.heard_from(&message);
                return;
            }
            StoreChange::Failed { store, message } => {
                let args = [
                    ("path", Arg::from(store.display().to_string())),
                    ("detail", Arg::from(message)),
                ];
                let problem = self.texts.get("problem-store", &args);
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
                return;
            }
            StoreChange::Ready { .. } => {
                let ready = self.watches.iter_mut().find(|watching| watching.id == source);
                if let Some(watching) = ready {
                    watching.ready = true;
                }
                return;
            }
        };
        self.show(&decision);
    }

    fn saved(&mut self, id: DraftId, message: RawMessage, examined: Examined, now: Moment) -> NudgeDecision {
        self.heard_from(&message);
        self.memory.saved(id, &examined);
        let triggers = self.memory.triggers(&examined);
        if !self.drafts.contains_key(&id) {
            self.nudges.recall(id, self.memory.dismissals(id, &examined));
        }
        let checked = Checked {
            report: &examined.report,
            triggers: &triggers,
            // A mail in the outbox is about to leave, whoever it is for.
            unfinished: examined.mail.recipients.is_empty() && message.role != FolderRole::Outbox,
        };
        let decision = self.nudges.report(id, checked, now);
        self.drafts.insert(id, OpenDraft { message, examined });
        decision
    }

    fn heard_from(&mut self, message: &RawMessage) {
        self.last_events
            .insert(message.store.clone(), jiff::Timestamp::now().to_string());
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
        let examined = self.drafts.get(&card.draft).map(|draft| &draft.examined);
        nudge_dto(card, examined, &self.policy.policy, &self.texts)
    }

    /// Shows the visible card anew, for example in another language.
    pub fn show_again(&mut self) {
        if let Some(card) = self.nudges.visible().cloned() {
            self.show(&NudgeDecision::Update(card));
        }
    }

    /// Renews the snapshot, and tells the shell what changed in it.
    pub fn publish(&mut self) {
        let now = now();
        let tray = self.nudges.tray(now);
        let subject = |id| {
            self.drafts
                .get(&id)
                .map(|draft| draft.examined.mail.subject.clone())
                .unwrap_or_default()
        };
        let open = attention(&tray.open, &self.texts, subject);
        let fresh_tray = tray_dto(&tray, &open, &self.texts);
        let today = self.today(open, now);
        let my_mail = self.my_mail();
        let (tray_changed, pages_changed) = {
            let mut view = self.shared.write().unwrap_or_else(PoisonError::into_inner);
            let changed = (
                view.tray != fresh_tray,
                view.today != today || view.my_mail != my_mail,
            );
            view.tray = fresh_tray.clone();
            view.today = today;
            view.my_mail = my_mail;
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

    fn today(&self, open: Vec<crate::ipc::AttentionDto>, now: Moment) -> TodayDto {
        let mut problems = self.problems.clone();
        problems.extend(self.memory.problem(&self.texts));
        if let Some(detail) = &self.policy_problem {
            problems.push(
                self.texts
                    .get("problem-policy", &[("detail", Arg::from(detail.as_str()))]),
            );
        }
        TodayDto {
            open,
            put_right: self.memory.put_right_today(),
            checked: self.memory.checked_today(),
            watching: !self.watches.is_empty() && self.watches.iter().all(|watching| watching.ready),
            paused_until: self.nudges.paused_until(now).and_then(rfc3339),
            silenced: self.memory.silenced(&self.texts),
            quieter_offer: self.nudges.quieter().map(|rule| self.rule_dto(rule)),
            quieter: self
                .memory
                .quieter()
                .into_iter()
                .map(|rule| self.rule_dto(rule))
                .collect(),
            history: self.memory.state(),
            problems,
            has_mail_client: !self.clients.is_empty() || !self.config.stores.is_empty(),
            demo: self.demo.is_some(),
            lang: self.texts.lang().as_str().to_owned(),
        }
    }

    fn rule_dto(&self, rule: RuleId) -> RuleDto {
        let id = rule.as_str();
        RuleDto {
            rule: id.to_owned(),
            title: self.texts.rule(id, RuleText::Name, &[]),
        }
    }

    fn my_mail(&self) -> MyMailDto {
        let engine = self.engine.get();
        let mut clients: Vec<_> = self
            .clients
            .iter()
            .map(|client| client_dto(client, &engine))
            .collect();
        for store in clients.iter_mut().flat_map(|client| &mut client.stores) {
            store.last_event = self.last_events.get(std::path::Path::new(&store.path)).cloned();
        }
        let source = match &self.policy.source {
            PolicySource::File(path) => path.display().to_string(),
            PolicySource::BuiltIn(Template::Flemish) => self.texts.get("built-in-policy-be", &[]),
            PolicySource::BuiltIn(Template::Dutch) => self.texts.get("built-in-policy-nl", &[]),
        };
        let policy = &self.policy.policy;
        MyMailDto {
            clients,
            policy: PolicyDto {
                school: policy.school.name.clone(),
                source,
                version: policy
                    .code_of_conduct
                    .as_ref()
                    .map(|code| code.version.clone())
                    .unwrap_or_default(),
                problem: self.policy_problem.clone(),
            },
        }
    }

    /// Takes a changed policy; one that does not load leaves the last good one in force.
    pub fn reload_policy(&mut self) {
        match policy_source::load(None, &self.config.places, &self.texts) {
            Ok(policy) => {
                self.policy = policy;
                self.policy_problem = None;
                self.renew_engine();
                self.check_open_drafts_again();
            }
            Err(error) => self.policy_problem = Some(error.say(&self.texts)),
        }
    }

    /// Puts the policy, the class list and the teacher's corrections in force.
    pub fn renew_engine(&mut self) {
        let class_list = load_class_list(None, &self.config.places).unwrap_or_else(|error| {
            let problem = error.say(&self.texts);
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
            ClassList::default()
        });
        let own = self
            .clients
            .iter()
            .flat_map(|client| &client.identities)
            .map(|identity| identity.email.clone());
        let own: Vec<String> = own.collect();
        let kinds = self.memory.corrections(&own);
        self.engine.replace(
            Engine::new(self.policy.policy.clone(), &class_list)
                .with_corrections(kinds)
                .with_own_addresses(own)
                .with_quieter(self.memory.quieter()),
        );
    }

    /// What is open may look different under other rules.
    pub fn check_open_drafts_again(&mut self) {
        let engine = self.engine.get();
        for (id, draft) in std::mem::take(&mut self.drafts) {
            let examined = engine.examine(
                draft.examined.mail,
                mailwijs_mail::Direction::Draft,
                mailwijs_checks::Channel::Mail,
            );
            let triggers = self.memory.triggers(&examined);
            let checked = Checked {
                report: &examined.report,
                triggers: &triggers,
                unfinished: examined.mail.recipients.is_empty(),
            };
            let decision = self.nudges.report(id, checked, now());
            self.drafts.insert(
                id,
                OpenDraft {
                    message: draft.message,
                    examined,
                },
            );
            self.show(&decision);
        }
    }

    fn watch_everything(&mut self) {
        let mut stores: Vec<MailStore> = self
            .clients
            .iter()
            .flat_map(|client| client.stores.clone())
            .collect();
        for path in self.config.stores.clone() {
            match mailwijs_store::open(&path) {
                Ok(opened) => stores.extend(opened),
                Err(error) => {
                    let args = [
                        ("path", Arg::from(path.display().to_string())),
                        ("detail", Arg::from(error.to_string())),
                    ];
                    self.problems.push(self.texts.get("problem-store", &args));
                }
            }
        }
        self.watch(stores);
    }

    /// Watches these stores as well.
    pub fn watch(&mut self, stores: Vec<MailStore>) {
        if stores.is_empty() {
            return;
        }
        let id = SourceId(self.next_source);
        self.next_source = self.next_source.wrapping_add(1);
        match Watching::start(id, stores, self.engine.clone(), self.events.clone()) {
            Ok(watching) => self.watches.push(watching),
            Err(error) => self.problems.push(error.to_string()),
        }
    }
}

/// Now, as the nudges count time.
pub(super) fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn until(at: Moment, now: Moment) -> Duration {
    // A clock that was set back would otherwise make the app wait for hours.
    Duration::from_millis(u64::try_from(at.0.saturating_sub(now.0)).unwrap_or(0)).min(Duration::from_mins(1))
}

fn rfc3339(moment: Moment) -> Option<String> {
    jiff::Timestamp::from_millisecond(moment.0)
        .ok()
        .map(|at| at.to_string())
}

fn system_lang() -> Lang {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let value = names
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    value.and_then(|value| Lang::parse(&value)).unwrap_or_default()
}
