//! Hands a corrected draft to the mail client's own compose window. The mail store is never touched: the teacher
//! sends the new mail and throws the old draft away.
//!
//! [`plan()`] says which ways there are, best first; [`Launcher`] takes the first one that works.

mod client;
mod correction;
mod drop_off;
mod launcher;
mod letter;
mod mailto;
mod plan;
#[cfg(test)]
mod tests;

pub use client::Client;
pub use correction::{Corrected, Correction};
pub use drop_off::DropOff;
pub use launcher::{HandedOver, Launcher};
pub use letter::Letter;
pub use plan::{HandoffPlan, Lost, Way, plan};
