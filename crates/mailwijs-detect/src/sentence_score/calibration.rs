//! How log-odds become scores.

use std::sync::LazyLock;

use super::Topics;
use crate::entity::Category;

/// The table, read once.
pub(super) static CALIBRATION: LazyLock<Calibration> =
    LazyLock::new(|| Calibration::read(include_str!("../../../../assets/encoder/calibration.tsv")));

/// What is needed to weigh a sentence.
pub(super) struct Calibration {
    pub sensitive: Scale,
    pub password: Scale,
    pub improper: Scale,
    /// What a word that could be typed as a code adds to the log-odds of a password.
    pub code: f32,
    topic: f32,
    /// How much surer the sentence is that another one echoes.
    surer: f32,
    /// Log-odds from which a sentence echoes nothing.
    clear: f32,
}

/// How one thing that a sentence may hold is weighed.
pub(super) struct Scale {
    /// A score from which checks tell it.
    pub told: f32,
    /// Log-odds at which a sentence without any telling word is told.
    pub even: f32,
    /// In a sentence below this, telling words are only a hint.
    doubt: f32,
}

impl Calibration {
    fn read(table: &str) -> Self {
        let row = |name: &str| {
            let mut rows = table.lines();
            let row = rows.find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
            let mut values = row.unwrap_or_default().split('\t').map(str::parse);
            move || values.next().and_then(Result::ok).unwrap_or(f32::NAN)
        };
        let scale = |name| {
            let mut next = row(name);
            Scale {
                told: next(),
                even: next(),
                doubt: next(),
            }
        };
        let mut echo = row("echo");
        Self {
            sensitive: scale("sensitive"),
            password: scale("password"),
            improper: scale("improper"),
            code: row("code")(),
            topic: row("topic")(),
            surer: echo(),
            clear: echo(),
        }
    }

    /// Whether a sentence of these log-odds only sounds sensitive because of one beside it.
    pub(super) fn echoes(&self, odds: f32, beside: f32) -> bool {
        odds < self.clear && beside >= odds + self.surer
    }

    /// The likeliest category and the others that are likely too.
    pub(super) fn categories(&self, topics: Topics) -> impl Iterator<Item = Category> {
        let top = topics.0.into_iter().fold(f32::NEG_INFINITY, f32::max);
        let each = Category::ALL.into_iter().zip(topics.0);
        each.filter(move |(_, odds)| *odds >= top.min(self.topic))
            .map(|(category, _)| category)
    }
}

impl Scale {
    /// The score of a sentence of these log-odds.
    pub(super) fn score(&self, odds: f32) -> f32 {
        let surplus = odds - self.even;
        (1.0 + (-(surplus + (self.told / (1.0 - self.told)).ln())).exp()).recip()
    }

    /// Whether the encoder sees nothing of the kind in a sentence of these log-odds.
    pub(super) fn doubts(&self, odds: f32) -> bool {
        odds < self.doubt
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete() {
        let all = &*CALIBRATION;
        assert!(all.topic.is_finite() && all.code.is_finite());
        assert!(all.surer.is_finite() && all.clear.is_finite());
        for scale in [&all.sensitive, &all.password, &all.improper] {
            assert!(
                [scale.told, scale.even, scale.doubt]
                    .iter()
                    .all(|value| value.is_finite())
            );
            assert!((scale.score(scale.even) - scale.told).abs() < 1e-4);
        }
    }
}
