//! The student tracking systems that are known, and where staff sign in.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use url::Url;

use crate::{country::Country, keyword::Keyword};

/// One system per line; see the head of the file.
const BUILT_IN: &str = include_str!("../../../assets/policies/tracking-systems.tsv");

static SYSTEMS: LazyLock<Vec<KnownSystem>> = LazyLock::new(|| {
    let lines = BUILT_IN.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(KnownSystem::read).collect()
});

/// A student tracking system that many schools use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownSystem {
    /// Its name, as its maker writes it.
    pub name: &'static str,
    /// Where most of its schools are.
    pub country: Country,
    /// The page where staff sign in, with [`KnownSystem::PLACEHOLDER`] where each school has its own name; `None` when only the
    /// school knows it.
    pub page: Option<&'static str>,
}

impl KnownSystem {
    /// What stands in the place of a school's own name.
    pub const PLACEHOLDER: &'static str = "JOUWSCHOOL";

    /// Every system that is known, Belgian ones first.
    pub fn all() -> &'static [Self] {
        &SYSTEMS
    }

    /// The system of this name, whatever its case, accents, spaces and hyphens: "parnas-sys" is ParnasSys.
    pub fn named(name: &str) -> Option<&'static Self> {
        let letters = letters(name);
        Self::all()
            .iter()
            .find(|system| self::letters(system.name) == letters)
    }

    /// Whether every school has a page of its own, so that the name of the school still belongs in it.
    pub fn is_per_school(&self) -> bool {
        self.page.is_some_and(|page| page.contains(Self::PLACEHOLDER))
    }

    /// Whether an address still holds the placeholder: as it is written here, or on the page of a known system.
    pub(crate) fn is_placeholder(written: &str, url: &Url) -> bool {
        let host = |page: &str| Url::parse(page).ok()?.host_str().map(str::to_owned);
        let mut unfilled = Self::all().iter().filter(|system| system.is_per_school());
        written.contains(Self::PLACEHOLDER)
            || unfilled.any(|system| system.page.and_then(host).as_deref() == url.host_str())
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (name, country) = (columns.next()?, Country::from_word(columns.next()?)?);
        let page = columns.next().filter(|page| !page.is_empty());
        Some(Self { name, country, page })
    }
}

/// The letters and digits alone, in lower case without accents.
fn letters(text: &str) -> String {
    let plain = text.nfkd().filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_lowercase).collect()
}

/// The names, for editors.
pub(crate) fn names() -> Vec<&'static str> {
    KnownSystem::all().iter().map(|system| system.name).collect()
}

/// The pages that are known, for editors.
pub(crate) fn pages() -> Vec<&'static str> {
    KnownSystem::all()
        .iter()
        .filter_map(|system| system.page)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_system_with_a_safe_page() {
        let lines = BUILT_IN.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), KnownSystem::all().len());
        for page in pages() {
            let url = Url::parse(page).unwrap();
            assert_eq!((url.scheme(), url.path()), ("https", "/"), "{page}");
        }
    }

    #[test]
    fn a_system_is_known_however_its_name_is_written() {
        for (written, name) in [
            ("Smartschool", "Smartschool"),
            ("SMARTSCHOOL", "Smartschool"),
            (" parnassys ", "ParnasSys"),
            ("Parnas-Sys", "ParnasSys"),
            ("SOM today", "SOMtoday"),
            ("Mag\u{ed}ster", "Magister"),
            ("Esis", "ESIS"),
        ] {
            assert_eq!(KnownSystem::named(written).map(|system| system.name), Some(name));
        }
        for other in ["", "-", "Smart", "Smartschool of iets anders", "Wisa"] {
            assert_eq!(KnownSystem::named(other), None, "{other}");
        }
    }

    #[test]
    fn a_school_that_filled_in_its_own_name_left_no_placeholder() {
        let left = |written: &str| KnownSystem::is_placeholder(written, &Url::parse(written).unwrap());
        assert!(left("https://JOUWSCHOOL.smartschool.be"));
        assert!(left("https://jouwschool.smartschool.be/index.php"));
        assert!(left("https://lvs.example/JOUWSCHOOL/start"));
        assert!(!left("https://sintjan.smartschool.be"));
        assert!(!left("https://start.parnassys.net"));
        assert!(
            !left("https://lvs.jouwschool.example"),
            "a school may well have that domain"
        );
    }
}
