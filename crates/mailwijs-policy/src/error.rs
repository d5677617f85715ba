//! What can be wrong with a policy file.

use std::{fmt, slice};

use crate::{position::Position, slip::Slip};

/// The name of the file itself among the names of its tables.
pub(crate) const ROOT: &str = "root";

/// Every problem of a policy file, in the order of the file; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyErrors(Vec<PolicyError>);

impl PolicyErrors {
    /// Sorts the problems by their place; `None` when there are none.
    pub(crate) fn from_found(mut errors: Vec<PolicyError>) -> Option<Self> {
        errors.sort_by_key(|error| (error.position.span.start, error.position.span.end));
        (!errors.is_empty()).then_some(Self(errors))
    }

    /// The problems, in the order of the file.
    pub fn iter(&self) -> slice::Iter<'_, PolicyError> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a PolicyErrors {
    type Item = &'a PolicyError;
    type IntoIter = slice::Iter<'a, PolicyError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for PolicyErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for PolicyErrors {}

/// One problem of a policy file. Its `Display` is the English text; the Dutch and French ones are made from [`PolicyErrorKind::key`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{}: {kind}", position.line, position.column)]
pub struct PolicyError {
    /// Where it stands.
    pub position: Position,
    /// What it is.
    pub kind: PolicyErrorKind,
}

/// What is wrong at one place of a policy file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyErrorKind {
    /// The file is no TOML; in the words of the TOML parser.
    #[error("this is not valid TOML: {detail}")]
    Syntax {
        /// What it most probably comes down to.
        slip: Slip,
        /// What the parser met or missed, in English.
        detail: String,
    },
    /// A key the format does not have.
    #[error("there is no key `{key}` in {}{}", place(table), meant(suggestion.as_ref()))]
    UnknownKey {
        /// The key as written.
        key: String,
        /// The table it stands in; `root` is the file itself.
        table: String,
        /// The key that was probably meant.
        suggestion: Option<String>,
    },
    /// A key that may not be left out.
    #[error("{} lacks the key `{key}`", place(table))]
    MissingKey {
        /// The missing key.
        key: String,
        /// The table it belongs in; `root` is the file itself.
        table: String,
    },
    /// A value of another type than the key takes.
    #[error("`{key}` takes {expected}{}, not {found}", example(*expected))]
    WrongType {
        /// The key.
        key: String,
        /// The type it takes.
        expected: ValueType,
        /// The type it got.
        found: ValueType,
    },
    /// A word outside the closed set the key takes.
    #[error("`{key}` cannot be \"{value}\"{}; it is one of {allowed}", meant(suggestion.as_ref()))]
    UnknownWord {
        /// The key.
        key: String,
        /// The word as written.
        value: String,
        /// The words it takes, comma-separated.
        allowed: String,
        /// The word that was probably meant.
        suggestion: Option<String>,
    },
    /// A rule that does not exist.
    #[error("there is no rule `{rule}`{}", meant(suggestion.as_ref()))]
    UnknownRule {
        /// The rule id as written.
        rule: String,
        /// The rule that was probably meant.
        suggestion: Option<String>,
    },
    /// A version of the format this version of the program does not know.
    #[error("format {found} is unknown to this version of Mailwijs, which reads format {supported}")]
    UnknownFormat {
        /// The version as written.
        found: String,
        /// The version that can be read.
        supported: u32,
    },
    /// A text that may not be empty is.
    #[error("`{key}` is empty")]
    Empty {
        /// The key.
        key: String,
    },
    /// A number outside its range.
    #[error("`{key}` is {value}; it lies between {min} and {max}")]
    OutOfRange {
        /// The key.
        key: String,
        /// The number as written.
        value: String,
        /// The smallest number it takes.
        min: u32,
        /// The largest number it takes.
        max: u32,
    },
    /// A text that does not have the form the key takes.
    #[error("\"{value}\" is not {expected}")]
    Malformed {
        /// The text as written.
        value: String,
        /// The form it should have.
        expected: Form,
    },
    /// A rule rests on a paragraph that the agreements do not have.
    #[error("rule `{rule}` refers to paragraph {paragraph}, which the agreements do not have")]
    UnknownParagraph {
        /// The rule.
        rule: String,
        /// The paragraph it refers to.
        paragraph: String,
    },
    /// Two paragraphs have the same id.
    #[error("paragraph {id} is already on line {first_line}")]
    DuplicateParagraph {
        /// The id.
        id: String,
        /// The line of the first one.
        first_line: usize,
    },
    /// A general address that is a group address too, so that it would never count as general.
    #[error("{address} is general and also belongs to the group {group}; a group address always goes in BCC")]
    GeneralInGroup {
        /// The general address.
        address: String,
        /// The group pattern that matches it.
        group: String,
    },
    /// A domain listed for staff and pupils.
    #[error("{domain} cannot be a domain of staff and of pupils")]
    SharedDomain {
        /// The domain.
        domain: String,
    },
}

/// A table as messages name it.
fn place(table: &str) -> String {
    if table == ROOT {
        "the file".to_owned()
    } else {
        format!("[{table}]")
    }
}

/// How to write a value of a type that is easily written otherwise.
fn example(expected: ValueType) -> &'static str {
    if expected == ValueType::Date {
        " without quotes (2026-09-01)"
    } else {
        ""
    }
}

fn meant(suggestion: Option<&String>) -> String {
    suggestion
        .map(|word| format!("; did you mean `{word}`?"))
        .unwrap_or_default()
}

impl PolicyErrorKind {
    /// The message of this problem is `policy-error-<key>`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::UnknownKey { suggestion: None, .. } => "unknown-key",
            Self::UnknownKey {
                suggestion: Some(_), ..
            } => "unknown-key-meant",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownWord { suggestion: None, .. } => "unknown-word",
            Self::UnknownWord {
                suggestion: Some(_), ..
            } => "unknown-word-meant",
            Self::UnknownRule { suggestion: None, .. } => "unknown-rule",
            Self::UnknownRule {
                suggestion: Some(_), ..
            } => "unknown-rule-meant",
            Self::UnknownFormat { .. } => "unknown-format",
            Self::Empty { .. } => "empty",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Malformed { .. } => "malformed",
            Self::UnknownParagraph { .. } => "unknown-paragraph",
            Self::DuplicateParagraph { .. } => "duplicate-paragraph",
            Self::GeneralInGroup { .. } => "general-in-group",
            Self::SharedDomain { .. } => "shared-domain",
        }
    }

    /// The arguments of this problem's message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let text = String::as_str;
        let args: Vec<(&'static str, &str)> = match self {
            Self::Syntax { slip, detail } => vec![("slip", slip.as_str()), ("detail", text(detail))],
            Self::UnknownKey {
                key,
                table,
                suggestion,
            } => {
                vec![
                    ("key", text(key)),
                    ("table", text(table)),
                    ("suggestion", suggestion.as_deref().unwrap_or_default()),
                ]
            }
            Self::MissingKey { key, table } => vec![("key", text(key)), ("table", text(table))],
            Self::WrongType { key, expected, found } => {
                vec![
                    ("key", text(key)),
                    ("expected", expected.as_str()),
                    ("found", found.as_str()),
                ]
            }
            Self::UnknownWord {
                key,
                value,
                allowed,
                suggestion,
            } => vec![
                ("key", text(key)),
                ("value", text(value)),
                ("allowed", text(allowed)),
                ("suggestion", suggestion.as_deref().unwrap_or_default()),
            ],
            Self::UnknownRule { rule, suggestion } => {
                vec![
                    ("rule", text(rule)),
                    ("suggestion", suggestion.as_deref().unwrap_or_default()),
                ]
            }
            Self::UnknownFormat { found, supported } => {
                return vec![("found", found.clone()), ("supported", supported.to_string())];
            }
            Self::Empty { key } => vec![("key", text(key))],
            Self::OutOfRange { key, value, min, max } => {
                return vec![
                    ("key", key.clone()),
                    ("value", value.clone()),
                    ("min", min.to_string()),
                    ("max", max.to_string()),
                ];
            }
            Self::Malformed { value, expected } => {
                vec![("value", text(value)), ("expected", expected.as_str())]
            }
            Self::UnknownParagraph { rule, paragraph } => {
                vec![("rule", text(rule)), ("paragraph", text(paragraph))]
            }
            Self::DuplicateParagraph { id, first_line } => {
                return vec![("id", id.clone()), ("line", first_line.to_string())];
            }
            Self::GeneralInGroup { address, group } => {
                vec![("address", text(address)), ("group", text(group))]
            }
            Self::SharedDomain { domain } => vec![("domain", text(domain))],
        };
        args.into_iter()
            .map(|(name, value)| (name, value.to_owned()))
            .collect()
    }
}

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
        })
    }
}
