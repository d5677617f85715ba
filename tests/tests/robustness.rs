//! One test per case of `tests/robustness/cases.toml`: the same words in shapes that break text engines.

use std::collections::BTreeSet;
use std::fs;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use mailwijs_mail::Direction;
use mailwijs_tests::pipeline::School;
use mailwijs_tests::{Error, paths};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: Option<String>,
    html: Option<String>,
    finds: BTreeSet<String>,
}

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
    let cases: Cases = toml::from_str(&fs::read_to_string(paths::data("robustness/cases.toml"))?)?;
    let trials = cases.case.into_iter().map(|case| {
        let school = Arc::clone(&school);
        Trial::test(case.name.clone(), move || check(&school, &case))
    });
    Ok(trials.collect())
}

fn check(school: &School, case: &Case) -> Result<(), Failed> {
    let (subtype, content) = match (&case.text, &case.html) {
        (Some(text), None) => ("plain", text),
        (None, Some(html)) => ("html", html),
        _ => return Err("a case has either text or html".into()),
    };
    let message = format!(
        "From: An Peeters <an.peeters@sintjan.example>\r\nTo: Koen Lemmens <koen.lemmens@sintjan.example>\r\n\
         Subject: Even melden\r\nMIME-Version: 1.0\r\nContent-Type: text/{subtype}; charset=utf-8\r\n\
         Content-Transfer-Encoding: 8bit\r\n\r\n{}\r\n",
        content.replace('\n', "\r\n")
    );
    let examined = school.examine(message.as_bytes(), Direction::Draft);
    let findings = examined.report.findings.iter();
    let found: BTreeSet<String> = findings.map(|finding| finding.rule.as_str().to_owned()).collect();
    if found == case.finds {
        Ok(())
    } else {
        Err(format!("found {found:?}, expected {:?}", case.finds).into())
    }
}
