//! A sentence of the training sets, read as a draft from one colleague to another.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::labelled::{Labelled, colleague, colleagues, draft};

#[derive(Debug, Deserialize)]
pub(super) struct Sentence {
    id: String,
    lang: String,
    text: String,
    label: u8,
    #[serde(default = "sensitive")]
    rule: String,
    #[serde(default)]
    categories: BTreeSet<String>,
    kind: String,
    #[serde(default)]
    pair: Option<String>,
}

impl Sentence {
    pub(super) fn into_mail(self) -> Labelled {
        let expect = (self.label == 1).then_some(self.rule);
        Labelled {
            id: self.id,
            lang: self.lang,
            direction: draft(),
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
            pair: self.pair,
        }
    }
}

fn sensitive() -> String {
    "sensitive-pupil-data".to_owned()
}
