//! One message in, one report out.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use mailwijs_attach::{Limits, Unreadable};
use mailwijs_checks::{Channel, Circles, Context, Report};
use mailwijs_detect::{ClassList, Detector, Document, SentenceScore};
use mailwijs_mail::{Attachment, Direction, Mail};
use mailwijs_policy::{AccountKind, KindOverrides, Policy, RuleId, Severity};

use crate::sentence_layer::SentenceLayer;

/// Everything that decides what is found, built once per policy.
pub struct Engine {
    policy: Policy,
    detector: Detector,
    kinds: KindOverrides,
    own_addresses: Vec<String>,
    quieter: BTreeSet<RuleId>,
    /// In memory only; outlives a change of policy.
    circles: Arc<RwLock<Circles>>,
}

/// A message and what the checks say of it.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The message.
    pub mail: Mail,
    /// Which way it goes.
    pub direction: Direction,
    /// How it travels.
    pub channel: Channel,
    /// Index in [`Mail::attachments`] and the text that was checked: its content, then its name on a line of its own.
    pub attachments: Vec<(usize, String)>,
    /// The verdict.
    pub report: Report,
}

impl Engine {
    /// An engine for this policy and class list.
    pub fn new(policy: Policy, class_list: &ClassList) -> Self {
        Self {
            policy,
            detector: Detector::new(class_list),
            kinds: KindOverrides::default(),
            own_addresses: Vec::new(),
            quieter: BTreeSet::new(),
            circles: Arc::default(),
        }
    }

    /// The same engine with the teacher's corrections of what an address is.
    #[must_use]
    pub fn with_corrections(mut self, kinds: KindOverrides) -> Self {
        self.kinds = kinds;
        self
    }

    /// The same engine, told which addresses are the teacher's own.
    #[must_use]
    pub fn with_own_addresses(mut self, addresses: Vec<String>) -> Self {
        self.own_addresses = addresses;
        self
    }

    /// The same engine, one step quieter about these rules.
    #[must_use]
    pub fn with_quieter(mut self, rules: BTreeSet<RuleId>) -> Self {
        self.quieter = rules;
        self
    }

    /// The same engine, with what another one learned from sent mail.
    #[must_use]
    pub fn with_circles_of(mut self, other: &Self) -> Self {
        self.circles = Arc::clone(&other.circles);
        self
    }

    /// Learns from the headers of sent mails who is written to together; give them in the order in which they were sent.
    pub fn learn_circles<'m>(&self, sent: impl IntoIterator<Item = &'m Mail>) {
        let mut circles = self.circles.write().unwrap_or_else(PoisonError::into_inner);
        sent.into_iter().for_each(|mail| circles.learn(mail));
    }

    /// The policy in force.
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What an address is: the teacher's correction, else what the policy says.
    pub fn kind_of(&self, email: &str) -> AccountKind {
        self.policy.kind_with_overrides(email, &self.kinds)
    }

    /// The teacher's correction of what an address is.
    pub fn correction(&self, email: &str) -> Option<AccountKind> {
        self.kinds.get(email)
    }

    /// Checks a message by its words, attachments included.
    pub fn examine(&self, mail: Mail, direction: Direction, channel: Channel) -> Examined {
        self.examine_with(mail, direction, channel, |_| Vec::new())
    }

    /// Checks a message by its words and by its sentences, attachments included.
    pub fn examine_wholly(
        &self,
        mail: Mail,
        direction: Direction,
        channel: Channel,
        layer: &mut SentenceLayer,
    ) -> Examined {
        self.examine_with(mail, direction, channel, |document| layer.judge(document))
    }

    /// Reads the sentences too of a message that was checked by its words.
    pub fn read_sentences(&self, examined: &Examined, layer: &mut SentenceLayer) -> Report {
        let mut report = self.report(examined, |document| layer.judge(document));
        report.skipped.clone_from(&examined.report.skipped);
        report
    }

    fn examine_with(
        &self,
        mut mail: Mail,
        direction: Direction,
        channel: Channel,
        sentences: impl FnOnce(&Document<'_>) -> Vec<SentenceScore>,
    ) -> Examined {
        let mut skipped = Vec::new();
        let mut examined = Examined {
            attachments: attachment_texts(&mut mail, &mut skipped),
            mail,
            direction,
            channel,
            report: Report::default(),
        };
        examined.report = self.report(&examined, sentences);
        examined.report.skipped.extend(skipped);
        examined
    }

    fn report(
        &self,
        examined: &Examined,
        sentences: impl FnOnce(&Document<'_>) -> Vec<SentenceScore>,
    ) -> Report {
        let document = Document::new(&examined.mail, &examined.attachments);
        let entities = self
            .detector
            .detect(&document)
            .with_sentences(&sentences(&document));
        let circles = self.circles.read().unwrap_or_else(PoisonError::into_inner);
        let mut report = mailwijs_checks::check(&Context {
            mail: &examined.mail,
            direction: examined.direction,
            channel: examined.channel,
            policy: &self.policy,
            entities: &entities,
            attachments: &examined.attachments,
            kinds: Some(&self.kinds),
            own_addresses: &self.own_addresses,
            circles: Some(&circles),
        });
        drop(circles);
        self.soften(&mut report);
        report
    }

    /// Lowers what the teacher wants to hear less of; the gravest still comes first.
    fn soften(&self, report: &mut Report) {
        for finding in report
            .findings
            .iter_mut()
            .filter(|finding| self.quieter.contains(&finding.rule))
        {
            finding.severity = match finding.severity {
                Severity::Stop => Severity::Warn,
                Severity::Warn | Severity::Info => Severity::Info,
            };
        }
        report.findings.sort_by_key(|finding| Reverse(finding.severity));
    }
}

/// Whether a file is looked into, by its beginning: a picture is not.
pub(crate) fn looks_into(file: &Attachment) -> bool {
    is_attached(file)
        && (file.message().is_some() || mailwijs_attach::reads(&file.name, &file.media_type, &file.bytes))
}

/// Whether it travels along as a file, or as text in one.
fn is_attached(file: &Attachment) -> bool {
    !file.inline || file.media_type.starts_with("text/")
}

/// The text of every file that travels along; what cannot be read is named by kind, never by its own name.
fn attachment_texts(mail: &mut Mail, skipped: &mut Vec<String>) -> Vec<(usize, String)> {
    let limits = Limits::default();
    let files = mail
        .attachments
        .iter_mut()
        .enumerate()
        .filter(|(_, file)| is_attached(file));
    files
        .map(|(index, file)| {
            if let Some(forwarded) = file.message() {
                return (
                    index,
                    [forwarded.subject, forwarded.body.content, file.name.clone()].join("\n"),
                );
            }
            let extracted =
                mailwijs_attach::extract_lent(&file.name, &file.media_type, &mut file.bytes, &limits);
            if let Some(unreadable) = extracted.unreadable.filter(|why| *why != Unreadable::Unsupported) {
                skipped.push(format!("attachment {}: {}", index + 1, why(unreadable)));
            } else if extracted.cut {
                skipped.push(format!(
                    "attachment {}: only the beginning was checked",
                    index + 1
                ));
            }
            let mut text = extracted.text;
            // A name such as "verslag dyslexie Noor.pdf" tells as much as a text does.
            for name in extracted
                .files
                .iter()
                .chain([&file.name])
                .filter(|name| !name.is_empty())
            {
                text.push('\n');
                text.push_str(name);
            }
            (index, text)
        })
        .collect()
}

const fn why(unreadable: Unreadable) -> &'static str {
    match unreadable {
        Unreadable::Encrypted => "it is locked with a password",
        Unreadable::Broken => "it is damaged",
        Unreadable::TooLarge => "it is too large",
        Unreadable::TooSlow => "it took too long to read",
        Unreadable::Unsupported => "this kind of file cannot be read",
        Unreadable::NoText => "it holds pictures of text, no text",
    }
}
