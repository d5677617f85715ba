//! How loudly the school wants a rule to speak.

use crate::{keyword::Keyword, severity::Severity};

/// How loudly the school wants a rule to speak, silence included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, schemars::JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Level {
    /// The rule is not checked.
    Off,
    /// Only the tray icon changes colour.
    Info,
    /// A card that folds away after a while.
    Warn,
    /// A card that stays until it is handled.
    Stop,
}

impl Level {
    /// The severity of this rule's findings; `None` when the rule is off.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warn => Some(Severity::Warn),
            Self::Stop => Some(Severity::Stop),
        }
    }

    /// The word in the policy file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Stop => "stop",
        }
    }
}

impl Keyword for Level {
    const WORDS: &'static [Self] = &[Self::Off, Self::Info, Self::Warn, Self::Stop];

    fn word(self) -> &'static str {
        self.as_str()
    }
}
