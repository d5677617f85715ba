//! Office Open XML text documents and slides (ECMA-376).

use crate::archive::Members;
use crate::sink::Sink;
use crate::xml::{self, Meaning};

/// Parts that hold text, in the order they are read: a folder and the start of the file's name.
const PARTS: &[&str] = &[
    "word/document.",
    "word/header",
    "word/footer",
    "word/footnotes.",
    "word/endnotes.",
    "word/comments.",
    "ppt/slides/slide",
    "ppt/notesSlides/notesSlide",
    "ppt/comments/",
];

/// Puts the text of a `.docx` or `.pptx` into the sink: body, tables, headers, footers, notes and comments, text that
/// tracked changes only delete on paper included.
pub(crate) fn read(members: &mut Members<'_>, sink: &mut Sink) {
    for part in PARTS {
        for index in members.find(|name| name.starts_with(part)) {
            if let Some(bytes) = members.unpack(index, sink) {
                xml::read(&bytes, meaning, sink);
            }
        }
    }
}

/// Word and slide elements have these names in common.
pub(crate) fn meaning(name: &str) -> Meaning {
    match name {
        "t" | "delText" => Meaning::Text,
        "p" | "br" | "cr" => Meaning::Line,
        "tc" => Meaning::Cell,
        "tr" => Meaning::Row,
        "tab" | "ptab" => Meaning::Tab,
        "noBreakHyphen" => Meaning::Blank,
        // Paragraph properties hold tab stops; a fallback repeats what the choice before it says.
        "pPr" | "Fallback" => Meaning::Skip,
        _ => Meaning::Nothing,
    }
}
