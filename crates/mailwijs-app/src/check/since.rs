//! "Only mail from this day on".

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The start of a day, where the computer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// Seconds since the Unix epoch.
    start: i64,
}

impl Since {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When it is no such date.
    #[expect(clippy::result_unit_err, reason = "there is one thing to say: it is no date")]
    pub fn parse(text: &str) -> Result<Self, ()> {
        let date: Date = text.trim().parse().map_err(drop)?;
        let start = date.to_zoned(TimeZone::system()).map_err(drop)?;
        Ok(Self {
            start: start.timestamp().as_second(),
        })
    }

    /// The first second of the day, since the Unix epoch.
    pub const fn seconds(self) -> i64 {
        self.start
    }

    /// Whether a message of this date is recent enough; one without a date is looked at.
    pub fn includes(self, date: Option<i64>) -> bool {
        date.is_none_or(|date| date >= self.start)
    }
}
