//! The labels of the corpus are well-formed, and agree with the addresses where addresses alone decide.

use std::collections::BTreeSet;
use std::fs;

use mailwijs_checks::CHECKS;
use mailwijs_detect::Category;
use mailwijs_policy::AccountKind;
use mailwijs_tests::corpus::{Corpus, Kind, Labelled, Part};
use mailwijs_tests::figures::SENSITIVE;
use mailwijs_tests::pipeline::School;
use mailwijs_tests::{Error, paths};
use serde_json::Value;

/// Every field of a mail.
const FIELDS: [&str; 17] = [
    "id",
    "lang",
    "direction",
    "from",
    "to",
    "cc",
    "bcc",
    "subject",
    "body",
    "html",
    "attachments",
    "expect",
    "categories",
    "evidence",
    "class_list",
    "difficulty",
    "why",
];
/// Fields that short mails do without: they are all from one colleague to another.
const ADDRESSES: [&str; 4] = ["from", "to", "cc", "bcc"];
/// The field of mails that have a twin.
const TWIN: &str = "pair";
/// The only rules for received mail.
const FOR_RECEIVED: [&str; 3] = [SENSITIVE, "identifier", "password"];
/// Rules that have evidence in the text.
const ABOUT_CONTENT: [&str; 4] = [SENSITIVE, "identifier", "password", "improper-content"];
/// Mails whose evidence was not marked.
const WITHOUT_EVIDENCE: &str = "short-mails";

#[test]
fn mails_have_every_field_and_no_other() -> Result<(), Error> {
    let mut wrong = Vec::new();
    for part in whole_mails(&Corpus::own()?) {
        let text = fs::read_to_string(paths::data("corpus").join(format!("{}.jsonl", part.name)))?;
        for (index, line) in text.lines().enumerate() {
            let Value::Object(mail) = serde_json::from_str(line)? else {
                wrong.push(format!("{}, line {}: no mail", part.name, index + 1));
                continue;
            };
            let has: BTreeSet<&str> = mail.keys().map(String::as_str).collect();
            let without = FIELDS.iter().filter(|field| !has.contains(**field));
            let missing: Vec<_> = without.filter(|field| !ADDRESSES.contains(field)).collect();
            let more: Vec<_> = has
                .iter()
                .filter(|field| !FIELDS.contains(field) && **field != TWIN)
                .collect();
            if !missing.is_empty() || !more.is_empty() {
                wrong.push(format!(
                    "{}, line {}: lacks {missing:?}, has {more:?}",
                    part.name,
                    index + 1
                ));
            }
        }
    }
    none(&wrong)
}

#[test]
fn ids_and_texts_stand_once() -> Result<(), Error> {
    let corpus = Corpus::own()?;
    let (mut ids, mut texts, mut wrong) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for mail in corpus.parts.iter().flat_map(|part| &part.mails) {
        let new = ids.insert(&mail.id) & texts.insert((&mail.subject, &mail.body));
        if !new {
            wrong.push(mail.id.clone());
        }
    }
    none(&wrong)
}

#[test]
fn labels_are_words_of_the_guide() -> Result<(), Error> {
    let corpus = Corpus::own()?;
    let rules: BTreeSet<&str> = CHECKS.iter().map(|check| check.rule.as_str()).collect();
    let is_word = |mail: &Labelled| {
        matches!(mail.lang.as_str(), "nl-BE" | "nl-NL" | "fr" | "en")
            && matches!(mail.direction.as_str(), "draft" | "received")
            && matches!(mail.difficulty.as_str(), "plain" | "implicit" | "trap")
            && mail.expect.iter().all(|rule| rules.contains(rule.as_str()))
            && mail.categories.iter().all(|word| Category::parse(word).is_some())
            && mail.categories.is_empty() != mail.expect.contains(SENSITIVE)
            && (mail.direction == "draft"
                || mail
                    .expect
                    .iter()
                    .all(|rule| FOR_RECEIVED.contains(&rule.as_str())))
            && !mail.why.is_empty()
    };
    none(&ids_where(&corpus, |_, mail| !is_word(mail)))
}

#[test]
fn evidence_stands_in_the_mail() -> Result<(), Error> {
    let corpus = Corpus::own()?;
    let wrong = ids_where(&corpus, |part, mail| {
        let files = mail.attachments.iter().flat_map(|file| [&file.name, &file.text]);
        let texts: Vec<&String> = [&mail.subject, &mail.body].into_iter().chain(files).collect();
        let stands =
            |piece: &String| !piece.is_empty() && texts.iter().any(|text| text.contains(piece.as_str()));
        let needed = mail
            .expect
            .iter()
            .any(|rule| ABOUT_CONTENT.contains(&rule.as_str()));
        !mail.evidence.iter().all(stands)
            || (mail.is_clean() && !mail.evidence.is_empty())
            || (needed && mail.evidence.is_empty() && part.name != WITHOUT_EVIDENCE)
    });
    none(&wrong)
}

#[test]
fn recipient_labels_agree_with_the_addresses() -> Result<(), Error> {
    let corpus = Corpus::own()?;
    let policy = School::of_the_corpus()?.policy;
    let kind_of = |address: &String| policy.kind_of(mailbox(address));
    let wrong = ids_where(&corpus, |_, mail| {
        let visible: Vec<AccountKind> = mail.to.iter().chain(&mail.cc).map(kind_of).collect();
        let group = visible.contains(&AccountKind::Group);
        let draft = mail.direction == "draft";
        let from_private = kind_of(&mail.from) == AccountKind::Private;
        mail.expect.contains("group-address-visible") != (draft && group)
            || (mail.expect.contains("private-account") && !from_private)
    });
    none(&wrong)
}

fn whole_mails(corpus: &Corpus) -> impl Iterator<Item = &Part> {
    corpus.parts.iter().filter(|part| part.kind != Kind::Sentences)
}

fn ids_where(corpus: &Corpus, is_wrong: impl Fn(&Part, &Labelled) -> bool) -> Vec<String> {
    let mails = whole_mails(corpus).flat_map(|part| part.mails.iter().map(move |mail| (part, mail)));
    let wrong = mails.filter(|(part, mail)| is_wrong(part, mail));
    wrong.map(|(_, mail)| mail.id.clone()).collect()
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the last line of tests that may fail before"
)]
fn none(wrong: &[String]) -> Result<(), Error> {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    Ok(())
}

/// The mailbox of `Name <local@domain>` or `local@domain`.
fn mailbox(text: &str) -> &str {
    let email = text.rsplit_once('<').map_or(text, |(_, email)| email);
    email.trim_end_matches('>').trim()
}
