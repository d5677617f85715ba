//! Bank accounts of the school.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A bank account number whose country, length and check digits (ISO 13616, mod 97) are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountNumber(iban::Iban);

impl AccountNumber {
    /// Reads an IBAN with or without blanks, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        let compact: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.'))
            .collect();
        compact.to_ascii_uppercase().parse().ok().map(Self)
    }
}

impl fmt::Display for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl JsonSchema for AccountNumber {
    fn schema_name() -> Cow<'static, str> {
        "AccountNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A bank account number (IBAN), with or without blanks.",
            "type": "string",
            "pattern": r"^[A-Za-z]{2}\s*[0-9]{2}[\sA-Za-z0-9.-]+$",
        })
    }
}
