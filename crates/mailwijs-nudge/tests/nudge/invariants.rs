//! Whatever happens in whatever order, the promises to the teacher hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Play, clock};
use mailwijs_nudge::{Card, NudgeDecision, TrayLevel};
use mailwijs_policy::{RuleId, Severity};
use proptest::prelude::*;

const DRAFTS: [&str; 3] = ["A", "B", "C"];
const RULES: [&str; 3] = ["visible-recipients", "password", "sensitive-pupil-data"];

/// A line of a scenario, without its moment.
fn step() -> impl Strategy<Value = String> {
    let draft = || prop::sample::select(&DRAFTS[..]);
    let rule = || prop::sample::select(&RULES[..]);
    let saved = (
        draft(),
        any::<bool>(),
        any::<bool>(),
        proptest::array::uniform3(0..4_usize),
        0..3_u8,
    )
        .prop_map(|(draft, unfinished, awaiting, severities, trigger)| {
            let findings = RULES.iter().zip(severities).filter_map(|(rule, severity)| {
                Some(format!(
                    " {rule}:{}@t{trigger}",
                    ["info", "warn", "stop"].get(severity)?
                ))
            });
            format!(
                "{draft}{}{}{}",
                if unfinished { " unfinished" } else { "" },
                if awaiting {
                    " awaiting=sensitive-pupil-data"
                } else {
                    ""
                },
                findings.collect::<String>()
            )
        });
    prop_oneof![
        8 => saved.clone().prop_map(|version| format!("saved {version}")),
        1 => saved.prop_map(|version| format!("sent {version}")),
        6 => Just("tick".to_owned()),
        3 => (draft(), rule(), prop::sample::select(&["fine", "not-right", "later"][..]))
            .prop_map(|(draft, rule, reason)| format!("keep {draft} {rule} {reason}")),
        1 => (draft(), rule()).prop_map(|(draft, rule)| format!("fix {draft} {rule} move-to-bcc")),
        1 => (draft(), prop::sample::select(&["fine", "not-right", "later"][..]))
            .prop_map(|(draft, reason)| format!("keep-all {draft} {reason}")),
        3 => (prop::sample::select(&["close", "show", "attend", "gone", "undo"][..]), draft())
            .prop_map(|(act, draft)| format!("{act} {draft}")),
        1 => (draft(), draft()).prop_filter("two drafts", |(a, b)| a != b).prop_map(|(a, b)| format!("merged {a} {b}")),
        1 => Just("next".to_owned()),
        1 => Just("pause".to_owned()),
        1 => Just("resume".to_owned()),
    ]
}

/// What a teacher has been promised, kept beside the engine.
#[derive(Default)]
struct Promises {
    screen: Option<Card>,
    dismissed: BTreeMap<(u64, RuleId), Severity>,
    warned: bool,
    sent: BTreeSet<u64>,
}

impl Promises {
    fn forget(&mut self, draft: u64) {
        self.dismissed.retain(|(id, _), _| *id != draft);
    }

    /// The screen obeys: nothing is updated, resolved or withdrawn that is not there, and one card at most is.
    fn obey(&mut self, decision: NudgeDecision) -> Result<(), TestCaseError> {
        match decision {
            NudgeDecision::Show(card) => {
                prop_assert!(!card.resolved && card.kept.is_none() && !card.findings.is_empty());
                self.screen = Some(card);
            }
            NudgeDecision::Update(card) => {
                prop_assert!(self.screen.is_some(), "an update of nothing");
                self.screen = Some(card);
            }
            NudgeDecision::Resolve(card) => {
                prop_assert!(card.resolved && card.findings.is_empty() && !card.put_right.is_empty());
                self.screen = Some(card);
            }
            NudgeDecision::Withdraw => prop_assert!(self.screen.take().is_some(), "nothing to withdraw"),
            NudgeDecision::HoldBack(_) => {}
        }
        Ok(())
    }
}

proptest! {
    #[test]
    fn promises_hold(steps in prop::collection::vec((0..30_i64, step()), 1..60)) {
        let mut play = Play::default();
        let mut promises = Promises::default();
        let mut seconds = 0;
        for (wait, step) in steps {
            seconds += wait;
            let step = if step == "pause" {
                format!("pause {}:{:02}", (seconds + 600) / 60, (seconds + 600) % 60)
            } else {
                step
            };
            let words: Vec<&str> = step.split(' ').collect();
            let shown_before = promises.screen.clone();
            let open: BTreeMap<(u64, RuleId), Severity> = play
                .state
                .tray(play.now)
                .open
                .iter()
                .flat_map(|open| open.findings.iter().map(|f| ((open.draft.0, f.rule), f.severity)))
                .collect();
            promises.obey(play.act(&format!("{}:{:02} {step}", seconds / 60, seconds % 60)))?;

            prop_assert_eq!(promises.screen.as_ref(), play.state.visible(), "the screen and the engine disagree");
            prop_assert!(play.state.next_wake(play.now).is_none_or(|at| at > play.now), "a wake-up in the past");
            let tray = play.state.tray(play.now);
            prop_assert_eq!(tray.level == TrayLevel::Calm, tray.open.is_empty() && tray.level != TrayLevel::Paused);
            prop_assert!(tray.open.iter().all(|open| !open.findings.is_empty()));

            promises.warned |= step.contains(":warn") || step.contains(":stop") || step.starts_with("show");
            prop_assert!(promises.warned || promises.screen.is_none(), "an info brought up a card");

            if play.state.paused_until(play.now).is_some() && shown_before.is_none() && !step.starts_with("show") {
                prop_assert!(promises.screen.is_none(), "a card in a pause");
            }

            let draft = words.get(1).and_then(|name| name.bytes().next()).map_or(0, u64::from);
            match words.as_slice() {
                ["keep", _, rule, "fine" | "not-right"] => {
                    let rule = RuleId::parse(rule).unwrap();
                    if let Some(severity) = open.get(&(draft, rule)) {
                        let kept = promises.dismissed.entry((draft, rule)).or_insert(*severity);
                        *kept = (*kept).max(*severity);
                    }
                }
                ["keep-all", _, "fine" | "not-right"] => {
                    let card = shown_before.iter().filter(|card| card.draft.0 == draft);
                    for finding in card.flat_map(|card| &card.findings) {
                        let kept = promises.dismissed.entry((draft, finding.rule)).or_insert(finding.severity);
                        *kept = (*kept).max(finding.severity);
                    }
                }
                // Under its other name it is the same draft; a draft that is gone or sent leaves no promise behind.
                ["merged", old, into] => {
                    let (old, into) = (u64::from(old.as_bytes()[0]), u64::from(into.as_bytes()[0]));
                    for rule in RuleId::ALL {
                        if let Some(severity) = promises.dismissed.remove(&(old, rule)) {
                            let kept = promises.dismissed.entry((into, rule)).or_insert(severity);
                            *kept = (*kept).max(severity);
                        }
                    }
                }
                ["gone", ..] | ["undo", _] => promises.forget(draft),
                ["sent", ..] => {
                    promises.forget(draft);
                    promises.sent.insert(draft);
                }
                ["saved", ..] => {
                    promises.sent.remove(&draft);
                }
                ["close", _] if promises.sent.contains(&draft) => promises.forget(draft),
                _ => {}
            }
            for finding in promises.screen.iter().flat_map(|card| &card.findings) {
                let id = promises.screen.as_ref().map_or(0, |card| card.draft.0);
                let dismissed = promises.dismissed.get(&(id, finding.rule));
                prop_assert!(dismissed.is_none_or(|severity| *severity < finding.severity), "a dismissed finding is back");
            }
            let rules: BTreeSet<RuleId> =
                promises.screen.iter().flat_map(|card| &card.findings).map(|finding| finding.rule).collect();
            let count = promises.screen.as_ref().map_or(0, |card| card.findings.len());
            prop_assert_eq!(rules.len(), count, "a finding stands twice on the card");
        }
    }

    /// Left alone, the screen empties by itself unless a `stop` or the teacher holds the card.
    #[test]
    fn left_alone_it_goes_quiet(steps in prop::collection::vec((0..30_i64, step()), 1..30)) {
        let mut play = Play::default();
        let mut seconds = 0;
        let mut attended = false;
        for (wait, step) in steps.into_iter().filter(|(_, step)| step != "pause") {
            seconds += wait;
            // Whoever takes an answer back has the card at hand.
            attended |= ["show", "attend", "undo"].iter().any(|act| step.starts_with(act));
            play.act(&format!("{}:{:02} {step}", seconds / 60, seconds % 60));
        }
        for _ in 0..50 {
            let Some(at) = play.state.next_wake(play.now) else { break };
            play.act(&format!("{} tick", clock(at)));
        }
        prop_assert!(play.state.next_wake(play.now).is_none(), "it never comes to rest");
        let held = play.state.visible().is_none_or(|card| attended || card.severity == Severity::Stop);
        prop_assert!(held, "a card that nobody holds stays: {:?}", play.state.visible());
    }
}
