//! Platforms on the web: which of them staff may use with their school account.

use std::sync::LazyLock;

use schemars::JsonSchema;

use crate::{
    domain::to_ascii,
    policy::Policy,
    providers::{Provider, read_list},
};

/// One platform per line; see the head of the file.
const BUILT_IN: &str = include_str!("../../../assets/providers/platforms.txt");

static COMMON: LazyLock<Vec<Provider>> =
    LazyLock::new(|| read_list(BUILT_IN).filter_map(Provider::parse).collect());

/// Which platforms on the web staff may use with their school account.
#[derive(Debug, Clone, PartialEq, Eq, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Platforms {
    /// Platforms the school uses, on top of the built-in list; with everything under their domains.
    #[schemars(default)]
    pub allowed: Vec<Provider>,
    /// Platforms the school does not want used, whatever the built-in list says.
    #[schemars(default)]
    pub refused: Vec<Provider>,
}

impl Policy {
    /// Whether staff may use the platform at this host with their school account: the school's own word first, then the
    /// built-in list of platforms that schools use.
    pub fn allows_platform(&self, host: &str) -> bool {
        let host = to_ascii(host.trim());
        let is_one_of = |platforms: &[Provider]| platforms.iter().any(|platform| lies_at(platform, &host));
        if is_one_of(&self.platforms.refused) {
            return false;
        }
        is_one_of(&self.platforms.allowed) || is_one_of(&COMMON)
    }
}

/// Whether a host is the platform's or lies under it.
fn lies_at(platform: &Provider, host: &str) -> bool {
    let mut rest = Some(host);
    std::iter::from_fn(|| {
        let here = rest?;
        rest = here.split_once('.').map(|(_, above)| above);
        Some(here)
    })
    .any(|domain| platform.has(domain))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn school(platforms: &str) -> Policy {
        let policy =
            format!("format = 1\n[school]\nname = \"School\"\ndomains = [\"school.example\"]\n{platforms}");
        Policy::parse(&policy).unwrap()
    }

    #[test]
    fn every_line_of_the_list_is_a_platform_and_stands_once() {
        let mut seen = BTreeSet::new();
        for line in read_list(BUILT_IN) {
            assert!(Provider::parse(line).is_some(), "not a domain: {line}");
            assert!(seen.insert(line), "twice: {line}");
        }
        assert!(seen.len() > 100, "only {} platforms", seen.len());
    }

    #[test]
    fn the_school_adds_to_the_list_and_takes_from_it() {
        let usual = school("");
        assert!(usual.allows_platform("bookwidgets.com"));
        assert!(usual.allows_platform("Mail.BookWidgets.com"));
        assert!(!usual.allows_platform("klaspuzzel.example"));
        assert!(!usual.allows_platform("notbookwidgets.com"));
        assert!(!usual.allows_platform(""));

        let own =
            school("[platforms]\nallowed = [\"klaspuzzel.example\"]\nrefused = [\"bookwidgets.com\"]\n");
        assert!(own.allows_platform("post.klaspuzzel.example"));
        assert!(!own.allows_platform("mail.bookwidgets.com"));
    }
}
