//! The labelled mails of `tests/corpus/` (its README says what the labels mean).

use std::collections::BTreeSet;
use std::fs;

use mailwijs_mail::Direction;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{Error, paths};

/// A part of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Whole mails.
    Mails,
    /// Mails of a sentence or two.
    Short,
    /// Single sentences with a label, read as drafts.
    Training,
}

/// One labelled mail.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    /// Unique id.
    pub id: String,
    /// `nl-BE`, `nl-NL`, `fr` or `en`.
    pub lang: String,
    /// `draft` or `received`.
    pub direction: String,
    /// Sender.
    #[serde(default = "colleague")]
    pub from: String,
    /// Recipients.
    #[serde(default = "colleagues")]
    pub to: Vec<String>,
    /// Copies.
    #[serde(default)]
    pub cc: Vec<String>,
    /// Blind copies.
    #[serde(default)]
    pub bcc: Vec<String>,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// The body is wrapped in HTML too.
    pub html: bool,
    /// Text files.
    pub attachments: Vec<File>,
    /// The rules that must fire.
    pub expect: BTreeSet<String>,
    /// The categories that must be found.
    pub categories: BTreeSet<String>,
    /// Pieces that show it.
    pub evidence: Vec<String>,
    /// The pupils are on the class list.
    pub class_list: bool,
    /// `plain`, `implicit` or `trap`.
    pub difficulty: String,
    /// The label in one sentence.
    pub why: String,
}

/// An attachment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// File name.
    pub name: String,
    /// Content.
    pub text: String,
}

/// A sentence of the training sets.
#[derive(Debug, Deserialize)]
struct Sentence {
    id: String,
    lang: String,
    text: String,
    label: u8,
    #[serde(default)]
    categories: BTreeSet<String>,
    kind: String,
}

impl Set {
    /// The set with this word on the command line.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "mails" => Some(Self::Mails),
            "short" => Some(Self::Short),
            "training" => Some(Self::Training),
            _ => None,
        }
    }

    /// Reads the set.
    ///
    /// # Errors
    /// A file that is missing or holds a line that is no labelled mail.
    pub fn read(self) -> Result<Vec<Labelled>, Error> {
        match self {
            Self::Mails => lines("corpus/mails.jsonl"),
            Self::Short => lines("corpus/short-mails.jsonl"),
            Self::Training => training(),
        }
    }
}

impl Labelled {
    /// Which way it goes.
    pub fn direction(&self) -> Direction {
        if self.direction == "received" {
            Direction::Received
        } else {
            Direction::Draft
        }
    }
}

fn lines<T: DeserializeOwned>(path: &str) -> Result<Vec<T>, Error> {
    let text = fs::read_to_string(paths::data(path)).map_err(|error| format!("{path}: {error}"))?;
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line).map_err(|error| format!("{path}, line {}: {error}", at + 1).into())
        })
        .collect()
}

fn training() -> Result<Vec<Labelled>, Error> {
    let mut all = Vec::new();
    let topics = [
        "care-judicial",
        "family",
        "financial-special",
        "medical",
        "ordinary",
        "psychosocial",
    ];
    for topic in topics {
        let sentences: Vec<Sentence> = lines(&format!("corpus/training/{topic}.jsonl"))?;
        all.extend(sentences.into_iter().map(Sentence::into_mail));
    }
    Ok(all)
}

impl Sentence {
    fn into_mail(self) -> Labelled {
        let expect = (self.label == 1).then(|| "sensitive-pupil-data".to_owned());
        Labelled {
            id: self.id,
            lang: self.lang,
            direction: "draft".to_owned(),
            from: colleague(),
            to: colleagues(),
            cc: Vec::new(),
            bcc: Vec::new(),
            subject: String::new(),
            body: self.text,
            html: false,
            attachments: Vec::new(),
            expect: expect.into_iter().collect(),
            categories: self.categories,
            evidence: Vec::new(),
            class_list: false,
            difficulty: self.kind,
            why: String::new(),
        }
    }
}

fn colleague() -> String {
    "An Peeters <an.peeters@sintjan.example>".to_owned()
}

fn colleagues() -> Vec<String> {
    vec!["Koen Lemmens <koen.lemmens@sintjan.example>".to_owned()]
}
