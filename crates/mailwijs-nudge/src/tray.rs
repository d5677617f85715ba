//! What the tray icon and its menu show.

use mailwijs_checks::Finding;
use mailwijs_policy::Severity;

use crate::{DraftId, Moment};

/// The tray at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Tray<'a> {
    /// The icon.
    pub level: TrayLevel,
    /// Every draft with something open, gravest first, then oldest.
    pub open: Vec<OpenDraft<'a>>,
}

/// The icon's three states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TrayLevel {
    /// Nothing is open.
    Calm,
    /// Something is open.
    Attention,
    /// The teacher asked for quiet.
    Paused,
}

/// A draft with something open.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenDraft<'a> {
    /// The draft.
    pub draft: DraftId,
    /// The gravest of its findings.
    pub severity: Severity,
    /// What is open, gravest first; never empty.
    pub findings: Vec<&'a Finding>,
    /// It was sent with this open.
    pub sent: bool,
    /// When the first of it was found.
    pub since: Moment,
}
