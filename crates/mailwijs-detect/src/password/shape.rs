//! What a made-up secret looks like beside words of the language.

/// A "word" longer than this is machine text.
pub(super) const LONGEST: usize = 64;

/// How much a word looks like a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// A word with digits: `poes2016`, `zebra-2019`. Versions and class groups look like it too.
    Likely,
    /// Words and digits in a chain: `Kastanje-9-Boom`. Titles may look like it.
    Chained,
    /// A word that nobody writes for another purpose: `Appeltaart#9`.
    Sure,
}

/// Whether a word, or a part of it, may have a grade: a quick test that most words fail.
pub(super) fn may_be_made_up(word: &str) -> bool {
    let letters = word
        .bytes()
        .filter(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
    word.len() >= 5 && word.bytes().any(|byte| byte.is_ascii_digit()) && letters.count() >= 3
}

/// How much this word, without punctuation around it, looks like a secret.
pub(super) fn grade(value: &str) -> Option<Grade> {
    if !may_be_made_up(value) {
        return None;
    }
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let length = value.chars().count();
    let address =
        value.contains('@') && value.contains('.') || value.contains("://") || value.starts_with("www.");
    let tag = value.starts_with(['#', '@', '+', '*', '_', '-', '&']);
    if address || tag || letters < 3 || digits == 0 || !(5..=LONGEST).contains(&length) {
        return None;
    }
    let signs = ['!', '#', '$', '%', '*', '@', '^', '~'];
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '&' | '+' | '?');
    let file = value
        .rsplit_once('.')
        .is_some_and(|(_, ending)| (2..=4).contains(&ending.len()));
    if file || !value.chars().all(|c| plain(c) || signs.contains(&c)) {
        return None;
    }
    if value.contains(signs) {
        return Some(Grade::Sure);
    }
    let word = |group: &&str| group.chars().count() >= 3 && group.chars().all(char::is_alphabetic);
    if value.split('-').filter(word).count() >= 2 {
        return Some(Grade::Chained);
    }
    let starts = value.starts_with(char::is_alphabetic);
    (starts && !value.contains('.')).then_some(Grade::Likely)
}

/// Four digits that are more likely a year.
pub(super) fn is_year(value: &str) -> bool {
    value.len() == 4 && value.parse().is_ok_and(|year: u16| (1950..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_words_stand_out() {
        for (value, expected) in [
            ("m@andag12", Grade::Sure),
            ("rk8!vuurtoren", Grade::Sure),
            ("kastanje-9-boom", Grade::Chained),
            ("klimop_2231", Grade::Likely),
            ("poes2016", Grade::Likely),
            ("hamster7", Grade::Likely),
            ("zebra-2019", Grade::Likely),
        ] {
            assert_eq!(grade(value), Some(expected), "{value}");
        }
        for value in [
            "2025",
            "10u30",
            "3b",
            "#week7",
            "an.peeters2@sintjan.example",
            "14-16",
            "turnzaal",
            "verslag_2024.docx",
        ] {
            assert_eq!(grade(value), None, "{value}");
        }
    }
}
