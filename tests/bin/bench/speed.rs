//! How long something takes, and how fast that is.

use std::fmt;
use std::time::{Duration, Instant};

use mailwijs_tests::figures::quantile;

/// The columns of a [`Speed`].
pub const HEAD: &str = "  median ms      p99 ms       MB/s";

/// Times of one thing done often on one text.
#[derive(Debug, Clone, Copy)]
pub struct Speed {
    /// Half of the runs took no longer.
    pub median: Duration,
    /// 99 of 100 took no longer.
    pub p99: Duration,
    /// Bytes of text in one run.
    pub bytes: usize,
}

impl Speed {
    /// Does it for about `total`, and at least ten times, after doing it once to warm up.
    pub fn of(bytes: usize, total: Duration, mut once: impl FnMut()) -> Self {
        once();
        let (start, mut each) = (Instant::now(), Vec::new());
        while each.len() < 10 || start.elapsed() < total {
            let begin = Instant::now();
            once();
            each.push(begin.elapsed());
        }
        Self::of_runs(bytes, each)
    }

    /// From the times of runs.
    pub fn of_runs(bytes: usize, mut each: Vec<Duration>) -> Self {
        each.sort_unstable();
        Self {
            median: quantile(&each, 50),
            p99: quantile(&each, 99),
            bytes,
        }
    }

    /// The median without what a start costs.
    pub fn without(self, start: Duration) -> Self {
        Self {
            median: self.median.saturating_sub(start),
            p99: self.p99.saturating_sub(start),
            bytes: self.bytes,
        }
    }

    /// How many times the other's time a byte takes.
    pub fn times(&self, other: &Self) -> f64 {
        other.megabytes_per_second() / self.megabytes_per_second()
    }

    #[expect(clippy::cast_precision_loss, reason = "texts are far below 2^52 bytes")]
    fn megabytes_per_second(&self) -> f64 {
        self.bytes as f64 / 1e6 / self.median.as_secs_f64()
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:>11.3} {:>11.3} {:>10.1}",
            1e3 * self.median.as_secs_f64(),
            1e3 * self.p99.as_secs_f64(),
            self.megabytes_per_second()
        )
    }
}
