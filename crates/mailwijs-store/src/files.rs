//! Stores that keep one message per file: Maildir, MH, folders of `.eml` and Outlook's `.msg`, Apple Mail.

pub(crate) mod emlx;
pub(crate) mod evolution;
pub(crate) mod evolution_index;
pub(crate) mod ghosts;
pub(crate) mod leftovers;
pub(crate) mod maildir;
pub(crate) mod outlook;
mod partial;

use std::cmp::Reverse;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Folder, ReadError, StoreFormat, file, header};

use outlook::is_outlook;

/// The message files of a folder, sorted by path; of ghosts those that only their own names or bytes tell of.
pub(crate) fn list(folder: &Folder) -> Vec<Result<PathBuf, ReadError>> {
    let mut files = list_all(folder);
    leave_out_ghosts(folder, &mut files);
    files
}

/// Leaves out the files that an index or another file tells to be ghosts.
pub(crate) fn leave_out_ghosts(folder: &Folder, files: &mut Vec<Result<PathBuf, ReadError>>) {
    match folder.format {
        StoreFormat::Maildir => ghosts::leave_out(&folder.path, files),
        StoreFormat::EvolutionCache => evolution::leave_out(&folder.path, files),
        _ => {}
    }
}

/// The message files of a folder, every ghost included, sorted by path.
pub(crate) fn list_all(folder: &Folder) -> Vec<Result<PathBuf, ReadError>> {
    let mut files = Vec::new();
    match folder.format {
        StoreFormat::Maildir => {
            for name in maildir::DIRECTORIES {
                let directory = folder.path.join(name);
                if directory.is_dir() {
                    collect(&directory, &mut files, is_visible);
                }
            }
        }
        StoreFormat::Mh => {
            collect(&folder.path, &mut files, is_number);
            // `10` stands after `9`.
            files.sort_by_key(|file| file.as_ref().ok().and_then(|path| number(path.file_name()?)));
            return files;
        }
        StoreFormat::EmlFolder => collect(&folder.path, &mut files, is_loose_message),
        StoreFormat::Emlx => emlx::collect(&folder.path, &mut files),
        StoreFormat::EvolutionCache => evolution::collect(&folder.path, &mut files),
        StoreFormat::EvolutionAutosave => collect(&folder.path, &mut files, evolution::is_autosave),
        StoreFormat::SingleFile | StoreFormat::Mbox => files.push(Ok(folder.path.clone())),
    }
    files.sort_by(|a, b| path_of(a).cmp(path_of(b)));
    files
}

/// Puts the newest first, by the numbers in names that grow with time: a Maildir's begin with the second of delivery, MH and
/// Apple Mail count. Other formats stay as they are.
pub(crate) fn newest_first(format: StoreFormat, files: &mut [Result<PathBuf, ReadError>]) {
    if matches!(format, StoreFormat::Maildir | StoreFormat::Mh | StoreFormat::Emlx) {
        // What bears no number comes last; the order of paths decides between equals.
        files.sort_by_key(|file| Reverse(first_number(path_of(file))));
    }
}

/// The number that a file's name begins with.
fn first_number(path: &Path) -> Option<u64> {
    let name = path.file_name()?.as_encoded_bytes();
    let digits = name.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(name.get(..digits)?).ok()?.parse().ok()
}

fn path_of(file: &Result<PathBuf, ReadError>) -> &Path {
    match file {
        Ok(path) => path,
        Err(error) => &error.path,
    }
}

fn collect(directory: &Path, files: &mut Vec<Result<PathBuf, ReadError>>, wanted: fn(&Path) -> bool) {
    match fs::read_dir(directory) {
        Ok(entries) => {
            for entry in entries.filter_map(Result::ok) {
                let path = entry.path();
                let Ok(kind) = entry.file_type() else { continue };
                let is_file = kind.is_file() || (kind.is_symlink() && path.is_file());
                if is_file && wanted(&path) {
                    files.push(Ok(path));
                } else if kind.is_symlink() && !is_file && wanted(&path) {
                    files.extend(dead_link(&path).map(Err));
                }
            }
        }
        Err(error) => files.push(Err(ReadError::io(directory, &error))),
    }
}

/// What is wrong with a link that leads to nothing; `None` when it leads somewhere.
pub(crate) fn dead_link(path: &Path) -> Option<ReadError> {
    let leads_nowhere = path.is_symlink() && fs::metadata(path).is_err();
    leads_nowhere.then(|| file::open(path).err()).flatten()
}

/// Whether a file of a folder of this format could be a message, by its name alone.
pub(crate) fn is_message_name(format: StoreFormat, path: &Path) -> bool {
    match format {
        StoreFormat::Maildir => is_visible(path),
        StoreFormat::Mh => is_number(path),
        StoreFormat::EmlFolder => is_visible(path) && !is_number(path) && !leftovers::is_leftover(path),
        StoreFormat::Emlx => has_extension(path, &["emlx"]) && !emlx::is_attached(path),
        StoreFormat::EvolutionCache => evolution::is_cached(path),
        StoreFormat::EvolutionAutosave => evolution::is_autosave(path),
        StoreFormat::SingleFile | StoreFormat::Mbox => true,
    }
}

fn is_visible(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| !name.as_encoded_bytes().starts_with(b"."))
}

fn number(name: &OsStr) -> Option<u64> {
    let name = name.to_str()?;
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        name.parse().ok()
    } else {
        None
    }
}

/// MH names messages with numbers alone; `,12` and `#12` are deleted ones.
pub(crate) fn is_number(path: &Path) -> bool {
    path.file_name().and_then(number).is_some()
}

/// Whether the path has one of these extensions, in any case.
pub(crate) fn has_extension(path: &Path, wanted: &[&str]) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|extension| wanted.iter().any(|wanted| extension.eq_ignore_ascii_case(wanted)))
}

/// An `.eml`, a `.msg` of Outlook, or a file that is a message by what it holds. Files of other well-known kinds are not opened.
pub(crate) fn is_loose_message(path: &Path) -> bool {
    if !is_visible(path) || is_number(path) || leftovers::is_leftover(path) {
        return false;
    }
    if has_extension(path, &["eml"]) {
        return true;
    }
    !is_other_kind(path)
        && file::start(path).is_ok_and(|start| is_outlook(path, &start) || header::looks_like_message(&start))
}

/// Extensions that never belong to a message or an mbox.
pub(crate) fn is_other_kind(path: &Path) -> bool {
    const OTHER: [&str; 63] = [
        "7z", "bak", "bin", "bmp", "bz2", "c", "cfg", "cmeta", "conf", "css", "csv", "dat", "db", "default",
        "dll", "doc", "docx", "emlx", "exe", "gif", "gz", "h", "htm", "html", "ics", "ini", "jpeg", "jpg",
        "js", "json", "lock", "log", "mab", "md", "mp3", "mp4", "msf", "odp", "ods", "odt", "pdf", "png",
        "ppt", "pptx", "pst", "py", "rs", "rtf", "sh", "so", "sqlite", "svg", "tar", "toml", "tsv", "txt",
        "vcf", "xls", "xlsx", "xml", "yaml", "yml", "zip",
    ];
    has_extension(path, &OTHER)
}

/// A message file's RFC 5322 bytes, and whether its store marks it as a draft; `None` for a ghost.
pub(crate) fn read(format: StoreFormat, path: &Path) -> Result<Option<(Vec<u8>, bool)>, ReadError> {
    if format == StoreFormat::Maildir && maildir::flags(path).trashed {
        return Ok(None);
    }
    interpret(format, path, file::read(path)?)
}

/// The same, of the bytes that stand or stood in the file.
pub(crate) fn interpret(
    format: StoreFormat,
    path: &Path,
    bytes: Vec<u8>,
) -> Result<Option<(Vec<u8>, bool)>, ReadError> {
    let found = interpret_any(format, path, bytes)?.filter(|found| !found.ghost);
    Ok(found.map(|found| (found.bytes, found.draft)))
}

/// What stands in a message file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Interpreted {
    /// RFC 5322 bytes.
    pub bytes: Vec<u8>,
    /// Its store marks it as a draft.
    pub draft: bool,
    /// Its store marks it as deleted.
    pub ghost: bool,
}

/// The same of a ghost too; `None` for what is no message yet.
pub(crate) fn interpret_any(
    format: StoreFormat,
    path: &Path,
    bytes: Vec<u8>,
) -> Result<Option<Interpreted>, ReadError> {
    let flags = if format == StoreFormat::Maildir || maildir::is_inside(path) {
        maildir::flags(path)
    } else {
        maildir::Flags::default()
    };
    let trashed = flags.trashed && format == StoreFormat::Maildir;
    // Evolution makes an empty file first, and fills it by moving another over it.
    if bytes.is_empty() && format == StoreFormat::EvolutionAutosave {
        return Ok(None);
    }
    if has_extension(path, &["emlx"]) {
        let (message, marks) =
            emlx::unwrap(&bytes).ok_or(ReadError::new(path, None, crate::ReadCause::NoLength))?;
        return Ok(Some(Interpreted {
            bytes: partial::join(path, message),
            draft: marks.draft,
            ghost: trashed || (marks.deleted && format == StoreFormat::Emlx),
        }));
    }
    let bytes = if is_outlook(path, &bytes) {
        outlook::unwrap(path, &bytes)?
    } else {
        bytes
    };
    Ok(Some(Interpreted {
        bytes,
        draft: flags.draft,
        ghost: trashed,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_come_first_where_names_tell() {
        let names = [
            "cur/1700000001.M2.pc:2,S",
            "cur/1700000003.M1.pc:2,",
            "cur/odd",
            "new/1700000002.M1.pc",
            "new/1700000003.M1.pc",
        ];
        let mut files: Vec<_> = names.map(|name| Ok(PathBuf::from(name))).into();
        newest_first(StoreFormat::EmlFolder, &mut files);
        assert_eq!(files[0], Ok(PathBuf::from(names[0])));
        newest_first(StoreFormat::Maildir, &mut files);
        let order = [1, 4, 3, 0, 2].map(|at| Ok(PathBuf::from(names[at])));
        assert_eq!(files, order);
    }

    #[test]
    fn names_of_messages() {
        assert!(is_number(Path::new("draft/4")));
        for name in ["draft/,4", "draft/4.eml", "draft/.mh_sequences", "draft/+4"] {
            assert!(!is_number(Path::new(name)), "{name}");
        }
        assert!(is_other_kind(Path::new("INBOX.MSF")));
        assert!(!is_other_kind(Path::new("Archief.2020")));
    }
}
