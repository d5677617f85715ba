//! What was found in a mail, as it is kept: the rule and what its texts ask for, and none of the mail's own words.

use std::collections::BTreeMap;

use mailwijs_checks::{Fact, Finding};
use mailwijs_detect::Category;
use mailwijs_i18n::{Arg, RuleText, Texts};
use mailwijs_policy::RuleId;
use serde::{Deserialize, Serialize};

/// What is kept of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    rule: String,
    /// `warn` or `stop`.
    pub severity: String,
    categories: Vec<String>,
    facts: BTreeMap<String, KeptFact>,
    /// The mail's `Date`, in seconds since the Unix epoch.
    pub date: Option<i64>,
    /// The store that it was found in, as a number from which nobody can tell which.
    pub source: u64,
}

/// See [`Fact`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum KeptFact {
    Count(u32),
    Word(String),
}

impl Told {
    /// Of this finding.
    pub fn of(finding: &Finding, date: Option<i64>, source: u64) -> Self {
        let facts = finding.facts.iter().map(|(name, fact)| {
            let kept = match fact {
                Fact::Count(count) => KeptFact::Count(*count),
                Fact::Word(word) => KeptFact::Word(word.clone()),
            };
            ((*name).to_owned(), kept)
        });
        let categories = finding.categories.iter();
        Self {
            rule: finding.rule.as_str().to_owned(),
            severity: finding.severity.as_str().to_owned(),
            categories: categories.map(|one| one.as_str().to_owned()).collect(),
            facts: facts.collect(),
            date,
            source,
        }
    }

    /// The rule; `None` when it is one of a newer version.
    pub fn rule(&self) -> Option<RuleId> {
        RuleId::parse(&self.rule)
    }

    /// What the data is about.
    pub fn categories(&self) -> Vec<Category> {
        let known = self.categories.iter();
        known.filter_map(|one| Category::parse(one)).collect()
    }

    /// What the rule says of it, in this language.
    pub fn said(&self, texts: &Texts, what: RuleText) -> String {
        let args: Vec<(&str, Arg)> = self
            .facts
            .iter()
            .map(|(name, fact)| {
                let arg = match fact {
                    KeptFact::Count(count) => Arg::from(*count),
                    KeptFact::Word(word) => Arg::from(word.as_str()),
                };
                (name.as_str(), arg)
            })
            .collect();
        texts.rule(&self.rule, what, &args).trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use mailwijs_detect::ClassList;
    use mailwijs_i18n::Lang;
    use mailwijs_mail::Direction;
    use mailwijs_policy::Template;

    use super::*;
    use crate::engine::Engine;
    use crate::render::said;

    #[test]
    fn it_is_said_as_if_it_were_found_now_and_holds_no_word_of_the_mail() {
        let engine = Engine::new(Template::Flemish.policy(), &ClassList::default());
        let mail = "From: mama@familie.example\nTo: an@sintjan.example\nSubject: Noor\n\n\
            Noor Claes uit 3B heeft epilepsie, haar rijksregisternummer is 85.07.30-033.28.\n";
        let examined = engine.examine(
            mailwijs_mail::parse(mail.as_bytes()),
            Direction::Received,
            mailwijs_checks::Channel::Mail,
        );
        assert!(!examined.report.findings.is_empty());
        for finding in &examined.report.findings {
            let kept = serde_json::to_string(&Told::of(finding, Some(7), 9)).unwrap();
            for word in ["Noor", "Claes", "epilepsie", "85.07", "familie"] {
                assert!(!kept.contains(word), "{kept}");
            }
            let told: Told = serde_json::from_str(&kept).unwrap();
            assert_eq!((told.rule(), told.date), (Some(finding.rule), Some(7)));
            assert_eq!(told.categories(), finding.categories);
            for lang in [Lang::Nl, Lang::Fr, Lang::En] {
                let texts = Texts::new(lang);
                for what in [RuleText::Title, RuleText::Message] {
                    assert_eq!(told.said(&texts, what), said(&texts, finding, what));
                }
            }
        }
    }
}
