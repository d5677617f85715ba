//! Which messages came to stand in a folder lately, deleted ones included: enough to recognise one that is moved.

use std::cmp::Reverse;
use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::files::maildir;
use crate::mbox::MboxReader;
use crate::sketch::Sketch;
use crate::{Folder, StoreFormat, file, files, header};

/// The end of an mbox that is read, in bytes: what comes in within a day or so.
const MBOX_END: u64 = 16 << 20;

/// What stood in the folder's files that changed after `since`: [`Sketch::identity`] of each, of the newest files at most
/// `most`. What cannot be read is left out.
///
/// A folder in which nothing changed costs a look at its directory.
pub(crate) fn identities(folder: &Folder, since: SystemTime, most: usize) -> Vec<u64> {
    let newest = changed(folder, since, most);
    if folder.format == StoreFormat::Mbox {
        return newest
            .first()
            .and_then(|path| in_mbox(path, most))
            .unwrap_or_default();
    }
    newest
        .iter()
        .filter_map(|path| in_file(folder.format, path))
        .collect()
}

/// The files that changed after `since`, newest first.
fn changed(folder: &Folder, since: SystemTime, most: usize) -> Vec<PathBuf> {
    let is_young = |path: &Path| changed_at(path).is_some_and(|at| at >= since);
    // Whatever is put into a directory changes the directory too.
    let directories: Vec<PathBuf> = match folder.format {
        StoreFormat::Maildir => maildir::DIRECTORIES
            .iter()
            .map(|name| folder.path.join(name))
            .collect(),
        StoreFormat::Emlx => Vec::new(),
        _ => vec![folder.path.clone()],
    };
    if !directories.is_empty() && !directories.iter().any(|path| is_young(path)) {
        return Vec::new();
    }
    let mut newest: Vec<(Reverse<SystemTime>, PathBuf)> = files::list(folder)
        .into_iter()
        .flatten()
        .filter_map(|path| Some((Reverse(changed_at(&path)?), path)))
        .filter(|(at, _)| at.0 >= since)
        .collect();
    newest.sort();
    newest.into_iter().map(|(_, path)| path).take(most).collect()
}

fn changed_at(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

fn in_file(format: StoreFormat, path: &Path) -> Option<u64> {
    let start = file::start(path).ok()?;
    let start = if files::has_extension(path, &["emlx"]) {
        // The first line counts the message's bytes.
        start.get(memchr::memchr(b'\n', &start)? + 1..)?
    } else {
        &start
    };
    identity(start, || {
        let bytes = file::read(path).ok()?;
        Some(files::interpret(format, path, bytes).ok()??.0)
    })
}

fn in_mbox(path: &Path, most: usize) -> Option<Vec<u64>> {
    let mut file = file::open(path).ok()?;
    let start = file.metadata().ok()?.len().saturating_sub(MBOX_END);
    file.seek(SeekFrom::Start(start)).ok()?;
    let mut reader = MboxReader::new(file.take(MBOX_END), start);
    let mut found = Vec::new();
    while let Some(entry) = reader.next_entry().ok()? {
        found.extend(identity(entry.stored(), || Some(entry.message())));
    }
    let older = found.len().saturating_sub(most);
    Some(found.split_off(older))
}

/// By the header alone where there is a Message-ID in it, else by the `whole` message.
fn identity(start: &[u8], whole: impl FnOnce() -> Option<Vec<u8>>) -> Option<u64> {
    let of = |bytes: &[u8]| Sketch::of(&mailwijs_mail::parse(bytes));
    let by_header = of(header::block(start));
    if by_header.id.is_some() {
        return Some(by_header.identity());
    }
    Some(of(&whole()?).identity())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::FolderRole;

    fn folder(path: &Path, format: StoreFormat) -> Folder {
        Folder {
            path: path.to_owned(),
            name: "Inbox".to_owned(),
            role: FolderRole::Inbox,
            format,
        }
    }

    fn of(message: &str) -> u64 {
        Sketch::of(&mailwijs_mail::parse(message.as_bytes())).identity()
    }

    fn age(path: &Path, hours: u64) {
        let file = fs::File::options().write(true).open(path).unwrap();
        let at = SystemTime::now() - Duration::from_hours(hours);
        file.set_modified(at).unwrap();
    }

    #[test]
    fn only_files_that_came_lately() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("cur")).unwrap();
        let messages = [
            "Message-ID: <a@x>\n\nDag\n",
            "Subject: b\n\nDag\n",
            "Subject: oud\n\n",
        ];
        for (message, hours) in messages.iter().zip([1, 2, 30]) {
            let path = dir.path().join("cur").join(format!("{hours}.x:2,S"));
            fs::write(&path, message).unwrap();
            age(&path, hours);
        }
        let since = SystemTime::now() - Duration::from_hours(24);
        let maildir = folder(dir.path(), StoreFormat::Maildir);
        assert_eq!(identities(&maildir, since, 9), [of(messages[0]), of(messages[1])]);
        assert_eq!(identities(&maildir, since, 1), [of(messages[0])]);
        let later = SystemTime::now() + Duration::from_hours(1);
        assert_eq!(identities(&maildir, later, 9), [0; 0]);
    }

    #[test]
    fn what_is_deleted_in_an_mbox_was_there_too() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Inbox");
        let (one, two) = ("Message-ID: <a@x>\n\nDag\n", "Subject: b\n\n>From hier\n");
        fs::write(
            &path,
            format!("From - \nX-Mozilla-Status: 0009\n{one}\nFrom - \n{two}\n"),
        )
        .unwrap();
        let mbox = folder(&path, StoreFormat::Mbox);
        let since = SystemTime::now() - Duration::from_hours(24);
        let unquoted = two.replace(">From", "From");
        assert_eq!(identities(&mbox, since, 9), [of(one), of(&unquoted)]);
        age(&path, 30);
        assert_eq!(identities(&mbox, since, 9), [0; 0]);
    }
}
