//! What is remembered across restarts: the history, opened as this computer allows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Zoned;
use mailwijs_checks::Finding;
use mailwijs_history::{
    Availability, Handover, HandoverKind, Hash, Hasher, History, HistoryError, Kept, KeySource, RuleRecord,
    SecretStore,
};
use mailwijs_i18n::{Lang, RuleText, Texts};
use mailwijs_nudge::{Dismissal, DraftId, Memory as NudgeMemory, Record, Trigger};
use mailwijs_policy::{AccountKind, KindOverrides, RuleId};

mod found;
mod notes;

pub(super) use self::found::Remembered;
use self::notes::dismissal;
use super::fingerprint::{draft_fingerprint, trigger_words};
use crate::engine::Examined;
use crate::ipc::{HistoryState, SilenceDto};

const LANGUAGE: &str = "language";
const SHARE_USER: &str = "share-user";

/// The history and how it is kept.
pub(super) struct Memory {
    dir: PathBuf,
    secrets: Arc<dyn SecretStore>,
    /// Absent only when not even a database in memory can be had.
    history: Option<History>,
    state: HistoryState,
    problem: Option<HistoryError>,
    /// Each open draft's name in the history.
    drafts: BTreeMap<DraftId, Hash>,
}

impl Memory {
    /// Opens what can be opened without asking; until the teacher has chosen, everything stays in memory.
    pub fn open(dir: PathBuf, secrets: Arc<dyn SecretStore>) -> Self {
        let mut memory = Self {
            dir,
            secrets,
            history: None,
            state: HistoryState::NeedsChoice,
            problem: None,
            drafts: BTreeMap::new(),
        };
        match mailwijs_history::detect(&memory.dir, &*memory.secrets) {
            Availability::Keyring => match History::open(&memory.dir, KeySource::Keyring(&*memory.secrets)) {
                Ok(history) => memory.use_history(history),
                Err(error) => memory.problem = Some(error),
            },
            Availability::NeedsChoice => {}
            Availability::Locked => memory.state = HistoryState::Locked,
        }
        if memory.history.is_none() {
            memory.history = History::open(&memory.dir, KeySource::Memory).ok();
        }
        memory
    }

    /// Opens or begins the history with this passphrase.
    pub fn unlock(&mut self, passphrase: &str) -> Result<(), HistoryError> {
        let history = History::open(&self.dir, KeySource::Passphrase(passphrase))?;
        self.use_history(history);
        Ok(())
    }

    /// The teacher chose to keep nothing on disk.
    pub fn stay_in_memory(&mut self) {
        self.state = HistoryState::Memory;
        self.problem = None;
    }

    fn use_history(&mut self, history: History) {
        self.state = match history.kept() {
            Kept::Keyring => HistoryState::Keyring,
            Kept::Passphrase => HistoryState::Passphrase,
            Kept::Memory => HistoryState::Memory,
        };
        self.history = Some(history);
        self.problem = None;
        self.drafts.clear();
    }

    /// Forgets everything, on disk and in memory.
    pub fn erase(&mut self) -> Result<(), HistoryError> {
        self.history = None;
        let erased = mailwijs_history::erase(&self.dir, &*self.secrets);
        *self = Self::open(self.dir.clone(), Arc::clone(&self.secrets));
        erased.map(drop)
    }

    /// How the history is kept.
    pub const fn state(&self) -> HistoryState {
        self.state
    }

    /// What is wrong with it, in words; that a choice is needed is said by its state.
    pub fn problem(&self, texts: &Texts) -> Option<String> {
        let error = self
            .problem
            .as_ref()
            .filter(|error| !matches!(error, HistoryError::NoKeyring(_)))?;
        Some(texts.get(error_text(error), &[]))
    }

    /// What the nudges must know from earlier days.
    pub fn nudge_memory(&self) -> NudgeMemory {
        let Some(history) = &self.history else {
            return NudgeMemory::default();
        };
        let silences = history.silences().unwrap_or_default();
        let rows = history.dismissed_in_a_row().unwrap_or_default();
        let records = history.acceptance().unwrap_or_default();
        NudgeMemory {
            silenced: silences
                .iter()
                .flat_map(|silence| &silence.triggers)
                .map(|hash| Trigger(hash.0))
                .collect(),
            dismissed_in_a_row: rows
                .into_iter()
                .filter_map(|(rule, times)| Some((RuleId::parse(&rule)?, times)))
                .collect(),
            records: records
                .into_iter()
                .filter_map(|(rule, outcomes)| {
                    let record = Record {
                        acted: outcomes.put_right,
                        refused: outcomes.dismissed,
                    };
                    Some((RuleId::parse(&rule)?, record))
                })
                .collect(),
        }
    }

    /// What each finding rests on.
    pub fn triggers(&self, examined: &Examined) -> BTreeMap<RuleId, Vec<Trigger>> {
        let findings = examined.report.findings.iter();
        findings
            .map(|finding| (finding.rule, self.triggers_of(finding, examined)))
            .collect()
    }

    fn triggers_of(&self, finding: &Finding, examined: &Examined) -> Vec<Trigger> {
        let Some(history) = &self.history else {
            return Vec::new();
        };
        let words = trigger_words(finding, examined);
        words
            .iter()
            .map(|trigger| {
                Trigger(
                    history
                        .trigger(finding.rule.as_str(), &trigger.words, &trigger.context)
                        .0,
                )
            })
            .collect()
    }

    /// What was dismissed for this draft before a restart.
    pub fn dismissals(&mut self, id: DraftId, examined: &Examined) -> Vec<Dismissal> {
        let Some(history) = &self.history else {
            return Vec::new();
        };
        let draft = history.draft(&draft_fingerprint(examined));
        self.drafts.insert(id, draft);
        history
            .dismissed(draft)
            .unwrap_or_default()
            .iter()
            .filter_map(dismissal)
            .collect()
    }

    /// The draft was saved as this version: its name in the history follows.
    pub fn saved(&mut self, id: DraftId, examined: &Examined) {
        let Some(history) = &self.history else { return };
        let named = history.draft(&draft_fingerprint(examined));
        let before = self.drafts.insert(id, named).filter(|before| *before != named);
        let renamed = before.map_or(Ok(()), |before| history.rename_draft(before, named));
        if let Err(error) = renamed.and_then(|()| history.count_checked(&today())) {
            self.problem = Some(error);
        }
    }

    /// What is silenced, newest first.
    pub fn silenced(&self, texts: &Texts) -> Vec<SilenceDto> {
        let silences = self
            .history
            .as_ref()
            .and_then(|history| history.silences().ok())
            .unwrap_or_default();
        silences
            .into_iter()
            .map(|silence| SilenceDto {
                id: silence.id,
                title: texts.rule(&silence.rule, RuleText::Name, &[]),
                rule: silence.rule,
                since: jiff::Timestamp::from_second(silence.since)
                    .map(|at| at.to_string())
                    .unwrap_or_default(),
            })
            .collect()
    }

    /// Takes a "not right" back; gives what may speak again.
    pub fn forget_silence(&mut self, id: u32) -> Result<Vec<Trigger>, HistoryError> {
        let Some(history) = &mut self.history else {
            return Ok(Vec::new());
        };
        Ok(history
            .forget_silence(id)?
            .into_iter()
            .map(|hash| Trigger(hash.0))
            .collect())
    }

    /// How many findings were put right since midnight.
    pub fn put_right_today(&self) -> u32 {
        let Some(history) = &self.history else { return 0 };
        let now = Zoned::now();
        let midnight = now
            .start_of_day()
            .map_or(now.timestamp(), |start| start.timestamp());
        history
            .outcomes(midnight.as_second(), i64::MAX)
            .map(|outcomes| outcomes.put_right)
            .unwrap_or_default()
    }

    /// How many versions of drafts were checked today.
    pub fn checked_today(&self) -> u32 {
        self.history
            .as_ref()
            .and_then(|history| history.checked(&today()).ok())
            .unwrap_or_default()
    }

    /// Hashes as the history does.
    pub fn hasher(&self) -> Hasher {
        self.history.as_ref().map(History::hasher).unwrap_or_default()
    }

    /// The cases or breaches that are remembered.
    pub fn handovers(&self, kind: HandoverKind) -> Vec<Handover> {
        let kept = self
            .history
            .as_ref()
            .and_then(|history| history.handovers(kind).ok());
        kept.unwrap_or_default()
    }

    /// A number that no case or breach has, also none that a newer version wrote; the numbers from here up are free too.
    pub fn next_handover(&self, kind: HandoverKind) -> u32 {
        let kept = self.handovers(kind);
        kept.iter()
            .map(|kept| kept.id)
            .max()
            .map_or(1, |last| last.saturating_add(1))
    }

    /// Remembers a case or a breach; whether that worked.
    pub fn put_handover(&mut self, kind: HandoverKind, handover: &Handover) -> bool {
        let Some(history) = &self.history else {
            return false;
        };
        let kept = history.put_handover(kind, handover);
        let worked = kept.is_ok();
        self.problem = kept.err().or(self.problem.take());
        worked
    }

    /// The name to log in with at the school's share.
    pub fn share_user(&self) -> Option<String> {
        self.setting(SHARE_USER)
    }

    /// Remembers that name.
    pub fn set_share_user(&mut self, user: &str) {
        self.set(SHARE_USER, Some(user));
    }

    /// The language chosen earlier.
    pub fn lang(&self) -> Option<Lang> {
        Lang::parse(&self.setting(LANGUAGE)?)
    }

    /// Remembers the language.
    pub fn set_lang(&mut self, lang: Lang) -> Result<(), HistoryError> {
        self.history.as_ref().map_or(Ok(()), |history| {
            history.set_setting(LANGUAGE, Some(lang.as_str()))
        })
    }

    /// The rules the teacher wants to hear less of.
    pub fn quieter(&self) -> BTreeSet<RuleId> {
        let Some(history) = &self.history else {
            return BTreeSet::new();
        };
        let asked = |rule: &RuleId| {
            history
                .setting(&quieter_setting(*rule))
                .is_ok_and(|value| value.is_some())
        };
        RuleId::ALL.into_iter().filter(asked).collect()
    }

    /// By rule, what came of its findings as far back as is remembered.
    pub fn records(&self) -> BTreeMap<RuleId, RuleRecord> {
        let records = self.history.as_ref().and_then(|history| history.records().ok());
        let named = |(rule, record): (String, RuleRecord)| Some((RuleId::parse(&rule)?, record));
        records
            .unwrap_or_default()
            .into_iter()
            .filter_map(named)
            .collect()
    }

    /// Remembers the answer to the offer to be quieter about a rule.
    pub fn set_quieter(&mut self, rule: RuleId, quieter: bool) -> Result<(), HistoryError> {
        let Some(history) = &self.history else {
            return Ok(());
        };
        history.set_setting(&quieter_setting(rule), quieter.then_some("yes"))?;
        history.answered_quieter(rule.as_str(), jiff::Timestamp::now().as_second())
    }

    /// The teacher's corrections for these addresses.
    pub fn corrections(&self, addresses: &[String]) -> KindOverrides {
        let mut kinds = KindOverrides::default();
        let Some(history) = &self.history else {
            return kinds;
        };
        for email in addresses {
            let word = history.account_kind(&email.to_lowercase()).ok().flatten();
            kinds.set(email, word.as_deref().and_then(AccountKind::parse));
        }
        kinds
    }

    /// Corrects what an address is.
    pub fn correct(&mut self, email: &str, kind: Option<AccountKind>) -> Result<(), HistoryError> {
        let word = kind.map(crate::check::kind_word);
        self.history.as_ref().map_or(Ok(()), |history| {
            history.set_account_kind(&email.to_lowercase(), word)
        })
    }
}

fn quieter_setting(rule: RuleId) -> String {
    format!("quieter:{}", rule.as_str())
}

fn today() -> String {
    Zoned::now().date().to_string()
}

/// The text that says what is wrong and what to do.
pub(super) const fn error_text(error: &HistoryError) -> &'static str {
    match error {
        HistoryError::NoKeyring(_) => "history-no-keyring",
        HistoryError::KeyMissing => "history-key-missing",
        HistoryError::Locked => "error-history-locked",
        HistoryError::WrongPassphrase => "error-wrong-passphrase",
        HistoryError::EmptyPassphrase => "history-empty-passphrase",
        HistoryError::Unreadable | HistoryError::Damaged => "history-damaged",
        HistoryError::TooNew { .. } => "history-too-new",
        HistoryError::Busy => "history-busy",
        HistoryError::Folder(_) => "history-folder",
        HistoryError::NoEncryption | HistoryError::NoRandomness | HistoryError::Database(_) => {
            "history-failed"
        }
    }
}
