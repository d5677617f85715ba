//! A mail and what must be said of it.

use std::collections::BTreeSet;

use mailwijs_mail::Direction;
use serde::Deserialize;

/// One labelled mail. Only id, language, subject, body and what is expected must be given.
#[derive(Debug, Clone, Deserialize)]
pub struct Labelled {
    /// Unique id.
    pub id: String,
    /// `nl-BE`, `nl-NL`, `fr` or `en`.
    pub lang: String,
    /// `draft` or `received`.
    #[serde(default = "draft")]
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
    #[serde(default)]
    pub html: bool,
    /// Text files.
    #[serde(default)]
    pub attachments: Vec<File>,
    /// The rules that must fire.
    pub expect: BTreeSet<String>,
    /// The categories that must be found.
    #[serde(default)]
    pub categories: BTreeSet<String>,
    /// Pieces that show it.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// The pupils are on the class list.
    #[serde(default)]
    pub class_list: bool,
    /// `plain`, `implicit` or `trap`; of training sentences also `twin` and `ordinary`.
    #[serde(default = "plain")]
    pub difficulty: String,
    /// The label in one sentence.
    #[serde(default)]
    pub why: String,
    /// The id of its twin: nearly the same, but clean when this is not.
    #[serde(default)]
    pub pair: Option<String>,
}

/// An attachment.
#[derive(Debug, Clone, Deserialize)]
pub struct File {
    /// File name.
    pub name: String,
    /// Content.
    pub text: String,
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

    /// Nothing may be said of it.
    pub fn is_clean(&self) -> bool {
        self.expect.is_empty()
    }

    /// It looks like a hit or a miss, but is the other.
    pub fn is_trap(&self) -> bool {
        matches!(self.difficulty.as_str(), "trap" | "twin")
    }
}

pub(super) fn draft() -> String {
    "draft".to_owned()
}

pub(super) fn plain() -> String {
    "plain".to_owned()
}

pub(super) fn colleague() -> String {
    "An Peeters <an.peeters@sintjan.example>".to_owned()
}

pub(super) fn colleagues() -> Vec<String> {
    vec!["Koen Lemmens <koen.lemmens@sintjan.example>".to_owned()]
}
