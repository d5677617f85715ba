//! Why a command stopped, and what the reader can do about it.

/// The result of a command that has nothing to hand back.
pub type Outcome = Result<(), Trouble>;

/// What went wrong and what to do.
#[derive(Debug)]
pub struct Trouble {
    what: String,
    advice: String,
}

impl Trouble {
    /// Trouble with the advice that gets the reader out of it.
    pub fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: advice.into(),
        }
    }

    /// The first line of what went wrong, for a table.
    pub fn headline(&self) -> &str {
        self.what.lines().next().unwrap_or_default()
    }

    /// Prints both parts where errors belong.
    pub fn tell(&self) {
        eprintln!("\nxtask: {}\n\n{}", self.what, self.advice);
    }
}
