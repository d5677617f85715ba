//! Reading one file under supervision.

use crate::inspect::packed;
use crate::kind::{self, Kind};
use crate::reader::{Answer, Task, supervised};
use crate::sink::Sink;
use crate::{Extracted, Limits, Unreadable, archive, html, pdf, plain};
use std::mem;

/// Draws the text from a file. Never panics, and returns soon after [`Limits::time`] whatever the bytes are.
pub fn extract(name: &str, media_type: &str, bytes: &[u8], limits: &Limits) -> Extracted {
    refused(name, media_type, bytes, limits)
        .unwrap_or_else(|| extract_lent(name, media_type, &mut bytes.to_vec(), limits))
}

/// The same, of bytes that need not be copied: they are lent to the thread that reads, and come back unless it took too long.
pub fn extract_lent(name: &str, media_type: &str, bytes: &mut Vec<u8>, limits: &Limits) -> Extracted {
    if let Some(refused) = refused(name, media_type, bytes, limits) {
        return refused;
    }
    let task = Task {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        bytes: mem::take(bytes),
    };
    match supervised(task, limits) {
        Answer::Read(found, lent) => {
            *bytes = lent;
            found.unwrap_or_else(|| failed(Unreadable::Broken))
        }
        Answer::TooSlow => failed(Unreadable::TooSlow),
        Answer::NoThread => failed(Unreadable::TooLarge),
    }
}

/// What is not read at all needs no supervision. Photos are most of what travels along.
fn refused(name: &str, media_type: &str, bytes: &[u8], limits: &Limits) -> Option<Extracted> {
    match kind::of(name, media_type, bytes) {
        Kind::Other => Some(failed(Unreadable::Unsupported)),
        Kind::Damaged => Some(failed(Unreadable::Broken)),
        Kind::Pdf | Kind::Zip | Kind::Compound | Kind::Html | Kind::Text => {
            (bytes.len() > limits.input).then(|| failed(Unreadable::TooLarge))
        }
    }
}

fn failed(why: Unreadable) -> Extracted {
    Extracted {
        unreadable: Some(why),
        ..Extracted::default()
    }
}

/// Whether a file with this `beginning`, a kilobyte at least, is read or looked over at all: `false` when nothing behind it can
/// change that. A photo is not.
pub fn reads(name: &str, media_type: &str, beginning: &[u8]) -> bool {
    let has_text = kind::of(name, media_type, beginning) != Kind::Other || !kind::is_binary(beginning);
    has_text || packed::begins(beginning)
}

/// Reads a file, or a member of an archive at some depth, into the sink.
pub(crate) fn read(name: &str, media_type: &str, bytes: &[u8], depth: usize, sink: &mut Sink) {
    match kind::of(name, media_type, bytes) {
        Kind::Pdf => pdf::read(bytes, sink),
        Kind::Zip => archive::read(bytes, depth, sink),
        Kind::Html => html::read(&plain::decode(bytes), sink),
        Kind::Text => sink.push(&plain::line_ends(&plain::decode(bytes))),
        Kind::Compound if archive::holds_encrypted_package(bytes) => sink.unreadable(Unreadable::Encrypted),
        Kind::Damaged => sink.unreadable(Unreadable::Broken),
        Kind::Compound | Kind::Other => sink.unreadable(Unreadable::Unsupported),
    }
}
