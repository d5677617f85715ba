//! Proportions, with how sure one may be of them.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// So many of so many.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Those that are.
    pub part: usize,
    /// Those that could be.
    pub whole: usize,
}

impl Share {
    /// Counts one more.
    pub fn add(&mut self, is: bool) {
        self.whole += 1;
        self.part += usize::from(is);
    }

    /// The proportion; none of nothing.
    pub fn value(self) -> Option<f64> {
        (self.whole > 0).then(|| count(self.part) / count(self.whole))
    }

    /// The 95 % Wilson score interval (Wilson 1927); everything is possible of nothing.
    pub fn interval(self) -> (f64, f64) {
        const Z: f64 = 1.959_964;
        let Some(p) = self.value() else {
            return (0.0, 1.0);
        };
        let n = count(self.whole);
        let middle = p + Z * Z / (2.0 * n);
        let margin = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + Z * Z / n;
        (
            ((middle - margin) / scale).max(0.0),
            ((middle + margin) / scale).min(1.0),
        )
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of mails are far below 2^52")]
fn count(mails: usize) -> f64 {
    mails as f64
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (low, high) = self.interval();
        let mut share = serializer.serialize_struct("Share", 5)?;
        share.serialize_field("part", &self.part)?;
        share.serialize_field("whole", &self.whole)?;
        share.serialize_field("value", &self.value())?;
        share.serialize_field("low", &low)?;
        share.serialize_field("high", &high)?;
        share.end()
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn the_interval_is_wilsons() {
        let (low, high) = Share { part: 8, whole: 10 }.interval();
        assert!(
            (low - 0.490_16).abs() < 1e-4 && (high - 0.943_32).abs() < 1e-4,
            "{low} {high}"
        );
        assert_eq!(Share::default().interval(), (0.0, 1.0));
    }
}
