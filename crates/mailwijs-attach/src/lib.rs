//! Attachment bytes become bounded plain text.
//!
//! Every parser runs on bounded input, in a thread of its own, inside `catch_unwind` and against a deadline: a
//! document that crashes or stalls a parser costs its own text and nothing else. What cannot be read says so in
//! [`Extracted::unreadable`]; empty text is never passed off as "nothing in it".
#![forbid(unsafe_code)]

mod archive;
mod extract;
mod html;
mod inspect;
mod kind;
mod odf;
mod ooxml;
mod pdf;
mod plain;
mod reader;
mod sheet;
mod sink;
mod xml;

pub use extract::{extract, extract_lent, reads};
pub use inspect::{Inspection, Member, Page, inspect};

use std::time::Duration;

/// How much of a file is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Larger files are not opened, in bytes.
    pub input: usize,
    /// Text beyond this is left out, in bytes.
    pub text: usize,
    /// What compressed parts may unpack to in total, in bytes.
    pub unpacked: usize,
    /// Archives inside archives are opened this many levels deep.
    pub depth: usize,
    /// Names of files in an archive that are listed.
    pub files: usize,
    /// Reading takes no longer.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input: 20 << 20,
            text: 1 << 20,
            unpacked: 100 << 20,
            depth: 3,
            files: 2000,
            time: Duration::from_secs(5),
        }
    }
}

/// What was read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extracted {
    /// The text, with `\n` line ends; table cells are separated by tabs.
    pub text: String,
    /// There was more text than [`Limits::text`].
    pub cut: bool,
    /// Names of the files inside an archive, with their folders.
    pub files: Vec<String>,
    /// Why the text is missing, or may be incomplete.
    pub unreadable: Option<Unreadable>,
}

/// Why (part of) a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unreadable {
    /// Protected by a password.
    Encrypted,
    /// Damaged, or not what its name says; text found before or around the damage is there.
    Broken,
    /// Larger, or unpacking to more, than is looked at.
    TooLarge,
    /// Took longer than allowed.
    TooSlow,
    /// A kind of file that is not read (images, old Office formats, programs).
    Unsupported,
    /// Pages without any text: a scan.
    NoText,
}
