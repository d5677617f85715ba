//! School years, by which a school keeps its books.

use std::fmt;

use jiff::civil::Date;

/// A school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchoolYear {
    /// The calendar year in which it begins.
    pub begins: i16,
}

impl SchoolYear {
    /// The school year of a day, where school years begin on the first of this month (1 to 12).
    pub fn of(day: Date, first_month: i8) -> Self {
        let before = i16::from(day.month() < first_month);
        Self {
            begins: day.year().saturating_sub(before),
        }
    }
}

/// As schools write it: 2026-2027.
impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.begins, self.begins.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn it_begins_in_the_month_of_its_country_and_ends_before_it() {
        let year = |day, first| SchoolYear::of(day, first).to_string();
        assert_eq!(year(date(2026, 8, 31), 9), "2025-2026");
        assert_eq!(year(date(2026, 9, 1), 9), "2026-2027");
        assert_eq!(year(date(2027, 1, 1), 9), "2026-2027");
        assert_eq!(year(date(2026, 7, 31), 8), "2025-2026");
        assert_eq!(year(date(2026, 8, 1), 8), "2026-2027");
    }

    #[test]
    fn the_ends_of_the_calendar_do_no_harm() {
        for day in [Date::MIN, Date::MAX] {
            assert!(!SchoolYear::of(day, 9).to_string().is_empty());
        }
    }
}
