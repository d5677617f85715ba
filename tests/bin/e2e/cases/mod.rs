//! Cases: a sensitive mail comes in, and the engine of the desktop app says step by step how far it is gone, while a real
//! client deletes it. What it says is held against what the scenario says (`tests/e2e/cases/*.toml`), and against the bytes on disk.

mod delays;
mod desk;
mod play;
mod scenario;
mod steps;
mod traces;

pub use delays::Delays;
pub use play::play;
pub use scenario::CaseScenario;
