//! How a case or a breach is kept: as JSON, in the encrypted history only. It holds times, words of the policy and keyed
//! hashes, and of a breach the teacher's own answers.

use crate::{Breach, Case};

/// What was kept cannot be read: it is from a newer version, or damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl Case {
    /// As it is kept.
    pub fn save(&self) -> String {
        // Strings, numbers and times always become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was kept.
    ///
    /// # Errors
    /// When it is from a newer version, or damaged.
    pub fn restore(saved: &str) -> Result<Self, Unreadable> {
        serde_json::from_str(saved).map_err(|_| Unreadable)
    }
}

impl Breach {
    /// As it is kept.
    pub fn save(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was kept.
    ///
    /// # Errors
    /// When it is from a newer version, or damaged.
    pub fn restore(saved: &str) -> Result<Self, Unreadable> {
        serde_json::from_str(saved).map_err(|_| Unreadable)
    }
}
