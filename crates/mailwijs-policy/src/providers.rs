//! Free-mail and access providers: where private mailboxes live.

use std::{borrow::Cow, fmt, sync::LazyLock};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::domain::{Domain, to_ascii};

/// One provider per line; see the head of the file.
const BUILT_IN: &str = include_str!("../../../assets/providers/private.txt");

static PROVIDERS: LazyLock<Vec<Provider>> =
    LazyLock::new(|| read_list(BUILT_IN).filter_map(Provider::parse).collect());

/// The domain or domains at which a provider gives out mailboxes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Provider {
    form: ProviderForm,
    name: String,
    written: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum ProviderForm {
    /// `name`: this domain.
    Exact,
    /// `name.*`: under any top-level domain, also `co.uk` and the like.
    AnyEnding,
    /// `*.name`: any subdomain, but not the domain itself.
    Subdomain,
}

impl Provider {
    /// Reads `provider.example`, `provider.*` or `*.provider.example`.
    pub fn parse(text: &str) -> Option<Self> {
        let (form, name) = if let Some(name) = text.strip_suffix(".*") {
            (
                ProviderForm::AnyEnding,
                Domain::parse(&format!("{name}.example")).map(|_| to_ascii(name))?,
            )
        } else if let Some(name) = text.strip_prefix("*.") {
            (
                ProviderForm::Subdomain,
                Domain::parse(name)?.as_ascii().to_owned(),
            )
        } else {
            (ProviderForm::Exact, Domain::parse(text)?.as_ascii().to_owned())
        };
        Some(Self {
            form,
            name,
            written: text.to_owned(),
        })
    }

    /// Whether mailboxes at this domain (lower case, ASCII form) are this provider's.
    pub(crate) fn has(&self, domain: &str) -> bool {
        match self.form {
            ProviderForm::Exact => domain == self.name,
            ProviderForm::AnyEnding => ending(domain, &self.name).is_some_and(is_top_level),
            ProviderForm::Subdomain => domain
                .strip_suffix(&self.name)
                .is_some_and(|sub| sub.len() > 1 && sub.ends_with('.')),
        }
    }
}

/// What follows `name.` in the domain.
fn ending<'a>(domain: &'a str, name: &str) -> Option<&'a str> {
    domain.strip_prefix(name)?.strip_prefix('.')
}

/// Whether this is a top-level domain, or a country's second level for companies (`co.uk`, `com.tr`).
fn is_top_level(ending: &str) -> bool {
    match ending.split_once('.') {
        None => !ending.is_empty(),
        Some((second, top)) => matches!(second, "co" | "com") && top.len() == 2,
    }
}

/// Whether mailboxes at this domain (lower case, ASCII form) are private by the built-in list.
pub(crate) fn is_private(domain: &str) -> bool {
    PROVIDERS.iter().any(|provider| provider.has(domain))
}

/// The lines of a list, without comments.
pub(crate) fn read_list(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl JsonSchema for Provider {
    fn schema_name() -> Cow<'static, str> {
        "Provider".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The domain of a mail provider: provider.example, provider.* or *.provider.example.",
            "type": "string",
            "pattern": r"^(\*\.)?[^\s@*]+\.([^\s@*]+|\*)$",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{BUILT_IN, Provider, is_private, read_list};

    #[test]
    fn every_line_of_the_list_is_a_provider_and_stands_once() {
        let mut seen = BTreeSet::new();
        for line in read_list(BUILT_IN) {
            assert!(Provider::parse(line).is_some(), "not a provider: {line}");
            assert!(seen.insert(line), "twice: {line}");
        }
        assert!(seen.len() > 100, "only {} providers", seen.len());
    }

    #[test]
    fn an_ending_is_a_top_level_domain() {
        for domain in [
            "yahoo.com",
            "yahoo.fr",
            "yahoo.co.uk",
            "yahoo.com.tr",
            "jan.xs4all.nl",
        ] {
            assert!(is_private(domain), "{domain} is private");
        }
        for domain in [
            "yahoo.sintjan.example",
            "yahoo.",
            "yahoo",
            "notyahoo.com",
            "mail.gmail.com",
            ".xs4all.nl",
            "",
        ] {
            assert!(!is_private(domain), "{domain} is not private");
        }
    }
}
