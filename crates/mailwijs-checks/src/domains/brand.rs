//! Providers whose names swindlers borrow, from `assets/checks/known-providers.tsv`.

use std::sync::LazyLock;

use super::Host;
use crate::words::{fold, rows};

/// A provider that people know.
#[derive(Debug)]
pub struct Brand {
    /// The domains it really uses; the first is the one people know.
    pub domains: Vec<&'static str>,
    /// Its name is also a word, so that others have it in theirs.
    pub is_word: bool,
    /// Its name in words, folded.
    words: Vec<String>,
}

/// Every provider of the table.
pub fn brands() -> &'static [Brand] {
    static BRANDS: LazyLock<Vec<Brand>> = LazyLock::new(|| {
        rows(include_str!("../../../../assets/checks/known-providers.tsv"))
            .filter_map(|row| Brand::read(&row))
            .collect()
    });
    &BRANDS
}

impl Brand {
    fn read(row: &[&'static str]) -> Option<Self> {
        let (name, domains, is_word) = match *row {
            [name, domains] => (name, domains, false),
            [name, domains, "word"] => (name, domains, true),
            _ => return None,
        };
        let domains: Vec<_> = domains.split(' ').filter(|domain| !domain.is_empty()).collect();
        (!domains.is_empty()).then(|| Self {
            domains,
            is_word,
            words: fold(name).split_whitespace().map(str::to_owned).collect(),
        })
    }

    /// Whether a host is this provider's.
    pub fn owns(&self, host: &Host) -> bool {
        self.domains.iter().any(|domain| host.is_at(domain))
    }

    /// Whether these words, folded, begin with its name.
    pub fn is_named(&self, words: &[&str]) -> bool {
        words.len() >= self.words.len() && self.words.iter().zip(words).all(|(own, word)| own == word)
    }

    /// How many words its name has.
    pub fn length(&self) -> usize {
        self.words.len()
    }

    /// The provider whose host this is.
    pub fn of(host: &Host) -> Option<&'static Self> {
        brands().iter().find(|brand| brand.owns(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood_and_every_domain_stands_once() {
        let table = include_str!("../../../../assets/checks/known-providers.tsv");
        assert_eq!(rows(table).count(), brands().len());
        let mut seen = std::collections::BTreeSet::new();
        for brand in brands() {
            for domain in &brand.domains {
                assert!(seen.insert(*domain), "{domain} stands twice");
                let plain = idna::domain_to_ascii(domain).unwrap();
                assert_eq!(plain, **domain, "{domain} is not in its plain form");
            }
        }
    }
}
