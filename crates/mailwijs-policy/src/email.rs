//! One e-mail address, ready to compare.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::domain::{Domain, to_ascii};

/// An e-mail address, split and folded so that two ways to write one mailbox compare equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress {
    local: String,
    domain: String,
}

impl EmailAddress {
    /// Reads an address of a mail leniently: case, surrounding blanks and angle brackets do not matter; `None` without an `@`.
    pub fn fold(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('<').trim_end_matches('>');
        let (local, domain) = text.rsplit_once('@')?;
        Some(Self {
            local: local.trim().to_lowercase(),
            domain: to_ascii(domain.trim()),
        })
    }

    /// Reads an address of the policy strictly; `None` when no mail can be sent to it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.rsplit_once('@')?;
        let domain = Domain::parse(domain)?;
        is_local_part(local).then(|| Self {
            local: local.to_lowercase(),
            domain: domain.as_ascii().to_owned(),
        })
    }

    /// The part before the `@`, in lower case.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// The part before the `@` without a `+tag` (RFC 5233).
    pub fn local_without_tag(&self) -> &str {
        match self.local.split_once('+') {
            Some((mailbox, _)) if !mailbox.is_empty() => mailbox,
            _ => &self.local,
        }
    }

    /// The domain, in lower case and in its ASCII form.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The mailbox the address delivers to: the address without a `+tag`.
    #[must_use]
    pub fn mailbox(&self) -> Self {
        Self {
            local: self.local_without_tag().to_owned(),
            domain: self.domain.clone(),
        }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

impl JsonSchema for EmailAddress {
    fn schema_name() -> Cow<'static, str> {
        "EmailAddress".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "An e-mail address.", "type": "string", "format": "email" })
    }
}

/// Whether this can stand before the `@` without quotes (RFC 5322 §3.2.3, RFC 6532).
pub(crate) fn is_local_part(text: &str) -> bool {
    text.len() <= 64
        && text
            .split('.')
            .all(|atom| !atom.is_empty() && atom.chars().all(|letter| !letter.is_ascii() || is_atext(letter)))
        && !text
            .chars()
            .any(|letter| letter.is_whitespace() || letter.is_control())
}

/// An ASCII character of an atom (RFC 5322 §3.2.3).
const fn is_atext(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter, '!' | '#'..='\'' | '*' | '+' | '-' | '/' | '=' | '?' | '^'..='`' | '{'..='~')
}
