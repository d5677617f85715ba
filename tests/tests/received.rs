//! Ordinary mail as a school receives it: newsletters, memos, suppliers, parents, notifications, lists, invitations. Fewer than one in a
//! hundred may raise anything by any rule; what may is listed here by name.
//!
//! A message goes into `tests/received/ordinary/` as it would arrive. No test asks for its wording, only for silence.

use std::collections::BTreeMap;
use std::fs;

use mailwijs_mail::Direction;
use mailwijs_tests::corpus::{Corpus, Kind, Labelled, Part};
use mailwijs_tests::pipeline::School;
use mailwijs_tests::{Error, cores, paths, render};

/// Of so many ordinary mails, fewer than one may raise anything.
const ONE_IN: usize = 100;
/// There are at least this many.
const AT_LEAST: usize = 150;
/// Of the labelled mails, every so manieth of each writer is read: all of them take minutes.
const EVERY: usize = 10;
/// The rules that only look at mail that came in.
const OF_RECEIVED: [&str; 2] = ["suspicious-mail", "platform-signup"];

#[test]
fn ordinary_mail_hardly_ever_raises_anything() -> Result<(), Error> {
    let school = School::of_the_corpus()?;
    let mut mails = Vec::new();
    for entry in fs::read_dir(paths::data("received/ordinary"))? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        mails.push((name.unwrap_or_default(), fs::read(&path)?));
    }
    assert!(mails.len() >= AT_LEAST, "only {} mails", mails.len());
    let rules = cores::map(&mails, |(_, bytes)| raised(&school, bytes));
    let alarmed: BTreeMap<&str, &Vec<&str>> = mails
        .iter()
        .zip(&rules)
        .filter(|(_, rules)| !rules.is_empty())
        .map(|((name, _), rules)| (name.as_str(), rules))
        .collect();
    assert!(
        alarmed.len() * ONE_IN < mails.len(),
        "{} of {} raise something: {alarmed:?}",
        alarmed.len(),
        mails.len()
    );
    Ok(())
}

/// The corpus does not label fraud and sign-ups: it has none of the one and hardly any of the other.
#[test]
fn labelled_mail_read_as_received_is_no_fraud_and_hardly_ever_a_sign_up() -> Result<(), Error> {
    let school = School::of_the_corpus()?;
    let corpus = Corpus::own()?;
    let parts = corpus.parts.iter().filter(|part| part.kind != Kind::Sentences);
    let mails: Vec<(usize, &Labelled)> = parts
        .flat_map(|part: &Part| part.mails.iter().enumerate().step_by(EVERY))
        .collect();
    let rules = cores::map(&mails, |(index, mail)| {
        raised(&school, &render::message(mail, *index))
    });
    let alarmed: Vec<(&str, &Vec<&str>)> = mails
        .iter()
        .zip(&rules)
        .filter(|(_, rules)| rules.iter().any(|rule| OF_RECEIVED.contains(rule)))
        .map(|((_, mail), rules)| (mail.id.as_str(), rules))
        .collect();
    assert!(
        alarmed.len() * 10 * ONE_IN < mails.len(),
        "{} of {}: {alarmed:?}",
        alarmed.len(),
        mails.len()
    );
    Ok(())
}

fn raised(school: &School, bytes: &[u8]) -> Vec<&'static str> {
    let report = school.examine(bytes, Direction::Received).report;
    report
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect()
}
