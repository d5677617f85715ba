//! What is remembered of one draft.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use mailwijs_checks::Finding;
use mailwijs_detect::Category;
use mailwijs_policy::{RuleId, Severity};

use crate::{Awaited, Checked, Moment, Trigger};

/// So long at most a finding waits for the reading that may take it back: nearly every draft is read by then, and a mail is not
/// sent sooner than a card that comes now is seen.
const READ_BY: Duration = Duration::from_millis(350);

/// A finding the teacher dismissed for a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dismissal {
    /// Its rule.
    pub rule: RuleId,
    /// Its severity then: a graver one is a new matter.
    pub severity: Severity,
    /// Its categories then: another one is a new matter.
    pub categories: Vec<Category>,
}

impl Dismissal {
    pub(crate) fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity,
            categories: finding.categories.clone(),
        }
    }

    fn covers(&self, finding: &Finding) -> bool {
        self.rule == finding.rule
            && finding.severity <= self.severity
            && finding
                .categories
                .iter()
                .all(|category| self.categories.contains(category))
    }

    fn widen(&mut self, other: &Self) {
        self.severity = self.severity.max(other.severity);
        self.categories.extend(
            other
                .categories
                .iter()
                .filter(|c| !self.categories.contains(c))
                .copied()
                .collect::<Vec<_>>(),
        );
    }
}

/// A finding of the last saved version, with what set it off.
#[derive(Debug, Clone)]
struct Held {
    finding: Finding,
    triggers: Vec<Trigger>,
}

/// Findings that are not told yet: what is being read may take them back, and a card that comes and goes is worse than one
/// that comes a moment later.
#[derive(Debug, Clone)]
struct Doubted {
    held: Vec<Held>,
    until: Moment,
}

/// What was answered to a rule in a draft, to be restored when a later answer is taken back.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answered {
    pub dismissed: Option<Dismissal>,
    later: Option<Moment>,
    folded: Option<Severity>,
}

/// One draft, as the last saved version and the teacher's answers left it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    held: Vec<Held>,
    doubted: Option<Doubted>,
    unfinished: bool,
    dismissed: BTreeMap<RuleId, Dismissal>,
    /// Rules that stood on a visible card and were not put right since.
    pub shown: BTreeSet<RuleId>,
    /// Rules that went to the tray, at this severity: only a graver one is worth a card again.
    folded: BTreeMap<RuleId, Severity>,
    later: BTreeMap<RuleId, Moment>,
    /// A corrected mail was opened for these: what is left to do is throwing the old draft away.
    pub handed: BTreeSet<RuleId>,
    /// The teacher closed the card.
    pub closed: bool,
    /// How often it was passed over for the next card: its place in the line.
    pub turn: u32,
    /// When it was sent with something open.
    pub sent: Option<Moment>,
    /// When something was first open.
    pub since: Moment,
}

impl Draft {
    /// Takes in a new version; gives back the shown findings that are no longer in it.
    pub fn take(&mut self, checked: Checked<'_>, silenced: &BTreeSet<Trigger>, now: Moment) -> Vec<Finding> {
        let mut fresh: Vec<Held> = checked
            .report
            .findings
            .iter()
            .map(|finding| Held {
                finding: finding.clone(),
                triggers: checked.triggers.get(&finding.rule).cloned().unwrap_or_default(),
            })
            .collect();
        let mut held = Vec::new();
        for Awaited { rule, doubted } in checked.awaited {
            if *doubted {
                held.extend(self.stand_by(*rule, &mut fresh));
            } else {
                self.stand(*rule, &mut fresh);
            }
        }
        // Saving again and again does not put it off.
        let earlier = self.doubted.take().map(|doubted| doubted.until);
        self.doubted = (!held.is_empty()).then(|| Doubted {
            held,
            until: earlier.map_or(now + READ_BY, |until| until.min(now + READ_BY)),
        });
        self.renew(fresh, checked.unfinished, silenced, now)
    }

    /// What a rule said before goes on standing when it says nothing now.
    fn stand(&self, rule: RuleId, fresh: &mut Vec<Held>) {
        let of_rule = |held: &&Held| held.finding.rule == rule;
        let before = self.held.iter().find(of_rule);
        if let Some(before) = before.filter(|_| !fresh.iter().any(|held| of_rule(&held))) {
            fresh.push(before.clone());
            fresh.sort_by_key(|held| Reverse(held.finding.severity));
        }
    }

    /// What a rule said before goes on standing; gives what it says beyond that.
    fn stand_by(&self, rule: RuleId, fresh: &mut Vec<Held>) -> Option<Held> {
        let of_rule = |held: &Held| held.finding.rule == rule;
        let now = fresh.iter().find(|held| of_rule(held)).cloned();
        let before = self.held.iter().find(|held| of_rule(held));
        fresh.retain(|held| !of_rule(held));
        if let Some(before) = before {
            fresh.push(before.clone());
            fresh.sort_by_key(|held| Reverse(held.finding.severity));
        }
        now.filter(|now| before.is_none_or(|before| !Dismissal::of(&before.finding).covers(&now.finding)))
    }

    /// What was not read in time is told now.
    pub fn tell_doubted(&mut self, silenced: &BTreeSet<Trigger>, now: Moment) {
        // A clock that was set back must not make it wait.
        let is_over = |doubted: &mut Doubted| doubted.until <= now || now + READ_BY < doubted.until;
        if let Some(doubted) = self.doubted.take_if(is_over) {
            self.tell(doubted, silenced, now);
        }
    }

    fn tell(&mut self, doubted: Doubted, silenced: &BTreeSet<Trigger>, now: Moment) {
        if self.open(silenced).next().is_none() {
            self.since = now;
        }
        let has = |rule| doubted.held.iter().any(|held| held.finding.rule == rule);
        self.held.retain(|held| !has(held.finding.rule));
        self.held.extend(doubted.held);
        self.held.sort_by_key(|held| Reverse(held.finding.severity));
    }

    /// Something is not told yet, because what is being read may take it back.
    pub const fn is_doubted(&self) -> bool {
        self.doubted.is_some()
    }

    fn renew(
        &mut self,
        fresh: Vec<Held>,
        unfinished: bool,
        silenced: &BTreeSet<Trigger>,
        now: Moment,
    ) -> Vec<Finding> {
        if self.open(silenced).next().is_none() {
            self.since = now;
        }
        let has = |rule| fresh.iter().any(|held: &Held| held.finding.rule == rule);
        let put_right: Vec<Finding> = self
            .open(silenced)
            .filter(|finding| self.shown.contains(&finding.rule) && !has(finding.rule))
            .cloned()
            .collect();
        self.shown.retain(|rule| has(*rule));
        self.folded.retain(|rule, _| has(*rule));
        self.later.retain(|rule, _| has(*rule));
        self.handed.retain(|rule| has(*rule));
        self.held = fresh;
        self.unfinished = unfinished;
        put_right
    }

    /// Remembers a dismissal, made now or before a restart.
    pub fn dismiss(&mut self, dismissal: Dismissal) {
        self.dismissed
            .entry(dismissal.rule)
            .and_modify(|old| old.widen(&dismissal))
            .or_insert(dismissal);
    }

    /// What was answered to this rule until now.
    pub fn answered(&self, rule: RuleId) -> Answered {
        Answered {
            dismissed: self.dismissed.get(&rule).cloned(),
            later: self.later.get(&rule).copied(),
            folded: self.folded.get(&rule).copied(),
        }
    }

    /// Puts the answers to this rule back.
    pub fn answer_again(&mut self, rule: RuleId, before: Answered) {
        restore(&mut self.dismissed, rule, before.dismissed);
        restore(&mut self.later, rule, before.later);
        restore(&mut self.folded, rule, before.folded);
    }

    /// What is neither dismissed nor silenced, gravest first.
    pub fn open<'a>(&'a self, silenced: &'a BTreeSet<Trigger>) -> impl Iterator<Item = &'a Finding> {
        self.held
            .iter()
            .filter(|held| !self.is_handled(held, silenced))
            .map(|held| &held.finding)
    }

    /// What belongs on a card: what is open and not put off until later.
    pub fn on_card<'a>(
        &'a self,
        silenced: &'a BTreeSet<Trigger>,
        now: Moment,
    ) -> impl Iterator<Item = &'a Finding> {
        self.open(silenced)
            .filter(move |finding| self.later.get(&finding.rule).is_none_or(|until| *until <= now))
    }

    /// Something on the card asks for it to be brought up.
    pub fn is_loud(&self, silenced: &BTreeSet<Trigger>, now: Moment) -> bool {
        self.sent.is_none()
            && self.on_card(silenced, now).any(|finding| {
                let severity = self.loudness(finding);
                severity >= Severity::Warn
                    && self
                        .folded
                        .get(&finding.rule)
                        .is_none_or(|folded| *folded < severity)
            })
    }

    /// How loudly a finding is told in this draft.
    pub fn loudness(&self, finding: &Finding) -> Severity {
        match (finding.severity, self.unfinished) {
            (Severity::Stop, true) => Severity::Warn,
            (Severity::Warn, true) => Severity::Info,
            (severity, _) => severity,
        }
    }

    /// How the card behaves: the loudest finding decides, but one that was handed over only waits to fold.
    pub fn card_severity(&self, silenced: &BTreeSet<Trigger>, now: Moment) -> Severity {
        self.on_card(silenced, now)
            .map(|finding| match self.loudness(finding) {
                Severity::Stop if self.handed.contains(&finding.rule) => Severity::Warn,
                severity => severity,
            })
            .max()
            .unwrap_or(Severity::Info)
    }

    /// Everything open goes to the tray.
    pub fn fold(&mut self, silenced: &BTreeSet<Trigger>, now: Moment) {
        self.folded = self
            .on_card(silenced, now)
            .map(|finding| (finding.rule, self.loudness(finding)))
            .collect();
    }

    /// The card is up: nothing on it counts as folded any more.
    pub fn unfold(&mut self) {
        self.folded.clear();
        self.closed = false;
    }

    /// The finding of this rule in the last saved version, with its triggers.
    pub fn find(&self, rule: RuleId) -> Option<(&Finding, &[Trigger])> {
        let held = self.held.iter().find(|held| held.finding.rule == rule)?;
        Some((&held.finding, &held.triggers))
    }

    /// The last saved version has no finding at all.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Nothing is put off any longer.
    pub fn ask_now(&mut self) {
        self.later.clear();
    }

    /// Puts a finding off.
    pub fn put_off(&mut self, rule: RuleId, until: Moment) {
        self.later.insert(rule, until);
        self.folded.remove(&rule);
    }

    /// When the first finding asks that was put off, or that was held back for what is being read.
    pub fn next_wake(&self, now: Moment) -> Option<Moment> {
        let doubted = self.doubted.iter().map(|doubted| doubted.until);
        let later = self.later.values().copied();
        later.chain(doubted).filter(|until| *until > now).min()
    }

    /// The mail is gone: its words go too, the findings' kinds stay for the tray.
    pub fn mark_sent(&mut self, silenced: &BTreeSet<Trigger>, now: Moment) {
        if let Some(doubted) = self.doubted.take() {
            self.tell(doubted, silenced, now);
        }
        self.sent = Some(now);
        for held in &mut self.held {
            held.finding.evidence.clear();
        }
    }

    /// Takes in a newer version of the same draft, which went by another name, with what was answered there; gives back
    /// the shown findings that are no longer in it.
    pub fn absorb(&mut self, newer: Self, silenced: &BTreeSet<Trigger>) -> Vec<Finding> {
        for dismissal in newer.dismissed.into_values() {
            self.dismiss(dismissal);
        }
        let put_right = self.renew(newer.held, newer.unfinished, silenced, newer.since);
        self.doubted = newer.doubted;
        let has = |rule: &RuleId| self.held.iter().any(|held| held.finding.rule == *rule);
        self.closed |= newer.closed;
        self.shown.extend(newer.shown.into_iter().filter(has));
        self.handed.extend(newer.handed.into_iter().filter(has));
        for (rule, severity) in newer.folded {
            if has(&rule) {
                self.folded.entry(rule).or_insert(severity);
            }
        }
        for (rule, until) in newer.later {
            if has(&rule) {
                self.later.entry(rule).or_insert(until);
            }
        }
        put_right
    }

    fn is_handled(&self, held: &Held, silenced: &BTreeSet<Trigger>) -> bool {
        let dismissed = self
            .dismissed
            .get(&held.finding.rule)
            .is_some_and(|d| d.covers(&held.finding));
        dismissed || (!held.triggers.is_empty() && held.triggers.iter().all(|t| silenced.contains(t)))
    }
}

/// Puts a rule's entry back as it was.
pub(crate) fn restore<T>(map: &mut BTreeMap<RuleId, T>, rule: RuleId, before: Option<T>) {
    match before {
        Some(value) => map.insert(rule, value),
        None => map.remove(&rule),
    };
}
