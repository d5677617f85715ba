//! How far back a scan goes.

use jiff::Zoned;
use jiff::civil::{Date, date};
use mailwijs_handover::SchoolYear;
use mailwijs_policy::Country;

/// How far back a scan goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// To the first day of this school year.
    SchoolYear,
    /// To the first day of the school year before this one.
    TwoSchoolYears,
    /// To the oldest mail.
    All,
}

impl Period {
    /// By its word: `school-year`, `two-school-years` or `all`.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "school-year" => Some(Self::SchoolYear),
            "two-school-years" => Some(Self::TwoSchoolYears),
            "all" => Some(Self::All),
            _ => None,
        }
    }

    /// Its first day, where there is one.
    pub fn first_day(self, now: &Zoned, country: Country) -> Option<Date> {
        let month = country.first_school_month();
        let begins = SchoolYear::of(now.date(), month).begins;
        match self {
            Self::SchoolYear => Some(date(begins, month, 1)),
            Self::TwoSchoolYears => Some(date(begins.saturating_sub(1), month, 1)),
            Self::All => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn a_school_year_begins_in_another_month_on_each_side_of_the_border() {
        let day = |today: Date, country, period: Period| {
            let now = today.to_zoned(TimeZone::UTC).unwrap();
            period.first_day(&now, country)
        };
        for (today, country, first) in [
            (date(2026, 11, 23), Country::Belgium, date(2026, 9, 1)),
            (date(2026, 8, 31), Country::Belgium, date(2025, 9, 1)),
            (date(2026, 8, 31), Country::Netherlands, date(2026, 8, 1)),
            (date(2026, 7, 31), Country::Netherlands, date(2025, 8, 1)),
        ] {
            assert_eq!(day(today, country, Period::SchoolYear), Some(first), "{today}");
        }
        assert_eq!(
            day(date(2026, 11, 23), Country::Belgium, Period::TwoSchoolYears),
            Some(date(2025, 9, 1))
        );
        assert_eq!(day(date(2026, 11, 23), Country::Belgium, Period::All), None);
    }
}
