//! Where everything stands: text becomes lines on pages of A4.

use crate::face::{Faces, Weight};
use crate::outline::Elements;
use crate::wrap::wrap;

/// A4, in points.
pub(crate) const PAPER: (f32, f32) = (595.0, 842.0);
/// What stays white: left, right, above.
pub(crate) const MARGIN: f32 = 64.0;
/// Below this no text; the foot of the page comes after it.
const BOTTOM: f32 = PAPER.1 - 76.0;
/// From one baseline to the next, as a multiple of the size.
const LEADING: f32 = 1.4;
/// More is not printed: the whole of it is in the mail's own file.
const MOST_PAGES: usize = 400;
/// How far a quote stands in, with its bar.
pub(crate) const INDENT: f32 = 12.0;

/// How a line looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    /// In points.
    pub(crate) size: f32,
    /// How grey: 0 is black.
    pub(crate) grey: u8,
}

/// A line at its place.
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    pub(crate) style: Style,
    pub(crate) element: usize,
}

/// A mark without words: a bar beside a quote, a rule.
pub(crate) struct Bar {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// What stands on one page.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) lines: Vec<Line>,
    pub(crate) bars: Vec<Bar>,
}

/// Where a heading stands, for the list beside the pages.
pub(crate) struct Mark {
    pub(crate) title: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// The pages so far, and where the next line goes.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) elements: Elements,
    pub(crate) marks: Vec<Mark>,
    /// Characters that no font has.
    pub(crate) unknown: usize,
    /// There was more than is printed.
    pub(crate) full: bool,
    y: f32,
}

impl Layout {
    pub(crate) fn new() -> Self {
        Self {
            pages: vec![Page::default()],
            elements: Elements::default(),
            marks: Vec::new(),
            unknown: 0,
            full: false,
            y: MARGIN,
        }
    }

    /// White space, unless a page begins here.
    pub(crate) fn space(&mut self, height: f32) {
        if self.y > MARGIN {
            self.y += height;
        }
    }

    /// How far down the next line is.
    pub(crate) fn y(&self) -> f32 {
        self.y
    }

    /// The page that is written on.
    pub(crate) fn page(&self) -> usize {
        self.pages.len() - 1
    }

    /// Goes on from here, on the same page: the second column of a row.
    pub(crate) fn back_to(&mut self, y: f32) {
        self.y = y;
    }

    /// So much fits on this page; else a new one begins.
    pub(crate) fn keep_together(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > MARGIN && self.pages.len() < MOST_PAGES {
            self.turn();
        }
    }

    /// A heading stands here.
    pub(crate) fn mark(&mut self, title: &str) {
        let mark = Mark {
            title: title.to_owned(),
            page: self.page(),
            y: self.y,
        };
        self.marks.push(mark);
    }

    /// A line of text as it came, as many lines as it takes, with so many bars before it.
    pub(crate) fn text(&mut self, text: &str, x: f32, style: Style, bars: usize, element: usize) {
        let x = x + INDENT * narrow(bars);
        let width = (PAPER.0 - MARGIN - x).max(40.0);
        for range in wrap(text, style.weight, style.size, width) {
            let line = text.get(range).unwrap_or_default();
            if !self.line(line, x, style, bars, element) {
                return;
            }
        }
    }

    /// The same in a column of this width, without bars.
    pub(crate) fn column(&mut self, text: &str, x: f32, width: f32, style: Style, element: usize) {
        for range in wrap(text, style.weight, style.size, width) {
            if !self.line(text.get(range).unwrap_or_default(), x, style, 0, element) {
                return;
            }
        }
    }

    /// How high a text stands in a column of this width.
    pub(crate) fn height(text: &str, width: f32, style: Style) -> f32 {
        let lines = wrap(text, style.weight, style.size, width).len();
        narrow(lines) * style.size * LEADING
    }

    /// A thin rule over the whole width.
    pub(crate) fn rule(&mut self) {
        self.keep_together(20.0);
        let bar = Bar {
            x: MARGIN,
            y: self.y,
            width: PAPER.0 - 2.0 * MARGIN,
            height: 0.6,
        };
        if let Some(page) = self.pages.last_mut() {
            page.bars.push(bar);
        }
    }

    fn line(&mut self, text: &str, x: f32, style: Style, bars: usize, element: usize) -> bool {
        let height = style.size * LEADING;
        if self.y + height > BOTTOM {
            if self.full || self.pages.len() >= MOST_PAGES {
                self.full = true;
                return false;
            }
            self.turn();
        }
        let faces = Faces::get();
        let unknown = text
            .chars()
            .filter(|letter| !faces.letter(*letter, style.weight).known);
        self.unknown += unknown.count();
        let y = self.y;
        self.y += height;
        let Some(page) = self.pages.last_mut() else {
            return false;
        };
        for bar in 0..bars {
            page.bars.push(Bar {
                x: x - INDENT * narrow(bars - bar) + 1.0,
                y,
                width: 1.5,
                height,
            });
        }
        if !text.is_empty() {
            page.lines.push(Line {
                text: text.to_owned(),
                x,
                baseline: y + style.size * 1.08,
                style,
                element,
            });
        }
        true
    }

    /// One page more than there may be, for what is said of that.
    pub(crate) fn last_words(&mut self) {
        if self.pages.len() >= MOST_PAGES {
            self.turn();
        }
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = MARGIN;
    }
}

/// A small count as a length.
fn narrow(count: usize) -> f32 {
    f32::from(u8::try_from(count).unwrap_or(u8::MAX))
}
