//! Names of classes: "3B", "5WEWI", "L4".

use crate::words::Token;

/// A class: its year and letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassLabel {
    /// `l` or `k` before the year, as some schools write: "L4", "K2".
    level: Option<char>,
    year: char,
    /// Folded; empty for a whole year.
    letters: String,
}

/// Words before a number that make it a class.
const ANNOUNCED: [&str; 12] = [
    "klas",
    "groep",
    "klassen",
    "ouders",
    "leerjaar",
    "jaar",
    "van",
    "leerlingen",
    "classe",
    "class",
    "year",
    "eleves",
];
/// Letters after a number that are a unit, an ordinal or a time, not a class.
const UNITS: [&str; 16] = [
    "d", "e", "g", "h", "k", "l", "m", "p", "u", "x", "de", "ste", "km", "kg", "cm", "uur",
];

impl ClassLabel {
    /// A class as the writer names it; in lower case only after a word such as "klas". A bare number ("groep 8") is none: what
    /// one school calls year 6 is group 8 in another, and next year's.
    pub fn written(token: &Token, before: Option<&str>) -> Option<Self> {
        let announced = before.is_some_and(|word| ANNOUNCED.contains(&word));
        let label = Self::parse(&token.word)?;
        let bare = label.letters.is_empty() && label.level.is_none();
        let allowed = token.any_capital || announced && !UNITS.contains(&label.letters.as_str());
        (allowed && !bare).then_some(label)
    }

    /// A class in the words of a group address: `3b` of `ouders-3b`, `6` of `ouders-6`.
    pub fn in_address(word: &str) -> Option<Self> {
        Self::parse(&word.to_ascii_lowercase())
    }

    fn parse(word: &str) -> Option<Self> {
        let level = word.chars().next().filter(|c| matches!(c, 'l' | 'k'));
        let rest = word.get(usize::from(level.is_some())..)?;
        let year = rest.chars().next().filter(|c| ('1'..='8').contains(c))?;
        let letters = rest.get(1..)?;
        let fits = letters.len() <= 5 && letters.chars().all(|c| c.is_ascii_lowercase());
        fits.then(|| Self {
            level,
            year,
            letters: letters.to_owned(),
        })
    }

    /// Whether both may be the same class, or one the year of the other. Schools write classes in more than one way: when in doubt
    /// they may.
    pub fn may_be(&self, other: &Self) -> bool {
        let spelled_alike = self.level.is_some() == other.level.is_some();
        let whole_year = self.letters.is_empty() || other.letters.is_empty();
        !spelled_alike
            || self.level == other.level
                && self.year == other.year
                && (whole_year || self.letters == other.letters)
    }
}

#[cfg(test)]
mod tests {
    use super::ClassLabel;
    use crate::words::tokens;

    fn written(text: &str) -> Option<ClassLabel> {
        let words = tokens(text);
        let (last, before) = words.split_last().unwrap();
        ClassLabel::written(last, before.last().map(|token| token.word.as_str()))
    }

    #[test]
    fn classes_as_people_write_them() {
        for text in ["3B", "ouders van 3b", "groep 6a", "L4", "5WEWI", "klas 2c"] {
            assert!(written(text).is_some(), "{text}");
        }
        for text in [
            "om 3u",
            "van 3 euro",
            "3de",
            "B12",
            "van 5km",
            "2026",
            "van 9B",
            "groep 6",
        ] {
            assert!(written(text).is_none(), "{text}");
        }
    }

    #[test]
    fn classes_meet() {
        let meet = |one: &str, address: &str| {
            written(one)
                .unwrap()
                .may_be(&ClassLabel::in_address(address).unwrap())
        };
        assert!(meet("3B", "3b"));
        assert!(meet("6A", "6"));
        assert!(meet("L3", "3b"));
        assert!(!meet("1A", "3b"));
        assert!(!meet("3A", "3b"));
        assert!(!meet("groep 5a", "6"));
    }
}
