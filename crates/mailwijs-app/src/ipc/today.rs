//! The Today page, as it crosses to the main window.

use serde::Serialize;
use ts_rs::TS;

use super::AttentionDto;

/// A received mail with something in it that does not belong in a mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ReceivedDto {
    /// For [`super::UserAction::ReceivedHandled`].
    pub id: u32,
    /// It was seen in its store since the start: before that its subject, sender and folder are not known.
    pub is_read: bool,
    /// Its subject; may be empty.
    pub subject: String,
    /// Who sent it; may be empty.
    pub from: String,
    /// The folder it stands in.
    pub folder: String,
    /// When it was sent, RFC 3339.
    pub date: Option<String>,
    /// What was found.
    pub title: String,
    /// What to do.
    pub message: String,
    /// `warn` or `stop`.
    pub severity: String,
    /// It belongs in the tracking system: a case can be begun, see [`super::UserAction::BeginCase`].
    pub to_lvs: bool,
    /// For how many days it has been there, when the policy says that those are too many.
    pub days: Option<u32>,
}

/// The Today page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TodayDto {
    /// What is open.
    pub open: Vec<AttentionDto>,
    /// Put right today.
    pub put_right: u32,
    /// Drafts checked since the start of the day.
    pub checked: u32,
    /// Every store found is being watched: nothing that is saved now is missed.
    pub watching: bool,
    /// RFC 3339; absent when not paused.
    pub paused_until: Option<String>,
    /// What is silenced by "not right".
    pub silenced: Vec<SilenceDto>,
    /// A rule that was mostly kept aside: Mailwijs offers to be quieter about it.
    pub quieter_offer: Option<RuleDto>,
    /// Received mail that something is to be done about, newest first.
    pub received: Vec<ReceivedDto>,
    /// How many more there are.
    pub received_more: u32,
    /// Open cases, newest first.
    pub cases: Vec<super::CaseLineDto>,
    /// Breaches that are not closed, newest first.
    pub breaches: Vec<super::BreachLineDto>,
    /// A mail that was sent with a grave finding open: Mailwijs offers to note a breach.
    pub breach_offer: Option<super::SentDto>,
    /// What came of each rule's warnings, for the rules that spoke.
    pub records: Vec<RecordDto>,
    /// How the history is kept.
    pub history: HistoryState,
    /// Something that needs the teacher (a policy that does not load, a folder that cannot be read); in words.
    pub problems: Vec<String>,
    /// Something works less well than it could (only words are looked at, no sentences), with what to do; in words.
    pub notice: Option<String>,
    /// A mail client was found.
    pub has_mail_client: bool,
    /// The demo mailbox runs.
    pub demo: bool,
    /// `nl`, `fr` or `en`.
    pub lang: String,
}

/// A silenced trigger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SilenceDto {
    /// For [`super::UserAction::ForgetSilence`].
    pub id: u32,
    /// Rule id.
    pub rule: String,
    /// The rule's name.
    pub title: String,
    /// When, RFC 3339.
    pub since: String,
}

/// A rule, by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RuleDto {
    /// Rule id.
    pub rule: String,
    /// The rule's name.
    pub title: String,
}

/// What came of a rule's warnings, as far back as is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RecordDto {
    /// Rule id.
    pub rule: String,
    /// The rule's name.
    pub title: String,
    /// How often it stood on a card.
    pub shown: u32,
    /// How often it was put right.
    pub put_right: u32,
    /// How often the draft was kept as it was.
    pub kept: u32,
    /// How often the teacher said that it was wrong.
    pub not_right: u32,
    /// The teacher made it quieter.
    pub quieter: bool,
    /// Mostly refused: it offers to be quieter.
    pub offers_quiet: bool,
}

/// How the history is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum HistoryState {
    /// Encrypted on disk, key in the keyring.
    Keyring,
    /// Encrypted on disk, key from a passphrase.
    Passphrase,
    /// In memory: gone when the app stops.
    Memory,
    /// No keyring: the teacher has to choose.
    NeedsChoice,
    /// An encrypted history exists and waits for its passphrase.
    Locked,
}
