//! The kinds of problems of a policy file, and the words for them.

use crate::{
    expected::{Form, ValueType},
    slip::Slip,
};

/// The name of the file itself among the names of its tables.
pub(crate) const ROOT: &str = "root";

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
    /// A key that belongs in another table.
    #[error("`{key}` does not belong in {} but in {}", place(table), place(home))]
    MisplacedKey {
        /// The key.
        key: String,
        /// The table it stands in; `root` is the file itself.
        table: String,
        /// The table it belongs in; `root` is the file itself.
        home: String,
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
    /// A placeholder of a preset that the school did not fill in.
    #[error("`{key}` still holds {placeholder}: put your school's own address in its place")]
    Placeholder {
        /// The key.
        key: String,
        /// The word that stands for the school's own.
        placeholder: &'static str,
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
    /// A key that only helps to sign in in the browser, where a password is asked.
    #[error(
        "`{key}` is only for signing in in the browser: write sign_in = \"microsoft\" or \"google\", or leave `{key}` out"
    )]
    ForBrowserSignIn {
        /// The key.
        key: String,
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
            Self::MisplacedKey { .. } => "misplaced-key",
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
            Self::Placeholder { .. } => "placeholder",
            Self::UnknownParagraph { .. } => "unknown-paragraph",
            Self::DuplicateParagraph { .. } => "duplicate-paragraph",
            Self::GeneralInGroup { .. } => "general-in-group",
            Self::SharedDomain { .. } => "shared-domain",
            Self::ForBrowserSignIn { .. } => "for-browser-sign-in",
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
            Self::MisplacedKey { key, table, home } => {
                vec![("key", text(key)), ("table", text(table)), ("home", text(home))]
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
            Self::Empty { key } | Self::ForBrowserSignIn { key } => vec![("key", text(key))],
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
            Self::Placeholder { key, placeholder } => {
                vec![("key", text(key)), ("placeholder", placeholder)]
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
