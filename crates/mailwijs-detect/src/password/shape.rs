//! What a made-up secret looks like beside words of the language.

/// A "word" longer than this is machine text.
pub(super) const LONGEST: usize = 64;

/// How much a word looks like a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// A word with digits: `poes2016`, `zebra-2019`. Versions and class groups look like it too.
    Likely,
    /// A word that nobody writes for another purpose: `Klimop_2231`, `Kastanje-9-Boom`.
    Sure,
}

/// How much this word, without punctuation around it, looks like a secret.
pub(super) fn grade(value: &str) -> Option<Grade> {
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let length = value.chars().count();
    let address =
        value.contains('@') && value.contains('.') || value.contains("://") || value.starts_with("www.");
    let tag = value.starts_with(['#', '@', '+', '*', '_', '-', '&']);
    if address || tag || letters < 3 || digits == 0 || !(5..=LONGEST).contains(&length) {
        return None;
    }
    let signs = ['!', '#', '$', '%', '&', '*', '_', '@', '+', '^', '~', '?'];
    if !value
        .chars()
        .all(|c| c.is_alphanumeric() || c == '-' || c == '.' || signs.contains(&c))
    {
        return None;
    }
    let groups = |wanted: fn(&char) -> bool| {
        value
            .split('-')
            .filter(|group| group.chars().count() >= 3 && group.chars().all(|c| wanted(&c)))
            .count()
    };
    let chain = groups(|c| c.is_alphabetic()) >= 2;
    if value.contains(signs) || chain {
        return Some(Grade::Sure);
    }
    let starts = value.chars().next().is_some_and(char::is_alphabetic);
    (starts && !value.contains('.')).then_some(Grade::Likely)
}

/// Four digits that are more likely a year.
pub(super) fn is_year(value: &str) -> bool {
    value.len() == 4 && value.parse().is_ok_and(|year: u16| (1950..2040).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_words_stand_out() {
        for value in ["klimop_2231", "kastanje-9-boom", "m@andag12", "rk8!vuurtoren"] {
            assert_eq!(grade(value), Some(Grade::Sure), "{value}");
        }
        for value in ["poes2016", "hamster7", "zebra-2019"] {
            assert_eq!(grade(value), Some(Grade::Likely), "{value}");
        }
        for value in [
            "2025",
            "10u30",
            "3b",
            "#week7",
            "an.peeters2@sintjan.example",
            "14-16",
            "turnzaal",
        ] {
            assert_eq!(grade(value), None, "{value}");
        }
    }
}
