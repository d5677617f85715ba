//! PDF (ISO 32000-1).
//!
//! lopdf opens the file and decodes fonts. Its own text extraction joins words across lines and repairs damage
//! without saying so; here text is laid out by position, and what may be missing is told.

mod font;
mod layout;
mod matrix;
mod page;

use crate::Unreadable;
use crate::sink::Sink;
use lopdf::{Document, Error, LoadOptions, Object};

/// One stream may unpack to this much.
pub(crate) const MAX_STREAM: usize = 16 << 20;
/// Pages after this many are not read.
const MAX_PAGES: usize = 2000;
/// Fewer characters on a page than this, in a file that had to be repaired, means that text went missing.
const FEW_CHARACTERS: usize = 40;

/// Puts the text of every page into the sink, then what is filled in on forms.
pub(crate) fn read(bytes: &[u8], sink: &mut Sink) {
    let document =
        match Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(MAX_STREAM)) {
            Ok(document) => document,
            Err(Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_)) => {
                sink.unreadable(Unreadable::Encrypted);
                return;
            }
            Err(_) => {
                sink.unreadable(Unreadable::Broken);
                return;
            }
        };
    if document.is_encrypted() {
        sink.unreadable(Unreadable::Encrypted);
        return;
    }
    let start = sink.text_len();
    let mut pages = 0;
    let mut whole = true;
    for page in document.page_iter().take(MAX_PAGES) {
        if sink.is_done() {
            return;
        }
        pages += 1;
        whole &= page::read(&document, page, sink);
        sink.end_line();
    }
    forms(&document, sink);
    let found = sink.text_len() - start;
    if found == 0 {
        sink.unreadable(if pages == 0 || !whole {
            Unreadable::Broken
        } else {
            Unreadable::NoText
        });
    } else if !whole
        || document.xref_recovery.is_some() && found < pages * FEW_CHARACTERS
        || !is_complete(bytes)
    {
        sink.unreadable(Unreadable::Broken);
    }
}

/// The end-of-file marker is there (§7.5.5); without it the file was cut off and pages may be gone.
fn is_complete(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or_default();
    tail.windows(5).any(|w| w == b"%%EOF")
}

/// Values of text and choice fields (§12.7.4.3, §12.7.4.4).
fn forms(document: &Document, sink: &mut Sink) {
    for object in document.objects.values() {
        let Ok(field) = object.as_dict() else { continue };
        let is_field = matches!(field.get(b"FT").and_then(Object::as_name), Ok(b"Tx" | b"Ch"));
        let value = field
            .get_deref(b"V", document)
            .and_then(lopdf::decode_text_string);
        if let (true, Ok(value)) = (is_field, value) {
            sink.end_line();
            sink.push(value.trim());
            sink.end_line();
        }
    }
}
