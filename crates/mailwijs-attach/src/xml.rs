//! The text in a document's XML.

use crate::Unreadable;
use crate::plain;
use crate::sink::Sink;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

/// What an element means for the text, by its name without prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The characters in it are text.
    Text,
    /// As [`Meaning::Text`], and a line of its own.
    Paragraph,
    /// A line of its own, or a break in one; only elements in it hold text.
    Line,
    /// A table cell.
    Cell,
    /// A table row.
    Row,
    Tab,
    Blank,
    /// Nothing in it is text.
    Skip,
    Nothing,
}

/// Puts the text of a part into the sink.
pub(crate) fn read(part: &[u8], meaning: fn(&str) -> Meaning, sink: &mut Sink) {
    let text = plain::decode(part);
    let mut reader = Reader::from_str(&text);
    let mut walk = Walk {
        meaning,
        sink,
        in_text: 0,
        skipping: 0,
        in_cell: 0,
        blank: false,
    };
    loop {
        if walk.sink.is_done() {
            return;
        }
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.start(tag.local_name().into_inner()),
            Ok(Event::End(tag)) => walk.end(tag.local_name().into_inner()),
            Ok(Event::Empty(tag)) => {
                walk.start(tag.local_name().into_inner());
                walk.end(tag.local_name().into_inner());
            }
            Ok(Event::Text(text)) => walk.text(&text.xml10_content()),
            Ok(Event::CData(text)) => walk.text(&text.xml10_content()),
            Ok(Event::GeneralRef(entity)) => {
                let mut buffer = [0; 4];
                match entity.resolve_char_ref() {
                    Ok(Some(c)) => walk.text(c.encode_utf8(&mut buffer)),
                    _ => walk.text(resolve_predefined_entity(&entity).unwrap_or_default()),
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => {
                walk.sink.unreadable(Unreadable::Broken);
                break;
            }
        }
    }
    sink.end_line();
}

struct Walk<'s> {
    meaning: fn(&str) -> Meaning,
    sink: &'s mut Sink,
    in_text: usize,
    skipping: usize,
    in_cell: usize,
    /// A paragraph of a cell ended: a blank comes before the next.
    blank: bool,
}

impl Walk<'_> {
    fn start(&mut self, name: &str) {
        match (self.meaning)(name) {
            Meaning::Skip => self.skipping += 1,
            _ if self.skipping > 0 => {}
            Meaning::Text => self.in_text += 1,
            Meaning::Paragraph => {
                self.border();
                self.in_text += 1;
            }
            Meaning::Line => self.border(),
            Meaning::Cell => self.in_cell += 1,
            Meaning::Tab => self.sink.push("\t"),
            Meaning::Blank => self.sink.push(" "),
            Meaning::Row | Meaning::Nothing => {}
        }
    }

    fn end(&mut self, name: &str) {
        match (self.meaning)(name) {
            Meaning::Skip => self.skipping = self.skipping.saturating_sub(1),
            _ if self.skipping > 0 => {}
            Meaning::Text => self.in_text = self.in_text.saturating_sub(1),
            Meaning::Paragraph => {
                self.in_text = self.in_text.saturating_sub(1);
                self.border();
            }
            Meaning::Line => self.border(),
            Meaning::Cell => {
                self.in_cell = self.in_cell.saturating_sub(1);
                self.blank = false;
                self.sink.push("\t");
            }
            Meaning::Row => self.sink.end_line(),
            Meaning::Tab | Meaning::Blank | Meaning::Nothing => {}
        }
    }

    /// A line ends; inside a table cell the row stays one line, so that what belongs together stays together.
    fn border(&mut self) {
        if self.in_cell == 0 {
            self.sink.end_line();
        } else {
            self.blank = true;
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text > 0 && self.skipping == 0 {
            if std::mem::take(&mut self.blank) && !self.sink.at_word_border() {
                self.sink.push(" ");
            }
            self.sink.push(text);
        }
    }
}
