//! Slips of the pen in TOML, so that they can be told in every language.

/// A frequent slip that makes a file invalid TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Text without quotes around it, or nothing at all after `=`.
    Unquoted,
    /// Text whose closing quote is missing, or with a character that must be escaped.
    Quotes,
    /// A list whose comma or closing bracket is missing.
    List,
    /// A `[heading]` or `{ … }` that is not closed.
    Table,
    /// The same key or heading twice.
    Twice,
    /// A key without `=`.
    NoValue,
    /// A day or number that does not exist.
    DateOrNumber,
    /// Anything else; only the parser's own words tell.
    Other,
}

/// What the parser says, by the words its messages begin with or contain.
const SAID: [(&str, Slip); 15] = [
    ("string values must be quoted", Slip::Unquoted),
    ("invalid unquoted key", Slip::Unquoted),
    ("string", Slip::Quotes),
    ("escape", Slip::Quotes),
    ("unicode", Slip::Quotes),
    ("array", Slip::List),
    ("unclosed table", Slip::Table),
    ("inline table", Slip::Table),
    ("duplicate key", Slip::Twice),
    ("key with no value", Slip::NoValue),
    ("missing value", Slip::NoValue),
    ("date", Slip::DateOrNumber),
    ("time", Slip::DateOrNumber),
    ("integer", Slip::DateOrNumber),
    ("digits", Slip::DateOrNumber),
];

impl Slip {
    /// The slip behind a message of the TOML parser.
    pub(crate) fn behind(message: &str) -> Self {
        SAID.into_iter()
            .find(|(words, _)| message.contains(words))
            .map_or(Self::Other, |(_, slip)| slip)
    }

    /// The word messages select on.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unquoted => "unquoted",
            Self::Quotes => "quotes",
            Self::List => "list",
            Self::Table => "table",
            Self::Twice => "twice",
            Self::NoValue => "no-value",
            Self::DateOrNumber => "date-or-number",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::Slip;

    #[test]
    fn recognises_what_the_parser_says() {
        for (source, slip) in [
            ("country = BE", Slip::Unquoted),
            ("naam van de school = 1", Slip::NoValue),
            ("name = \"Sint-Jan", Slip::Quotes),
            ("name = \"C:\\Users\"", Slip::Quotes),
            ("domains = [\"a\" \"b\"]", Slip::List),
            ("domains = [\"a\"", Slip::List),
            ("[school", Slip::Table),
            ("breach = { name = 1", Slip::Table),
            ("a = 1\na = 2", Slip::Twice),
            ("[a]\n[a]", Slip::Twice),
            ("name", Slip::NoValue),
            ("name =", Slip::Unquoted),
            ("on = 2026-02-30", Slip::DateOrNumber),
            ("limit = 1_", Slip::DateOrNumber),
        ] {
            let error = DeTable::parse(source).unwrap_err();
            assert_eq!(
                Slip::behind(error.message()),
                slip,
                "{source}: {}",
                error.message()
            );
        }
    }
}
