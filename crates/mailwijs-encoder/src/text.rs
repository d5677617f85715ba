//! Text as the vocabulary knows it.

use unicode_normalization::UnicodeNormalization;

/// Stands for a space, and in front of every text (`SentencePiece`).
pub(crate) const SPACE: char = '\u{2581}';

/// NFKC, without soft hyphens and zero-width characters; each run of white space is one [`SPACE`].
pub(crate) fn normalise(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_invisible(*c));
    let folded: String = kept.nfkc().collect();
    folded.split_whitespace().fold(String::new(), |mut line, word| {
        line.push(SPACE);
        line.push_str(word);
        line
    })
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_become_one_mark_and_hidden_characters_go() {
        assert_eq!(normalise("  Lotte\u{a0}\n is zi\u{ad}ek "), "▁Lotte▁is▁ziek");
        assert_eq!(normalise("ﬁets"), "▁fiets");
        assert_eq!(normalise(" \n"), "");
    }
}
