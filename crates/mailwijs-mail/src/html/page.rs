//! The text that is being laid out.

use crate::model::{Link, ZoneKind};
use std::ops::Range;

/// Text laid out from HTML.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) text: String,
    /// Stretches the markup says something about, in order, not overlapping.
    pub(crate) marks: Vec<(ZoneKind, Range<usize>)>,
    pub(crate) links: Vec<Link>,
    /// Blanks seen and not written yet.
    blank: Option<char>,
    /// A paragraph ended: an empty line comes before the next text.
    margin: bool,
    /// The kind of the text written last.
    last: Option<ZoneKind>,
    /// There was more text than is kept.
    pub(crate) cut: bool,
}

/// Text of a page beyond this is left out, in bytes.
const MAX_TEXT: usize = 1024 * 1024;

impl Page {
    /// Adds running text, its white space collapsed unless preformatted.
    pub(crate) fn write(&mut self, text: &str, kind: Option<ZoneKind>, preformatted: bool) {
        if self.text.len() > MAX_TEXT {
            self.cut = true;
            return;
        }
        for c in text.chars() {
            match c {
                '\n' if preformatted => self.line_break(),
                ' ' if preformatted => self.put(' ', kind),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    self.blank.get_or_insert(' ');
                }
                // A no-break space separates words like any other and is never collapsed.
                '\u{a0}' => self.put(' ', kind),
                _ => self.put(c, kind),
            }
        }
    }

    /// `<br>`: the line ends, even an empty one; above the first text nothing shows.
    pub(crate) fn line_break(&mut self) {
        self.blank = None;
        if self.text.is_empty() {
            return;
        }
        if self.margin {
            self.end_paragraph();
        }
        self.text.push('\n');
    }

    /// The border of a block: the line ends when there is something on it.
    pub(crate) fn block(&mut self) {
        self.blank = None;
        if self.line_is_open() {
            self.text.push('\n');
        }
    }

    /// The border of a paragraph or heading.
    pub(crate) fn paragraph(&mut self) {
        self.block();
        self.margin = !self.text.is_empty();
    }

    /// The border of a table cell.
    pub(crate) fn cell(&mut self) {
        if self.line_is_open() {
            self.blank = Some('\t');
        }
    }

    fn put(&mut self, c: char, kind: Option<ZoneKind>) {
        if self.margin {
            self.end_paragraph();
        }
        if let Some(blank) = self.blank.take()
            && self.line_is_open()
        {
            self.text.push(blank);
        }
        let start = self.text.len();
        self.text.push(c);
        let end = self.text.len();
        if let Some(kind) = kind {
            match self.marks.last_mut().filter(|_| self.last == Some(kind)) {
                Some((_, range)) => range.end = end,
                None => self.marks.push((kind, start..end)),
            }
        }
        self.last = kind;
    }

    fn end_paragraph(&mut self) {
        self.margin = false;
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn line_is_open(&self) -> bool {
        !self.text.is_empty() && !self.text.ends_with('\n')
    }
}
