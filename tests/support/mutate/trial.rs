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
use crate::{Error, cores, paths, render};

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

    /// Tries it on each of these, on all cores: which mail it is, and whether it holds there; `None` where it cannot be tried.
    fn of<'c, T: Sync>(
        items: impl Iterator<Item = T>,
        holds: impl Fn(&T) -> Option<(&'c Labelled, bool)> + Sync,
    ) -> Self {
        let items: Vec<T> = items.collect();
        let tried: Vec<(&Labelled, bool)> = cores::map(&items, holds).into_iter().flatten().collect();
        let failed = tried.iter().filter(|(_, holds)| !holds);
        Self {
            tried: tried.len(),
            failed: failed.map(|(mail, _)| mail.id.clone()).collect(),
        }
    }
}

/// All trials by name, by the rules alone; twins by the sentence layer too, since few of them differ by a telling word.
///
/// # Errors
/// The school or its class list cannot be read, or the encoder is not there.
pub fn trials(
    school: impl Fn() -> Result<School, Error>,
    corpus: &Corpus,
) -> Result<BTreeMap<String, Trial>, Error> {
    let (by_rules, by_both) = (school()?, school()?.with_sentences()?);
    let ground = Ground {
        school: &by_rules,
        corpus,
    };
    let both = Ground {
        school: &by_both,
        corpus,
    };
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
        ("the twin of what is found is silent", both.twins()),
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

    fn rules(&self, mail: &Labelled) -> BTreeSet<&'static str> {
        let findings = self.findings(mail).into_iter();
        findings.map(|finding| finding.rule.as_str()).collect()
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
        Trial::of(self.some_mails(), |&mail| {
            Some((mail, self.tells(mail) == self.tells(&quoted(mail))))
        })
    }

    fn told_as_quoted(&self) -> Trial {
        let sensitive = self.mails().filter(|mail| mail.expect.contains(SENSITIVE));
        Trial::of(sensitive, |&mail| {
            let finding = self.sensitive(&quoted(mail))?;
            let own = Part::Body { quoted: false };
            let mut places = finding.evidence.iter().map(|evidence| evidence.span.part);
            Some((mail, places.all(|part| part != own)))
        })
    }

    /// In a file, no zone tells a greeting.
    fn only_in_a_file(&self) -> Trial {
        let content = |mail: &Labelled| {
            let mut rules = self.rules(mail);
            rules.retain(|rule| matches!(*rule, "identifier" | "password") || *rule == SENSITIVE);
            rules
        };
        Trial::of(self.some_mails(), |&mail| {
            Some((mail, content(&attached(mail)).is_subset(&content(mail))))
        })
    }

    fn in_the_subject(&self) -> Trial {
        Trial::of(self.sentences(), |&sentence| {
            self.tells(sentence)
                .then(|| (sentence, self.tells(&in_the_subject(sentence))))
        })
    }

    fn policies(&self) -> Trial {
        let vocabulary = Vocabulary::of(self.corpus.parts.iter().flat_map(|part| &part.mails));
        let plain = self.some_mails().filter(|mail| mail.difficulty == "plain");
        let sensitive = plain.filter(|mail| mail.expect.contains(SENSITIVE));
        Trial::of(sensitive, |&mail| {
            let policy = about_nobody(mail, &vocabulary)?;
            self.tells(mail).then(|| (mail, !self.tells(&policy)))
        })
    }

    fn traps_with(&self, pupils: &[String]) -> Trial {
        Trial::of(self.traps(), |&(index, mail)| {
            let pupil = pupils.get(index % pupils.len().max(1))?;
            Some((mail, self.tells(&telling_of(mail, pupil, index))))
        })
    }

    fn traps_with_nobody(&self) -> Trial {
        Trial::of(self.traps(), |&(index, mail)| {
            Some((mail, !self.tells(&telling_of_nobody(mail, index))))
        })
    }

    /// Sentences of nearly the same words, and mails of the same kind, of which only one is to be told of.
    fn twins(&self) -> Trial {
        let all = || self.corpus.parts.iter().flat_map(|part| &part.mails);
        let by_id: BTreeMap<&str, &'c Labelled> = all().map(|one| (one.id.as_str(), one)).collect();
        let telling = all().filter(|one| !one.is_clean());
        let pairs = telling.filter_map(|one| Some((one, *by_id.get(one.pair.as_deref()?)?)));
        Trial::of(pairs, |&(one, twin)| {
            let mut told = self.rules(one);
            told.retain(|rule| one.expect.contains(*rule));
            (!told.is_empty()).then(|| (twin, self.rules(twin).is_disjoint(&told)))
        })
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
