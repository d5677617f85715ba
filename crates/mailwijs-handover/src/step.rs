//! The seven steps of a case.

use serde::{Deserialize, Serialize};

/// A step, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The teacher looks at what it is.
    What,
    /// It is put into the tracking system, or a colleague is asked to.
    IntoLvs,
    /// The teacher says that it is in.
    Filed,
    /// Every copy is deleted.
    Delete,
    /// The trash is emptied.
    Trash,
    /// No bytes of it are left.
    Gone,
    /// All is done.
    Done,
}

impl Step {
    /// All, in order.
    pub const ALL: [Self; 7] = [
        Self::What,
        Self::IntoLvs,
        Self::Filed,
        Self::Delete,
        Self::Trash,
        Self::Gone,
        Self::Done,
    ];

    /// Its word for windows and scripts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::IntoLvs => "into-lvs",
            Self::Filed => "filed",
            Self::Delete => "delete",
            Self::Trash => "trash",
            Self::Gone => "gone",
            Self::Done => "done",
        }
    }
}

/// How it is with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepState {
    /// It holds, as far as was seen last.
    Done,
    /// It is to be done now.
    Now,
    /// An earlier step comes first.
    Locked,
}

impl StepState {
    /// Its word for windows and scripts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Locked => "locked",
        }
    }
}
