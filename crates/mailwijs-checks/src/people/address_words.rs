//! What the words in an address or display name mean, from `assets/checks/`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::words::{fold, rows};

/// What a word in an address says, other than a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddressWord {
    /// A household shares the address: "familie".
    Family,
    /// A parent named by the role: "mama".
    Role,
    /// A title or a joining word.
    Title,
    /// Part of a surname, too short to tell families apart: "van".
    Particle,
    /// Tells two addresses of one person apart: "thuis".
    Note,
    /// The person works at a school: "juf".
    Staff,
    /// A desk, a firm or a club rather than a person: "info".
    Office,
}

static WORDS: LazyLock<HashMap<String, AddressWord>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/checks/address-words.tsv"))
        .filter_map(|row| match row.as_slice() {
            [kind, word] => Some((fold(word), AddressWord::parse(kind)?)),
            _ => None,
        })
        .collect()
});

static GIVEN_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/checks/given-names.txt"))
        .flatten()
        .flat_map(str::split_whitespace)
        .collect()
});

impl AddressWord {
    fn parse(kind: &str) -> Option<Self> {
        Some(match kind {
            "family" => Self::Family,
            "role" => Self::Role,
            "title" => Self::Title,
            "particle" => Self::Particle,
            "note" => Self::Note,
            "staff" => Self::Staff,
            "office" => Self::Office,
            _ => return None,
        })
    }
}

/// What a folded word says; `None` when it may be a name.
pub fn address_word(word: &str) -> Option<AddressWord> {
    WORDS.get(word).copied()
}

/// The fewest letters of a word for a desk or firm that another name may be glued to: "bakkerijdevos", but "teamster" is no team.
const GLUED: usize = 6;

/// Whether a folded word is that of a desk or firm with a name glued to it.
pub fn is_glued_office(word: &str) -> bool {
    let mut offices = WORDS.iter().filter(|(_, said)| **said == AddressWord::Office);
    offices.any(|(office, _)| {
        office.len() >= GLUED && word.len() > office.len() && word.starts_with(office.as_str())
    })
}

/// Whether a folded word is a common given name.
pub fn is_given_name(word: &str) -> bool {
    GIVEN_NAMES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{AddressWord, WORDS, address_word, is_given_name, is_glued_office};
    use crate::words::rows;

    #[test]
    fn every_row_is_understood() {
        let written = rows(include_str!("../../../../assets/checks/address-words.tsv")).count();
        assert_eq!(
            WORDS.len(),
            written,
            "a row has an unknown kind, a missing cell or a word that exists already"
        );
    }

    #[test]
    fn knows_names_from_other_words() {
        assert_eq!(address_word("familie"), Some(AddressWord::Family));
        assert_eq!(address_word("janssens"), None);
        assert!(
            is_glued_office("bakkerijdevos") && !is_glued_office("bakkerij") && !is_glued_office("teamster")
        );
        assert!(is_given_name("zoe"));
        assert!(!is_given_name("janssens"));
    }
}
