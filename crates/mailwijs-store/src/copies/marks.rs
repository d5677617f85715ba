//! By what a message is recognised as a candidate: short hashes, of which a mailbox of any size can be remembered.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use mailwijs_mail::Mail;

use super::{Keyed, KeyedHash, Sought, wording};
use crate::watch::whole::needed_quiet;
use crate::{FolderRole, ReadCause, ReadError, StoreFormat, file, files, header, headers};

/// The first half of a keyed hash.
pub(super) type Mark = u64;

/// A file that was changed less long ago may change again without another time: clocks of file systems tick.
pub(super) const TICK: Duration = Duration::from_secs(2);

/// What ends like a whole message is read at once.
const ENDED: Duration = Duration::from_millis(50);

pub(super) fn mark(hash: KeyedHash) -> Mark {
    hash.first_chunk().map_or(0, |half| u64::from_be_bytes(*half))
}

/// By what a mail would be a candidate.
pub(super) fn wanted(sought: &Sought) -> impl Iterator<Item = Mark> {
    let own = [sought.message_id, sought.text, sought.subject];
    let conversation = sought.conversation.iter().copied();
    own.into_iter().flatten().chain(conversation).map(mark)
}

/// Told of a mail that is read for the first time: the role of its folder, its marks and its header.
pub(super) type Heard = Box<dyn FnMut(FolderRole, &[Mark], &Mail) + Send>;

/// Reads messages for their marks.
pub(super) struct Reader {
    pub keyed: Arc<dyn Keyed>,
    /// Only the Message-ID matters; of a mail without one the text.
    pub ids_only: bool,
    pub heard: Option<Heard>,
}

/// What was read of a file.
pub(super) struct Marked {
    pub marks: Vec<Mark>,
    /// Its own flags say that it is deleted.
    pub ghost: bool,
    /// It was written a moment ago, and may be written to again.
    pub young: bool,
}

impl Reader {
    /// The marks of a message.
    pub(super) fn message(
        &mut self,
        role: FolderRole,
        bytes: impl FnOnce() -> Vec<u8>,
        stored: &[u8],
    ) -> Vec<Mark> {
        if self.ids_only
            && let Some(marks) = self.header(role, header::block(stored))
        {
            return marks;
        }
        // Files need not be decoded here.
        let mail = mailwijs_mail::parse_with_files(&bytes(), &|_| false);
        let marks = self.of(&mail);
        self.hear(role, &marks, &mail);
        marks
    }

    /// The mark of a header block, when that is enough.
    fn header(&mut self, role: FolderRole, block: &[u8]) -> Option<Vec<Mark>> {
        let mail = mailwijs_mail::parse(block);
        let id = self.id(mail.message_id.as_ref()?);
        self.hear(role, &[id], &mail);
        Some(vec![id])
    }

    fn hear(&mut self, role: FolderRole, marks: &[Mark], mail: &Mail) {
        if let Some(heard) = &mut self.heard {
            heard(role, marks, mail);
        }
    }

    pub(super) fn id(&self, message_id: &str) -> Mark {
        mark(self.keyed.hash("message-id", message_id))
    }

    /// The marks of a whole mail.
    pub(super) fn of(&self, mail: &Mail) -> Vec<Mark> {
        let id = mail.message_id.iter().map(|id| self.id(id));
        let text = || {
            let text = wording::text(mail, &wording::visible(mail));
            text.map(|text| mark(self.keyed.hash("text", &text)))
        };
        let mut marks: Vec<Mark> = id.collect();
        if self.ids_only {
            if marks.is_empty() {
                marks.extend(text());
            }
            return marks;
        }
        marks.extend(mail.references.iter().map(|id| self.id(id)));
        marks.extend(text());
        let subject = wording::base_subject(&mail.subject);
        marks.extend(subject.map(|subject| mark(self.keyed.hash("subject", &subject))));
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// The marks of a message file; an error too when it is half-written.
    pub(super) fn file(
        &mut self,
        format: StoreFormat,
        role: FolderRole,
        path: &Path,
    ) -> Result<Marked, ReadError> {
        let age = age(path);
        let mut marked = Marked {
            marks: Vec::new(),
            ghost: false,
            young: age < TICK,
        };
        // An `.emlx` has its flags at the end.
        if self.ids_only
            && !files::has_extension(path, &["emlx"])
            && let Some(block) = headers::file_header(path)
            && let Some(marks) = self.header(role, &block)
        {
            marked.marks = marks;
            return Ok(marked);
        }
        let Some(found) = files::interpret_any(format, path, file::read(path)?)? else {
            return Ok(marked);
        };
        let needed = needed_quiet(&found.bytes);
        if needed > ENDED && age < needed {
            return Err(ReadError::new(path, None, ReadCause::Unfinished));
        }
        marked.ghost = found.ghost;
        let stored = if self.ids_only {
            found.bytes.clone()
        } else {
            Vec::new()
        };
        marked.marks = self.message(role, || found.bytes, &stored);
        Ok(marked)
    }
}

/// How long ago a file was written; no time at all when that cannot be told.
pub(super) fn age(path: &Path) -> Duration {
    let changed = std::fs::metadata(path).and_then(|found| found.modified());
    changed.map_or(Duration::ZERO, since)
}

/// How long ago that was; no time at all when it lies in the future.
pub(super) fn since(at: SystemTime) -> Duration {
    SystemTime::now().duration_since(at).unwrap_or_default()
}
