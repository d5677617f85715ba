//! How well the rules do on labelled mails.

use std::collections::{BTreeMap, BTreeSet};

use mailwijs_checks::{CHECKS, Finding};
use mailwijs_detect::Category;
use mailwijs_policy::RuleId;
use serde::Serialize;

use crate::corpus::Labelled;
use crate::pipeline::School;
use crate::render;

/// Figures of one set of mails.
#[derive(Debug, Default, Serialize)]
pub struct Figures {
    /// Mails looked at.
    pub mails: usize,
    /// Mails for which nothing may fire.
    pub clean: usize,
    /// Clean mails for which something fired.
    pub clean_alarmed: usize,
    /// Per rule.
    pub rules: BTreeMap<String, RuleFigures>,
    /// Categories of `sensitive-pupil-data`, on mails where it fires rightly.
    pub categories: BTreeMap<String, Count>,
}

/// Figures of one rule.
#[derive(Debug, Default, Serialize)]
pub struct RuleFigures {
    /// Hits, false alarms and misses.
    pub count: Count,
    /// Hits whose evidence overlaps labelled evidence, of the hits that have some.
    pub evidence_right: usize,
    /// Hits that have labelled evidence.
    pub evidence_labelled: usize,
    /// Hits and misses by difficulty.
    pub by_difficulty: BTreeMap<String, Count>,
    /// Ids of mails with a false alarm.
    pub false_alarms: Vec<String>,
    /// Ids of mails that were missed.
    pub missed: Vec<String>,
}

/// Hits, false alarms and misses.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count {
    /// True positives.
    pub hits: usize,
    /// False positives.
    pub false_alarms: usize,
    /// False negatives.
    pub misses: usize,
}

impl Count {
    fn add(&mut self, expected: bool, found: bool) {
        match (expected, found) {
            (true, true) => self.hits += 1,
            (false, true) => self.false_alarms += 1,
            (true, false) => self.misses += 1,
            (false, false) => {}
        }
    }

    /// How many of the findings were right; 1 when there was none.
    pub fn precision(self) -> f64 {
        ratio(self.hits, self.hits + self.false_alarms)
    }

    /// How many of the labelled ones were found; 1 when there was none.
    pub fn recall(self) -> f64 {
        ratio(self.hits, self.hits + self.misses)
    }

    /// The 95 % Wilson score interval of the precision.
    pub fn precision_interval(self) -> (f64, f64) {
        wilson(self.hits, self.hits + self.false_alarms)
    }

    /// The 95 % Wilson score interval of the recall.
    pub fn recall_interval(self) -> (f64, f64) {
        wilson(self.hits, self.hits + self.misses)
    }
}

/// Runs the whole pipeline on each mail and counts.
pub fn measure(school: &School, mails: &[Labelled]) -> Figures {
    let mut figures = Figures::default();
    for check in CHECKS {
        figures
            .rules
            .insert(check.rule.as_str().to_owned(), RuleFigures::default());
    }
    for (index, labelled) in mails.iter().enumerate() {
        let examined = school.examine(&render::message(labelled, index), labelled.direction());
        figures.add(labelled, &examined.report.findings);
    }
    figures
}

impl Figures {
    fn add(&mut self, labelled: &Labelled, findings: &[Finding]) {
        self.mails += 1;
        if labelled.expect.is_empty() {
            self.clean += 1;
            self.clean_alarmed += usize::from(!findings.is_empty());
        }
        for (rule, figures) in &mut self.rules {
            let expected = labelled.expect.contains(rule);
            let finding = findings.iter().find(|finding| finding.rule.as_str() == rule);
            figures.add(labelled, expected, finding);
            if let (true, Some(finding)) = (expected, finding) {
                for category in categories_of(labelled, finding) {
                    let expected = labelled.categories.contains(category.as_str());
                    let count = self.categories.entry(category.as_str().to_owned()).or_default();
                    count.add(expected, finding.categories.contains(&category));
                }
            }
        }
    }

    /// Clean mails with a false alarm, per hundred.
    pub fn alarms_per_hundred_clean(&self) -> f64 {
        100.0 * ratio_or(self.clean_alarmed, self.clean, 0.0)
    }
}

impl RuleFigures {
    fn add(&mut self, labelled: &Labelled, expected: bool, finding: Option<&Finding>) {
        let found = finding.is_some();
        self.count.add(expected, found);
        if expected || found {
            self.by_difficulty
                .entry(labelled.difficulty.clone())
                .or_default()
                .add(expected, found);
        }
        match (expected, found) {
            (false, true) => self.false_alarms.push(labelled.id.clone()),
            (true, false) => self.missed.push(labelled.id.clone()),
            _ => {}
        }
        if let (true, Some(finding)) = (expected, finding)
            && is_content_rule(finding)
            && !labelled.evidence.is_empty()
        {
            self.evidence_labelled += 1;
            self.evidence_right += usize::from(evidence_overlaps(labelled, finding));
        }
    }
}

/// Both labelled and found categories of a content rule.
fn categories_of(labelled: &Labelled, finding: &Finding) -> BTreeSet<Category> {
    let is_sensitive = finding.rule == RuleId::SensitivePupilData;
    let labelled = labelled
        .categories
        .iter()
        .filter_map(|word| Category::parse(word));
    labelled
        .chain(finding.categories.iter().copied())
        .filter(|_| is_sensitive)
        .collect()
}

/// Only rules about content have labelled evidence.
fn is_content_rule(finding: &Finding) -> bool {
    let content = [
        RuleId::SensitivePupilData,
        RuleId::Identifier,
        RuleId::Password,
        RuleId::ImproperContent,
    ];
    content.contains(&finding.rule)
}

/// A found piece lies in a labelled one, or the other way round.
fn evidence_overlaps(labelled: &Labelled, finding: &Finding) -> bool {
    let flat = |text: &str| {
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    finding
        .evidence
        .iter()
        .map(|evidence| flat(&evidence.text))
        .any(|found| {
            labelled
                .evidence
                .iter()
                .map(|gold| flat(gold))
                .any(|gold| gold.contains(&found) || found.contains(&gold))
        })
}

fn ratio(part: usize, whole: usize) -> f64 {
    ratio_or(part, whole, 1.0)
}

#[expect(clippy::cast_precision_loss, reason = "counts of mails are far below 2^52")]
fn ratio_or(part: usize, whole: usize, none: f64) -> f64 {
    if whole == 0 {
        none
    } else {
        part as f64 / whole as f64
    }
}

/// The 95 % Wilson score interval of a proportion (Wilson 1927).
#[expect(clippy::cast_precision_loss, reason = "counts of mails are far below 2^52")]
fn wilson(part: usize, whole: usize) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    if whole == 0 {
        return (0.0, 1.0);
    }
    let n = whole as f64;
    let p = part as f64 / n;
    let middle = p + Z * Z / (2.0 * n);
    let margin = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    ((middle - margin) / scale, (middle + margin) / scale)
}

#[cfg(test)]
mod tests {
    use super::{Count, wilson};

    #[test]
    fn the_interval_is_wilsons() {
        let (low, high) = wilson(8, 10);
        assert!(
            (low - 0.490_16).abs() < 1e-4 && (high - 0.943_32).abs() < 1e-4,
            "{low} {high}"
        );
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }

    #[test]
    fn nothing_found_and_nothing_missed_is_right() {
        let count = Count::default();
        assert!(
            (count.precision() - 1.0).abs() < f64::EPSILON && (count.recall() - 1.0).abs() < f64::EPSILON
        );
    }
}
