//! What crosses to the windows: plain data, already in the teacher's language. TypeScript types are generated from here.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BreachAction, CaseAction, MailboxDto, ScanDto, ServerDto};

/// The card for one draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NudgeDto {
    /// The draft's key.
    pub draft: String,
    /// The draft's subject, so that the teacher knows which one; may be empty.
    pub subject: String,
    /// `info`, `warn` or `stop`.
    pub severity: String,
    /// The draft was put right: the card turns green, says so and fades.
    pub resolved: bool,
    /// The teacher just kept the draft as it is: the card says so and offers [`UserAction::Undo`] for a few seconds.
    pub kept: Option<KeepReason>,
    /// What, in the teacher's words (of all findings together).
    pub title: String,
    /// Where in the draft, for example "Aan en CC".
    pub place: String,
    /// What was found, gravest first; empty when resolved.
    pub findings: Vec<FindingDto>,
    /// How many other cards wait behind this one.
    pub waiting: u32,
    /// `nl`, `fr` or `en`.
    pub lang: String,
}

/// One finding on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FindingDto {
    /// Rule id.
    pub rule: String,
    /// `info`, `warn` or `stop`.
    pub severity: String,
    /// What.
    pub title: String,
    /// Why it matters, in a sentence or two.
    pub message: String,
    /// The school's own paragraph.
    pub paragraph: Option<ParagraphDto>,
    /// The words that show it, with a little around them.
    pub evidence: Vec<EvidenceDto>,
    /// Ways out, best first; the first is the button.
    pub fixes: Vec<FixDto>,
}

/// A paragraph of the agreements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ParagraphDto {
    /// For example `3.3`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// Words that show a finding, in context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct EvidenceDto {
    /// Where, in the teacher's words ("In de tekst", "CC").
    pub part: String,
    /// A few words before.
    pub before: String,
    /// The words themselves.
    pub text: String,
    /// A few words after.
    pub after: String,
}

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FixDto {
    /// Its id, for [`UserAction::Fix`].
    pub fix: String,
    /// The button's text.
    pub label: String,
}

/// Why a teacher keeps a draft as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum KeepReason {
    /// "They know each other" / "it is fine": not again for this draft.
    Fine,
    /// "Not right": silence exactly this trigger in this context from now on.
    NotRight,
    /// Ask again in a while.
    Later,
}

/// What the teacher did in a window or the tray.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "action", rename_all = "kebab-case")]
#[ts(export)]
pub enum UserAction {
    /// Take this way out.
    Fix {
        /// The draft's key.
        draft: String,
        /// Rule id.
        rule: String,
        /// Fix id.
        fix: String,
    },
    /// Keep it as it is.
    Keep {
        /// The draft's key.
        draft: String,
        /// Rule id.
        rule: String,
        /// Why.
        reason: KeepReason,
    },
    /// Keep it as it is, whatever stands on its card.
    KeepAll {
        /// The draft's key.
        draft: String,
        /// Why.
        reason: KeepReason,
    },
    /// Take back what was just kept, while the card offers it.
    Undo {
        /// The draft's key.
        draft: String,
    },
    /// The card is being read (the pointer is on it, or its explanation is open): it does not fold by itself.
    Attend {
        /// The draft's key.
        draft: String,
    },
    /// Close the card for this draft; the findings stay open in Today.
    Close {
        /// The draft's key.
        draft: String,
    },
    /// Show this draft's card (from the tray or Today).
    Show {
        /// The draft's key.
        draft: String,
    },
    /// Show the next waiting card.
    Next,
    /// Be quiet for so many minutes; `null` means until tomorrow morning.
    Pause {
        /// Minutes.
        minutes: Option<u32>,
    },
    /// Stop being quiet.
    Resume,
    /// Correct what an address is.
    SetAccountKind {
        /// Address.
        email: String,
        /// `school`, `general`, `group`, `pupil`, `private`, `partner` or `outside`; `null` to follow the policy again.
        kind: Option<String>,
    },
    /// Open the history with this passphrase (no keyring on this computer).
    UnlockHistory {
        /// Passphrase.
        passphrase: String,
    },
    /// Keep the history in memory only, until the app stops.
    HistoryInMemory,
    /// Start the demo mailbox and its scripted teacher.
    StartDemo,
    /// Stop it and remove it.
    StopDemo,
    /// Use this policy file.
    UsePolicy {
        /// Path, or `template:be` / `template:nl`.
        source: String,
    },
    /// Change the language.
    SetLanguage {
        /// `nl`, `fr` or `en`.
        lang: String,
    },
    /// Forget a "not right".
    ForgetSilence {
        /// Its id in [`super::TodayDto::silenced`].
        id: u32,
    },
    /// Answer the offer to make a rule quieter, or change the answer later.
    SetQuieter {
        /// Rule id.
        rule: String,
        /// One step quieter than the policy says, or as the policy says.
        quieter: bool,
    },
    /// A received mail was dealt with.
    ReceivedHandled {
        /// Its id in [`super::TodayDto::received`].
        id: u32,
    },
    /// The list of received mail is being read: it is looked where each stands now.
    LookForFound,
    /// Search the mail that is there already.
    StartScan {
        /// How far back: `school-year`, `two-school-years` or `all`.
        period: String,
    },
    /// Stop searching for now.
    PauseScan,
    /// Go on where it was paused.
    ResumeScan,
    /// Stop searching for good; what was found stays.
    CancelScan,
    /// Set up a mailbox on a server: a password is tried before it is kept; where one signs in at a provider, its page opens.
    AddMailbox {
        /// The teacher's address.
        email: String,
        /// The password, or an app password; empty where one signs in at a provider.
        password: String,
        /// The server, when the teacher had to name it.
        server: Option<ServerDto>,
    },
    /// Watch this mailbox no more, and forget its password.
    RemoveMailbox {
        /// Its [`MailboxDto::id`].
        id: String,
    },
    /// Begin a case for a received mail.
    BeginCase {
        /// Its id in [`super::TodayDto::received`].
        received: u32,
    },
    /// Do something in a case.
    Case {
        /// Its number.
        id: u32,
        /// What.
        case: CaseAction,
    },
    /// Something was sent wrong.
    BeginBreach {
        /// The mail, see [`super::SentDto::id`]; absent when it is only described.
        sent: Option<String>,
    },
    /// Nothing went wrong with the mail of [`super::TodayDto::breach_offer`].
    NoBreach,
    /// Do something about a breach.
    Breach {
        /// Its number.
        id: u32,
        /// What.
        breach: BreachAction,
    },
    /// Erase the history.
    EraseHistory,
}

/// What came of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct OutcomeDto {
    /// A sentence for the teacher ("A corrected mail is open. You can throw the old draft away."); may be empty.
    pub message: String,
    /// Text the shell puts on the clipboard, when that was the way out; cleared after 60 seconds.
    pub clipboard: Option<String>,
    /// Web address the shell opens (the tracking system, a `mailto:`).
    pub open: Option<String>,
    /// Folder of our own that the shell shows in the file manager.
    pub folder: Option<String>,
}

impl OutcomeDto {
    /// Nothing to say: what changed is seen.
    pub const fn done() -> Self {
        Self {
            message: String::new(),
            clipboard: None,
            open: None,
            folder: None,
        }
    }
}

/// A refusal, in the teacher's language, with what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ErrorDto {
    /// Stable code.
    pub code: String,
    /// What to do.
    pub message: String,
}

/// What is said of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TextCheckDto {
    /// What was found, gravest first.
    pub findings: Vec<FindingDto>,
    /// What to mind on this channel anyway.
    pub advice: Vec<String>,
}

/// The tray.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TrayDto {
    /// `calm`, `attention` or `paused`.
    pub state: String,
    /// The top three drafts that need attention.
    pub attention: Vec<AttentionDto>,
    /// How many cases are open.
    pub cases: u32,
    /// `nl`, `fr` or `en`.
    pub lang: String,
}

/// A draft that needs attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AttentionDto {
    /// The draft's key.
    pub draft: String,
    /// Its subject; may be empty.
    pub subject: String,
    /// What was found.
    pub title: String,
    /// `info`, `warn` or `stop`.
    pub severity: String,
    /// It was sent with this finding open.
    pub sent: bool,
}

/// The My mail page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct MyMailDto {
    /// Mail clients found.
    pub clients: Vec<ClientDto>,
    /// Mailboxes on servers that were set up.
    pub mailboxes: Vec<MailboxDto>,
    /// How the scan of all this mail goes; absent before there was one.
    pub scan: Option<ScanDto>,
    /// The policy in force.
    pub policy: PolicyDto,
}

/// A mail client found on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ClientDto {
    /// For example `Thunderbird`.
    pub name: String,
    /// The folder it was read from.
    pub profile: String,
    /// Its identities.
    pub identities: Vec<IdentityDto>,
    /// Its stores.
    pub stores: Vec<StoreDto>,
}

/// A sender identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct IdentityDto {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Kind by the policy or the teacher's correction.
    pub kind: String,
    /// The teacher corrected it.
    pub corrected: bool,
}

/// A watched store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct StoreDto {
    /// Name.
    pub name: String,
    /// Root folder.
    pub path: String,
    /// How many folders.
    pub folders: u32,
    /// The drafts folders' names.
    pub drafts: Vec<String>,
    /// Last event, RFC 3339.
    pub last_event: Option<String>,
}

/// The policy in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PolicyDto {
    /// The school's name.
    pub school: String,
    /// Where it comes from: a path or a template's name.
    pub source: String,
    /// Version of the agreements.
    pub version: String,
    /// Why a newer file was not taken, with line and column.
    pub problem: Option<String>,
}
