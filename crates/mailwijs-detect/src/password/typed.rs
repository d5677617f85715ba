//! Whether a sentence holds anything that could be typed as a secret, whatever is said of it.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::shape::{grade, is_year};

const OPEN_CODES: &str = include_str!("../../../../assets/lexicon/open-codes.tsv");
/// Words by which a code is named that opens nothing, in lower case.
static OPEN: LazyLock<HashSet<&str>> = LazyLock::new(|| rows().map(|(word, _)| word).collect());

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = OPEN_CODES.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).filter_map(|line| line.split_once('\t'))
}

/// Signs inside a word that no spelling asks for.
const SIGNS: [char; 9] = ['!', '@', '#', '$', '%', '&', '*', '?', '_'];
/// The most digits of a code.
const LONGEST: usize = 8;
/// The most digits of a code in groups.
const LONGEST_GROUPED: usize = 12;
/// The fewest of a code that is written as a number.
const SHORTEST: usize = 4;
/// So many lone digits in a row are dictated.
const DICTATED: usize = 3;
/// Four digits up to 2100 after one of these are a year of the history lesson: "we zaten pas bij 1848".
const BEFORE_A_YEAR: [&str; 29] = [
    "in", "sinds", "bij", "rond", "uit", "van", "vanaf", "tot", "na", "voor", "anno", "jaar", "en", "depuis",
    "vers", "jusqu'en", "dès", "année", "since", "by", "from", "until", "around", "year", "de", "du", "of",
    "bouwjaar", "l'an",
];

/// Whether a word of this text has the look of a code, a PIN or a made-up password: `4471`, `Fiets!88`, `2 5 8 0`, `juFan`.
/// Hours, years, ordinals, names of classes and numbers of things (`LT-0386`) have not; nor has anything that the text names as
/// a number that opens nothing: of a quiz, a discount, an order (`assets/lexicon/open-codes.tsv`).
pub fn looks_like_code(text: &str) -> bool {
    holds_code(text) && !names_open_code(text)
}

fn names_open_code(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| OPEN.contains(word.to_lowercase().as_str()))
}

fn holds_code(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || c == '=');
    let mut lone_digits = 0;
    let mut groups = Groups::default();
    let mut before = "";
    for word in words.filter(|word| !word.is_empty()) {
        let ends = word.ends_with([',', '.', ';', ':', ')', '?']);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '#' && c != '*');
        if groups.end_with(word) {
            return true;
        }
        if ends && groups.close() {
            return true;
        }
        let lone = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit());
        lone_digits = if lone { lone_digits + 1 } else { 0 };
        if lone_digits == DICTATED || is_code(word) && !is_year_after(before, word) {
            return true;
        }
        before = word;
    }
    groups.close()
}

/// Groups of as many digits each, side by side: `604 771`, `55 20 91`; a phone number has groups of several lengths.
#[derive(Default)]
struct Groups {
    count: usize,
    /// Digits of each; 0 once they differ.
    each: usize,
}

impl Groups {
    /// Takes the next word; whether the groups that it ends look like a code.
    fn end_with(&mut self, word: &str) -> bool {
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.close();
        }
        self.each = match self.count {
            0 => word.len(),
            _ if self.each == word.len() && !is_year(word) => self.each,
            _ => 0,
        };
        self.count += 1;
        false
    }

    /// Ends the groups; whether they look like a code.
    fn close(&mut self) -> bool {
        let groups = std::mem::take(self);
        let enough = groups.count > 2 || groups.count == 2 && groups.each > 2;
        enough && (2..=4).contains(&groups.each) && groups.count * groups.each <= LONGEST_GROUPED
    }
}

fn is_year_after(before: &str, word: &str) -> bool {
    let year = word.len() == SHORTEST && word.parse().is_ok_and(|year: u16| (1000..2100).contains(&year));
    year && BEFORE_A_YEAR.contains(&before.to_lowercase().as_str())
}

fn is_code(word: &str) -> bool {
    let bare = word.trim_end_matches(['#', '*']);
    if bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return (SHORTEST..=LONGEST).contains(&bare.len()) && !is_year(bare);
    }
    if word.contains("://") || word.contains('@') && word.contains('.') || word.starts_with("www.") {
        return false;
    }
    let label =
        word.contains('-') && !word.chars().any(char::is_lowercase) && word.chars().any(char::is_alphabetic);
    !label && (grade(word).is_some() || mixes_digits(word) || mixes_signs(word)) || dictated(word)
}

/// Letters and digits, and neither an hour (`8u30`), an ordinal (`3de`) nor a class (`5WEWI`).
fn mixes_digits(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let counted = (1..=2).contains(&digits) && letters <= 5;
    let mixed = letters > 0 && word.bytes().any(|byte| byte.is_ascii_digit());
    mixed && !counted && word.chars().count() >= SHORTEST
}

/// `juFan`, `zon$licht`: a capital after a small letter, or a sign between two letters.
fn mixes_signs(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let capital = letters
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_lowercase() && b.is_uppercase()));
    let sign = letters.windows(3).any(
        |three| matches!(three, [a, b, c] if a.is_alphabetic() && SIGNS.contains(b) && c.is_alphanumeric()),
    );
    capital || sign
}

/// `4-0-8`.
fn dictated(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    parts.len() >= DICTATED
        && parts
            .iter()
            .all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{holds_code, looks_like_code, rows};

    #[test]
    fn each_named_number_of_the_list_would_look_like_a_secret() {
        for (word, example) in rows() {
            assert!(holds_code(example), "{word}: {example} needs no such row");
            assert!(!looks_like_code(example), "{word}: {example}");
        }
    }

    #[test]
    fn what_could_be_typed() {
        for text in [
            "het is 2580#",
            "dan 4 en dan 4 0 8 draaien",
            "ww=Zonnebloem12!",
            "probeer juFan eens",
            "inloggen met kikker2024",
            "de combinatie is 4-0-8.",
            "Gebruik 604 771 om in te loggen",
            "ik geef code 55 20 91 en dan niks",
            "code 338 902 117 564. Klopt dat?",
        ] {
            assert!(looks_like_code(text), "{text}");
        }
    }

    #[test]
    fn what_is_read_otherwise() {
        for text in [
            "Dag Els, om 8u30 in lokaal 214.",
            "De 3de graad en 5WEWI in 2026.",
            "van 12 tot 15 jaar, 25 euro",
            "We zaten in mei pas bij 1848.",
            "le mode d'emploi de 1931, en allemand",
            "We kunnen tot 2041 plakken.",
            "laptop LT-0386, cursus WIS-3-2B",
            "mail naar an.peeters@sintjan.example",
            "bel 012 34 56 78",
            "op 12 13 en in lokaal 101, 102, 103",
            "",
        ] {
            assert!(!looks_like_code(text), "{text}");
        }
    }
}
