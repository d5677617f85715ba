//! Words and lines, from the places where strings are shown.

use crate::sink::Sink;

/// A move down of this part of the font size starts a line.
const NEW_LINE: f32 = 0.5;
/// A gap of this part of the font size is a blank; of the second part when widths are only estimated.
const BLANK: f32 = 0.2;
const BLANK_ESTIMATED: f32 = 0.6;
/// A gap of this many font sizes separates columns.
const COLUMN: f32 = 2.0;

/// Where the last string ended.
#[derive(Debug, Default)]
pub(super) struct Layout {
    last: Option<End>,
}

#[derive(Debug, Clone, Copy)]
struct End {
    x: f32,
    y: f32,
    measured: bool,
}

impl Layout {
    /// Puts a string that starts at (x, y) in a font of this size into the sink, with the blank or line end before it
    /// that its place shows.
    pub(super) fn place(&mut self, sink: &mut Sink, text: &str, start: (f32, f32), size: f32) {
        if let Some(last) = self.last {
            let gap = start.0 - last.x;
            let blank = if last.measured { BLANK } else { BLANK_ESTIMATED };
            if (start.1 - last.y).abs() > NEW_LINE * size {
                sink.end_line();
            } else if gap > COLUMN * size || gap < -COLUMN * size {
                sink.push("\t");
            } else if gap > blank * size && !sink.at_word_border() && !text.starts_with(' ') {
                sink.push(" ");
            }
        }
        for c in text.chars() {
            let mut buffer = [0; 4];
            match c {
                '\u{a0}' => sink.push(" "),
                c if c.is_control() => {}
                // Typeset ligatures are two letters to whoever searches.
                'ﬁ' => sink.push("fi"),
                'ﬂ' => sink.push("fl"),
                'ﬀ' => sink.push("ff"),
                'ﬃ' => sink.push("ffi"),
                'ﬄ' => sink.push("ffl"),
                c => sink.push(c.encode_utf8(&mut buffer)),
            }
        }
    }

    /// The string ended here; `measured` tells whether its width is known rather than estimated.
    pub(super) fn ended(&mut self, end: (f32, f32), measured: bool) {
        self.last = Some(End {
            x: end.0,
            y: end.1,
            measured,
        });
    }
}
