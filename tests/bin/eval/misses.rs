//! The mails that a rule is wrong about.

use std::fmt::Write as _;

use mailwijs_checks::CHECKS;
use mailwijs_tests::corpus::Kind;
use mailwijs_tests::figures::Outcome;

/// Rule by rule: id, difficulty and the label's reason; with `show` the mail and what was pointed at, too. Mails that are
/// held out stay so.
pub fn all(outcomes: &[Outcome<'_>], only: Option<&str>, show: bool) -> String {
    let mut text = String::new();
    let (held_out, outcomes): (Vec<_>, Vec<_>) = outcomes
        .iter()
        .partition(|outcome| matches!(outcome.part.kind, Kind::HeldOut | Kind::Unseen));
    let rules = CHECKS.iter().map(|check| check.rule.as_str());
    for rule in rules.filter(|rule| only.is_none_or(|only| only == *rule)) {
        for (title, is) in [
            ("missed", missed as fn(&Outcome<'_>, &str) -> bool),
            ("false alarm", false_alarm),
            ("right for the wrong reason", elsewhere),
        ] {
            let mails: Vec<&Outcome<'_>> = outcomes
                .iter()
                .copied()
                .filter(|outcome| is(outcome, rule))
                .collect();
            if mails.is_empty() {
                continue;
            }
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\n{rule}, {title}: {}", mails.len());
            for outcome in mails {
                let mail = outcome.mail;
                let _ = writeln!(
                    text,
                    "  {:<14} {:<8} {:<22} {}",
                    mail.id, mail.difficulty, outcome.part.name, mail.why
                );
                if show {
                    text.push_str(&shown(outcome, rule));
                }
            }
        }
    }
    if !held_out.is_empty() {
        text.push_str("\nMails that are held out are not named: what is mended after them is no longer measured by them.\n");
    }
    text
}

fn missed(outcome: &Outcome<'_>, rule: &str) -> bool {
    outcome.mail.expect.contains(rule) && outcome.is_wrong(rule)
}

fn false_alarm(outcome: &Outcome<'_>, rule: &str) -> bool {
    !outcome.mail.expect.contains(rule) && outcome.is_wrong(rule)
}

fn elsewhere(outcome: &Outcome<'_>, rule: &str) -> bool {
    let found = outcome.found.get(rule);
    outcome.mail.expect.contains(rule) && found.is_some_and(|found| found.evidence_right == Some(false))
}

fn shown(outcome: &Outcome<'_>, rule: &str) -> String {
    let mail = outcome.mail;
    let mut text = String::new();
    let _ = writeln!(
        text,
        "    | {} → {} cc {} bcc {}",
        mail.from,
        mail.to.join(", "),
        mail.cc.join(", "),
        mail.bcc.join(", ")
    );
    let files = mail.attachments.iter();
    let files = files.map(|file| format!("[{}] {}", file.name, file.text));
    for piece in [mail.subject.clone(), mail.body.clone()].into_iter().chain(files) {
        for line in piece.lines() {
            let _ = writeln!(text, "    | {line}");
        }
    }
    let _ = writeln!(text, "    labelled: {}", mail.evidence.join(" · "));
    if let Some(found) = outcome.found.get(rule) {
        let _ = writeln!(text, "    found:    {}", found.words.join(" · "));
    }
    text
}
