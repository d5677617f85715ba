//! The nudge as the teacher meets it, on a clock of the test's own.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a scenario that cannot be read has to stop the test"
)]

mod invariants;
mod scenarios;
mod support;
