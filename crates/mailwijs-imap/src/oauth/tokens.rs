//! What a sign-in brings.

use std::fmt;
use std::time::{Duration, SystemTime};

use zeroize::Zeroizing;

/// With less than this left, a token may be too old by the time that the server looks at it.
const MARGIN: Duration = Duration::from_mins(1);

/// What a sign-in brings; wiped from memory when dropped, never printed.
#[derive(Clone)]
pub struct Tokens {
    /// To stay signed in with: belongs in the keyring.
    pub refresh: Zeroizing<String>,
    /// To open the mailbox with now.
    pub access: Option<Access>,
}

/// Opens the mailbox for an hour or so.
#[derive(Clone)]
pub struct Access {
    /// What the mail server wants to see.
    pub token: Zeroizing<String>,
    /// When it ends, by this computer's clock.
    pub until: SystemTime,
}

impl Tokens {
    /// What was kept in the keyring.
    pub fn kept(refresh: Zeroizing<String>) -> Self {
        Self {
            refresh,
            access: None,
        }
    }
}

impl Access {
    /// Whether it lasts for a minute more, or longer.
    pub fn lasts(&self, now: SystemTime) -> bool {
        self.until.duration_since(now).is_ok_and(|left| left >= MARGIN)
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Tokens(…)")
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Access(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_lasts_until_a_minute_before_its_end() {
        let now = SystemTime::now();
        let access = |left| Access {
            token: Zeroizing::default(),
            until: now + Duration::from_secs(left),
        };
        assert!(access(60).lasts(now));
        assert!(!access(59).lasts(now));
        assert!(!access(0).lasts(now + Duration::from_secs(5)));
    }
}
