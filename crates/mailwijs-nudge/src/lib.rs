//! A report, what was shown before and the time become a [`NudgeDecision`].
//!
//! Nothing here reads a clock: every call is told the [`Moment`], and [`NudgeState::next_wake`] says when to
//! call [`NudgeState::tick`] again. The rules it keeps are those of a discreet colleague: one card per draft,
//! one visible at a time, nothing repeated that was dismissed.
#![forbid(unsafe_code)]

mod act;
mod card;
mod draft;
mod moment;
mod note;
mod record;
mod state;
mod tray;
mod trigger;
mod visible;

pub use act::{Act, Keep};
pub use card::{Awaited, Card, Checked, HoldReason, NudgeDecision};
pub use draft::Dismissal;
pub use moment::Moment;
pub use note::{Note, NoteKind};
pub use record::Record;
pub use state::{Memory, NudgeState};
pub use tray::{OpenDraft, Tray, TrayLevel};
pub use trigger::{DraftId, Trigger};
