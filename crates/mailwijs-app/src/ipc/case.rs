//! Received mail on its way into the student tracking system, for the page "To the LVS".

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FindingDto;

/// The page: every case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CasesDto {
    /// What is still to be done, newest first.
    pub open: Vec<CaseLineDto>,
    /// What is done, newest first.
    pub closed: Vec<CaseLineDto>,
    /// The school years in which something was cleaned up, newest first: of each a proof can be made.
    pub done_years: Vec<SchoolYearDto>,
}

/// A school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SchoolYearDto {
    /// The calendar year in which it begins: its number.
    pub begins: i16,
    /// Its name ("2026-2027").
    pub name: String,
}

/// A case in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CaseLineDto {
    /// Its number.
    pub id: u32,
    /// The mail's subject, live from the mail store; empty before it was found, and once it is gone.
    pub subject: String,
    /// Everything was looked at, and the mail stands in no folder any more.
    pub gone: bool,
    /// Who sent it; empty once it is gone.
    pub from: String,
    /// What the data is about, in words ("gezondheid").
    pub categories: Vec<String>,
    /// The step it stands at, see [`StepDto::step`].
    pub step: String,
    /// When it was begun, RFC 3339.
    pub opened: String,
    /// When it was closed, RFC 3339.
    pub closed: Option<String>,
    /// It was done, and a copy came back.
    pub reopened: bool,
}

/// One case: the checklist, and all that its steps need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CaseDto {
    /// As in the list.
    pub line: CaseLineDto,
    /// When the mail was sent, RFC 3339; absent once it is gone.
    pub date: Option<String>,
    /// What was found in the mail and the school's paragraph; absent once it is gone.
    pub finding: Option<FindingDto>,
    /// The mail's text, live from the mail store, cut into what is sensitive and what is not; empty once it is gone.
    pub text: Vec<PieceDto>,
    /// The seven steps, in order.
    pub steps: Vec<StepDto>,
    /// `myself`, `colleague`, or not chosen yet.
    pub route: Option<String>,
    /// The school's tracking system, by its name.
    pub system: String,
    /// Its address is known: it can be opened.
    pub opens_system: bool,
    /// The school has a file share for it (WebDAV).
    pub has_share: bool,
    /// Colleagues who may file it.
    pub colleagues: Vec<ColleagueDto>,
    /// What to copy into the tracking system.
    pub note: NoteDto,
    /// The mail as files, while they are there.
    pub export: Option<ExportDto>,
    /// Every copy found, gone ones included.
    pub copies: Vec<CopyDto>,
    /// What could not be looked into: nothing there counts as gone.
    pub unread: Vec<UnreadDto>,
    /// When everything was last looked at, RFC 3339, to the minute.
    pub looked: Option<String>,
    /// How many copies were deleted since the case was begun.
    pub deleted: u32,
    /// Where the teacher filed it, see [`CaseAction::Filed`], and when (RFC 3339).
    pub filed: Option<FiledDto>,
}

/// A piece of the mail's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PieceDto {
    /// The text.
    pub text: String,
    /// It is what was found.
    pub marked: bool,
}

/// A step of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct StepDto {
    /// `what`, `into-lvs`, `filed`, `delete`, `trash`, `gone` or `done`.
    pub step: String,
    /// `done`, `now` (to be done), or `locked` (an earlier step comes first).
    pub state: String,
}

/// A colleague who may file it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ColleagueDto {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
}

/// What to copy into the tracking system; each has its own button.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct NoteDto {
    /// A title without anything sensitive.
    pub title: String,
    /// The day, as the teacher's language writes it.
    pub date: String,
    /// The category, in words.
    pub category: String,
    /// A neutral text to begin with.
    pub text: String,
}

/// A word in a note that judges instead of telling what was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ToneDto {
    /// The word, as written.
    pub word: String,
    /// What to write instead, in a sentence.
    pub advice: String,
}

/// The mail as files in a private folder, for a short while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ExportDto {
    /// The folder.
    pub folder: String,
    /// The files' names.
    pub files: Vec<String>,
    /// Until when they stay, RFC 3339.
    pub until: String,
}

/// A copy of the mail, or a mail of the same conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CopyDto {
    /// For [`CaseAction::Stays`] and [`CaseAction::ShowMail`].
    pub id: String,
    /// Its folder, as the teacher knows it; empty when it was gone before the app was started.
    pub folder: String,
    /// Its account or store, as the teacher knows it.
    pub store: String,
    /// When it was sent, RFC 3339.
    pub date: Option<String>,
    /// Its subject; empty once it is gone.
    pub subject: String,
    /// `same` (the mail itself) or `conversation` (an answer, a forward).
    pub kin: String,
    /// `live`, `trash` (deleted, still in the trash), `bytes` (deleted, still in the folder's file until that is compacted)
    /// or `gone`.
    pub state: String,
    /// The teacher says that there is nothing sensitive in it: it may stay. Only for a mail of the conversation.
    pub stays: bool,
    /// It can be shown in the mail client.
    pub shows: bool,
}

/// Something that could not be looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct UnreadDto {
    /// What, and why, in words.
    pub text: String,
    /// For [`CaseAction::NoCopyIn`]: it does not open to the teacher, now or later, so that the teacher alone can say whether a
    /// copy is there. Absent when Mailwijs looks again.
    pub place: Option<String>,
    /// The teacher says that no copy is there.
    pub no_copy: bool,
}

/// Where it was filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FiledDto {
    /// When the teacher said so, RFC 3339.
    pub at: String,
    /// Where, see [`CaseAction::Filed`].
    pub place: String,
}

/// What the teacher does in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "act", rename_all = "kebab-case")]
#[ts(export)]
pub enum CaseAction {
    /// There is nothing sensitive in it: the case ends.
    NotSensitive,
    /// The teacher files it: `myself`; or a colleague does, who gets a message without the data.
    Route {
        /// `myself` or `colleague`.
        route: String,
        /// The colleague's address.
        email: Option<String>,
    },
    /// Open the tracking system.
    OpenSystem,
    /// Put this on the clipboard, for a minute.
    Copy {
        /// The text, as the teacher made it.
        text: String,
    },
    /// Put the mail as files in a private folder.
    Export,
    /// Open that folder.
    OpenExport,
    /// Put the files on the school's file share.
    ToShare {
        /// The name to log in with; absent when the keyring has it.
        user: Option<String>,
        /// The password; absent when the keyring has it.
        password: Option<String>,
    },
    /// It is in.
    Filed {
        /// `system`, `share`, `colleague` or `elsewhere`.
        place: String,
    },
    /// It is not in after all: deleting is locked again.
    NotFiled,
    /// This mail of the conversation may stay, or not after all.
    Stays {
        /// [`CopyDto::id`].
        copy: String,
        /// Whether.
        stays: bool,
    },
    /// The teacher says that no copy is in this place that does not open, or takes that back.
    NoCopyIn {
        /// [`UnreadDto::place`].
        place: String,
        /// Whether.
        no_copy: bool,
    },
    /// Show this copy in the mail client.
    ShowMail {
        /// [`CopyDto::id`].
        copy: String,
    },
    /// Look again now.
    Look,
    /// Remind me on the next school day.
    Later,
}
