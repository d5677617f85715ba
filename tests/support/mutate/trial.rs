//! What must hold of findings when the words change shape or are about somebody else, tried on every mail it can be tried on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use mailwijs_checks::Finding;
use mailwijs_mail::Part;
use serde::{Deserialize, Serialize};

use super::{Vocabulary, about_nobody, attached, in_the_subject, quoted, telling_of, telling_of_nobody};
use crate::corpus::{Corpus, Kind, Labelled};
use crate::figures::{SENSITIVE, Share};
use crate::pipeline::School;
use crate::{Error, paths, render};

/// Of the clean mails, one in so many is looked at where any mail will do.
const CLEAN_STEP: usize = 10;

/// How often something held.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// Mails it was tried on.
    pub tried: usize,
    /// Ids of those for which it did not hold.
    pub failed: BTreeSet<String>,
}

impl Trial {
    /// Those for which it held.
    pub fn held(&self) -> Share {
        Share {
            part: self.tried.saturating_sub(self.failed.len()),
            whole: self.tried,
        }
    }

    fn add(&mut self, mail: &Labelled, holds: bool) {
        self.tried += 1;
        if !holds {
            self.failed.insert(mail.id.clone());
        }
    }
}

/// All trials by name, by the rules alone.
///
/// # Errors
/// The class list cannot be read.
pub fn trials(school: &School, corpus: &Corpus) -> Result<BTreeMap<String, Trial>, Error> {
    let ground = Ground { school, corpus };
    let pupils = pupils()?;
    let trials = [
        ("sensitive words stay so in quotes", ground.in_quotes()),
        (
            "what is found in a quote is told as quoted",
            ground.told_as_quoted(),
        ),
        ("nothing more is found in a file", ground.only_in_a_file()),
        ("a sentence is found in the subject too", ground.in_the_subject()),
        ("a policy about nobody is silent", ground.policies()),
        (
            "a pupil among harmless words is found",
            ground.traps_with(&pupils),
        ),
        (
            "nobody among harmless words is silent",
            ground.traps_with_nobody(),
        ),
        ("the twin of what is found is silent", ground.twins()),
    ];
    Ok(trials.map(|(name, trial)| (name.to_owned(), trial)).into())
}

/// What trials are made on.
struct Ground<'c> {
    school: &'c School,
    corpus: &'c Corpus,
}

impl<'c> Ground<'c> {
    /// Whole mails.
    fn mails(&self) -> impl Iterator<Item = &'c Labelled> {
        let parts = self.corpus.parts.iter();
        parts
            .filter(|part| part.kind != Kind::Sentences)
            .flat_map(|part| &part.mails)
    }

    /// Every mail that something must be said of, and some of the clean ones.
    fn some_mails(&self) -> impl Iterator<Item = &'c Labelled> {
        let mails = self.mails().enumerate();
        mails
            .filter(|(index, mail)| !mail.is_clean() || index % CLEAN_STEP == 0)
            .map(|(_, mail)| mail)
    }

    /// Clean mails that look like something.
    fn traps(&self) -> impl Iterator<Item = (usize, &'c Labelled)> {
        let traps = self.mails().filter(|mail| mail.is_clean() && mail.is_trap());
        traps.enumerate()
    }

    fn sentences(&self) -> impl Iterator<Item = &'c Labelled> {
        let parts = self.corpus.parts.iter();
        parts
            .filter(|part| part.kind == Kind::Sentences)
            .flat_map(|part| &part.mails)
    }

    fn findings(&self, mail: &Labelled) -> Vec<Finding> {
        let bytes = render::message(mail, 0);
        self.school.examine(&bytes, mail.direction()).report.findings
    }

    fn sensitive(&self, mail: &Labelled) -> Option<Finding> {
        let mut findings = self.findings(mail).into_iter();
        findings.find(|finding| finding.rule.as_str() == SENSITIVE)
    }

    fn tells(&self, mail: &Labelled) -> bool {
        self.sensitive(mail).is_some()
    }

    /// Words that are not the writer's weigh a little less, and an insult that is quoted becomes behaviour that is reported.
    fn in_quotes(&self) -> Trial {
        let mut trial = Trial::default();
        for mail in self.some_mails() {
            trial.add(mail, self.tells(mail) == self.tells(&quoted(mail)));
        }
        trial
    }

    fn told_as_quoted(&self) -> Trial {
        let mut trial = Trial::default();
        for mail in self.mails().filter(|mail| mail.expect.contains(SENSITIVE)) {
            if let Some(finding) = self.sensitive(&quoted(mail)) {
                let own = Part::Body { quoted: false };
                let mut places = finding.evidence.iter().map(|evidence| evidence.span.part);
                trial.add(mail, places.all(|part| part != own));
            }
        }
        trial
    }

    /// In a file, no zone tells a greeting.
    fn only_in_a_file(&self) -> Trial {
        let content = |mail: &Labelled| -> BTreeSet<&str> {
            let rules = self
                .findings(mail)
                .into_iter()
                .map(|finding| finding.rule.as_str());
            rules
                .filter(|rule| matches!(*rule, "identifier" | "password") || *rule == SENSITIVE)
                .collect()
        };
        let mut trial = Trial::default();
        for mail in self.some_mails() {
            trial.add(mail, content(&attached(mail)).is_subset(&content(mail)));
        }
        trial
    }

    fn in_the_subject(&self) -> Trial {
        let mut trial = Trial::default();
        for sentence in self.sentences().filter(|sentence| self.tells(sentence)) {
            trial.add(sentence, self.tells(&in_the_subject(sentence)));
        }
        trial
    }

    fn policies(&self) -> Trial {
        let vocabulary = Vocabulary::of(self.corpus.parts.iter().flat_map(|part| &part.mails));
        let mut trial = Trial::default();
        let plain = self.some_mails().filter(|mail| mail.difficulty == "plain");
        for mail in plain.filter(|mail| mail.expect.contains(SENSITIVE) && self.tells(mail)) {
            if let Some(policy) = about_nobody(mail, &vocabulary) {
                trial.add(mail, !self.tells(&policy));
            }
        }
        trial
    }

    fn traps_with(&self, pupils: &[String]) -> Trial {
        let mut trial = Trial::default();
        for (index, mail) in self.traps() {
            if let Some(pupil) = pupils.get(index % pupils.len().max(1)) {
                trial.add(mail, self.tells(&telling_of(mail, pupil, index)));
            }
        }
        trial
    }

    fn traps_with_nobody(&self) -> Trial {
        let mut trial = Trial::default();
        for (index, mail) in self.traps() {
            trial.add(mail, !self.tells(&telling_of_nobody(mail, index)));
        }
        trial
    }

    /// Sentences of nearly the same words, of which one shares something sensitive.
    fn twins(&self) -> Trial {
        let by_id: BTreeMap<&str, &Labelled> = self
            .sentences()
            .map(|sentence| (sentence.id.as_str(), sentence))
            .collect();
        let mut trial = Trial::default();
        let sensitive = self.sentences().filter(|sentence| !sentence.is_clean());
        for sentence in sensitive {
            let twin = sentence.pair.as_deref().and_then(|id| by_id.get(id));
            if let Some(twin) = twin.filter(|_| self.tells(sentence)) {
                trial.add(twin, !self.tells(twin));
            }
        }
        trial
    }
}

/// The names on the class list.
fn pupils() -> Result<Vec<String>, Error> {
    let list = fs::read_to_string(paths::data("corpus/class-list.csv"))?;
    let names = list.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some(format!("{} {}", cells.next()?, cells.next()?))
    });
    Ok(names.collect())
}
