//! What can go wrong, in words that say what to do; never with mail text in it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a path could not be opened as mail or a store could not be watched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is nothing at the path.
    #[error("{}: no such file or folder; check the spelling of the path", .0.display())]
    Missing(PathBuf),
    /// The operating system refuses access.
    #[error("{}: no permission to read it; give your account read access, or run as the user who owns the mail", .0.display())]
    Denied(PathBuf),
    /// A file that holds no message and is no mbox.
    #[error("{}: not a mail file; expected a message (.eml, .emlx, .msg), an mbox file, or a folder with mail in it", .0.display())]
    NotMail(PathBuf),
    /// A device, pipe or socket.
    #[error("{}: neither a file nor a folder; name a message, an mbox file or a mail folder", .0.display())]
    Special(PathBuf),
    /// Any other error of the file system.
    #[error("{}: cannot be opened ({reason}); check that the disk is connected and try again", .path.display())]
    Io {
        /// What was opened.
        path: PathBuf,
        /// The operating system's words.
        reason: String,
    },
    /// The watching thread could not be started.
    #[error("mail folders cannot be watched ({0}); restart Mailwijs, or log out and in again")]
    Watch(String),
}

impl StoreError {
    pub(crate) fn from_io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing(path),
            io::ErrorKind::PermissionDenied => Self::Denied(path),
            _ => Self::Io {
                path,
                reason: error.to_string(),
            },
        }
    }
}

/// One message, file or folder that could not be read; reading goes on with the next.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ReadError {
    /// The file or folder.
    pub path: PathBuf,
    /// Byte offset of the message's `From ` line in an mbox.
    pub offset: Option<u64>,
    /// What is wrong with it.
    pub cause: ReadCause,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(offset) = self.offset {
            write!(f, ", byte {offset}")?;
        }
        write!(f, ": {}", self.cause)
    }
}

/// What keeps a message from being read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadCause {
    /// The operating system's error.
    #[error("cannot be read ({0})")]
    Io(String),
    /// This user may not read it.
    #[error("no permission to read it")]
    Denied,
    /// Larger than [`crate::MESSAGE_LIMIT`].
    #[error("the message is larger than {} MiB and is skipped", crate::MESSAGE_LIMIT >> 20)]
    TooLarge,
    /// A device, pipe or socket among the mail files.
    #[error("not a regular file")]
    Special,
    /// A link among the mail files whose target is gone. (Where it pointed stays unsaid: that may well be someone's name.)
    #[error("a link to a file that is not there")]
    Dangling,
    /// The file is being written at this moment, or its folder rewritten.
    #[error("is being written at this moment")]
    Unfinished,
    /// Looking there went wrong in a way that nobody foresaw.
    #[error("looking there went wrong; it is looked at again")]
    Stumbled,
    /// An `.emlx` file without its byte count.
    #[error("the file does not start with the length of the message, as an .emlx file must")]
    NoLength,
    /// A `.msg` file with no message of Outlook in it, or a damaged one.
    #[error("the file holds no Outlook message that can be read; save it again from Outlook, or as .eml")]
    NotOutlook,
}

impl ReadCause {
    /// Whether it stays so until somebody changes something: another look alone will see no more.
    pub const fn lasts(&self) -> bool {
        match self {
            Self::Io(_) | Self::Unfinished | Self::Stumbled => false,
            Self::Denied
            | Self::TooLarge
            | Self::Special
            | Self::Dangling
            | Self::NoLength
            | Self::NotOutlook => true,
        }
    }
}

impl ReadError {
    pub(crate) fn io(path: &Path, error: &io::Error) -> Self {
        let cause = match error.kind() {
            io::ErrorKind::PermissionDenied => ReadCause::Denied,
            _ => ReadCause::Io(error.to_string()),
        };
        Self::new(path, None, cause)
    }

    pub(crate) fn new(path: &Path, offset: Option<u64>, cause: ReadCause) -> Self {
        Self {
            path: path.to_owned(),
            offset,
            cause,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_this_user_may_not_read_lasts_and_what_a_disk_says_passes() {
        let cause = |kind: io::ErrorKind| ReadError::io(Path::new("Mail"), &kind.into()).cause;
        assert_eq!(cause(io::ErrorKind::PermissionDenied), ReadCause::Denied);
        assert!(cause(io::ErrorKind::PermissionDenied).lasts());
        assert!(!cause(io::ErrorKind::TimedOut).lasts());
    }
}
