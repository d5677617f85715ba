//! The labelled mails of a folder, such as `tests/corpus/` (its README says what the labels mean).

mod labelled;
mod sentence;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

pub use labelled::{File, Labelled};
use sentence::Sentence;

use crate::{Error, paths};

/// All labelled mails of a folder.
#[derive(Debug)]
pub struct Corpus {
    /// One for each file, by name.
    pub parts: Vec<Part>,
}

/// The mails of one file: usually those of one writer.
#[derive(Debug)]
pub struct Part {
    /// Its path below the corpus, without the ending: `writers/lager`.
    pub name: String,
    /// What its figures may be used for.
    pub kind: Kind,
    /// In the order of the file.
    pub mails: Vec<Labelled>,
}

/// What the figures of a part may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Mails that may be read while the rules are made.
    Open,
    /// Mails that nobody tunes the rules on, but the sentence encoder learnt from.
    HeldOut,
    /// Mails that neither the rules nor the sentence encoder were made with.
    Unseen,
    /// Single sentences for training, each read as a draft.
    Sentences,
}

/// `corpus.toml`: what a corpus says of itself.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    /// Parts that nobody tunes the rules on.
    #[serde(default)]
    held_out: Vec<String>,
    /// Parts that the sentence encoder learns nothing from either.
    #[serde(default)]
    unseen: Vec<String>,
}

impl Corpus {
    /// The corpus in this repository.
    ///
    /// # Errors
    /// A file that holds a line that is no labelled mail.
    pub fn own() -> Result<Self, Error> {
        Self::read(&paths::data("corpus"))
    }

    /// Every `.jsonl` file below a folder; or the one file that the path names.
    ///
    /// # Errors
    /// No such file, or a line that is no labelled mail.
    pub fn read(place: &Path) -> Result<Self, Error> {
        let (folder, files) = if place.is_dir() {
            let mut files = Vec::new();
            collect(place, &mut files)?;
            files.sort();
            (place, files)
        } else {
            (place.parent().unwrap_or(place), vec![place.to_owned()])
        };
        if files.is_empty() {
            return Err(format!("{} holds no .jsonl file", place.display()).into());
        }
        let about = About::of(folder)?;
        let parts = files.iter().map(|file| Part::read(folder, file, &about));
        Ok(Self {
            parts: parts.collect::<Result<_, _>>()?,
        })
    }

    /// The part with this name.
    ///
    /// # Errors
    /// There is none.
    pub fn part(&self, name: &str) -> Result<&Part, Error> {
        let found = self.parts.iter().find(|part| part.name == name);
        found.ok_or_else(|| format!("the corpus has no part {name}").into())
    }
}

impl About {
    fn of(folder: &Path) -> Result<Self, Error> {
        let path = folder.join("corpus.toml");
        if !path.exists() {
            return Ok(Self::default());
        }
        toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()).into())
    }
}

impl Part {
    fn read(folder: &Path, file: &Path, about: &About) -> Result<Self, Error> {
        let name = file.strip_prefix(folder)?.with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let (mut mails, mut sentences) = (Vec::new(), 0);
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let (mail, is_sentence) =
                labelled(line).map_err(|error| format!("{}, line {}: {error}", file.display(), index + 1))?;
            sentences += usize::from(is_sentence);
            mails.push(mail);
        }
        let kind = if about.unseen.contains(&name) {
            Kind::Unseen
        } else if about.held_out.contains(&name) {
            Kind::HeldOut
        } else if sentences == mails.len() {
            Kind::Sentences
        } else {
            Kind::Open
        };
        Ok(Self { name, kind, mails })
    }
}

/// The mail of a line, and whether it is a single sentence.
fn labelled(line: &str) -> Result<(Labelled, bool), serde_json::Error> {
    let value: Value = serde_json::from_str(line)?;
    if value.get("label").is_some() {
        serde_json::from_value(value).map(|sentence: Sentence| (sentence.into_mail(), true))
    } else {
        serde_json::from_value(value).map(|mail| (mail, false))
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "jsonl") {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Corpus, Kind};

    #[test]
    fn a_corpus_is_every_file_below_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let mail = r#"{"id": "a", "lang": "nl-BE", "subject": "s", "body": "b", "expect": ["password"]}"#;
        let sentence = r#"{"id": "b", "lang": "fr", "text": "t", "label": 0, "kind": "twin"}"#;
        std::fs::create_dir(folder.path().join("kept")).unwrap();
        for (name, text) in [
            ("mine.jsonl", mail),
            ("kept/theirs.jsonl", mail),
            ("single.jsonl", sentence),
            ("corpus.toml", "held_out = ['kept/theirs']"),
        ] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let corpus = Corpus::read(folder.path()).unwrap();
        let parts: Vec<(&str, Kind, usize)> = corpus
            .parts
            .iter()
            .map(|part| (part.name.as_str(), part.kind, part.mails.len()))
            .collect();
        assert_eq!(
            parts,
            [
                ("kept/theirs", Kind::HeldOut, 1),
                ("mine", Kind::Open, 1),
                ("single", Kind::Sentences, 1)
            ]
        );
    }

    #[test]
    fn a_line_that_is_no_mail_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.jsonl");
        std::fs::write(&file, "\n{\"id\": 3}\n").unwrap();
        let error = Corpus::read(&file).unwrap_err().to_string();
        assert!(error.contains("mine.jsonl, line 2"), "{error}");
    }
}
