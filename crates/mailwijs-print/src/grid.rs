//! A table with columns.

use crate::document::SMALL;
use crate::face::Weight;
use crate::layout::{Layout, MARGIN, PAPER, Style};
use crate::outline::Kind;
use crate::text::one_line;

const CELL: Style = Style { grey: 0, ..SMALL };
const HEAD: Style = Style {
    weight: Weight::Bold,
    ..CELL
};
/// Between columns.
const GAP: f32 = 10.0;
/// Between rows.
const SPACE: f32 = 3.0;

/// The columns of a table.
pub(crate) struct Grid {
    columns: Vec<Column>,
}

struct Column {
    head: String,
    x: f32,
    width: f32,
}

impl Grid {
    /// Of each column its head, and how wide it is as a share of all shares.
    pub(crate) fn new(heads: &[(&str, u16)]) -> Self {
        let all: f32 = heads.iter().map(|(_, share)| f32::from(*share)).sum();
        let gaps: f32 = heads.iter().skip(1).map(|_| GAP).sum();
        let room = PAPER.0 - 2.0 * MARGIN - gaps;
        let mut x = MARGIN;
        let column = |(head, share): &(&str, u16)| {
            let width = room * f32::from(*share) / all.max(1.0);
            let column = Column {
                head: one_line(head),
                x,
                width,
            };
            x += width + GAP;
            column
        };
        Self {
            columns: heads.iter().map(column).collect(),
        }
    }

    pub(crate) fn print<R: AsRef<[String]>>(&self, layout: &mut Layout, rows: &[R]) {
        let heads: Vec<String> = self.columns.iter().map(|column| column.head.clone()).collect();
        layout.space(4.0 * SPACE);
        // Heads alone at the bottom of a page belong to nothing.
        layout.keep_together(60.0);
        let table = layout.elements.add(Kind::Table, None);
        let row = layout.elements.add(Kind::Row, Some(table));
        self.row(layout, row, &Kind::Head, &heads, HEAD);
        layout.rule();
        for cells in rows {
            let cells: Vec<String> = cells.as_ref().iter().map(|cell| one_line(cell)).collect();
            let page = layout.page();
            layout.space(SPACE);
            layout.keep_together(self.height(&cells));
            if layout.page() != page {
                self.row(layout, table, &Kind::Again, &heads, HEAD);
                layout.rule();
                layout.space(SPACE);
            }
            let row = layout.elements.add(Kind::Row, Some(table));
            self.row(layout, row, &Kind::Value, &cells, CELL);
        }
    }

    fn height(&self, cells: &[String]) -> f32 {
        let heights = self.columns.iter().zip(cells);
        let heights = heights.map(|(column, cell)| Layout::height(cell, column.width, CELL));
        heights.fold(0.0, f32::max)
    }

    fn row(&self, layout: &mut Layout, inside: usize, kind: &Kind, cells: &[String], style: Style) {
        let (top, page) = (layout.y(), layout.page());
        let mut below = top;
        for (column, cell) in self.columns.iter().zip(cells) {
            // A cell that went on over a page leaves the next one where it ended.
            if layout.page() == page {
                layout.back_to(top);
            }
            let element = layout.elements.add(kind.clone(), Some(inside));
            layout.column(cell, column.x, column.width, style, element);
            if layout.page() == page {
                below = below.max(layout.y());
            }
        }
        if layout.page() == page {
            layout.back_to(below);
        }
    }
}
