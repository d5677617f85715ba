//! Figures of one rule.

use std::collections::BTreeMap;

use serde::Serialize;

use super::count::Count;
use super::outcome::Outcome;
use super::share::Share;

/// Figures of one rule.
#[derive(Debug, Default, Serialize)]
pub struct RuleFigures {
    /// Hits, false alarms and misses.
    pub count: Count,
    /// Hits that point at labelled evidence, of the hits that have some; the others are right for the wrong reason.
    pub evidence: Share,
    /// Hits and misses by difficulty.
    pub by_difficulty: BTreeMap<String, Share>,
    /// Ids of mails with a false alarm.
    pub false_alarms: Vec<String>,
    /// Ids of mails that were missed.
    pub missed: Vec<String>,
    /// Ids of mails that were found, pointing elsewhere than the labelled evidence.
    pub elsewhere: Vec<String>,
}

impl RuleFigures {
    pub(super) fn add(&mut self, rule: &str, outcome: &Outcome<'_>) {
        let (mail, found) = (outcome.mail, outcome.found.get(rule));
        let expected = mail.expect.contains(rule);
        self.count.add(expected, found.is_some());
        match (expected, found) {
            (true, Some(found)) => {
                if let Some(right) = found.evidence_right {
                    self.evidence.add(right);
                    if !right {
                        self.elsewhere.push(mail.id.clone());
                    }
                }
            }
            (false, Some(_)) => self.false_alarms.push(mail.id.clone()),
            (true, None) => self.missed.push(mail.id.clone()),
            (false, None) => {}
        }
        if expected {
            let share = self.by_difficulty.entry(mail.difficulty.clone()).or_default();
            share.add(found.is_some());
        }
    }
}
