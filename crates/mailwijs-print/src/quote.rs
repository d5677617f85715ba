//! How deep a line is quoted.

/// How many `>` a line begins with, and what comes after them.
pub(crate) fn unquote(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(inner) = rest.trim_start_matches([' ', '\u{a0}']).strip_prefix('>') {
        depth += 1;
        rest = inner;
    }
    if depth > 0 {
        rest = rest.strip_prefix(' ').unwrap_or(rest);
    }
    (depth, rest)
}

#[cfg(test)]
mod tests {
    use super::unquote;

    #[test]
    fn marks_are_counted_and_taken_off() {
        assert_eq!(unquote("> ja"), (1, "ja"));
        assert_eq!(unquote(">> > ja"), (3, "ja"));
        assert_eq!(unquote(">"), (1, ""));
        assert_eq!(unquote("3 > 2"), (0, "3 > 2"));
        assert_eq!(unquote(">   een inspringing"), (1, "  een inspringing"));
    }
}
