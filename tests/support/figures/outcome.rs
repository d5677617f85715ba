//! What was said of one labelled mail.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use mailwijs_checks::Finding;
use mailwijs_detect::Category;
use mailwijs_policy::RuleId;

use super::evidence;
use crate::corpus::{Kind, Labelled, Part};
use crate::pipeline::{Examined, School};
use crate::{Error, cores, render};

/// The rule with categories.
pub const SENSITIVE: &str = RuleId::SensitivePupilData.as_str();

/// Rules about what is written, which have labelled evidence.
const ABOUT_CONTENT: [RuleId; 4] = [
    RuleId::SensitivePupilData,
    RuleId::Identifier,
    RuleId::Password,
    RuleId::ImproperContent,
];

/// Rules that the corpus does not label: ordinary received mail that they must pass is in `tests/received/`.
const NOT_LABELLED: [RuleId; 2] = [RuleId::SuspiciousMail, RuleId::PlatformSignup];

/// What was said of a mail.
#[derive(Debug)]
pub struct Outcome<'c> {
    /// Where the mail is from.
    pub part: &'c Part,
    /// The mail.
    pub mail: &'c Labelled,
    /// By rule.
    pub found: BTreeMap<&'static str, Found>,
    /// From bytes to report.
    pub took: Duration,
}

/// What one rule said.
#[derive(Debug)]
pub struct Found {
    /// Categories of `sensitive-pupil-data`.
    pub categories: Vec<Category>,
    /// Whether it points at labelled words; not known when none are labelled or the rule is not about words.
    pub evidence_right: Option<bool>,
    /// What it points at.
    pub words: Vec<String>,
}

impl<'c> Outcome<'c> {
    /// Examines every mail of some parts, in their order.
    pub fn of_all(school: &School, parts: impl IntoIterator<Item = &'c Part>) -> Vec<Self> {
        let mails = parts.into_iter().flat_map(|part| {
            part.mails
                .iter()
                .enumerate()
                .map(move |(index, mail)| (part, index, mail))
        });
        let mails: Vec<(&Part, usize, &Labelled)> = mails.collect();
        cores::map(&mails, |(part, index, mail)| Self::of(school, part, *index, mail))
    }

    /// Examines mails as the accepted figures are measured: by the rules alone, and unseen mails by both layers.
    ///
    /// # Errors
    /// The school cannot be read, or the encoder is not there.
    pub fn as_accepted(
        school: impl Fn() -> Result<School, Error>,
        parts: impl IntoIterator<Item = &'c Part>,
    ) -> Result<Vec<Self>, Error> {
        let (unseen, others): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|part| part.kind == Kind::Unseen);
        let mut outcomes = Self::of_all(&school()?, others);
        if !unseen.is_empty() {
            outcomes.extend(Self::of_all(&school()?.with_sentences()?, unseen));
        }
        Ok(outcomes)
    }

    fn of(school: &School, part: &'c Part, index: usize, mail: &'c Labelled) -> Self {
        let bytes = render::message(mail, index);
        let start = Instant::now();
        let examined = school.examine(&bytes, mail.direction());
        let took = start.elapsed();
        let findings = examined.report.findings.iter();
        let findings = findings.filter(|finding| !NOT_LABELLED.contains(&finding.rule));
        let found = findings.map(|finding| (finding.rule.as_str(), Found::of(mail, &examined, finding)));
        Self {
            part,
            mail,
            found: found.collect(),
            took,
        }
    }

    /// A rule was wrong about it.
    pub fn is_wrong(&self, rule: &str) -> bool {
        self.mail.expect.contains(rule) != self.found.contains_key(rule)
    }
}

impl Found {
    fn of(mail: &Labelled, examined: &Examined, finding: &Finding) -> Self {
        let comparable = ABOUT_CONTENT.contains(&finding.rule) && !mail.evidence.is_empty();
        Self {
            categories: finding.categories.clone(),
            evidence_right: comparable.then(|| evidence::overlaps(mail, examined, finding)),
            words: finding
                .evidence
                .iter()
                .map(|evidence| evidence.text.clone())
                .collect(),
        }
    }
}
