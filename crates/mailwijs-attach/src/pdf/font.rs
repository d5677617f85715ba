//! Fonts: from codes to characters, and how wide they are.

use super::MAX_STREAM;
use lopdf::{Dictionary, Document, Encoding, Object};
use std::collections::HashMap;

/// A font of a page.
pub(super) struct Font<'d> {
    encoding: Encoding<'d>,
    /// Width of a code in thousandths of the font size, where the file gives it.
    widths: HashMap<u32, f32>,
    default_width: Option<f32>,
    /// Composite fonts use two bytes for a code (§9.7).
    composite: bool,
}

impl<'d> Font<'d> {
    /// Reads a font; `None` when its codes cannot be understood.
    pub(super) fn read(document: &'d Document, font: &'d Dictionary) -> Option<Self> {
        let encoding = font.get_font_encoding_with_limit(document, MAX_STREAM).ok()?;
        let composite = matches!(font.get(b"Subtype").and_then(Object::as_name), Ok(b"Type0"));
        let mut this = Self {
            encoding,
            widths: HashMap::new(),
            default_width: None,
            composite,
        };
        if composite {
            this.read_composite_widths(document, font);
        } else {
            this.read_simple_widths(document, font);
        }
        Some(this)
    }

    /// The characters of a string, if its codes have any.
    pub(super) fn text(&self, codes: &[u8]) -> Option<String> {
        self.encoding.bytes_to_string(codes).ok()
    }

    /// Width of a string in thousandths of the font size, and whether the file really gives it.
    pub(super) fn width(&self, codes: &[u8]) -> (f32, bool) {
        let mut known = true;
        let mut total = 0.0;
        for code in codes.chunks(if self.composite { 2 } else { 1 }) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            total += self
                .widths
                .get(&code)
                .copied()
                .or(self.default_width)
                .unwrap_or_else(|| {
                    known = false;
                    AVERAGE_WIDTH
                });
        }
        (total, known)
    }

    /// `FirstChar` and `Widths` (§9.6.2).
    fn read_simple_widths(&mut self, document: &Document, font: &Dictionary) {
        let first = font
            .get_deref(b"FirstChar", document)
            .and_then(Object::as_i64)
            .ok();
        let first = first
            .and_then(|code| u32::try_from(code).ok())
            .unwrap_or_default();
        let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) else {
            return;
        };
        for (code, width) in (first..).zip(widths.iter().take(256)) {
            if let Ok(width) = document.dereference(width).and_then(|(_, w)| w.as_float()) {
                self.widths.insert(code, width);
            }
        }
    }

    /// `W` of the descendant font: `c [w …]` and `c-first c-last w` (§9.7.4.3).
    fn read_composite_widths(&mut self, document: &Document, font: &Dictionary) {
        let descendants = font
            .get_deref(b"DescendantFonts", document)
            .and_then(Object::as_array);
        let Some(descendant) = descendants.ok().and_then(|list| list.first()) else {
            return;
        };
        let Ok(descendant) = document.dereference(descendant).and_then(|(_, d)| d.as_dict()) else {
            return;
        };
        let default = descendant.get_deref(b"DW", document).and_then(Object::as_float);
        self.default_width = Some(default.unwrap_or(1000.0));
        let Ok(entries) = descendant.get_deref(b"W", document).and_then(Object::as_array) else {
            return;
        };
        let mut items = entries
            .iter()
            .filter_map(|item| document.dereference(item).ok().map(|(_, item)| item));
        while let Some(first) = items.next().and_then(code) {
            match items.next() {
                Some(Object::Array(widths)) => {
                    let widths = widths.iter().filter_map(|w| w.as_float().ok());
                    self.widths.extend((first..).zip(widths));
                }
                Some(end) => {
                    let (Some(end), Some(Ok(width))) = (code(end), items.next().map(Object::as_float)) else {
                        return;
                    };
                    self.widths
                        .extend((first..=end.min(first + MAX_CODE)).map(|code| (code, width)));
                }
                None => return,
            }
        }
    }
}

/// Of a character in running text, where a file does not say (the standard fonts).
const AVERAGE_WIDTH: f32 = 500.0;
/// Two bytes hold no larger code.
const MAX_CODE: u32 = 0xFFFF;

fn code(object: &Object) -> Option<u32> {
    object
        .as_i64()
        .ok()
        .and_then(|code| u32::try_from(code).ok())
        .filter(|code| *code <= MAX_CODE)
}
