//! When a reminder may come: on a school day, between 8:30 and 16:30.

use jiff::civil::{Time, Weekday, time};
use jiff::{Span, Zoned};

/// The first minute of a school day at which Mailwijs speaks of its own accord.
const FROM: Time = time(8, 30, 0, 0);

/// The minute from which it is silent again.
const UNTIL: Time = time(16, 30, 0, 0);

/// Whether a reminder may come now: a weekday, from 8:30 until 16:30.
pub fn is_school_time(now: &Zoned) -> bool {
    !is_weekend(now) && (FROM..UNTIL).contains(&now.time())
}

fn is_weekend(day: &Zoned) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// 8:30 on the next school day after `now`, in its time zone. Holidays differ by school and are not known.
pub fn next_school_day(now: &Zoned) -> Zoned {
    let mut day = now.clone();
    loop {
        // Past the end of the calendar there is no tomorrow; there is no school either.
        let Ok(next) = day.checked_add(Span::new().days(1)) else {
            return day;
        };
        day = next;
        if !is_weekend(&day) {
            return day.with().time(FROM).build().unwrap_or(day);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(now: &str) -> String {
        let now: Zoned = now.parse().unwrap();
        next_school_day(&now).strftime("%a %F %R").to_string()
    }

    #[test]
    fn on_a_weekday_it_is_tomorrow() {
        assert_eq!(next("2026-11-23T07:00[Europe/Brussels]"), "Tue 2026-11-24 08:30");
        assert_eq!(next("2026-11-26T22:00[Europe/Brussels]"), "Fri 2026-11-27 08:30");
    }

    #[test]
    fn a_weekend_is_left_alone() {
        assert_eq!(next("2026-11-27T15:00[Europe/Amsterdam]"), "Mon 2026-11-30 08:30");
        assert_eq!(next("2026-11-28T09:00[Europe/Amsterdam]"), "Mon 2026-11-30 08:30");
    }

    #[test]
    fn evenings_and_weekends_are_left_alone() {
        let is_time = |now: &str| is_school_time(&now.parse().unwrap());
        assert!(is_time("2026-11-23T08:30[Europe/Brussels]"));
        assert!(is_time("2026-11-27T16:29[Europe/Brussels]"));
        for now in ["2026-11-23T08:29", "2026-11-23T16:30", "2026-11-28T10:00"] {
            assert!(!is_time(&format!("{now}[Europe/Brussels]")), "{now}");
        }
    }

    #[test]
    fn it_is_half_past_eight_by_the_clock_on_the_wall_also_when_clocks_are_changed() {
        // Clocks go back on Sunday 25 October 2026.
        assert_eq!(next("2026-10-23T10:00[Europe/Brussels]"), "Mon 2026-10-26 08:30");
    }
}
