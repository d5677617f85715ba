//! Where parsers put what they find, within the limits.

use crate::{Extracted, Limits, Unreadable};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Collects text within the limits and remembers what went wrong.
#[derive(Debug)]
pub(crate) struct Sink {
    limits: Limits,
    found: Extracted,
    /// Bytes that may still be unpacked.
    unpacked_left: usize,
    stop: Arc<AtomicBool>,
}

impl Sink {
    /// An empty sink; parsers give up soon after `stop` is set.
    pub(crate) fn new(limits: Limits, stop: Arc<AtomicBool>) -> Self {
        Self {
            limits,
            found: Extracted::default(),
            unpacked_left: limits.unpacked,
            stop,
        }
    }

    /// Adds text, up to the limit.
    pub(crate) fn push(&mut self, text: &str) {
        let room = self.limits.text.saturating_sub(self.found.text.len());
        if text.len() <= room {
            self.found.text.push_str(text);
        } else {
            let fits = text.get(..text.floor_char_boundary(room)).unwrap_or_default();
            self.found.text.push_str(fits);
            self.found.cut = true;
        }
    }

    /// Ends the line if something is on it.
    pub(crate) fn end_line(&mut self) {
        if self.line_is_open() {
            self.push("\n");
        }
    }

    /// Whether the text ends with something other than a line end.
    pub(crate) fn line_is_open(&self) -> bool {
        !self.found.text.is_empty() && !self.found.text.ends_with('\n')
    }

    /// Whether the text ends with a blank, or at the start of a line.
    pub(crate) fn at_word_border(&self) -> bool {
        self.found
            .text
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
    }

    /// Bytes of text so far.
    pub(crate) fn text_len(&self) -> usize {
        self.found.text.len()
    }

    /// Whether going on makes no sense: out of time or out of room.
    pub(crate) fn is_done(&self) -> bool {
        self.found.cut || self.stop.load(Ordering::Relaxed)
    }

    /// Remembers the first thing that went wrong.
    pub(crate) fn unreadable(&mut self, why: Unreadable) {
        self.found.unreadable.get_or_insert(why);
    }

    /// An image or program inside an archive is listed by name; that it has no text is no failure of the archive.
    pub(crate) fn forgive_unsupported(&mut self, failed_before: bool) {
        if !failed_before && self.found.unreadable == Some(Unreadable::Unsupported) {
            self.found.unreadable = None;
        }
    }

    /// Whether something went wrong.
    pub(crate) fn has_failed(&self) -> bool {
        self.found.unreadable.is_some()
    }

    /// Lists a file of an archive; tells whether there is room for more.
    pub(crate) fn list(&mut self, name: String) -> bool {
        let room = self.found.files.len() < self.limits.files;
        if room {
            self.found.files.push(name);
        } else {
            self.found.cut = true;
        }
        room
    }

    /// Bytes that may still be unpacked.
    pub(crate) fn unpack_room(&self) -> usize {
        self.unpacked_left
    }

    /// Accounts for unpacked bytes.
    pub(crate) fn unpacked(&mut self, bytes: usize) {
        self.unpacked_left = self.unpacked_left.saturating_sub(bytes);
    }

    /// How deep archives are opened.
    pub(crate) fn max_depth(&self) -> usize {
        self.limits.depth
    }

    /// What was found.
    pub(crate) fn into_found(self) -> Extracted {
        self.found
    }
}
