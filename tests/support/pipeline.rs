//! From the bytes of a message to its report, by the same crates as the product.

use std::fs;
use std::path::{Path, PathBuf};

use mailwijs_attach::{Limits, extract};
use mailwijs_checks::{Circles, Context, Report, check};
use mailwijs_detect::{ClassList, Detector, Document};
use mailwijs_encoder::{Encoder, Memory};
use mailwijs_mail::{Direction, Mail, parse};
use mailwijs_policy::Policy;

use crate::{Error, paths};

/// Where the weights of the sentence layer are, from this package.
const ENCODER: &str = "../assets/encoder/encoder.safetensors";

/// A school: its policy and class list.
pub struct School {
    /// The policy.
    pub policy: Policy,
    detector: Detector,
    sentences: Option<Encoder>,
}

/// A message that was checked.
#[derive(Debug)]
pub struct Examined {
    /// The message.
    pub mail: Mail,
    /// The texts of its attachments (index in [`Mail::attachments`], text).
    pub attachments: Vec<(usize, String)>,
    /// What was said of it.
    pub report: Report,
}

impl School {
    /// The school of `tests/corpus/`.
    ///
    /// # Errors
    /// A policy or class list that cannot be read.
    pub fn of_the_corpus() -> Result<Self, Error> {
        Self::of(&paths::data("corpus"))
    }

    /// The school of a corpus: its `policy.toml` and `class-list.csv`, or for what is missing, those of `tests/corpus/`.
    ///
    /// # Errors
    /// A policy or class list that cannot be read.
    pub fn of(corpus: &Path) -> Result<Self, Error> {
        let path = own_or_ours(corpus, "policy.toml");
        let policy = Policy::parse(&fs::read_to_string(&path)?)
            .map_err(|errors| format!("{}: {errors}", path.display()))?;
        let path = own_or_ours(corpus, "class-list.csv");
        let class_list =
            ClassList::parse(&fs::read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self {
            policy,
            detector: Detector::new(&class_list),
            sentences: None,
        })
    }

    /// What finds things in texts.
    pub const fn detector(&self) -> &Detector {
        &self.detector
    }

    /// The encoder of the sentence layer is there.
    pub fn can_read_sentences() -> bool {
        paths::data(ENCODER).is_file()
    }

    /// The same school with the sentence layer.
    ///
    /// # Errors
    /// The encoder is not there.
    pub fn with_sentences(mut self) -> Result<Self, Error> {
        let file = paths::data(ENCODER);
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        self.sentences = Some(Encoder::keep(bytes)?);
        Ok(self)
    }

    /// Checks a message. Everything that measures the product goes through here.
    pub fn examine(&self, bytes: &[u8], direction: Direction) -> Examined {
        self.examine_knowing(&Circles::default(), bytes, direction)
    }

    /// Checks a message of a teacher who sent mail before.
    pub fn examine_knowing(&self, circles: &Circles, bytes: &[u8], direction: Direction) -> Examined {
        let mail = parse(bytes);
        let attachments = attachment_texts(&mail);
        let document = Document::new(&mail, &attachments);
        let mut entities = self.detector.detect(&document);
        if let Some(encoder) = &self.sentences {
            // Mails have no sentences in common that would be worth remembering.
            let scores = encoder.judge_document(&document, &mut Memory::default());
            entities = entities.with_sentences(&scores);
        }
        let context = Context {
            attachments: &attachments,
            circles: Some(circles),
            ..Context::new(&mail, direction, &self.policy, &entities)
        };
        let report = check(&context);
        Examined {
            mail,
            attachments,
            report,
        }
    }
}

fn own_or_ours(corpus: &Path, file: &str) -> PathBuf {
    let own = corpus.join(file);
    if own.exists() {
        own
    } else {
        paths::data("corpus").join(file)
    }
}

/// The text of every file, then its name on a line of its own.
pub fn attachment_texts(mail: &Mail) -> Vec<(usize, String)> {
    let limits = Limits::default();
    let files = mail.attachments.iter().enumerate();
    files
        .map(|(index, file)| {
            let text = extract(&file.name, &file.media_type, &file.bytes, &limits).text;
            (index, format!("{text}\n{}", file.name))
        })
        .collect()
}
