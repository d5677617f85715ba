//! mbox files: many messages in one file, each behind a `From ` line (RFC 4155 and its dialects).

mod backwards;
mod buffer;
mod entry;
mod live;
mod reader;
mod separator;

pub(crate) use backwards::MboxBackwards;
pub(crate) use entry::Entry;
pub(crate) use live::{
    EXPUNGED, Liveness, identity, index_beside, is_imap_copy, mozilla_status, msf_of, names_beside,
};
pub(crate) use reader::MboxReader;
pub(crate) use separator::{Separator, separator};
