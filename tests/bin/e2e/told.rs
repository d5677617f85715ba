//! The JSON lines of `mailwijs watch` as short sentences, in which drafts are numbered as they appear.
//!
//! `draft 1 checked in Mail/Drafts: visible-recipients`, `draft 1 put right: visible-recipients`, `draft 1 gone`,
//! `draft 1 sent: nothing`, `received in Mail/Inbox: nothing`, `gone from Inbox, left in Trash, bytes left`, `error: …`.

use std::path::{Path, PathBuf};

use mailwijs_tests::Error;
use serde::Deserialize;

/// What is compared of a line.
#[derive(Debug, Deserialize)]
#[serde(tag = "event", rename_all = "lowercase")]
enum Line {
    Ready {
        stores: Vec<String>,
    },
    Checked {
        store: PathBuf,
        folder: String,
        draft: String,
        findings: Vec<Finding>,
    },
    Resolved {
        draft: String,
        rules: Vec<String>,
    },
    Sent {
        draft: Option<String>,
        open_findings: Vec<Finding>,
    },
    Received {
        store: PathBuf,
        folder: String,
        findings: Vec<Finding>,
    },
    Discarded {
        draft: String,
    },
    Gone {
        folder: String,
        left_in: Vec<String>,
        bytes_left: bool,
    },
    Error {
        message: String,
    },
}

#[derive(Debug, Deserialize)]
struct Finding {
    rule: String,
}

/// What a line tells.
#[derive(Debug, PartialEq, Eq)]
pub enum Told {
    /// So many stores are being watched.
    Ready(usize),
    /// Something happened.
    Event(String),
}

/// The drafts so far.
#[derive(Debug, Default)]
pub struct Drafts(Vec<String>);

impl Drafts {
    /// What a line tells.
    ///
    /// # Errors
    /// When the line is not one that `docs/cli.md` describes.
    pub fn told(&mut self, line: &str) -> Result<Told, Error> {
        let line: Line = serde_json::from_str(line)?;
        Ok(Told::Event(match line {
            Line::Ready { stores } => return Ok(Told::Ready(stores.len())),
            Line::Checked {
                store,
                folder,
                draft,
                findings,
            } => {
                format!(
                    "{} checked in {}: {}",
                    self.name(&draft),
                    place(&store, &folder),
                    rules(&findings)
                )
            }
            Line::Resolved { draft, rules } => {
                format!("{} put right: {}", self.name(&draft), rules.join(" "))
            }
            Line::Sent { draft, open_findings } => {
                let what = draft.map_or_else(|| "a mail".to_owned(), |draft| self.name(&draft));
                format!("{what} sent: {}", rules(&open_findings))
            }
            Line::Received {
                store,
                folder,
                findings,
            } => format!("received in {}: {}", place(&store, &folder), rules(&findings)),
            Line::Gone {
                folder,
                left_in,
                bytes_left,
            } => format!(
                "gone from {folder}, left in {}, {}",
                if left_in.is_empty() {
                    "no folder".to_owned()
                } else {
                    left_in.join(" ")
                },
                if bytes_left { "bytes left" } else { "no bytes left" }
            ),
            Line::Discarded { draft } => format!("{} gone", self.name(&draft)),
            Line::Error { message } => format!("error: {message}"),
        }))
    }

    fn name(&mut self, key: &str) -> String {
        let known = self.0.iter().position(|draft| draft == key);
        let index = known.unwrap_or_else(|| {
            self.0.push(key.to_owned());
            self.0.len() - 1
        });
        format!("draft {}", index + 1)
    }
}

/// The folder, after the last name of its store's root.
fn place(store: &Path, folder: &str) -> String {
    let store = store.file_name().unwrap_or_default().to_string_lossy();
    format!("{store}/{folder}")
}

fn rules(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "nothing".to_owned();
    }
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    rules.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(drafts: &mut Drafts, line: &str) -> String {
        match drafts.told(line) {
            Ok(Told::Event(event)) => event,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn drafts_are_numbered_as_they_appear() {
        let mut drafts = Drafts::default();
        let checked = |key: &str| {
            format!(
                r#"{{"event":"checked","at":"","store":"/home/an/Mail","folder":"Drafts","draft":"{key}","findings":[{{"rule":"identifier"}}]}}"#
            )
        };
        assert_eq!(
            event(&mut drafts, &checked("77")),
            "draft 1 checked in Mail/Drafts: identifier"
        );
        assert_eq!(
            event(&mut drafts, &checked("12")),
            "draft 2 checked in Mail/Drafts: identifier"
        );
        let gone = r#"{"event":"discarded","at":"","draft":"77"}"#;
        assert_eq!(event(&mut drafts, gone), "draft 1 gone");
    }

    #[test]
    fn a_mail_that_was_never_a_draft_has_no_number() {
        let sent = r#"{"event":"sent","at":"","draft":null,"message_id":null,"open_findings":[]}"#;
        assert_eq!(event(&mut Drafts::default(), sent), "a mail sent: nothing");
    }

    #[test]
    fn a_line_nobody_described_is_an_error() {
        assert!(Drafts::default().told(r#"{"event":"vanished"}"#).is_err());
    }
}
