//! The lines of a text, each with the kind found for it so far.

use crate::model::{Zone, ZoneKind};
use std::ops::Range;

/// A line of the text.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// Without its line end and surrounding blanks.
    pub(super) text: &'t str,
    /// With its line end.
    range: Range<usize>,
    /// What it is; own words until something else is found.
    pub(super) kind: ZoneKind,
}

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Lines<'t>(pub(super) Vec<Line<'t>>);

impl<'t> Lines<'t> {
    /// Splits a text; a line that markup covers whole has its kind from there.
    pub(super) fn of(content: &'t str, marks: &[(ZoneKind, Range<usize>)]) -> Self {
        let mut marks = marks.iter().peekable();
        let mut at = 0;
        let lines = content.split_inclusive('\n').map(|raw| {
            let range = at..at + raw.len();
            at = range.end;
            let text = raw.trim();
            let shown_end = range.start + raw.trim_end().len();
            while marks.peek().is_some_and(|(_, mark)| mark.end <= range.start) {
                marks.next();
            }
            let shown_start = range.end - raw.trim_start().len();
            let whole = marks.peek().filter(|(kind, mark)| {
                *kind != ZoneKind::Hidden
                    && !text.is_empty()
                    && mark.start <= shown_start
                    && mark.end >= shown_end
            });
            Line {
                text,
                range,
                kind: whole.map_or(ZoneKind::Own, |(kind, _)| *kind),
            }
        });
        Self(lines.collect())
    }

    /// Gives every line from `start` on the kind, up to (not including) `end`, except lines found to be otherwise.
    pub(super) fn set(&mut self, range: Range<usize>, kind: ZoneKind) {
        for line in self.0.get_mut(range).unwrap_or_default() {
            if line.kind == ZoneKind::Own {
                line.kind = kind;
            }
        }
    }

    /// The text of a line.
    pub(super) fn text(&self, index: usize) -> Option<&'t str> {
        self.0.get(index).map(|line| line.text)
    }

    /// Whether the line is the writer's own as far as known.
    pub(super) fn is_own(&self, index: usize) -> bool {
        self.0.get(index).is_some_and(|line| line.kind == ZoneKind::Own)
    }

    /// The first line at or after `from` that is not blank.
    pub(super) fn next_filled(&self, from: usize) -> Option<usize> {
        (from..self.0.len()).find(|&i| self.text(i).is_some_and(|t| !t.is_empty()))
    }

    /// Zones that cover the text; neighbours of one kind are one zone.
    pub(super) fn zones(&self) -> Vec<Zone> {
        let mut zones: Vec<Zone> = Vec::new();
        for line in &self.0 {
            match zones.last_mut() {
                // A blank line belongs to what it follows.
                Some(last) if last.kind == line.kind || line.text.is_empty() => {
                    last.range.end = line.range.end;
                }
                _ => zones.push(Zone {
                    kind: line.kind,
                    range: line.range.clone(),
                }),
            }
        }
        zones
    }
}
