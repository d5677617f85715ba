//! The whole report for programs.

use std::collections::BTreeMap;

use mailwijs_tests::Error;
use mailwijs_tests::corpus::Kind;
use mailwijs_tests::figures::{Figures, Outcome};
use serde::Serialize;

#[derive(Serialize)]
struct PartFigures {
    held_out: bool,
    by_language: BTreeMap<String, Figures>,
    #[serde(flatten)]
    all: Figures,
}

/// One object on one line: figures by part.
pub fn all(outcomes: &[Outcome<'_>]) -> Result<String, Error> {
    let mut parts: BTreeMap<&str, Vec<&Outcome<'_>>> = BTreeMap::new();
    for outcome in outcomes {
        parts.entry(&outcome.part.name).or_default().push(outcome);
    }
    let figures: BTreeMap<&str, PartFigures> = parts
        .into_iter()
        .map(|(name, mails)| (name, PartFigures::of(&mails)))
        .collect();
    Ok(format!("{}\n", serde_json::to_string(&figures)?))
}

impl PartFigures {
    fn of(mails: &[&Outcome<'_>]) -> Self {
        let mut languages: BTreeMap<String, Vec<&Outcome<'_>>> = BTreeMap::new();
        for outcome in mails {
            languages
                .entry(outcome.mail.lang.clone())
                .or_default()
                .push(outcome);
        }
        Self {
            held_out: mails
                .iter()
                .any(|outcome| matches!(outcome.part.kind, Kind::HeldOut | Kind::Unseen)),
            by_language: languages
                .into_iter()
                .map(|(language, mails)| (language, Figures::of(mails)))
                .collect(),
            all: Figures::of(mails.iter().copied()),
        }
    }
}
