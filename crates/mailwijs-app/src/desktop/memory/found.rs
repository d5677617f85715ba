//! Received mail in which something was found, and when the teacher was reminded of it.

use jiff::Timestamp;
use mailwijs_history::Hash;
use mailwijs_store::Sought;

use super::Memory;
use crate::desktop::found::Told;

const REMINDED: &str = "retention-reminded";

/// What became of a mail that was to be remembered.
pub enum Remembered {
    /// It is, under this number.
    As(u32),
    /// It was found before, dealt with or not.
    Before,
    /// Nothing can be remembered.
    Not,
}

impl Memory {
    /// Remembers a mail that was not found before.
    pub fn add_found(&mut self, mail: Hash, told: &Told, sought: &Sought) -> Remembered {
        let (Ok(told), Ok(sought)) = (serde_json::to_string(told), serde_json::to_string(sought)) else {
            return Remembered::Not;
        };
        let Some(history) = &self.history else {
            return Remembered::Not;
        };
        match history.add_found(mail, &told, &sought) {
            Ok(id) => id.map_or(Remembered::Before, Remembered::As),
            Err(error) => {
                self.problem = Some(error);
                Remembered::Not
            }
        }
    }

    /// What was found and not dealt with.
    pub fn found(&self) -> Vec<(u32, Told, Sought)> {
        let kept = self.history.as_ref().and_then(|history| history.found().ok());
        let read = kept.unwrap_or_default().into_iter().filter_map(|found| {
            // What a newer version wrote stays as it is, for that version.
            let told = serde_json::from_str(&found.state).ok()?;
            Some((found.id, told, serde_json::from_str(&found.sought).ok()?))
        });
        read.collect()
    }

    /// It was dealt with.
    pub fn found_is_handled(&mut self, id: u32) {
        let Some(history) = &self.history else { return };
        if let Err(error) = history.found_is_handled(id, Timestamp::now().as_second()) {
            self.problem = Some(error);
        }
    }

    /// When the teacher was last reminded of mail that stays too long.
    pub fn reminded_of_retention(&self) -> Option<Timestamp> {
        let at = self.history.as_ref()?.setting(REMINDED).ok()??;
        at.parse().ok()
    }

    /// The teacher was reminded of it.
    pub fn set_reminded_of_retention(&mut self, at: Timestamp) {
        self.set(REMINDED, Some(&at.to_string()));
    }

    /// A setting of the app's own.
    pub fn setting(&self, name: &str) -> Option<String> {
        self.history.as_ref()?.setting(name).ok()?
    }

    /// Changes one; `None` removes it.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        let Some(history) = &self.history else { return };
        if let Err(error) = history.set_setting(name, value) {
            self.problem = Some(error);
        }
    }
}
