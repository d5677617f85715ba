//! Hits, false alarms and misses, and what follows from them.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::share::Share;

/// Hits, false alarms and misses.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// True positives.
    pub hits: usize,
    /// False positives.
    pub false_alarms: usize,
    /// False negatives.
    pub misses: usize,
}

impl Count {
    /// Counts one more mail.
    pub fn add(&mut self, expected: bool, found: bool) {
        match (expected, found) {
            (true, true) => self.hits += 1,
            (false, true) => self.false_alarms += 1,
            (true, false) => self.misses += 1,
            (false, false) => {}
        }
    }

    /// How many were labelled.
    pub const fn expected(self) -> usize {
        self.hits + self.misses
    }

    /// The rule neither spoke nor should have.
    pub const fn is_empty(self) -> bool {
        self.hits + self.false_alarms + self.misses == 0
    }

    /// How many of the findings were right.
    pub const fn precision(self) -> Share {
        Share {
            part: self.hits,
            whole: self.hits + self.false_alarms,
        }
    }

    /// How many of the labelled ones were found.
    pub const fn recall(self) -> Share {
        Share {
            part: self.hits,
            whole: self.expected(),
        }
    }

    /// The harmonic mean of precision and recall, 2·hits / (2·hits + false alarms + misses).
    pub fn f1(self) -> Option<f64> {
        self.agreement().value().map(f1_of)
    }

    /// Its 95 % interval. F1 is a rising function of the share of hits among hits, false alarms and misses, which is a plain
    /// proportion; so the ends of that share's Wilson interval are turned into F1.
    pub fn f1_interval(self) -> (f64, f64) {
        let (low, high) = self.agreement().interval();
        (f1_of(low), f1_of(high))
    }

    /// Hits among everything that was labelled or found (Jaccard).
    const fn agreement(self) -> Share {
        Share {
            part: self.hits,
            whole: self.hits + self.false_alarms + self.misses,
        }
    }
}

fn f1_of(agreement: f64) -> f64 {
    2.0 * agreement / (1.0 + agreement)
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (low, high) = self.f1_interval();
        let mut count = serializer.serialize_struct("Count", 8)?;
        count.serialize_field("hits", &self.hits)?;
        count.serialize_field("false_alarms", &self.false_alarms)?;
        count.serialize_field("misses", &self.misses)?;
        count.serialize_field("precision", &self.precision())?;
        count.serialize_field("recall", &self.recall())?;
        count.serialize_field("f1", &self.f1())?;
        count.serialize_field("f1_low", &low)?;
        count.serialize_field("f1_high", &high)?;
        count.end()
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn f1_is_the_harmonic_mean() {
        let count = Count {
            hits: 6,
            false_alarms: 2,
            misses: 4,
        };
        let (precision, recall) = (0.75, 0.6);
        let expected = 2.0 * precision * recall / (precision + recall);
        let f1 = count.f1().unwrap();
        assert!((f1 - expected).abs() < 1e-12, "{f1}");
        let (low, high) = count.f1_interval();
        assert!(low < f1 && f1 < high, "{low} {high}");
    }

    #[test]
    fn of_nothing_there_is_no_figure() {
        assert_eq!(Count::default().f1(), None);
        assert_eq!(Count::default().precision().value(), None);
    }
}
