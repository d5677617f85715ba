//! Reads the lines of a scenario and says in words what became of them.

use std::collections::BTreeMap;

use mailwijs_checks::{Evidence, Finding, Fix, Report};
use mailwijs_detect::{Category, Span};
use mailwijs_mail::Part;
use mailwijs_nudge::{
    Act, Awaited, Card, Checked, DraftId, HoldReason, Keep, Memory, Moment, NoteKind, NudgeDecision,
    NudgeState, TrayLevel, Trigger,
};
use mailwijs_policy::{RuleId, Severity};

/// A scenario in play.
pub struct Play {
    /// The engine.
    pub state: NudgeState,
    /// The moment of the last line.
    pub now: Moment,
}

impl Default for Play {
    fn default() -> Self {
        Self {
            state: NudgeState::new(Memory::default()),
            now: Moment(0),
        }
    }
}

/// A version of a draft, as a scenario writes it.
#[derive(Default)]
pub struct Version {
    report: Report,
    triggers: BTreeMap<RuleId, Vec<Trigger>>,
    unfinished: bool,
    awaited: Vec<Awaited>,
}

impl Version {
    /// Reads `[unfinished] [awaiting=rule] [adding=rule] rule:severity[/category,…][@trigger,…] …`.
    pub fn read<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut version = Self::default();
        for word in words {
            if word == "unfinished" {
                version.unfinished = true;
                continue;
            }
            let awaited = [("awaiting=", true), ("adding=", false)];
            let awaited = awaited
                .into_iter()
                .find_map(|(start, doubted)| Some((word.strip_prefix(start)?, doubted)));
            if let Some((rule, doubted)) = awaited {
                let rule = RuleId::parse(rule).unwrap();
                version.awaited.push(Awaited { rule, doubted });
                continue;
            }
            let (word, triggers) = word.split_once('@').unwrap_or((word, ""));
            let (word, categories) = word.split_once('/').unwrap_or((word, ""));
            let (rule, severity) = word
                .split_once(':')
                .unwrap_or_else(|| panic!("no severity in {word}"));
            let rule = RuleId::parse(rule).unwrap();
            version.report.findings.push(Finding {
                rule,
                severity: [Severity::Info, Severity::Warn, Severity::Stop]
                    .into_iter()
                    .find(|s| s.as_str() == severity)
                    .unwrap(),
                categories: split(categories).map(|c| Category::parse(c).unwrap()).collect(),
                facts: BTreeMap::new(),
                evidence: vec![Evidence {
                    span: Span {
                        part: Part::Subject,
                        range: 0..1,
                    },
                    text: "x".into(),
                }],
                fixes: vec![],
                paragraph: None,
            });
            version
                .triggers
                .insert(rule, split(triggers).map(trigger).collect());
        }
        version
    }

    /// What the engine is told.
    pub fn checked(&self) -> Checked<'_> {
        Checked {
            report: &self.report,
            triggers: &self.triggers,
            unfinished: self.unfinished,
            awaited: &self.awaited,
        }
    }
}

impl Play {
    /// Plays one line, or answers its question, and says what became of it.
    pub fn line(&mut self, line: &str) -> String {
        match line {
            "tray" => self.tray(),
            "wake" => self.state.next_wake(self.now).map_or("never".into(), clock),
            "notes" => self.notes(),
            "quieter" => {
                let mut offered = RuleId::ALL
                    .into_iter()
                    .filter(|rule| self.state.offers_quiet(*rule));
                offered
                    .next()
                    .map_or("nothing".into(), |rule| rule.as_str().into())
            }
            line => say(self.act(line)),
        }
    }

    /// Plays one line.
    pub fn act(&mut self, line: &str) -> NudgeDecision {
        let mut words = line.split_whitespace();
        let mut word = words.next().unwrap();
        if let Some(at) = moment(word) {
            self.now = at;
            word = words.next().unwrap();
        }
        let now = self.now;
        let mut next = || words.next().unwrap_or_else(|| panic!("too short: {line}"));
        let act = match word {
            "saved" => {
                let draft = draft(next());
                return self.state.report(draft, Version::read(words).checked(), now);
            }
            "sent" => {
                let draft = draft(next());
                let version = Version::read(words);
                return self.state.sent(draft, Some(version.checked()), now);
            }
            "gone" => return self.state.gone(draft(next()), now),
            "merged" => return self.state.merged(draft(next()), draft(next()), now),
            "tick" => return self.state.tick(now),
            "fix" => Act::Fix {
                draft: draft(next()),
                rule: rule(next()),
                fix: fix(next()),
            },
            "keep" => Act::Keep {
                draft: draft(next()),
                rule: rule(next()),
                reason: reason(next()),
            },
            "keep-all" => Act::KeepAll {
                draft: draft(next()),
                reason: reason(next()),
            },
            "undo" => Act::Undo { draft: draft(next()) },
            "attend" => Act::Attend { draft: draft(next()) },
            "close" => Act::Close { draft: draft(next()) },
            "show" => Act::Show { draft: draft(next()) },
            "next" => Act::Next,
            "pause" => Act::Pause {
                until: moment(next()).unwrap(),
            },
            "resume" => Act::Resume,
            "forget" => Act::Forget {
                trigger: trigger(next()),
            },
            "answered" => Act::Answered { rule: rule(next()) },
            other => panic!("unknown: {other}"),
        };
        self.state.acted(act, now)
    }

    fn tray(&self) -> String {
        let tray = self.state.tray(self.now);
        let level = match tray.level {
            TrayLevel::Calm => "calm",
            TrayLevel::Attention => "attention",
            TrayLevel::Paused => "paused",
        };
        let open = tray
            .open
            .iter()
            .map(|open| format!(" {}{}", letter(open.draft), if open.sent { "(sent)" } else { "" }));
        std::iter::once(level.to_owned()).chain(open).collect()
    }

    fn notes(&mut self) -> String {
        let notes = self.state.take_notes();
        let say = notes.iter().map(|note| {
            let kind = match &note.kind {
                NoteKind::Shown => "shown".to_owned(),
                NoteKind::PutRight => "put-right".into(),
                NoteKind::Dismissed => "dismissed".into(),
                NoteKind::NotRight(triggers) => format!("not-right({})", triggers.len()),
                NoteKind::Later => "later".into(),
                NoteKind::TakenBack {
                    dismissed_before,
                    learned,
                } => {
                    let before = if dismissed_before.is_some() {
                        "(dismissed-before)"
                    } else {
                        ""
                    };
                    format!("taken-back{before}{}", if *learned { "(learned)" } else { "" })
                }
                NoteKind::SentOpen => "sent-open".into(),
                NoteKind::Discarded => "discarded".into(),
            };
            format!("{} {} {kind}", letter(note.draft), note.rule.as_str())
        });
        say.collect::<Vec<_>>().join(", ")
    }
}

fn say(decision: NudgeDecision) -> String {
    match decision {
        NudgeDecision::Show(card) => format!("show {}", describe(&card)),
        NudgeDecision::Update(card) => format!("update {}", describe(&card)),
        NudgeDecision::Resolve(card) => format!(
            "green {}: {}",
            letter(card.draft),
            rules(card.put_right.into_iter())
        ),
        NudgeDecision::Withdraw => "withdraw".into(),
        NudgeDecision::HoldBack(reason) => match reason {
            HoldReason::Clean => "nothing, clean",
            HoldReason::Unchanged => "nothing, unchanged",
            HoldReason::InTray => "nothing, in the tray",
            HoldReason::Dismissed => "nothing, dismissed",
            HoldReason::Paused => "nothing, paused",
            HoldReason::Waiting => "nothing, waiting",
            HoldReason::Reading => "nothing, reading",
        }
        .into(),
    }
}

fn describe(card: &Card) -> String {
    if let Some(kept) = card.kept {
        let word = ["fine", "not-right", "later"]
            .into_iter()
            .find(|word| reason(word) == kept);
        return format!("{} kept: {}", letter(card.draft), word.unwrap());
    }
    let waiting = if card.waiting == 0 {
        String::new()
    } else {
        format!(" (+{})", card.waiting)
    };
    let green = if card.resolved { " green" } else { "" };
    let found = rules(card.findings.iter().map(|finding| finding.rule));
    format!(
        "{} {}{green}: {found}{waiting}",
        letter(card.draft),
        card.severity.as_str()
    )
}

fn rules(rules: impl Iterator<Item = RuleId>) -> String {
    rules.map(RuleId::as_str).collect::<Vec<_>>().join(" ")
}

fn split(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').filter(|item| !item.is_empty())
}

fn letter(draft: DraftId) -> char {
    char::from(u8::try_from(draft.0).unwrap())
}

fn draft(name: &str) -> DraftId {
    DraftId(name.bytes().next().unwrap().into())
}

fn rule(id: &str) -> RuleId {
    RuleId::parse(id).unwrap_or_else(|| panic!("no rule {id}"))
}

fn trigger(name: &str) -> Trigger {
    let mut hash = [0; 16];
    hash[..name.len()].copy_from_slice(name.as_bytes());
    Trigger(hash)
}

fn reason(word: &str) -> Keep {
    match word {
        "fine" => Keep::Fine,
        "not-right" => Keep::NotRight,
        "later" => Keep::Later,
        other => panic!("no reason {other}"),
    }
}

fn fix(word: &str) -> Fix {
    Fix::parse(word).unwrap_or_else(|| panic!("no fix {word}"))
}

/// `minutes:seconds`, or `hours:minutes:seconds`; milliseconds may follow after a point.
fn moment(word: &str) -> Option<Moment> {
    let (word, millis) = word.split_once('.').unwrap_or((word, "0"));
    let parts: Vec<i64> = word.split(':').map(str::parse).collect::<Result<_, _>>().ok()?;
    let millis: i64 = millis.parse().ok()?;
    (parts.len() > 1).then(|| Moment(parts.iter().fold(0, |sum, part| sum * 60 + part) * 1000 + millis))
}

/// As a scenario writes it.
pub fn clock(at: Moment) -> String {
    let millis = match at.0 % 1000 {
        0 => String::new(),
        millis => format!(".{millis:03}"),
    };
    format!("{}:{:02}{millis}", at.0 / 60_000, at.0 / 1000 % 60)
}
