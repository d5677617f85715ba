//! A document, put together piece by piece: a receipt, a report, a mail.

use crate::draw;
use crate::face::{Faces, Weight};
use crate::grid::Grid;
use crate::layout::{Layout, MARGIN, PAPER, Style};
use crate::outline::Kind;
use crate::text::{clean, one_line};
use crate::{Frame, PrintError};

const SIZE: f32 = 10.5;
const BODY: Style = style(Weight::Regular, SIZE, 0);
const LABEL: Style = style(Weight::Bold, SIZE, 0);
pub(crate) const SMALL: Style = style(Weight::Regular, 8.5, 90);
const TITLE: Style = style(Weight::Bold, 18.0, 0);
const HEADING: Style = style(Weight::Bold, 12.5, 0);
/// Labels wider than this are broken.
const WIDEST_LABEL: f32 = 170.0;
/// Between a label and its value.
const GAP: f32 = 12.0;
/// Deeper quotes stand no further in.
const DEEPEST: usize = 6;
/// Between paragraphs.
const SPACE: f32 = 7.0;

const fn style(weight: Weight, size: f32, grey: u8) -> Style {
    Style { weight, size, grey }
}

/// How a line of a mail is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Words for this reader.
    Own,
    /// What nobody reads: a notice below every mail.
    Small,
}

/// A document that is being put together. It begins with its title; the pieces follow in the order of the calls.
///
/// Texts may hold anything: what cannot be printed is told, nothing fails on it.
pub struct Document<'a> {
    frame: Frame<'a>,
    layout: Layout,
    /// The quote that lines are added to, so that its paragraphs stay together.
    quote: Option<usize>,
    paragraph: Option<usize>,
}

impl<'a> Document<'a> {
    /// With its title.
    pub fn new(frame: Frame<'a>) -> Self {
        let mut document = Self {
            frame,
            layout: Layout::new(),
            quote: None,
            paragraph: None,
        };
        document.head(frame.title, 1, TITLE);
        document
    }

    /// A heading below the title.
    pub fn heading(&mut self, text: &str) {
        self.layout.space(2.0 * SPACE);
        // A heading alone at the bottom of a page belongs to nothing.
        self.layout.keep_together(60.0);
        self.head(text, 2, HEADING);
    }

    /// A paragraph; line ends in it are kept.
    pub fn paragraph(&mut self, text: &str) {
        self.running(text, BODY);
    }

    /// A remark in small letters.
    pub fn note(&mut self, text: &str) {
        self.running(text, SMALL);
    }

    /// Labels with what they stand for, below each other; a value may have several lines.
    pub fn facts<L: AsRef<str>, V: AsRef<str>>(&mut self, facts: &[(L, V)]) {
        self.layout.space(SPACE);
        let fonts = Faces::get();
        let names: Vec<String> = facts.iter().map(|(label, _)| one_line(label.as_ref())).collect();
        let widest = names.iter().map(|label| fonts.width(label, Weight::Bold, SIZE));
        let column = widest.fold(0.0, f32::max).min(WIDEST_LABEL) + 1.0;
        let table = self.layout.elements.add(Kind::Table, None);
        for (name, (_, value)) in names.iter().zip(facts) {
            let row = self.layout.elements.add(Kind::Row, Some(table));
            self.row(row, name, value.as_ref(), column);
        }
    }

    /// Rows of cells under the heads of their columns; on every page the heads stand above what follows. Of each head: how wide its
    /// column is, as a share of all shares. A row holds a cell for each column.
    pub fn table<R: AsRef<[String]>>(&mut self, heads: &[(&str, u16)], rows: &[R]) {
        Grid::new(heads).print(&mut self.layout, rows);
    }

    /// A list with bullets.
    pub fn bullets<T: AsRef<str>>(&mut self, items: &[T]) {
        self.list(items, false);
    }

    /// A list with numbers, from 1.
    pub fn steps<T: AsRef<str>>(&mut self, items: &[T]) {
        self.list(items, true);
    }

    /// A thin rule.
    pub fn rule(&mut self) {
        self.layout.space(SPACE);
        self.layout.rule();
        self.layout.space(SPACE);
    }

    /// The bytes of the PDF.
    ///
    /// # Errors
    /// When a PDF cannot hold it.
    pub fn into_pdf(mut self) -> Result<Vec<u8>, PrintError> {
        let (unknown, full) = (self.layout.unknown, self.layout.full);
        if unknown > 0 {
            let told = (self.frame.unshown)(unknown);
            self.note(&told);
        }
        if full {
            // The last page is full: what is said of that gets one of its own.
            self.layout.last_words();
            self.note(self.frame.cut);
        }
        draw::write(self.frame, self.layout)
    }

    /// A line of a mail's text, in the paragraph of the line before unless that was empty.
    pub(crate) fn mail_line(&mut self, line: &str, depth: usize, tone: Tone) {
        let depth = depth.min(DEEPEST);
        let line = clean(line);
        let line = line.trim_end();
        if depth == 0 {
            self.quote = None;
        } else if self.quote.is_none() {
            self.quote = Some(self.layout.elements.add(Kind::Quote, None));
            self.paragraph = None;
        }
        let style = match tone {
            Tone::Own => BODY,
            Tone::Small => SMALL,
        };
        let element = match self.paragraph {
            Some(paragraph) if !line.is_empty() => paragraph,
            _ => self.layout.elements.add(Kind::Paragraph, self.quote),
        };
        self.paragraph = (!line.is_empty()).then_some(element);
        // A line may hold line ends of another kind, which are gone when it is split.
        for line in line.split('\n') {
            self.layout.text(line, MARGIN, style, depth, element);
        }
    }

    /// Ends a paragraph: what follows belongs to something else.
    pub(crate) fn next_zone(&mut self) {
        self.quote = None;
        self.paragraph = None;
    }

    /// White space before the text of a mail.
    pub(crate) fn space(&mut self) {
        self.layout.space(SPACE);
    }

    fn head(&mut self, text: &str, level: u16, style: Style) {
        let text = one_line(text);
        let kind = Kind::Heading(level, text.clone());
        let element = self.layout.elements.add(kind, None);
        self.layout.mark(&text);
        self.layout.text(&text, MARGIN, style, 0, element);
    }

    fn running(&mut self, text: &str, style: Style) {
        self.layout.space(SPACE);
        let element = self.layout.elements.add(Kind::Paragraph, None);
        for line in clean(text).split('\n') {
            self.layout.text(line.trim_end(), MARGIN, style, 0, element);
        }
    }

    fn row(&mut self, row: usize, label: &str, value: &str, column: f32) {
        self.layout.space(2.0);
        self.layout.keep_together(2.0 * SIZE);
        let (top, page) = (self.layout.y(), self.layout.page());
        let head = self.layout.elements.add(Kind::Label, Some(row));
        self.layout.column(label, MARGIN, column, LABEL, head);
        let below = self.layout.y();
        let beside = self.layout.page() == page;
        if beside {
            self.layout.back_to(top);
        }
        let cell = self.layout.elements.add(Kind::Value, Some(row));
        let x = MARGIN + column + GAP;
        for line in clean(value).split('\n') {
            self.layout
                .column(line.trim_end(), x, PAPER.0 - MARGIN - x, BODY, cell);
        }
        if beside && self.layout.page() == page {
            self.layout.back_to(below.max(self.layout.y()));
        }
    }

    fn list<T: AsRef<str>>(&mut self, items: &[T], numbered: bool) {
        self.layout.space(SPACE);
        let list = self.layout.elements.add(Kind::List(numbered), None);
        for (number, item) in (1..).zip(items) {
            let mark = if numbered {
                format!("{number}.")
            } else {
                "•".to_owned()
            };
            self.layout.keep_together(2.0 * SIZE);
            let top = self.layout.y();
            let entry = self.layout.elements.add(Kind::Item, Some(list));
            let label = self.layout.elements.add(Kind::Mark, Some(entry));
            self.layout.column(&mark, MARGIN + 4.0, 40.0, BODY, label);
            self.layout.back_to(top);
            let body = self.layout.elements.add(Kind::ItemText, Some(entry));
            for line in clean(item.as_ref()).split('\n') {
                self.layout.text(line.trim_end(), MARGIN + 24.0, BODY, 0, body);
            }
            self.layout.space(2.0);
        }
    }
}
