//! Apple Mail's `.emlx`: a byte count, that many bytes of message, a property list with flags.

use std::fs;
use std::path::{Path, PathBuf};

use memchr::{memchr, memmem};

use super::has_extension;
use crate::ReadError;

/// The flags that matter here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Bit 1.
    pub deleted: bool,
    /// Bit 6.
    pub draft: bool,
}

/// The message and its flags; `None` without a byte count. A count beyond the end takes what there is.
pub(crate) fn unwrap(bytes: &[u8]) -> Option<(&[u8], Marks)> {
    let line_end = memchr(b'\n', bytes.get(..bytes.len().min(64))?)?;
    let count: usize = std::str::from_utf8(bytes.get(..line_end)?.trim_ascii())
        .ok()?
        .parse()
        .ok()?;
    let rest = bytes.get(line_end + 1..)?;
    let (message, list) = rest.split_at_checked(count).unwrap_or((rest, &[]));
    let flags = flags(list).unwrap_or(0);
    Some((
        message,
        Marks {
            deleted: flags & 0b10 != 0,
            draft: flags & 0b100_0000 != 0,
        },
    ))
}

/// The number of `<key>flags</key><integer>8590195713</integer>`.
fn flags(list: &[u8]) -> Option<u64> {
    const KEY: &[u8] = b"<key>flags</key>";
    let after = list
        .get(memmem::find(list, KEY)? + KEY.len()..)?
        .trim_ascii_start();
    let value = after.strip_prefix(b"<integer>")?;
    std::str::from_utf8(value.get(..memchr(b'<', value)?)?)
        .ok()?
        .trim()
        .parse()
        .ok()
}

/// Where files stand that were taken out of `N.partial.emlx`: `Attachments/N/2/brief.eml` beside `Messages`.
pub(crate) const ATTACHMENTS: &str = "Attachments";

/// Whether a path is or stands below such a place.
pub(crate) fn is_attached(path: &Path) -> bool {
    path.ancestors()
        .any(|above| above.ends_with(ATTACHMENTS) && above.with_file_name("Messages").is_dir())
}

/// The message that a file stands attached to, at such a place.
pub(crate) fn message_of(path: &Path) -> Option<PathBuf> {
    let below = path
        .ancestors()
        .find(|above| above.parent().is_some_and(|above| above.ends_with(ATTACHMENTS)))?;
    let messages = below.parent()?.with_file_name("Messages");
    let number = below.file_name()?.to_str()?;
    ["partial.emlx", "emlx"]
        .map(|kind| messages.join(format!("{number}.{kind}")))
        .into_iter()
        .find(|message| message.is_file())
}

/// Every `.emlx` below a mailbox; those of mailboxes inside it (`X.mbox`) are their own. A message that is attached to
/// another is none of the mailbox.
pub(super) fn collect(directory: &Path, files: &mut Vec<Result<PathBuf, ReadError>>) {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) => return files.push(Err(ReadError::io(directory, &error))),
    };
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        // Apple Mail has no links in its store, so following none is right and ends every loop.
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && !has_extension(&path, &["mbox"]) && entry.file_name() != ATTACHMENTS {
            collect(&path, files);
        } else if kind.is_file() && has_extension(&path, &["emlx"]) {
            files.push(Ok(path));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_draft_of_apple_mail() {
        let emlx = b"14        \nSubject: x\n\ny\n<?xml version=\"1.0\"?>\n<plist><dict>\n\
            <key>flags</key>\n\t<integer>8590195776</integer>\n</dict></plist>";
        let (message, marks) = unwrap(emlx).unwrap();
        assert_eq!(message, b"Subject: x\n\ny\n");
        assert_eq!(
            marks,
            Marks {
                deleted: false,
                draft: true
            }
        );
    }

    #[test]
    fn counts_that_do_not_fit() {
        assert_eq!(unwrap(b"99\nSubject: x\n").unwrap().0, b"Subject: x\n");
        assert_eq!(unwrap(b"0\n").unwrap().0, b"");
        for wrong in [&b""[..], b"Subject: x\n\n", b"-1\nx", b"12"] {
            assert_eq!(unwrap(wrong), None);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_end_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = unwrap(&bytes);
        }
    }
}
