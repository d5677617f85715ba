//! How long ago a message came to stand where it stands.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::strtime;

/// Whether a server's date (`date-time` of RFC 9051, section 9) is no longer ago than this, or by the server's clock yet to come.
pub(super) fn is_fresh(date: &str, span: Duration) -> bool {
    ago(date).is_some_and(|ago| ago < span)
}

/// Whether it is surely longer ago than this.
pub(super) fn is_older(date: &str, span: Duration) -> bool {
    ago(date).is_some_and(|ago| ago > span)
}

fn ago(date: &str) -> Option<Duration> {
    let date = strtime::parse("%d-%b-%Y %H:%M:%S %z", date.trim()).and_then(|date| date.to_timestamp());
    let ago = Timestamp::now().duration_since(date.ok()?);
    Some(Duration::try_from(ago).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);

    #[test]
    fn dates_of_servers() {
        assert!(!is_fresh(" 2-Nov-2026 10:15:00 +0100", MINUTE));
        assert!(!is_fresh("02-Nov-2026 10:15:00 +0100", MINUTE));
        assert!(is_older("02-Nov-2025 10:15:00 +0100", MINUTE));
        assert!(!is_fresh("gisteren", MINUTE) && !is_older("gisteren", MINUTE));
        let now = Timestamp::now().strftime("%d-%b-%Y %H:%M:%S +0000").to_string();
        assert!(is_fresh(&now, MINUTE));
    }
}
