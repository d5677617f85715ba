//! The same words in another shape get the same findings, and what is said of nobody in particular gets none.

use std::collections::BTreeSet;

use mailwijs_tests::Error;
use mailwijs_tests::corpus::{Corpus, Kind, Labelled};
use mailwijs_tests::figures::{SENSITIVE, Share};
use mailwijs_tests::mutate::{Vocabulary, about_nobody, attached, in_html, quoted};
use mailwijs_tests::pipeline::School;
use mailwijs_tests::render;

/// Of the clean mails, one in so many is looked at.
const CLEAN_STEP: usize = 10;
/// At least so many of a hundred statements must go unnoticed once they are about nobody.
const SILENT_ABOUT_NOBODY: f64 = 0.91;
/// At most so many of a hundred mails may be alarmed as a file but not as a mail: there, no zone tells a greeting.
const ONLY_AS_FILE: f64 = 0.01;
/// At most so many of a hundred mails may be judged otherwise once they are quoted: words that are not the writer's weigh a
/// little less, and an insult that is quoted becomes behaviour that is reported.
const OTHERWISE_IN_QUOTES: f64 = 0.02;

#[test]
fn html_changes_nothing() -> Result<(), Error> {
    let bench = Bench::new()?;
    let differing = bench.ids_where(|mail| {
        let plain = Labelled {
            html: false,
            ..mail.clone()
        };
        bench.rules(&plain) != bench.rules(&in_html(mail))
    });
    assert_eq!(differing, Vec::<&str>::new());
    Ok(())
}

#[test]
fn numbers_and_passwords_are_found_in_quotes_too() -> Result<(), Error> {
    let bench = Bench::new()?;
    let secret = |mail: &Labelled| -> BTreeSet<&str> {
        let rules = bench.rules(mail).into_iter();
        rules
            .filter(|rule| matches!(*rule, "identifier" | "password"))
            .collect()
    };
    let differing = bench.ids_where(|mail| secret(mail) != secret(&quoted(mail)));
    assert_eq!(differing, Vec::<&str>::new());
    Ok(())
}

#[test]
fn what_is_sensitive_stays_so_in_quotes() -> Result<(), Error> {
    let bench = Bench::new()?;
    let sensitive = |mail: &Labelled| bench.rules(mail).contains(SENSITIVE);
    let differing = bench.ids_where(|mail| sensitive(mail) != sensitive(&quoted(mail)));
    assert!(
        bench.share(&differing).value() <= Some(OTHERWISE_IN_QUOTES),
        "{differing:?}"
    );
    Ok(())
}

#[test]
fn what_is_found_in_a_mail_is_found_in_a_file() -> Result<(), Error> {
    let bench = Bench::new()?;
    let content = |mail: &Labelled| -> BTreeSet<&str> {
        let rules = bench.rules(mail).into_iter();
        rules
            .filter(|rule| matches!(*rule, "identifier" | "password") || *rule == SENSITIVE)
            .collect()
    };
    let lost = bench.ids_where(|mail| !content(mail).is_subset(&content(&attached(mail))));
    assert_eq!(lost, Vec::<&str>::new());
    let added = bench.ids_where(|mail| !content(&attached(mail)).is_subset(&content(mail)));
    assert!(bench.share(&added).value() <= Some(ONLY_AS_FILE), "{added:?}");
    Ok(())
}

#[test]
fn a_policy_about_nobody_is_silent() -> Result<(), Error> {
    let bench = Bench::new()?;
    let vocabulary = Vocabulary::of(bench.corpus.parts.iter().flat_map(|part| &part.mails));
    let (mut share, mut loud) = (Share::default(), Vec::new());
    let plain = bench.mails().filter(|mail| mail.difficulty == "plain");
    for mail in plain.filter(|mail| mail.expect.contains(SENSITIVE) && bench.rules(mail).contains(SENSITIVE))
    {
        if let Some(policy) = about_nobody(mail, &vocabulary) {
            let silent = !bench.rules(&policy).contains(SENSITIVE);
            share.add(silent);
            if !silent {
                loud.push(&mail.id);
            }
        }
    }
    assert!(share.whole > 100, "only {} statements to try", share.whole);
    assert!(share.value() >= Some(SILENT_ABOUT_NOBODY), "{loud:?}");
    Ok(())
}

/// The corpus and its school.
struct Bench {
    corpus: Corpus,
    school: School,
}

impl Bench {
    fn new() -> Result<Self, Error> {
        Ok(Self {
            corpus: Corpus::own()?,
            school: School::of_the_corpus()?,
        })
    }

    /// Every mail that something must be said of, and some of the clean ones.
    fn mails(&self) -> impl Iterator<Item = &Labelled> {
        let parts = self
            .corpus
            .parts
            .iter()
            .filter(|part| part.kind != Kind::Sentences);
        let mails = parts.flat_map(|part| &part.mails).enumerate();
        mails
            .filter(|(index, mail)| !mail.is_clean() || index % CLEAN_STEP == 0)
            .map(|(_, mail)| mail)
    }

    fn ids_where(&self, is: impl Fn(&Labelled) -> bool) -> Vec<&str> {
        self.mails()
            .filter(|mail| is(mail))
            .map(|mail| mail.id.as_str())
            .collect()
    }

    /// How many of the mails these are.
    fn share(&self, ids: &[&str]) -> Share {
        Share {
            part: ids.len(),
            whole: self.mails().count(),
        }
    }

    fn rules(&self, mail: &Labelled) -> BTreeSet<&'static str> {
        let examined = self.school.examine(&render::message(mail, 0), mail.direction());
        let findings = examined.report.findings.iter();
        findings.map(|finding| finding.rule.as_str()).collect()
    }
}
