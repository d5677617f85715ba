//! The script: which drafts, saved when, and what should come of each.

use std::collections::BTreeSet;
use std::time::Duration;

use mailwijs_mail::Address;
use mailwijs_policy::RuleId;
use serde::Deserialize;

/// The script that comes with the app.
const EMBEDDED: &str = include_str!("../../../../assets/demo/script.toml");

/// What the scripted teacher does, draft after draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// In the order in which they are written.
    pub drafts: Vec<ScriptedDraft>,
}

/// One draft, from its first save to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptedDraft {
    /// What it shows.
    pub title: String,
    /// At least one; the first is a save.
    pub steps: Vec<Step>,
}

/// One thing the teacher does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The pause before it.
    pub after: Duration,
    /// What.
    pub kind: StepKind,
}

/// What the teacher does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepKind {
    /// Saves the draft, which now reads like this.
    Save {
        /// The whole of it.
        letter: Letter,
        /// The rules that speak about it.
        expect: BTreeSet<RuleId>,
    },
    /// Sends it as it was saved last.
    Send,
    /// Throws it away.
    Discard,
}

/// What a draft holds at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The sender.
    pub from: Address,
    /// `To`.
    pub to: Vec<Address>,
    /// `Cc`.
    pub cc: Vec<Address>,
    /// `Bcc`.
    pub bcc: Vec<Address>,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// Why a script cannot be played.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ScriptError {
    /// It is not TOML, or not of the script's shape.
    #[error(transparent)]
    Syntax(#[from] toml::de::Error),
    /// There is nothing to play.
    #[error("the script has no drafts")]
    Empty,
    /// A draft must be saved before anything else can be done with it.
    #[error("draft \"{draft}\" does not begin with a save")]
    NothingSaved {
        /// Its title.
        draft: String,
    },
    /// A pause that is no length of time.
    #[error("draft \"{draft}\" waits {seconds} seconds")]
    Pause {
        /// Its title.
        draft: String,
        /// As written.
        seconds: f32,
    },
    /// `expect` names a rule that does not exist.
    #[error("draft \"{draft}\" expects \"{rule}\", which is no rule")]
    UnknownRule {
        /// Its title.
        draft: String,
        /// As written.
        rule: String,
    },
}

impl Script {
    /// The script that comes with the app.
    ///
    /// # Errors
    /// Never in a released app: a test plays it.
    pub fn embedded() -> Result<Self, ScriptError> {
        Self::parse(EMBEDDED)
    }

    /// Reads a script.
    ///
    /// # Errors
    /// When it cannot be played, with the place where that can be told.
    pub fn parse(toml: &str) -> Result<Self, ScriptError> {
        let written: Written = toml::from_str(toml)?;
        if written.drafts.is_empty() {
            return Err(ScriptError::Empty);
        }
        let drafts = written.drafts.iter().map(|draft| draft.resolve(&written.teacher));
        Ok(Self {
            drafts: drafts.collect::<Result<_, _>>()?,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    teacher: Teacher,
    #[serde(default)]
    drafts: Vec<WrittenDraft>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Teacher {
    school: String,
    private: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenDraft {
    title: String,
    steps: Vec<WrittenStep>,
}

/// A step as written: what it does not name stays as it was.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStep {
    after: f32,
    #[serde(rename = "do", default)]
    action: Action,
    from: Option<Account>,
    to: Option<Vec<String>>,
    cc: Option<Vec<String>>,
    bcc: Option<Vec<String>>,
    subject: Option<String>,
    body: Option<String>,
    #[serde(default)]
    expect: Vec<String>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Action {
    #[default]
    Save,
    Send,
    Discard,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Account {
    School,
    Private,
}

impl Teacher {
    fn address(&self, account: Account) -> Address {
        address(match account {
            Account::School => &self.school,
            Account::Private => &self.private,
        })
    }
}

impl WrittenDraft {
    fn resolve(&self, teacher: &Teacher) -> Result<ScriptedDraft, ScriptError> {
        if !matches!(self.steps.first(), Some(step) if matches!(step.action, Action::Save)) {
            return Err(ScriptError::NothingSaved {
                draft: self.title.clone(),
            });
        }
        let mut letter = Letter {
            from: teacher.address(Account::School),
            to: Vec::new(),
            cc: Vec::new(),
            bcc: Vec::new(),
            subject: String::new(),
            body: String::new(),
        };
        let mut steps = Vec::new();
        for step in &self.steps {
            step.change(&mut letter, teacher);
            let kind = match step.action {
                Action::Save => StepKind::Save {
                    letter: letter.clone(),
                    expect: self.rules(&step.expect)?,
                },
                Action::Send => StepKind::Send,
                Action::Discard => StepKind::Discard,
            };
            let after = Duration::try_from_secs_f32(step.after).map_err(|_| ScriptError::Pause {
                draft: self.title.clone(),
                seconds: step.after,
            })?;
            steps.push(Step { after, kind });
        }
        Ok(ScriptedDraft {
            title: self.title.clone(),
            steps,
        })
    }

    fn rules(&self, ids: &[String]) -> Result<BTreeSet<RuleId>, ScriptError> {
        let known = ids.iter().map(|id| {
            RuleId::parse(id).ok_or_else(|| ScriptError::UnknownRule {
                draft: self.title.clone(),
                rule: id.clone(),
            })
        });
        known.collect()
    }
}

impl WrittenStep {
    fn change(&self, letter: &mut Letter, teacher: &Teacher) {
        if let Some(account) = self.from {
            letter.from = teacher.address(account);
        }
        let fields = [
            (&self.to, &mut letter.to),
            (&self.cc, &mut letter.cc),
            (&self.bcc, &mut letter.bcc),
        ];
        for (written, field) in fields {
            if let Some(written) = written {
                *field = written.iter().map(|text| address(text)).collect();
            }
        }
        if let Some(subject) = &self.subject {
            letter.subject.clone_from(subject);
        }
        if let Some(body) = &self.body {
            letter.body.clone_from(body);
        }
    }
}

/// `Name <address>`, or an address alone.
fn address(text: &str) -> Address {
    let (name, email) = text.split_once('<').unwrap_or(("", text));
    Address {
        name: name.trim().to_owned(),
        email: email.trim_end_matches('>').trim().to_owned(),
    }
}
