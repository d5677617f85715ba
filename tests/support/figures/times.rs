//! How long mails take.

use std::time::Duration;

use serde::Serialize;

/// Milliseconds for one mail, from bytes to report.
#[derive(Debug, Default, Clone, Copy, Serialize)]
pub struct Times {
    /// Half of the mails take no longer.
    pub median_ms: f64,
    /// 95 of 100 take no longer.
    pub p95_ms: f64,
}

impl Times {
    /// From the time that each mail took.
    pub fn of(mut each: Vec<Duration>) -> Self {
        each.sort_unstable();
        Self {
            median_ms: 1e3 * quantile(&each, 50).as_secs_f64(),
            p95_ms: 1e3 * quantile(&each, 95).as_secs_f64(),
        }
    }
}

/// The smallest of the sorted times that this percentage does not exceed (nearest rank); zero of none.
pub fn quantile(sorted: &[Duration], percent: usize) -> Duration {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::quantile;

    #[test]
    fn quantiles_are_times_that_were_measured() {
        let times: Vec<Duration> = (1..=20).map(Duration::from_millis).collect();
        assert_eq!(quantile(&times, 50), Duration::from_millis(10));
        assert_eq!(quantile(&times, 95), Duration::from_millis(19));
        assert_eq!(quantile(&times, 99), Duration::from_millis(20));
        assert_eq!(quantile(&[], 50), Duration::ZERO);
    }
}
