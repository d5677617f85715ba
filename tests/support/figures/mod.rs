//! How well the rules do on labelled mails.

mod categories;
mod count;
mod evidence;
mod outcome;
mod rule;
mod share;
mod times;

use std::collections::BTreeMap;

use mailwijs_checks::CHECKS;
use serde::Serialize;

pub use categories::Categories;
pub use count::Count;
pub use outcome::{Found, Outcome, SENSITIVE};
pub use rule::RuleFigures;
pub use share::Share;
pub use times::{Times, quantile};

/// Figures of some mails.
#[derive(Debug, Default, Serialize)]
pub struct Figures {
    /// Mails looked at.
    pub mails: usize,
    /// Clean mails for which something fired.
    pub alarms: Alarms,
    /// Per rule.
    pub rules: BTreeMap<&'static str, RuleFigures>,
    /// Categories of `sensitive-pupil-data`.
    pub categories: Categories,
    /// How long one mail takes.
    pub times: Times,
}

/// Clean mails, for which nothing may fire, and those of them for which something fired.
#[derive(Debug, Default, Clone, Serialize)]
pub struct Alarms {
    /// Mails that look like something, but are not.
    pub traps: Share,
    /// All other clean mails.
    pub ordinary: Share,
    /// Ids of those with an alarm.
    pub ids: Vec<String>,
}

impl Alarms {
    /// All clean mails.
    pub const fn all(&self) -> Share {
        Share {
            part: self.traps.part + self.ordinary.part,
            whole: self.traps.whole + self.ordinary.whole,
        }
    }

    fn add(&mut self, outcome: &Outcome<'_>) {
        let alarmed = !outcome.found.is_empty();
        let share = if outcome.mail.is_trap() {
            &mut self.traps
        } else {
            &mut self.ordinary
        };
        share.add(alarmed);
        if alarmed {
            self.ids.push(outcome.mail.id.clone());
        }
    }
}

impl Figures {
    /// Counts what was said of mails.
    pub fn of<'o, 'c: 'o>(outcomes: impl IntoIterator<Item = &'o Outcome<'c>>) -> Self {
        let mut figures = Self::default();
        for check in CHECKS {
            figures.rules.insert(check.rule.as_str(), RuleFigures::default());
        }
        let mut times = Vec::new();
        for outcome in outcomes {
            figures.mails += 1;
            if outcome.mail.is_clean() {
                figures.alarms.add(outcome);
            }
            for (rule, one) in &mut figures.rules {
                one.add(rule, outcome);
            }
            figures.categories.add(outcome);
            times.push(outcome.took);
        }
        figures.times = Times::of(times);
        figures
    }

    /// Rules that spoke or should have.
    pub fn active(&self) -> impl Iterator<Item = (&'static str, &RuleFigures)> {
        let rules = self.rules.iter().filter(|(_, one)| !one.count.is_empty());
        rules.map(|(rule, one)| (*rule, one))
    }
}
