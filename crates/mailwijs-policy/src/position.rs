//! Where in the file something stands.

use std::ops::Range;

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

impl Position {
    pub(crate) fn of(span: &Range<usize>, source: &str) -> Self {
        let start = source.floor_char_boundary(span.start);
        let before = source
            .split_at_checked(start)
            .map_or(source, |(before, _)| before);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.char_indices().filter(|(at, _)| *at >= line_start).count() + 1;
        Self {
            line: before.matches('\n').count() + 1,
            column,
            span: span.clone(),
        }
    }

    /// The line of the source with marks under what is meant, as compilers show it; of a longer span only the first line.
    pub fn excerpt(&self, source: &str) -> String {
        let line = source
            .lines()
            .nth(self.line - 1)
            .unwrap_or_default()
            .replace('\t', " ");
        let meant = source
            .get(self.span.clone())
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default();
        let rest_of_line = (line.chars().count() + 1).saturating_sub(self.column);
        let marks = "^".repeat(meant.chars().count().clamp(1, rest_of_line.max(1)));
        let (number, before) = (self.line.to_string(), " ".repeat(self.column - 1));
        let margin = " ".repeat(number.len());
        format!("{number} | {line}\n{margin} | {before}{marks}")
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let source = "a = 1\nnaïef = \"é\" x";
        let at = |offset| {
            let position = Position::of(&(offset..offset), source);
            (position.line, position.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(5), (1, 6));
        assert_eq!(at(6), (2, 1));
        assert_eq!(at(source.find('x').unwrap()), (2, 13));
        assert_eq!(at(1_000), (2, 14));
    }
}
