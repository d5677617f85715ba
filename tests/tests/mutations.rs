//! The same words in another shape get the same findings, and what is said of nobody in particular gets none.

use std::collections::{BTreeMap, BTreeSet};

use mailwijs_tests::Error;
use mailwijs_tests::baseline::Baseline;
use mailwijs_tests::cores;
use mailwijs_tests::corpus::{Corpus, Kind, Labelled};
use mailwijs_tests::figures::SENSITIVE;
use mailwijs_tests::mutate::{attached, in_html, quoted, trials};
use mailwijs_tests::pipeline::School;
use mailwijs_tests::render;

/// Of the clean mails, one in so many is looked at.
const CLEAN_STEP: usize = 10;

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
    // The line above a quote may tell more: the address of who wrote it names a platform, say.
    let lost = bench.ids_where(|mail| !secret(mail).is_subset(&secret(&quoted(mail))));
    assert_eq!(lost, Vec::<&str>::new());
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
    Ok(())
}

/// What does not hold of every mail holds as often as `tests/corpus/baseline.toml` says.
#[test]
fn no_trial_fails_more_often_than_was_accepted() -> Result<(), Error> {
    let trials = trials(School::of_the_corpus, &Corpus::own()?)?;
    let difference = Baseline::read()?.compare(&Baseline::default().with_trials(trials));
    assert!(
        difference.fallen.is_empty(),
        "\n{}\n\nworse:\n{}\n\nWhen that is meant: cargo xtask eval --accept",
        difference.fallen.join("\n"),
        difference.worse.join("\n")
    );
    Ok(())
}

/// A pair of which one half is not there is no pair, and is not tried.
#[test]
fn twins_name_each_other_and_only_one_is_clean() -> Result<(), Error> {
    let corpus = Corpus::own()?;
    let all = corpus.parts.iter().flat_map(|part| &part.mails);
    let by_id: BTreeMap<&str, &Labelled> = all.map(|mail| (mail.id.as_str(), mail)).collect();
    let is_twin = |mail: &Labelled, other: &str| {
        let twin = by_id.get(other);
        twin.is_some_and(|twin| twin.pair.as_ref() == Some(&mail.id) && twin.is_clean() != mail.is_clean())
    };
    let paired = by_id
        .values()
        .filter_map(|mail| Some((mail, mail.pair.as_deref()?)));
    let lonely = paired.filter(|(mail, other)| !is_twin(mail, other));
    let lonely: Vec<&str> = lonely.map(|(mail, _)| mail.id.as_str()).collect();
    assert_eq!(lonely, Vec::<&str>::new());
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
    fn mails(&self) -> Vec<&Labelled> {
        let parts = self
            .corpus
            .parts
            .iter()
            .filter(|part| part.kind != Kind::Sentences);
        let mails = parts.flat_map(|part| &part.mails).enumerate();
        mails
            .filter(|(index, mail)| !mail.is_clean() || index % CLEAN_STEP == 0)
            .map(|(_, mail)| mail)
            .collect()
    }

    fn ids_where(&self, is: impl Fn(&Labelled) -> bool + Sync) -> Vec<&str> {
        let mails = self.mails();
        let found = cores::map(&mails, |mail| is(mail).then_some(mail.id.as_str()));
        found.into_iter().flatten().collect()
    }

    fn rules(&self, mail: &Labelled) -> BTreeSet<&'static str> {
        let examined = self.school.examine(&render::message(mail, 0), mail.direction());
        let findings = examined.report.findings.iter();
        findings.map(|finding| finding.rule.as_str()).collect()
    }
}
