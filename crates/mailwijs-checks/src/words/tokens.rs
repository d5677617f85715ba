//! Text into words.

use std::ops::Range;

use super::fold;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word, folded.
    pub word: String,
    /// Byte range in the text.
    pub range: Range<usize>,
    /// It starts with a capital.
    pub capital: bool,
    /// It holds a capital anywhere: "3B".
    pub any_capital: bool,
}

/// The words of a text: runs of letters and digits; an apostrophe or hyphen separates.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                if let Some(written) = text.get(from..at) {
                    let capital = written.chars().next().is_some_and(char::is_uppercase);
                    let any_capital = written.chars().any(char::is_uppercase);
                    found.push(Token {
                        word: fold(written),
                        range: from..at,
                        capital,
                        any_capital,
                    });
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn words_keep_their_place() {
        let text = "Beste ouders van Noé,";
        let words: Vec<_> = tokens(text)
            .into_iter()
            .map(|t| (t.word, text.get(t.range).unwrap(), t.capital))
            .collect();
        let expected = [
            ("beste", "Beste", true),
            ("ouders", "ouders", false),
            ("van", "van", false),
            ("noe", "Noé", true),
        ];
        assert_eq!(
            words,
            expected.map(|(word, written, capital)| (word.to_owned(), written, capital))
        );
    }
}
