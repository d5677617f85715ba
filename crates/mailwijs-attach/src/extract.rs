//! Reading one file under supervision.

use crate::kind::{self, Kind};
use crate::sink::Sink;
use crate::{Extracted, Limits, Unreadable, archive, html, pdf, plain};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

/// Room for the deepest recursion a document parser allows itself.
const STACK: usize = 16 << 20;

/// Draws the text from a file. Never panics, and returns soon after [`Limits::time`] whatever the bytes are.
pub fn extract(name: &str, media_type: &str, bytes: &[u8], limits: &Limits) -> Extracted {
    let failed = |why| Extracted {
        unreadable: Some(why),
        ..Extracted::default()
    };
    // What is not read at all needs no supervision. Photos are most of what travels along.
    match kind::of(name, media_type, bytes) {
        Kind::Other => return failed(Unreadable::Unsupported),
        Kind::Damaged => return failed(Unreadable::Broken),
        Kind::Pdf | Kind::Zip | Kind::Compound | Kind::Html | Kind::Text => {}
    }
    if bytes.len() > limits.input {
        return failed(Unreadable::TooLarge);
    }
    let (sender, receiver) = mpsc::channel();
    let stop = Arc::new(AtomicBool::new(false));
    let sink = Sink::new(*limits, Arc::clone(&stop));
    let (name, media_type, bytes) = (name.to_owned(), media_type.to_owned(), bytes.to_vec());
    let reader = move || {
        let result = catch_unwind(AssertUnwindSafe(|| {
            let mut sink = sink;
            read(&name, &media_type, &bytes, 0, &mut sink);
            sink.into_found()
        }));
        // Nobody listens any more when the time was up.
        let _ = sender.send(result);
    };
    let started = std::thread::Builder::new()
        .name("attachment".to_owned())
        .stack_size(STACK)
        .spawn(reader);
    if started.is_err() {
        return failed(Unreadable::TooLarge);
    }
    match receiver.recv_timeout(limits.time) {
        Ok(Ok(found)) => found,
        Ok(Err(_)) | Err(mpsc::RecvTimeoutError::Disconnected) => failed(Unreadable::Broken),
        Err(mpsc::RecvTimeoutError::Timeout) => {
            stop.store(true, Ordering::Relaxed);
            failed(Unreadable::TooSlow)
        }
    }
}

/// Whether a file with this `beginning`, a kilobyte at least, is read at all: `false` when nothing behind it can change that. A
/// photo is not.
pub fn reads(name: &str, media_type: &str, beginning: &[u8]) -> bool {
    kind::of(name, media_type, beginning) != Kind::Other || !kind::is_binary(beginning)
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
