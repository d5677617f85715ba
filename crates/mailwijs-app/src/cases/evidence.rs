//! What was seen in the stores, as evidence for a case.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use mailwijs_handover::{CopyId, Kin, Look, MailId, Seen, SourceId, Stand};
use mailwijs_history::Hasher;
use mailwijs_store::{FolderRole, Looked, ReadError, Sighting};

/// What was seen of one case in the stores with these roots.
pub fn look(id: u64, at: Timestamp, looked: &Looked, roots: &[PathBuf], hasher: &Hasher) -> Look {
    let of_case = looked.sightings.iter().filter(|sighting| sighting.of == id);
    let unread = looked.unread.iter().flat_map(|error| concerned(error, roots));
    Look {
        at,
        seen: of_case.map(|sighting| seen(sighting, hasher)).collect(),
        covered: roots.iter().map(|root| source(root, hasher)).collect(),
        unread: unread.map(|root| source(root, hasher)).collect::<BTreeSet<_>>(),
    }
}

/// The roots of the stores in which something was not read. What names no place concerns every store on this computer.
fn concerned<'a>(error: &'a ReadError, roots: &'a [PathBuf]) -> Vec<&'a Path> {
    if error.path.as_os_str().is_empty() {
        let local = roots.iter().filter(|root| !root.starts_with("imap:"));
        return local.map(PathBuf::as_path).chain([&*error.path]).collect();
    }
    let within = roots.iter().filter(|root| error.path.starts_with(root));
    let root = within.max_by_key(|root| root.as_os_str().len());
    vec![root.unwrap_or(&error.path)]
}

fn seen(sighting: &Sighting, hasher: &Hasher) -> Seen {
    let in_trash = sighting.role == FolderRole::Trash;
    Seen {
        copy: copy(sighting, hasher),
        mail: mail(sighting, hasher),
        source: source(&sighting.store, hasher),
        kin: match sighting.kin {
            mailwijs_store::Kin::Same => Kin::Same,
            mailwijs_store::Kin::Conversation => Kin::Conversation,
        },
        stand: match (sighting.live, in_trash) {
            (false, _) => Stand::Bytes,
            (true, true) => Stand::Trash,
            (true, false) => Stand::Live,
        },
        in_trash,
    }
}

/// Which copy it is.
pub fn copy(sighting: &Sighting, hasher: &Hasher) -> CopyId {
    let place = format!(
        "{}\n{}\n{}",
        sighting.store.display(),
        sighting.folder,
        name(sighting)
    );
    CopyId(hasher.hash("copy", &place).short())
}

/// Which mail it is.
pub fn mail(sighting: &Sighting, hasher: &Hasher) -> MailId {
    MailId(hasher.hash("mail", &name(sighting)).short())
}

/// Which store it is.
pub fn source(root: &Path, hasher: &Hasher) -> SourceId {
    SourceId(hasher.hash("source", &root.display().to_string()).short())
}

/// A mail's own name; one without a Message-ID goes by what is said of it.
fn name(sighting: &Sighting) -> String {
    let without_id = || format!("{}\n{}", sighting.subject, sighting.date.unwrap_or_default());
    sighting.message_id.clone().unwrap_or_else(without_id)
}
