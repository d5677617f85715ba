//! Where in the file something stands.

use std::{iter, ops::Range};

/// A place in a text, as an editor counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
    /// Byte range of the text that is meant.
    pub span: Range<usize>,
}

/// Characters of a source line that an excerpt shows before what is meant, and in all.
const SHOWN: (usize, usize) = (60, 120);

impl Position {
    /// The line of the source with marks under what is meant, as compilers show it; of a longer span only the first line,
    /// and of a very long line only the part around it.
    pub fn excerpt(&self, source: &str) -> String {
        let line = source.lines().nth(self.line - 1).unwrap_or_default();
        let meant = source
            .get(self.span.clone())
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default();
        let skipped = if line.chars().nth(SHOWN.1).is_some() {
            self.column.saturating_sub(SHOWN.0)
        } else {
            0
        };
        let shown: String = line
            .chars()
            .skip(skipped)
            .take(SHOWN.1)
            .collect::<String>()
            .replace(['\t', '\u{feff}'], " ");
        let before = self.column - 1 - skipped;
        let room = shown.chars().count().saturating_sub(before).max(1);
        let marks = "^".repeat(meant.chars().take(room).count().max(1));
        let margin = " ".repeat(self.line.to_string().len());
        format!(
            "{} | {shown}\n{margin} | {}{marks}",
            self.line,
            " ".repeat(before)
        )
    }
}

/// Where the lines of a text begin, to find places in it.
pub(crate) struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    pub(crate) fn of(source: &'s str) -> Self {
        let after_breaks = source.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            source,
            starts: iter::once(0).chain(after_breaks).collect(),
        }
    }

    /// The line of a byte offset, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    pub(crate) fn position(&self, span: &Range<usize>) -> Position {
        let line = self.line(span.start);
        let line_start = self.starts.get(line - 1).copied().unwrap_or_default();
        let end = self.source.floor_char_boundary(span.start);
        let before = self.source.get(line_start..end).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
            span: span.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let source = "a = 1\nnaïef = \"é\" x";
        let lines = Lines::of(source);
        let at = |offset| {
            let position = lines.position(&(offset..offset));
            (position.line, position.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(5), (1, 6));
        assert_eq!(at(6), (2, 1));
        assert_eq!(at(source.find('x').unwrap()), (2, 13));
        assert_eq!(at(1_000), (2, 14));
    }

    #[test]
    fn an_excerpt_marks_what_is_meant() {
        let source = "format = 1\n\tnaïef = true # ja";
        let start = source.find("true").unwrap();
        let position = Lines::of(source).position(&(start..start + 4));
        assert_eq!(
            position.excerpt(source),
            "2 |  naïef = true # ja\n  |          ^^^^"
        );
    }

    #[test]
    fn an_excerpt_of_a_long_line_stays_short() {
        let source = format!("{} meant {}", "a".repeat(5_000), "b".repeat(5_000));
        let start = source.find("meant").unwrap();
        let excerpt = Lines::of(&source).position(&(start..start + 5)).excerpt(&source);
        let (line, marks) = excerpt.split_once('\n').unwrap();
        assert!(line.chars().count() < 150, "{excerpt}");
        assert_eq!(line.find("meant"), marks.find('^'), "{excerpt}");
        assert!(marks.ends_with(" ^^^^^"), "{excerpt}");
    }
}
