//! All checks, and running them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use mailwijs_mail::Direction;
use mailwijs_policy::{RuleId, Severity};

use crate::told_by::{is_asked, shown_by_words};
use crate::{Audience, Channel, Context, Evidence, Fact, Finding, Fix, Report, checks};

/// One check: a rule and how it is recognised.
#[derive(Debug)]
pub struct Check {
    /// The rule it speaks for.
    pub rule: RuleId,
    /// Which mails it looks at.
    pub directions: &'static [Direction],
    /// On which channels it makes sense.
    pub channels: &'static [Channel],
    /// Looks at one mail.
    pub run: fn(&Context<'_>) -> Option<Found>,
}

/// What a check found; the policy adds how loudly it is told and on what it rests.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// What the data is about.
    pub categories: Vec<mailwijs_detect::Category>,
    /// Numbers and words for the texts.
    pub facts: Vec<(&'static str, Fact)>,
    /// The places that show it.
    pub evidence: Vec<Evidence>,
    /// The ways out, best first.
    pub fixes: Vec<Fix>,
    /// How loudly it is told, beside what the school set for the rule.
    pub weight: Weight,
}

/// How loudly a finding is told, beside what the school set for its rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Weight {
    /// As the school set it.
    #[default]
    Full,
    /// One step quieter: the circumstances make it less grave, or less sure.
    Light,
    /// As softly as can be, whatever the school set: it only colours the tray.
    Softest,
}

impl Weight {
    const fn of(self, severity: Severity) -> Severity {
        match (self, severity) {
            (Self::Full, severity) => severity,
            (Self::Light, Severity::Stop) => Severity::Warn,
            (Self::Light, Severity::Warn | Severity::Info) | (Self::Softest, _) => Severity::Info,
        }
    }
}

/// Mail that the teacher writes or has written.
pub(crate) const OUTGOING: &[Direction] = &[Direction::Draft, Direction::Sent];
/// Mail that came in.
pub(crate) const INCOMING: &[Direction] = &[Direction::Received];
/// Every direction.
pub(crate) const EVERY_DIRECTION: &[Direction] = &[Direction::Draft, Direction::Received, Direction::Sent];
/// Only e-mail has addresses to look at.
pub(crate) const ONLY_MAIL: &[Channel] = &[Channel::Mail];

/// Every check, in the order of the rule pages.
pub static CHECKS: &[&Check] = &[
    &checks::visible_recipients::CHECK,
    &checks::group_address_visible::CHECK,
    &checks::private_account::CHECK,
    &checks::private_address_exposed::CHECK,
    &checks::identifier::CHECK,
    &checks::password::CHECK,
    &checks::sensitive_pupil_data::CHECK,
    &checks::improper_content::CHECK,
    &checks::unusual_recipient::CHECK,
    &checks::public_share_link::CHECK,
    &checks::suspicious_mail::CHECK,
    &checks::platform_signup::CHECK,
    &checks::photo_consent::CHECK,
];

/// Everything the checks say of one mail. A check that crashes is named in [`Report::skipped`]; the others still speak.
pub fn check(context: &Context<'_>) -> Report {
    let entities = shown_by_words(context.entities, Audience::of(context).threshold());
    let context = Context {
        entities: &entities,
        ..*context
    };
    run(CHECKS, &context)
}

fn run(checks: &[&Check], context: &Context<'_>) -> Report {
    let mut report = Report {
        audience: catch_unwind(AssertUnwindSafe(|| Audience::of(context))).ok(),
        ..Report::default()
    };
    if context.entities.partial {
        report.skipped.push("part of a very long text".to_owned());
    }
    if context.entities.hidden && context.direction != Direction::Received {
        report.skipped.push("many invisible characters".to_owned());
    }
    for check in checks.iter().filter(|check| applies(check, context)) {
        match catch_unwind(AssertUnwindSafe(|| finding(check, context))) {
            Ok(found) => report.findings.extend(found),
            Err(_) => report.skipped.push(format!("check {}", check.rule.as_str())),
        }
    }
    // Stable: checks of the same severity keep the order of the registry.
    report
        .findings
        .sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    report
}

fn applies(check: &Check, context: &Context<'_>) -> bool {
    check.directions.contains(&context.direction) && check.channels.contains(&context.channel)
}

fn finding(check: &Check, context: &Context<'_>) -> Option<Finding> {
    let settings = context.policy.settings(check.rule);
    let severity = settings.level.severity()?;
    let found = (check.run)(context).filter(|found| !found.evidence.is_empty())?;
    let mut facts: std::collections::BTreeMap<_, _> = found.facts.into_iter().collect();
    facts.insert(
        "direction",
        Fact::Word(direction_word(context.direction).to_owned()),
    );
    facts.insert("channel", Fact::Word(context.channel.as_str().to_owned()));
    let mut severity = found.weight.of(severity);
    // What is put as a question does not stop anybody, and what stops somebody is no question.
    if is_asked(check.rule, &found.evidence, context.entities) {
        facts.insert("source", Fact::Word("sentence".to_owned()));
        severity = severity.min(Severity::Warn);
    }
    Some(Finding {
        rule: check.rule,
        severity,
        categories: found.categories,
        facts,
        evidence: found.evidence,
        fixes: found.fixes,
        paragraph: settings.paragraph,
    })
}

const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Draft => "draft",
        Direction::Received => "received",
        Direction::Sent => "sent",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use mailwijs_detect::{Category, Entities, Entity, EntityKind, Person, SENTENCE_CONCEPT, Span};
    use mailwijs_mail::{Mail, Part};
    use mailwijs_policy::Policy;

    use super::*;

    const POLICY: &str = "format = 1\n[school]\nname = \"School\"\ndomains = [\"school.example\"]\n";

    #[test]
    fn no_rule_has_two_checks() {
        let rules: BTreeSet<RuleId> = CHECKS.iter().map(|check| check.rule).collect();
        assert_eq!(rules.len(), CHECKS.len());
    }

    #[test]
    fn a_check_that_crashes_does_not_silence_the_others() {
        static CRASHES: Check = Check {
            rule: RuleId::Password,
            directions: EVERY_DIRECTION,
            channels: ONLY_MAIL,
            run: |_| panic!("a fault in the check"),
        };
        static SPEAKS: Check = Check {
            rule: RuleId::Identifier,
            directions: EVERY_DIRECTION,
            channels: ONLY_MAIL,
            run: |context| {
                let evidence = context.evidence(&Span {
                    part: Part::Subject,
                    range: 0..2,
                })?;
                Some(Found {
                    evidence: vec![evidence],
                    ..Found::default()
                })
            },
        };
        let mail = Mail {
            subject: "Dag".to_owned(),
            ..Mail::default()
        };
        let (policy, entities) = (Policy::parse(POLICY).unwrap(), Entities::default());
        let context = Context::new(&mail, Direction::Draft, &policy, &entities);
        let report = run(&[&CRASHES, &SPEAKS], &context);
        assert_eq!(report.skipped, ["check password"]);
        assert_eq!(
            report.findings.iter().map(|f| f.rule).collect::<Vec<_>>(),
            [RuleId::Identifier]
        );
    }

    #[test]
    fn what_only_a_sentence_tells_asks_and_warns_at_most_unless_it_is_sure() {
        let stop = format!("{POLICY}[rules.sensitive-pupil-data]\nlevel = \"stop\"\n");
        let info = stop.replace("stop", "info");
        let mail = Mail {
            subject: "Milan wil niet naar huis als stiefvader er is".to_owned(),
            ..Mail::default()
        };
        let told = |policy: &str, concept: &str, score: f32| {
            let entity = Entity {
                kind: EntityKind::Sensitive {
                    category: Category::Family,
                    concept: concept.to_owned(),
                    person: Person::Name,
                },
                span: Span {
                    part: Part::Subject,
                    range: 0..mail.subject.len(),
                },
                score,
            };
            let entities = Entities {
                all: vec![entity],
                ..Entities::default()
            };
            let policy = Policy::parse(policy).unwrap();
            let report = check(&Context::new(&mail, Direction::Draft, &policy, &entities));
            let first = report.findings.first();
            first.map(|finding| (finding.severity, finding.facts.contains_key("source")))
        };
        let (asks, says) = (true, false);
        assert_eq!(told(&stop, SENTENCE_CONCEPT, 0.75), Some((Severity::Warn, asks)));
        assert_eq!(told(&stop, SENTENCE_CONCEPT, 0.95), Some((Severity::Stop, says)));
        assert_eq!(told(&stop, "stiefvader", 0.75), Some((Severity::Stop, says)));
        assert_eq!(told(&info, SENTENCE_CONCEPT, 0.75), Some((Severity::Info, asks)));
    }

    #[test]
    fn a_rule_that_is_off_is_silent() {
        static SPEAKS: Check = Check {
            rule: RuleId::Identifier,
            directions: EVERY_DIRECTION,
            channels: ONLY_MAIL,
            run: |context| {
                let evidence = context.evidence(&Span {
                    part: Part::Subject,
                    range: 0..2,
                })?;
                Some(Found {
                    evidence: vec![evidence],
                    ..Found::default()
                })
            },
        };
        let mail = Mail {
            subject: "Dag".to_owned(),
            ..Mail::default()
        };
        let off = format!("{POLICY}[rules.identifier]\nlevel = \"off\"\n");
        let (policy, entities) = (Policy::parse(&off).unwrap(), Entities::default());
        let report = run(
            &[&SPEAKS],
            &Context::new(&mail, Direction::Draft, &policy, &entities),
        );
        assert_eq!(report.findings, []);
        assert_eq!(report.skipped, [""; 0]);
    }
}
