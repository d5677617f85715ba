//! What the value of a key should be.

use std::fmt;

/// A type of TOML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueType {
    /// Text between quotes.
    Text,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A day.
    Date,
    /// A moment, or a time of day.
    Time,
    /// `[ … ]`
    List,
    /// `{ … }`, or everything under a `[heading]`.
    Table,
}

impl ValueType {
    /// The word messages select on.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Time => "time",
            Self::List => "list",
            Self::Table => "table",
        }
    }
}

impl fmt::Display for ValueType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text between quotes",
            Self::Integer => "a whole number",
            Self::Float => "a number with a fraction",
            Self::Boolean => "true or false",
            Self::Date => "a date",
            Self::Time => "a time",
            Self::List => "a list [ … ]",
            Self::Table => "a table { … }",
        })
    }
}

/// A form a text can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// An e-mail address.
    Address,
    /// An e-mail address in which `*` stands for any text.
    Pattern,
    /// A domain name.
    Domain,
    /// A domain name in which `*` stands for a top-level domain or a subdomain.
    Provider,
    /// A bank account number with right check digits.
    Iban,
    /// An `https` or `http` address.
    WebAddress,
    /// An `https` address.
    SecureAddress,
    /// An `https` address of a folder, without user, password, query or fragment.
    FolderAddress,
    /// The name of a server.
    Host,
}

impl Form {
    /// The word messages select on.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Pattern => "pattern",
            Self::Domain => "domain",
            Self::Provider => "provider",
            Self::Iban => "iban",
            Self::WebAddress => "web-address",
            Self::SecureAddress => "secure-address",
            Self::FolderAddress => "folder-address",
            Self::Host => "host",
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Address => "an e-mail address (name@school.example)",
            Self::Pattern => "an e-mail address, with * for any text (team-*@school.example, *@school.example)",
            Self::Domain => "a domain (school.example)",
            Self::Provider => "a domain (provider.example), with * for any ending (provider.*) or subdomain (*.provider.example)",
            Self::Iban => "a valid IBAN: country, length or check digits are wrong",
            Self::WebAddress => "a web address (https://…)",
            Self::SecureAddress => "a safe web address: it begins with https://, so that nobody reads along",
            Self::FolderAddress => "the address of a folder: it begins with https://, and has no user, password, ? or # in it",
            Self::Host => "the name of a server: only imap.school.example, without https:// before it and a port after it",
        })
    }
}
