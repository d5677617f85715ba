//! What programs leave beside their folders: copies of mail that no mail client shows. Read as mailboxes they would
//! bring back deleted messages, and every other message twice.

use std::ffi::OsStr;
use std::path::Path;

/// Whether a file beside mail folders is such a copy, by its name:
/// - `nstmp`, `nstmp-1`: what Thunderbird before version 140 compacts a folder into, left behind when it was cut short;
/// - `#12`, `,12`: what MH programs turn message 12 into when it is deleted;
/// - `Inbox~`, `#Inbox#`: what an editor keeps of before; Thunderbird does not show these either.
pub(crate) fn is_leftover(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let edited = name.ends_with(b"~") || (name.len() > 2 && name.starts_with(b"#") && name.ends_with(b"#"));
    is_compacted(path) || is_deleted(path) || edited
}

/// `nstmp`, `nstmp-1`
fn is_compacted(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.strip_prefix(b"nstmp")
        .is_some_and(|rest| is_number(rest.strip_prefix(b"-").unwrap_or(rest)))
}

/// `#12`, `,12`
pub(crate) fn is_deleted(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.strip_prefix(b",")
        .or_else(|| name.strip_prefix(b"#"))
        .is_some_and(|number| !number.is_empty() && is_number(number))
}

fn is_number(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

/// Whether a directory holds nothing that a mail client shows as mail:
/// - `.compact-temp`: where Thunderbird builds compacted folders and moves the old ones to. After a crash the old ones
///   still stand there, with all that was deleted. Whether bytes are gone for good is another question than whether a
///   message is live, and is asked by [`CopyFinder`](crate::CopyFinder);
/// - `Inbox.mozmsgs`: one file per message, for the search of Windows and macOS.
pub(crate) fn holds_leftovers(directory: &OsStr) -> bool {
    const DIRECTORIES: [&str; 4] = [".compact-temp", ".cache-trash", ".git", "node_modules"];
    DIRECTORIES.iter().any(|name| directory == *name) || directory.as_encoded_bytes().ends_with(b".mozmsgs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_leftovers() {
        for name in ["nstmp", "nstmp-1", "nstmp2", "#12", ",12", "#Inbox#", "Inbox~"] {
            assert!(is_leftover(&Path::new("Mail").join(name)), "{name}");
        }
        for name in [
            "nstmp van An",
            "Inbox",
            "12",
            ", en verder",
            "C#",
            "~an",
            ",",
            "#",
            "#dringend.eml",
        ] {
            assert!(!is_leftover(&Path::new("Mail").join(name)), "{name}");
        }
        assert!(holds_leftovers(OsStr::new(".compact-temp")));
        assert!(holds_leftovers(OsStr::new("Inbox.mozmsgs")));
        assert!(!holds_leftovers(OsStr::new("Inbox.sbd")));
    }
}
