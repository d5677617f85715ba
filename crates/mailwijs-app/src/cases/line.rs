//! A case as the command line tells it: a contract that others script against (`docs/cli.md`).

use std::path::PathBuf;

use jiff::Timestamp;
use mailwijs_detect::Category;
use mailwijs_handover::{Case, CopyId, CopyOf, End, Kin, Stand, Step, StepState};
use mailwijs_history::Hasher;
use mailwijs_store::Sighting;
use serde::Serialize;

use super::evidence;
use super::look::{Seen, Unread};

/// A case, as it stands by one look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseLine {
    /// Its number.
    pub case: u32,
    /// What the data is about.
    pub categories: Vec<&'static str>,
    /// The step to be done now.
    pub step: &'static str,
    /// When it was begun.
    pub opened: Timestamp,
    /// When it was closed; absent while it is open.
    pub closed: Option<Timestamp>,
    /// `done` or `not-sensitive`; absent while it is open.
    pub end: Option<&'static str>,
    /// It was done, and a copy came back.
    pub reopened: bool,
    /// When and where the teacher filed it.
    pub filed: Option<FiledLine>,
    /// The seven steps, in order.
    pub steps: Vec<StepLine>,
    /// Every copy that was ever seen, those that are farthest from gone first.
    pub copies: Vec<CopyLine>,
    /// What could not be looked into: what stands there does not count as gone.
    pub unread: Vec<UnreadLine>,
}

/// The teacher said that it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FiledLine {
    /// When.
    pub at: Timestamp,
    /// `system`, `share`, `colleague` or `elsewhere`.
    pub place: &'static str,
}

/// One of the seven steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepLine {
    /// `what into-lvs filed delete trash gone done`.
    pub step: &'static str,
    /// `done`, `now` or `locked`.
    pub state: &'static str,
}

/// A copy of the mail, or a mail of its conversation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CopyLine {
    /// `live`, `trash`, `bytes` or `gone`.
    pub state: &'static str,
    /// `same` or `conversation`.
    pub kin: &'static str,
    /// It has to go, since nobody said that it may stay.
    pub to_go: bool,
    /// The store's name; absent when it was not looked at.
    pub store: Option<String>,
    /// The folder's name; absent of a copy that was not seen by this look: where it stood is kept nowhere.
    pub folder: Option<String>,
    /// Its subject, while the mail client shows it.
    pub subject: Option<String>,
}

/// What could not be looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnreadLine {
    /// The file or folder, or the mailbox's URL.
    pub path: String,
    /// Why.
    pub why: String,
    /// It does not open to this user, and the teacher said in the app that no copy is there.
    pub no_copy: bool,
}

impl CaseLine {
    pub(super) fn new(number: u32, case: &Case, seen: &Seen, hasher: &Hasher) -> Self {
        let mut copies: Vec<(Stand, CopyLine)> = case
            .copies()
            .map(|(id, copy)| (copy.stand, copy_line(number, id, *copy, case, seen, hasher)))
            .collect();
        // The mail itself before its conversation.
        copies.sort_by(|a, b| (a.0, b.1.kin, &a.1).cmp(&(b.0, a.1.kin, &b.1)));
        Self {
            case: number,
            categories: case.categories().map(Category::as_str).collect(),
            step: case.step().as_str(),
            opened: case.opened(),
            closed: case.end().map(End::at),
            end: case.end().map(|end| match end {
                End::NotSensitive(_) => "not-sensitive",
                End::Done(_) => "done",
            }),
            reopened: case.is_reopened(),
            filed: case.filed().map(|filed| FiledLine {
                at: filed.at,
                place: filed.place.as_str(),
            }),
            steps: case.steps().into_iter().map(step_line).collect(),
            copies: copies.into_iter().map(|(_, line)| line).collect(),
            unread: seen
                .unread
                .iter()
                .map(|unread| unread_line(unread, case))
                .collect(),
        }
    }
}

fn unread_line(unread: &Unread, case: &Case) -> UnreadLine {
    UnreadLine {
        path: unread.path.clone(),
        why: unread.why.clone(),
        no_copy: unread.place.is_some_and(|place| case.is_said_of(place)),
    }
}

fn step_line((step, state): (Step, StepState)) -> StepLine {
    StepLine {
        step: step.as_str(),
        state: state.as_str(),
    }
}

fn copy_line(number: u32, id: CopyId, copy: CopyOf, case: &Case, seen: &Seen, hasher: &Hasher) -> CopyLine {
    let is_it = |one: &&Sighting| one.of == u64::from(number) && evidence::copy(one, hasher) == id;
    let place = seen.looked.sightings.iter().find(is_it);
    let holds = |root: &&(PathBuf, String)| evidence::source(&root.0, hasher) == copy.source;
    let store = seen.roots.iter().find(holds);
    let is_shown = place.filter(|_| copy.stand < Stand::Bytes);
    CopyLine {
        state: match copy.stand {
            Stand::Live => "live",
            Stand::Trash => "trash",
            Stand::Bytes => "bytes",
            Stand::Gone => "gone",
        },
        kin: match copy.kin {
            Kin::Same => "same",
            Kin::Conversation => "conversation",
        },
        to_go: copy.kin == Kin::Same || !case.may_stay(copy.mail),
        store: store.map(|(_, name)| name.clone()),
        folder: place.map(|place| place.folder.clone()),
        subject: is_shown.map(|place| place.subject.clone()),
    }
}
