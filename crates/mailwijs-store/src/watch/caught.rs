//! An event, and what stands in the file it is about, read before a quick writer can take the file away again.

use std::io::Read;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind};

use crate::file;
use crate::files::maildir;

/// Larger drafts take their client longer to replace than reading them takes, in bytes.
const LARGEST: u64 = 256 << 10;

/// An event as it came, and the message it brought.
#[derive(Debug)]
pub(super) struct Caught {
    pub event: notify::Result<Event>,
    /// The file and its bytes; only of a message that just came to stand complete in a Maildir.
    pub message: Option<(PathBuf, Vec<u8>)>,
}

impl Caught {
    /// Reads along with an event that says that a file is complete.
    pub fn of(event: notify::Result<Event>) -> Self {
        let message = event
            .as_ref()
            .ok()
            .and_then(complete)
            .and_then(|path| Some((path.to_owned(), read(path)?)));
        Self { event, message }
    }
}

fn complete(event: &Event) -> Option<&Path> {
    let complete = matches!(
        event.kind,
        EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To))
    );
    event
        .paths
        .first()
        .map(PathBuf::as_path)
        .filter(|path| complete && maildir::is_inside(path))
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file::open(path)
        .ok()?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .ok()?;
    (bytes.len() as u64 <= LARGEST).then_some(bytes)
}
