//! Addresses in which `*` stands for any text.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    domain::{is_label, to_ascii},
    email::{EmailAddress, is_local_part},
};

/// An e-mail address in which `*` stands for any text, also none, on its own side of the `@`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AddressPattern {
    local: Wildcard,
    domain: Wildcard,
    written: String,
}

impl AddressPattern {
    /// Reads a pattern; `None` when nothing that matches it could be an address, or when any domain would match it.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.rsplit_once('@')?;
        let labels = domain.split('.').map(domain_label).collect::<Option<Vec<_>>>()?;
        let names_a_domain = labels.len() >= 2 && labels.iter().rev().take(2).any(|label| label != "*");
        if !names_a_domain || !is_local_part(&local.replace('*', "x")) {
            return None;
        }
        Some(Self {
            local: Wildcard::new(local.to_lowercase()),
            domain: Wildcard::new(labels.join(".")),
            written: text.to_owned(),
        })
    }

    /// Whether the address, or the same address without its `+tag` (RFC 5233), is one of these.
    pub fn matches(&self, address: &EmailAddress) -> bool {
        self.domain.matches(address.domain())
            && (self.local.matches(address.local()) || self.local.matches(address.local_without_tag()))
    }

    /// The domain that matching addresses lie at or under, in its ASCII form; `None` when stars leave that open.
    pub fn domain(&self) -> Option<&str> {
        let domain = self.domain.0.trim_start_matches("*.");
        (!domain.contains('*')).then_some(domain)
    }

    /// Whether every address that matches the other pattern matches this one.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        self.domain.covers(&other.domain) && self.local.covers(&other.local)
    }
}

/// One label of a pattern's domain in lower case and ASCII; `None` when no label can match it.
fn domain_label(label: &str) -> Option<String> {
    let label = if label.is_ascii() {
        label.to_ascii_lowercase()
    } else {
        to_ascii(label)
    };
    is_label(&label.replace('*', "x")).then_some(label)
}

impl fmt::Display for AddressPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl JsonSchema for AddressPattern {
    fn schema_name() -> Cow<'static, str> {
        "AddressPattern".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An e-mail address, in which * stands for any text.",
            "type": "string",
            "pattern": r"^[^\s@]+@[^\s@]+\.[^\s@]+$",
        })
    }
}

/// A text in which `*` stands for any text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Wildcard(String);

impl Wildcard {
    pub(crate) const fn new(pattern: String) -> Self {
        Self(pattern)
    }

    /// Whether this matches all that the other matches: its stars then stand for text that ours can stand for.
    fn covers(&self, other: &Self) -> bool {
        self.matches(&other.0)
    }

    /// Takes each piece between stars at its first place: right for patterns whose only special character is `*`, and never backtracks.
    pub(crate) fn matches(&self, text: &str) -> bool {
        let Some((start, rest)) = self.0.split_once('*') else {
            return self.0 == text;
        };
        let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
        let Some(mut text) = text.strip_prefix(start).and_then(|text| text.strip_suffix(end)) else {
            return false;
        };
        for piece in middle.split('*') {
            let Some((_, after)) = text.split_once(piece) else {
                return false;
            };
            text = after;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Wildcard;

    fn matches(pattern: &str, text: &str) -> bool {
        Wildcard::new(pattern.to_owned()).matches(text)
    }

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text) in [
            ("ouders", "ouders"),
            ("ouders-*", "ouders-3b"),
            ("ouders-*", "ouders-"),
            ("*", ""),
            ("**", "x"),
            ("*-ouders", "klas-ouders"),
            ("a*b*c", "aXbYbZc"),
            ("a*a", "aa"),
        ] {
            assert!(matches(pattern, text), "{pattern} should match {text}");
        }
        for (pattern, text) in [
            ("ouders-*", "ouders"),
            ("a*a", "a"),
            ("a*b*c", "ac"),
            ("ouders", "ouders2"),
        ] {
            assert!(!matches(pattern, text), "{pattern} should not match {text}");
        }
    }

    #[test]
    fn many_stars_stay_fast() {
        let pattern = format!("{}b", "a*".repeat(2_000));
        assert!(!matches(&pattern, &"a".repeat(100_000)));
    }

    /// The definition of a wildcard, word for word, exponential as it is.
    fn defined(pattern: &[char], text: &[char]) -> bool {
        match pattern.split_first() {
            None => text.is_empty(),
            Some(('*', rest)) => (0..=text.len()).any(|at| defined(rest, &text[at..])),
            Some((letter, rest)) => text
                .split_first()
                .is_some_and(|(t, after)| t == letter && defined(rest, after)),
        }
    }

    proptest! {
        #[test]
        fn matches_as_defined(pattern in "[ab*]{0,6}", text in "[ab]{0,8}") {
            let (p, t): (Vec<_>, Vec<_>) = (pattern.chars().collect(), text.chars().collect());
            prop_assert_eq!(matches(&pattern, &text), defined(&p, &t));
        }
    }
}
