//! `OpenDocument` texts, sheets and slides (ISO/IEC 26300).

use crate::Unreadable;
use crate::archive::Members;
use crate::sink::Sink;
use crate::xml::{self, Meaning};

/// Puts the text of an `OpenDocument` file into the sink: the content, then headers and footers, which are styles.
pub(crate) fn read(members: &mut Members<'_>, sink: &mut Sink) {
    for index in members.find(|name| name == "META-INF/manifest.xml") {
        let manifest = members.unpack(index, sink).unwrap_or_default();
        if manifest.windows(15).any(|w| w == b"encryption-data") {
            sink.unreadable(Unreadable::Encrypted);
            return;
        }
    }
    for part in ["content.xml", "styles.xml"] {
        for index in members.find(|name| name == part) {
            if let Some(bytes) = members.unpack(index, sink) {
                xml::read(&bytes, meaning, sink);
            }
        }
    }
}

fn meaning(name: &str) -> Meaning {
    match name {
        "p" | "h" => Meaning::Paragraph,
        "table-cell" | "covered-table-cell" => Meaning::Cell,
        "table-row" => Meaning::Row,
        "tab" => Meaning::Tab,
        "s" => Meaning::Blank,
        "line-break" => Meaning::Line,
        // Formats of numbers hold text such as "€".
        "number-style"
        | "currency-style"
        | "date-style"
        | "time-style"
        | "percentage-style"
        | "boolean-style"
        | "text-style"
        | "notes-configuration" => Meaning::Skip,
        _ => Meaning::Nothing,
    }
}
