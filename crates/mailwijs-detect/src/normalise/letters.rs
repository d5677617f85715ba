//! What letters become.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters of a character without its marks, in lower case.
pub(super) fn decomposed(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c)
        .nfkd()
        .filter(|&d| !is_combining_mark(d))
        .flat_map(char::to_lowercase)
}

/// The plain letter of the usual accented ones, without asking the Unicode tables.
pub(super) fn accented(c: char) -> Option<char> {
    Some(match c {
        'à'..='å' => 'a',
        'À'..='Å' => 'A',
        'ç' => 'c',
        'Ç' => 'C',
        'è'..='ë' => 'e',
        'È'..='Ë' => 'E',
        'ì'..='ï' => 'i',
        'Ì'..='Ï' => 'I',
        'ñ' => 'n',
        'Ñ' => 'N',
        'ò'..='ö' => 'o',
        'Ò'..='Ö' => 'O',
        'ù'..='ü' => 'u',
        'Ù'..='Ü' => 'U',
        'ý' | 'ÿ' => 'y',
        'Ý' => 'Y',
        _ => return None,
    })
}

/// The Latin letter that a Cyrillic or Greek look-alike passes for. For identifiers only: ordinary words are never mapped.
pub(crate) fn latin_look_alike(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'е' | 'ε' => 'e',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'н' | 'η' => 'h',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'т' | 'τ' => 't',
        'х' | 'χ' => 'x',
        'і' | 'ι' => 'i',
        'ν' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_accents_are_those_of_unicode() {
        for c in '\u{80}'..'\u{2000}' {
            if let Some(letter) = accented(c) {
                assert_eq!(
                    decomposed(c).collect::<String>(),
                    letter.to_ascii_lowercase().to_string(),
                    "{c}"
                );
                assert_eq!(c.is_uppercase(), letter.is_uppercase(), "{c}");
            }
        }
    }
}
