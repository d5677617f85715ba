//! How loudly a rule speaks.

/// How loudly a finding is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Colours the tray only.
    Info,
    /// A card that folds away after a while.
    Warn,
    /// A card that stays until it is handled.
    Stop,
}

impl Severity {
    /// The word used in policy files, on the command line and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Stop => "stop",
        }
    }
}
