//! The way back from folded text to the text it came from.

use std::cell::Cell;
use std::ops::Range;

/// What the stretches of a folded text stand for, in order.
#[derive(Debug, Default)]
pub(super) struct Runs {
    all: Vec<Run>,
    /// The run that was asked for last: offsets are mostly asked for in order.
    last: Cell<usize>,
}

/// A stretch of folded text and the original bytes it stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Its first folded byte.
    pub folded: usize,
    /// Its first original byte.
    pub original: usize,
    /// How many original bytes it stands for.
    pub original_len: usize,
    /// Byte for byte the same length; otherwise the run is one character and cannot be divided.
    pub plain: bool,
}

impl Runs {
    /// None yet; about so many are expected.
    pub fn of_about(count: usize) -> Self {
        Self {
            all: Vec::with_capacity(count),
            ..Self::default()
        }
    }

    /// Adds one after the others.
    pub fn push(&mut self, run: Run) {
        self.all.push(run);
    }

    /// The original bytes a folded range stands for, on character boundaries.
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self.run_at(range.start).map_or(0, |run| run.original);
            return at..at;
        }
        let first = self.run_at(range.start);
        if let Some(run) = first.filter(|run| run.plain && range.end <= run.folded + run.original_len) {
            let start = run.start_of(range.start);
            return start..start + range.len();
        }
        let start = first.map_or(0, |run| run.start_of(range.start));
        let end = self
            .run_at(range.end - 1)
            .map_or(start, |run| run.end_of(range.end - 1));
        start..end
    }

    /// The first folded byte that stands for this original byte or one after it; `None` beyond the last.
    pub fn first_from(&self, original: usize) -> Option<usize> {
        let index = self
            .all
            .partition_point(|run| run.original + run.original_len <= original);
        let run = self.all.get(index)?;
        if run.original >= original {
            Some(run.folded)
        } else if run.plain {
            Some(run.folded + (original - run.original))
        } else {
            // That character began before.
            self.all.get(index + 1).map(|next| next.folded)
        }
    }

    fn run_at(&self, folded: usize) -> Option<Run> {
        let holds = |index: usize| {
            let starts = self.all.get(index).is_some_and(|run| run.folded <= folded);
            starts && self.all.get(index + 1).is_none_or(|next| next.folded > folded)
        };
        let last = self.last.get();
        let index = if holds(last) {
            last
        } else if holds(last + 1) {
            last + 1
        } else {
            self.all
                .partition_point(|run| run.folded <= folded)
                .checked_sub(1)?
        };
        self.last.set(index);
        self.all.get(index).copied()
    }
}

impl Run {
    fn start_of(self, folded: usize) -> usize {
        if self.plain {
            self.original + (folded - self.folded)
        } else {
            self.original
        }
    }

    fn end_of(self, folded: usize) -> usize {
        if self.plain {
            self.original + (folded - self.folded) + 1
        } else {
            self.original + self.original_len
        }
    }
}
