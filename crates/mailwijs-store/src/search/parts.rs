//! The directories that a Maildir is made of. Clients make them one after the other, and may write before the last is
//! there: a search that comes in between must not take a part for a folder of loose messages.

use std::fs;
use std::path::Path;

use super::{Listing, is_message};
use crate::files::evolution::cache_around;
use crate::files::maildir;

/// The Maildir that a file or a `cur` or `new` directory belongs to, or the folder of Evolution's copies.
pub(crate) fn maildir_around(path: &Path) -> Option<&Path> {
    if let Some(cache) = cache_around(path) {
        return Some(cache);
    }
    let directory = if maildir::is_inside(path) {
        path.parent()?
    } else {
        path
    };
    let above = directory.parent()?;
    (is_named(directory, &maildir::DIRECTORIES)
        && (above.join("tmp").is_dir() || (above.join("cur").is_dir() && above.join("new").is_dir())))
    .then_some(above)
}

/// Whether a directory with this listing is the `cur`, `new` or `tmp` of a Maildir, whole or in the making.
pub(super) fn is_part(directory: &Path, listing: &Listing) -> bool {
    if is_named(directory, &["tmp"]) {
        return is_where_mail_is_written(directory, listing);
    }
    is_named(directory, &maildir::DIRECTORIES)
        && !listing.files.is_empty()
        && (maildir_around(directory).is_some() || holds_a_message(directory))
}

/// Whether a `tmp` is a Maildir's. Thunderbird makes it before the `cur` and writes to it at once; until then nothing but
/// the names of its files tells it from any other.
fn is_where_mail_is_written(tmp: &Path, listing: &Listing) -> bool {
    let Some(above) = tmp.parent() else {
        return false;
    };
    if maildir::DIRECTORIES.iter().any(|name| above.join(name).is_dir()) {
        return true;
    }
    let is_alone = fs::read_dir(above).is_ok_and(|entries| entries.count() <= 1);
    is_alone && listing.directories.is_empty() && listing.files.iter().all(|path| maildir::is_delivery(path))
}

fn is_named(directory: &Path, names: &[&str]) -> bool {
    directory
        .file_name()
        .is_some_and(|name| names.iter().any(|wanted| name == *wanted))
}

/// Whether one of the files of a directory is a message by what it holds.
pub(super) fn holds_a_message(directory: &Path) -> bool {
    let Ok(entries) = fs::read_dir(directory) else {
        return false;
    };
    let mut files = entries.filter_map(Result::ok).map(|entry| entry.path());
    files.any(|path| path.is_file() && is_message(&path))
}
