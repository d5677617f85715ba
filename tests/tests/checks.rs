//! One test per message in `tests/checks/<rule>/`: `flag-*.eml` must make the rule of its folder speak, `pass-*.eml` must
//! pass without a word. A header `X-Expect: rule, rule` lists the other rules that speak too; `X-Sent: 12 an@…, tom@…` says
//! that twelve mails to these people were sent before.
//!
//! The message is a draft, unless it has travelled (a `Received` header). The policy and class list are the corpus school's.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use mailwijs_checks::{CHECKS, Circles, Fact, Finding};
use mailwijs_i18n::{Arg, Lang, RuleText, Texts};
use mailwijs_mail::{guess_direction, parse};
use mailwijs_tests::pipeline::School;
use mailwijs_tests::{Error, paths};

fn main() -> ExitCode {
    match trials() {
        Ok(trials) => libtest_mimic::run(&Arguments::from_args(), trials).exit_code(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> Result<Vec<Trial>, Error> {
    let school = Arc::new(School::of_the_corpus()?);
    let mut trials = Vec::new();
    for check in CHECKS {
        let rule = check.rule.as_str();
        let (mut flagged, mut passed) = (0, 0);
        for entry in
            fs::read_dir(paths::data("checks").join(rule)).map_err(|error| format!("{rule}: {error}"))?
        {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default()
                .to_owned();
            let flag = name.starts_with("flag-");
            if path.extension() != Some("eml".as_ref()) || !(flag || name.starts_with("pass-")) {
                return Err(format!("{rule}/{name}: a case is called flag-….eml or pass-….eml").into());
            }
            if flag {
                flagged += 1;
            } else {
                passed += 1;
            }
            let school = Arc::clone(&school);
            trials.push(Trial::test(format!("{rule}/{name}"), move || {
                case(&school, rule, flag, &path)
            }));
        }
        trials.push(Trial::test(
            format!("{rule} has cases for and against"),
            move || {
                if flagged >= 8 && passed >= 8 {
                    Ok(())
                } else {
                    Err("at least 8 of each".into())
                }
            },
        ));
    }
    trials.push(Trial::test(
        "every folder of cases belongs to a check",
        every_folder_belongs_to_a_check,
    ));
    Ok(trials)
}

fn every_folder_belongs_to_a_check() -> Result<(), Failed> {
    let rules: BTreeSet<String> = CHECKS
        .iter()
        .map(|check| check.rule.as_str().to_owned())
        .collect();
    let mut folders = BTreeSet::new();
    for entry in fs::read_dir(paths::data("checks"))? {
        folders.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    if folders == rules {
        Ok(())
    } else {
        Err(format!("{folders:?} instead of {rules:?}").into())
    }
}

fn case(school: &School, rule: &str, flag: bool, path: &Path) -> Result<(), Failed> {
    let bytes = fs::read(path)?;
    let direction = guess_direction(&parse(&bytes), None);
    let report = school
        .examine_knowing(&sent_before(&bytes)?, &bytes, direction)
        .report;
    let mut expected = also_expected(&bytes);
    if flag {
        expected.insert(rule.to_owned());
    }
    let found: BTreeSet<String> = report
        .findings
        .iter()
        .map(|finding| finding.rule.as_str().to_owned())
        .collect();
    if found != expected {
        return Err(format!("expected {expected:?}, found {found:?}").into());
    }
    report.findings.iter().try_for_each(is_worded)
}

/// The rules of the `X-Expect` header.
fn also_expected(bytes: &[u8]) -> BTreeSet<String> {
    let header = headers(bytes, "X-Expect:").next().unwrap_or_default();
    let rules = header.split(',').map(|rule| rule.trim().to_owned());
    rules.filter(|rule| !rule.is_empty()).collect()
}

/// What the `X-Sent` headers tell of earlier mails.
fn sent_before(bytes: &[u8]) -> Result<Circles, Failed> {
    let mut circles = Circles::default();
    for header in headers(bytes, "X-Sent:") {
        let (times, readers) = header
            .trim()
            .split_once(' ')
            .ok_or("X-Sent: number, space, addresses")?;
        let mail = parse(format!("To: {readers}\r\n\r\n").as_bytes());
        for _ in 0..times.parse()? {
            circles.learn(&mail);
        }
    }
    Ok(circles)
}

/// The values of the headers with this name.
fn headers(bytes: &[u8], name: &str) -> impl Iterator<Item = String> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().take_while(|line| !line.trim().is_empty());
    let values: Vec<String> = lines
        .filter_map(|line| line.strip_prefix(name))
        .map(str::to_owned)
        .collect();
    values.into_iter()
}

/// Every text of the finding can be said in every language with the facts it has, and its evidence is not empty.
fn is_worded(finding: &Finding) -> Result<(), Failed> {
    let facts: Vec<(&str, Arg)> = finding
        .facts
        .iter()
        .map(|(name, fact)| {
            let arg = match fact {
                Fact::Count(count) => Arg::from(*count),
                Fact::Word(word) => Arg::from(word.as_str()),
            };
            (*name, arg)
        })
        .collect();
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for what in RuleText::ALL {
            let text = texts.rule(finding.rule.as_str(), what, &facts);
            if text.contains('{') || text == finding.rule.as_str() {
                return Err(format!("{what:?} in {lang:?}: {text}").into());
            }
        }
        for fix in &finding.fixes {
            if texts.fix(fix.as_str()) == fix.as_str() {
                return Err(format!("{} has no label in {lang:?}", fix.as_str()).into());
            }
        }
    }
    if finding.evidence.iter().any(|evidence| evidence.text.is_empty()) {
        return Err("empty evidence".into());
    }
    Ok(())
}
