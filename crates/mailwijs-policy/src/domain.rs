//! Domain names, compared as a mail server would.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A domain name, kept as the school wrote it and compared without regard to case or IDN form (RFC 5890).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Domain {
    ascii: String,
    written: String,
}

impl Domain {
    /// Reads a domain name of at least two labels; `None` when mail cannot be addressed to it.
    pub fn parse(text: &str) -> Option<Self> {
        let ascii = to_ascii(text);
        is_name(&ascii).then(|| Self {
            ascii,
            written: text.to_owned(),
        })
    }

    /// The domain in lower case and in its ASCII form.
    pub fn as_ascii(&self) -> &str {
        &self.ascii
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl JsonSchema for Domain {
    fn schema_name() -> Cow<'static, str> {
        "Domain".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A domain name, without @.",
            "type": "string",
            "pattern": r"^[^\s@*]+\.[^\s@*]+$",
        })
    }
}

/// Lower case and ASCII form of a domain name; a name that has none stays as it is, in lower case.
pub(crate) fn to_ascii(domain: &str) -> String {
    let domain = domain.strip_suffix('.').unwrap_or(domain);
    idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_lowercase())
}

/// Whether this is a host name of two labels or more (RFC 1123 §2.1).
fn is_name(ascii: &str) -> bool {
    ascii.len() <= 253 && ascii.contains('.') && ascii.split('.').all(is_label)
}

/// Whether this is one label of a host name.
pub(crate) fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
