//! `mailboxes.toml`: which mailboxes there are, readable by this user only, and never half written.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use toml::Table;

use super::Mailbox;
use crate::error::{AppError, ErrorCode};
use crate::place::Places;

/// The version of the file's format.
const FORMAT: u32 = 1;

/// What stands above the mailboxes.
const HEADING: &str =
    "# Mailboxes on servers that Mailwijs reads. Their passwords are not here but in the keyring.\n";

/// The mailboxes of this computer, in the order in which they were set up.
#[derive(Debug, Clone, PartialEq)]
pub struct Mailboxes {
    path: PathBuf,
    file: File,
}

/// The file. Keys that a newer version wrote are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct File {
    format: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mailboxes: Vec<Mailbox>,
    #[serde(flatten)]
    newer: Table,
}

impl Mailboxes {
    /// Those of this installation; none before the first is set up.
    ///
    /// # Errors
    /// When the file cannot be read, or is not as it was written.
    pub fn read(places: &Places) -> Result<Self, AppError> {
        let path = places.mailboxes();
        let file = match fs::read_to_string(&path) {
            Ok(text) => parse(&path, &text)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => File {
                format: FORMAT,
                mailboxes: Vec::new(),
                newer: Table::new(),
            },
            Err(error) => return Err(AppError::at(ErrorCode::MailboxesUnreadable, &path, error)),
        };
        Ok(Self { path, file })
    }

    /// All of them.
    pub fn all(&self) -> &[Mailbox] {
        &self.file.mailboxes
    }

    /// The one with this URL, else the first of this name, see [`Mailbox::is_named`].
    pub fn named(&self, name: &str) -> Option<&Mailbox> {
        let exact = self.all().iter().find(|mailbox| mailbox.url() == name);
        exact.or_else(|| self.all().iter().find(|mailbox| mailbox.is_named(name)))
    }

    /// A mailbox that is set up anew, with what was set for it by hand before: its authority, and what a newer version wrote.
    #[must_use]
    pub fn as_before(&self, mailbox: Mailbox) -> Mailbox {
        let url = mailbox.url();
        let Some(before) = self.all().iter().find(|one| one.url() == url) else {
            return mailbox;
        };
        Mailbox {
            ca: mailbox.ca.or_else(|| before.ca.clone()),
            newer: before.newer.clone(),
            ..mailbox
        }
    }

    /// Keeps a mailbox, in the place of the one with the same URL.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing has changed.
    pub fn keep(&mut self, mailbox: Mailbox) -> Result<(), AppError> {
        let mut file = self.file.clone();
        let url = mailbox.url();
        match file.mailboxes.iter_mut().find(|one| one.url() == url) {
            Some(one) => *one = mailbox,
            None => file.mailboxes.push(mailbox),
        }
        self.write(file)
    }

    /// Forgets a mailbox; gives whether there was one. Forget its secret first: nothing else tells its name.
    ///
    /// # Errors
    /// As for [`Self::keep`].
    pub fn remove(&mut self, url: &str) -> Result<bool, AppError> {
        let mut file = self.file.clone();
        file.mailboxes.retain(|one| one.url() != url);
        if file.mailboxes.len() == self.file.mailboxes.len() {
            return Ok(false);
        }
        self.write(file).map(|()| true)
    }

    /// Writes beside and renames: whoever reads meanwhile sees the old file or the new one.
    fn write(&mut self, file: File) -> Result<(), AppError> {
        let unwritten = |error: io::Error| AppError::at(ErrorCode::WriteFailed, &self.path, error);
        let text = toml::to_string(&file).map_err(|error| unwritten(io::Error::other(error)))?;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let written = fs::create_dir_all(folder)
            // Readable by its owner alone, from the first moment.
            .and_then(|()| NamedTempFile::new_in(folder))
            .and_then(|mut fresh| {
                fresh.write_all(HEADING.as_bytes())?;
                fresh.write_all(text.as_bytes())?;
                fresh.as_file().sync_all()?;
                fresh.persist(&self.path).map_err(|error| error.error)
            });
        written.map_err(unwritten)?;
        self.file = file;
        Ok(())
    }
}

fn parse(path: &Path, text: &str) -> Result<File, AppError> {
    let wrong = |detail: String| AppError::at(ErrorCode::MailboxesInvalid, path, detail);
    let table: Table = text
        .parse()
        .map_err(|error: toml::de::Error| wrong(format!("{}{}", place(&error, text), error.message())))?;
    // A newer format may have other keys: its version is the one thing to tell.
    let format = table.get("format").and_then(toml::Value::as_integer);
    if let Some(format) = format.filter(|format| *format != i64::from(FORMAT)) {
        return Err(AppError::at(ErrorCode::MailboxesNewer, path, format));
    }
    toml::from_str(text).map_err(|error| {
        let culprit =
            culprit(&table).unwrap_or_else(|| format!("{}{}", place(&error, text), error.message()));
        wrong(culprit)
    })
}

/// The line of an error, when it is known.
fn place(error: &toml::de::Error, text: &str) -> String {
    let before = error.span().and_then(|span| text.get(..span.start));
    before.map_or_else(String::new, |before| {
        format!("{}: ", before.matches('\n').count() + 1)
    })
}

/// What is wrong with the first mailbox that is wrong, and which one it is.
fn culprit(table: &Table) -> Option<String> {
    let mut mailboxes = table.get("mailboxes")?.as_array()?.iter().zip(1..);
    mailboxes.find_map(|(mailbox, number)| {
        let error = mailbox.clone().try_into::<Mailbox>().err()?;
        Some(format!("[[mailboxes]] {number}: {}", error.message()))
    })
}

#[cfg(test)]
mod tests;
