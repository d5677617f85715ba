//! What a text is filled in with.

use fluent_bundle::FluentValue;

/// An argument of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A count; the text chooses singular or plural by it.
    Number(i64),
    /// A word: shown, or selected on.
    Text(String),
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Arg> for FluentValue<'a> {
    fn from(arg: &'a Arg) -> Self {
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Text(text) => FluentValue::from(text.as_str()),
        }
    }
}
