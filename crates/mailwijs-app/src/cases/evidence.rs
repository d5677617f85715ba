//! What was seen in the stores, as evidence for a case.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use mailwijs_handover::{CopyId, Kin, Look, MailId, PlaceId, Seen, SourceId, Stand};
use mailwijs_history::Hasher;
use mailwijs_imap::folder_of;
use mailwijs_store::{FolderRole, Looked, ReadError, Sighting};

/// What was seen of one case in the stores with these roots.
pub fn look(id: u64, at: Timestamp, looked: &Looked, roots: &[PathBuf], hasher: &Hasher) -> Look {
    let of_case = looked.sightings.iter().filter(|sighting| sighting.of == id);
    let (mut unread, mut places) = (BTreeSet::new(), BTreeMap::new());
    for error in &looked.unread {
        match closed(error, roots, hasher) {
            Some((place, source)) => drop(places.insert(place, source)),
            None => unread.extend(
                concerned(error, roots)
                    .into_iter()
                    .map(|root| source(root, hasher)),
            ),
        }
    }
    Look {
        at,
        seen: of_case.map(|sighting| seen(sighting, hasher)).collect(),
        covered: roots.iter().map(|root| source(root, hasher)).collect(),
        unread,
        closed: places,
    }
}

/// The place that does not open to this user, and its store; `None` when another look may see more. A whole store is no such
/// place: whether mail is in one, nobody knows by heart.
pub fn closed(error: &ReadError, roots: &[PathBuf], hasher: &Hasher) -> Option<(PlaceId, SourceId)> {
    if !error.cause.lasts() {
        return None;
    }
    let within = roots.iter().filter(|root| error.path.starts_with(root));
    let root = within.max_by_key(|root| root.as_os_str().len())?;
    let below = error.path.strip_prefix(root).ok()?;
    if below.as_os_str().is_empty() {
        return None;
    }
    // What numbers a server gives its messages makes no other folder; and letter by letter, since hashes take capitals for
    // small letters.
    let name = folder_of(&error.path).map_or_else(
        || exact(below.as_os_str().as_encoded_bytes()),
        |name| exact(name.as_bytes()),
    );
    let words = format!("{}\n{name}\n{}", root.display(), error.offset.unwrap_or_default());
    Some((
        PlaceId(hasher.hash("place", &words).short()),
        source(root, hasher),
    ))
}

fn exact(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut all, byte| {
        // Writing to a string never fails.
        let _ = write!(all, "{byte:02x}");
        all
    })
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

#[cfg(test)]
mod tests {
    use mailwijs_store::ReadCause;

    use super::*;

    const SERVER: &str = "imap://an@mail.example:993";

    fn place(path: &str, cause: ReadCause) -> Option<PlaceId> {
        let roots = ["/home/an/Mail".into(), SERVER.into()];
        let error = ReadError {
            path: path.into(),
            offset: None,
            cause,
        };
        closed(&error, &roots, &Hasher::default()).map(|(place, _)| place)
    }

    #[test]
    fn a_folder_that_does_not_open_is_a_place_whatever_its_messages_are_numbered_by() {
        let on_server = |folder: &str| place(&format!("{SERVER}/{folder}"), ReadCause::Denied);
        let shared = on_server("Gedeeld;UIDVALIDITY=0");
        assert!(shared.is_some());
        assert_eq!(on_server("Gedeeld;UIDVALIDITY=7"), shared);
        assert_ne!(on_server("gedeeld;UIDVALIDITY=0"), shared);
        let denied = |path| place(path, ReadCause::Denied);
        assert!(denied("/home/an/Mail/Oud").is_some());
        assert_ne!(denied("/home/an/Mail/Oud"), denied("/home/an/Mail/oud"));
    }

    #[test]
    fn a_whole_store_is_no_such_place_nor_is_what_passes_or_stands_elsewhere() {
        assert_eq!(place("/home/an/Mail", ReadCause::Denied), None);
        assert_eq!(place(SERVER, ReadCause::Denied), None);
        assert_eq!(place("", ReadCause::Denied), None);
        assert_eq!(place("/home/els/Mail/Oud", ReadCause::Denied), None);
        assert_eq!(place("/home/an/Mail/Oud", ReadCause::Unfinished), None);
        assert_eq!(
            place("/home/an/Mail/Oud", ReadCause::Io("timed out".to_owned())),
            None
        );
    }

    #[test]
    fn what_does_not_open_leaves_the_rest_of_its_store_read() {
        let roots = [PathBuf::from(SERVER)];
        let unread = vec![ReadError {
            path: format!("{SERVER}/Gedeeld;UIDVALIDITY=0").into(),
            offset: None,
            cause: ReadCause::Denied,
        }];
        let looked = Looked {
            sightings: Vec::new(),
            unread,
        };
        let hasher = Hasher::default();
        let look = look(1, Timestamp::UNIX_EPOCH, &looked, &roots, &hasher);
        assert!(look.reads(source(SERVER.as_ref(), &hasher)));
        assert_eq!(look.closed.len(), 1);
    }
}
