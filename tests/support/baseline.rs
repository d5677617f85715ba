//! The figures that were accepted, and whether today's are as good.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::corpus::Kind;
use crate::figures::{Count, Figures, Outcome, Share};
use crate::mutate::Trial;
use crate::{Error, paths};

/// How far a proportion may fall before it counts: one point.
const SLACK: f64 = 0.01;

/// What was accepted: figures by what the mails may be used for, and how often findings follow the words.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    groups: BTreeMap<String, Group>,
    #[serde(default)]
    trials: BTreeMap<String, Trial>,
}

/// What was accepted of some mails.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    /// Clean mails.
    clean: usize,
    /// Mails with `sensitive-pupil-data` found rightly.
    found: usize,
    /// Of those, the ones with every labelled category.
    well_named: usize,
    /// Ids of clean mails with a false alarm.
    alarmed: BTreeSet<String>,
    rules: BTreeMap<String, Rule>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    hits: usize,
    missed: BTreeSet<String>,
    false_alarms: BTreeSet<String>,
}

/// How today's figures differ.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Figures that fell too far, in words.
    pub fallen: Vec<String>,
    /// Rule and id of mails that a rule is wrong about since.
    pub worse: Vec<String>,
    /// Rule and id of mails that a rule is no longer wrong about.
    pub better: Vec<String>,
}

impl Baseline {
    /// The one in this repository.
    ///
    /// # Errors
    /// It is missing or no baseline.
    pub fn read() -> Result<Self, Error> {
        let text = fs::read_to_string(path())?;
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path().display()).into())
    }

    /// Accepts these figures.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self) -> Result<PathBuf, Error> {
        let head = "# The figures of tests/corpus that were accepted, with the mails that the rules are wrong about.\n\
                    # Written by `cargo xtask eval --accept`.\n\n";
        fs::write(path(), format!("{head}{}", toml::to_string_pretty(self)?))?;
        Ok(path())
    }

    /// What there is to accept.
    pub fn of(outcomes: &[Outcome<'_>]) -> Self {
        let groups = [Kind::Open, Kind::HeldOut, Kind::Unseen, Kind::Sentences].map(|kind| {
            let mails = outcomes.iter().filter(|outcome| outcome.part.kind == kind);
            (name(kind).to_owned(), Group::of(&Figures::of(mails)))
        });
        Self {
            groups: groups
                .into_iter()
                .filter(|(_, group)| *group != Group::default())
                .collect(),
            trials: BTreeMap::new(),
        }
    }

    /// The same with what [`trials`](crate::mutate::trials) told.
    #[must_use]
    pub fn with_trials(self, trials: BTreeMap<String, Trial>) -> Self {
        Self { trials, ..self }
    }

    /// How today's figures differ from these.
    pub fn compare(&self, today: &Self) -> Difference {
        let mut difference = Difference::default();
        for (name, now) in &today.groups {
            match self.groups.get(name) {
                Some(before) => before.compare(name, now, &mut difference),
                None => difference
                    .fallen
                    .push(format!("{name}: nothing was accepted yet")),
            }
        }
        for (name, now) in &today.trials {
            let before = self.trials.get(name).cloned().unwrap_or_default();
            if now.tried < before.tried {
                let (now, before) = (now.tried, before.tried);
                let told = format!("{name}: tried on {now} mails, before on {before}");
                difference.fallen.push(told);
            }
            fell(&mut difference, name, before.held().value(), now.held().value());
            changed(&mut difference, name, "failed for", &before.failed, &now.failed);
        }
        difference
    }
}

impl Group {
    fn of(figures: &Figures) -> Self {
        let rule = |(rule, one): (&'static str, &crate::figures::RuleFigures)| {
            let kept = Rule {
                hits: one.count.hits,
                missed: one.missed.iter().cloned().collect(),
                false_alarms: one.false_alarms.iter().cloned().collect(),
            };
            (rule.to_owned(), kept)
        };
        Self {
            clean: figures.alarms.all().whole,
            found: figures.categories.all_labelled.whole,
            well_named: figures.categories.all_labelled.part,
            alarmed: figures.alarms.ids.iter().cloned().collect(),
            rules: figures.active().map(rule).collect(),
        }
    }

    fn compare(&self, group: &str, now: &Self, difference: &mut Difference) {
        let silent = Rule::default();
        let names: BTreeSet<&String> = self.rules.keys().chain(now.rules.keys()).collect();
        for name in names {
            let before = self.rules.get(name).unwrap_or(&silent);
            let today = now.rules.get(name).unwrap_or(&silent);
            for (what, before, today) in before.count().proportions(today.count()) {
                fell(difference, &format!("{group}, {name}: {what}"), before, today);
            }
            changed(difference, name, "missed", &before.missed, &today.missed);
            changed(
                difference,
                name,
                "false alarm",
                &before.false_alarms,
                &today.false_alarms,
            );
        }
        fell(
            difference,
            &format!("{group}: mails with the right categories"),
            self.well_named().value(),
            now.well_named().value(),
        );
        if let (Some(before), Some(today)) = (self.alarms().value(), now.alarms().value())
            && today > before
        {
            let new: Vec<&str> = now
                .alarmed
                .difference(&self.alarmed)
                .map(String::as_str)
                .collect();
            difference.fallen.push(format!(
                "{group}: false alarms per 100 clean mails rose from {:.2} to {:.2}: {}",
                100.0 * before,
                100.0 * today,
                new.join(" ")
            ));
        }
    }

    const fn well_named(&self) -> Share {
        Share {
            part: self.well_named,
            whole: self.found,
        }
    }

    fn alarms(&self) -> Share {
        Share {
            part: self.alarmed.len(),
            whole: self.clean,
        }
    }
}

impl Rule {
    fn count(&self) -> Count {
        Count {
            hits: self.hits,
            false_alarms: self.false_alarms.len(),
            misses: self.missed.len(),
        }
    }
}

impl Count {
    fn proportions(self, today: Self) -> [(&'static str, Option<f64>, Option<f64>); 3] {
        [
            ("precision", self.precision().value(), today.precision().value()),
            ("recall", self.recall().value(), today.recall().value()),
            ("F1", self.f1(), today.f1()),
        ]
    }
}

/// A proportion of nothing was perfect.
fn fell(difference: &mut Difference, what: &str, before: Option<f64>, today: Option<f64>) {
    let (before, today) = (before.unwrap_or(1.0), today.unwrap_or(1.0));
    if today < before - SLACK {
        difference
            .fallen
            .push(format!("{what} fell from {before:.3} to {today:.3}"));
    }
}

fn changed(
    difference: &mut Difference,
    rule: &str,
    what: &str,
    before: &BTreeSet<String>,
    today: &BTreeSet<String>,
) {
    let line = |id: &String| format!("{rule} {what} {id}");
    difference.worse.extend(today.difference(before).map(line));
    difference.better.extend(before.difference(today).map(line));
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Open => "open",
        Kind::HeldOut => "held-out",
        Kind::Unseen => "unseen",
        Kind::Sentences => "sentences",
    }
}

fn path() -> PathBuf {
    paths::data("corpus/baseline.toml")
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Group, Rule, Trial};

    fn baseline(hits: usize, missed: &[&str], false_alarms: &[&str], alarmed: &[&str]) -> Baseline {
        let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let rule = Rule {
            hits,
            missed: set(missed),
            false_alarms: set(false_alarms),
        };
        let group = Group {
            clean: 100,
            found: hits,
            well_named: hits,
            alarmed: set(alarmed),
            rules: [("password".to_owned(), rule)].into(),
        };
        Baseline {
            groups: [("open".to_owned(), group)].into(),
            ..Baseline::default()
        }
    }

    fn tried(tried: usize, failed: &[&str]) -> Baseline {
        let failed = failed.iter().map(|id| (*id).to_owned()).collect();
        let trial = Trial { tried, failed };
        Baseline::default().with_trials([("in quotes".to_owned(), trial)].into())
    }

    #[test]
    fn as_good_is_good() {
        let before = baseline(50, &["a"], &["b"], &["b"]);
        assert_eq!(before.compare(&before), super::Difference::default());
    }

    #[test]
    fn a_fall_of_more_than_a_point_is_told_with_the_mails() {
        let before = baseline(50, &["a"], &[], &[]);
        let today = baseline(49, &["b", "c"], &[], &[]);
        let difference = before.compare(&today);
        assert_eq!(
            difference.fallen,
            [
                "open, password: recall fell from 0.980 to 0.961",
                "open, password: F1 fell from 0.990 to 0.980"
            ]
        );
        assert_eq!(difference.worse, ["password missed b", "password missed c"]);
        assert_eq!(difference.better, ["password missed a"]);
    }

    #[test]
    fn less_than_a_point_is_no_reason_to_stop() {
        let before = baseline(299, &["a"], &[], &[]);
        let today = baseline(298, &["a", "b"], &[], &[]);
        assert_eq!(before.compare(&today).fallen, Vec::<String>::new());
    }

    #[test]
    fn one_false_alarm_more_on_clean_mail_is_told() {
        let before = baseline(300, &[], &[], &[]);
        let today = baseline(300, &[], &["clean"], &["clean"]);
        assert_eq!(
            before.compare(&today).fallen,
            ["open: false alarms per 100 clean mails rose from 0.00 to 1.00: clean"]
        );
    }

    #[test]
    fn a_trial_that_fails_more_often_is_told_with_the_mails() {
        let difference = tried(50, &["a"]).compare(&tried(50, &["a", "b"]));
        assert_eq!(difference.fallen, ["in quotes fell from 0.980 to 0.960"]);
        assert_eq!(difference.worse, ["in quotes failed for b"]);
    }

    #[test]
    fn a_trial_that_loses_its_mails_is_told() {
        let difference = tried(50, &[]).compare(&tried(49, &[]));
        assert_eq!(difference.fallen, ["in quotes: tried on 49 mails, before on 50"]);
    }

    #[test]
    fn mails_that_nobody_accepted_are_named() {
        let difference = Baseline::default().compare(&baseline(1, &[], &[], &[]));
        assert_eq!(difference.fallen, ["open: nothing was accepted yet"]);
    }
}
