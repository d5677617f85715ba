//! The letters: which font has a character, and how wide it is there.

use std::sync::{Arc, LazyLock};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf");
const MATH: &[u8] = include_bytes!("../../../assets/fonts/NotoSansMath-Regular.ttf");
const SYMBOLS: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSymbols2-Regular.ttf");

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Of running text.
    Regular,
    /// Of headings and labels.
    Bold,
}

/// One font, and every character it has.
struct Face {
    font: Font,
    letters: FxHashMap<char, Letter>,
}

/// A character as it is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letter {
    /// Index of the font in [`Faces`].
    pub(crate) face: usize,
    glyph: u32,
    /// For a font size of 1.
    pub(crate) width: f32,
    /// A font has it; else this is the sign that stands for it.
    pub(crate) known: bool,
}

/// All fonts.
pub(crate) struct Faces(Vec<Face>);

static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let files = [REGULAR, BOLD, MATH, SYMBOLS];
    Faces(
        files
            .into_iter()
            .enumerate()
            .filter_map(|(index, file)| Face::new(index, file))
            .collect(),
    )
});

impl Faces {
    /// The fonts of every document.
    pub(crate) fn get() -> &'static Self {
        &FACES
    }

    /// A character in the weight that is asked, else in one of the fonts for signs.
    pub(crate) fn letter(&self, letter: char, weight: Weight) -> Letter {
        let first = match weight {
            Weight::Regular => 0,
            Weight::Bold => 1,
        };
        let stand_in = char::REPLACEMENT_CHARACTER;
        let found = [first, 2, 3].into_iter().find_map(|face| self.find(face, letter));
        let known = found.is_some();
        let sign = || self.find(first, stand_in);
        let set = found.or_else(sign).unwrap_or(Letter::missing(first));
        Letter { known, ..set }
    }

    /// The font at an index that [`Self::letter`] gave.
    pub(crate) fn font(&self, face: usize) -> Option<Font> {
        self.0.get(face).map(|face| face.font.clone())
    }

    /// How wide text is in this size.
    pub(crate) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let widths = text.chars().map(|letter| self.letter(letter, weight).width);
        widths.sum::<f32>() * size
    }

    fn find(&self, face: usize, letter: char) -> Option<Letter> {
        self.0.get(face)?.letters.get(&letter).copied()
    }
}

impl Face {
    /// The one that is at this index in [`Faces`].
    fn new(index: usize, file: &'static [u8]) -> Option<Self> {
        let read = FontRef::new(file).ok()?;
        let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(file);
        let font = Font::new(shared.into(), 0)?;
        let widths = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        let letters = read.charmap().mappings().filter_map(|(code, glyph)| {
            let width = widths.advance_width(glyph)? / font.units_per_em();
            let letter = Letter {
                face: index,
                glyph: glyph.to_u32(),
                width,
                known: true,
            };
            Some((char::from_u32(code)?, letter))
        });
        Some(Self {
            letters: letters.collect(),
            font,
        })
    }
}

impl Letter {
    /// Where even the sign for what is missing is missing.
    const fn missing(face: usize) -> Self {
        Self {
            face,
            glyph: 0,
            width: 0.6,
            known: false,
        }
    }

    /// As it is drawn; `at` and `end` are its bytes in the text.
    pub(crate) fn drawn(self, at: usize, end: usize) -> KrillaGlyph {
        KrillaGlyph {
            glyph_id: GlyphId::new(self.glyph),
            text_range: at..end,
            x_advance: self.width,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_have_what_a_school_writes() {
        let faces = Faces::get();
        for letter in "Ĳĳëéèçñßøåžćłşğ—–…’“”«»€→≤≥✓●■✔☎❤👍 αβγ Жука \u{301}".chars()
        {
            assert!(faces.letter(letter, Weight::Regular).known, "{letter:?}");
            assert!(faces.letter(letter, Weight::Bold).known, "{letter:?}");
        }
        assert!(!faces.letter('中', Weight::Regular).known);
        assert!(faces.letter('中', Weight::Regular).width > 0.0);
    }
}
