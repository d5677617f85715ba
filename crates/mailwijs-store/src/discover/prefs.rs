//! Thunderbird's `prefs.js`: a list of `user_pref("name", value);` lines. It is read as text, never run.

use std::collections::HashMap;

/// The preferences, every value as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Prefs(HashMap<String, String>);

impl Prefs {
    pub(super) fn parse(text: &str) -> Self {
        Self(text.lines().filter_map(entry).collect())
    }

    /// A preference that is not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// The numbers or keys in a comma-separated preference.
    pub(super) fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name)
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
    }
}

fn entry(line: &str) -> Option<(String, String)> {
    let inside = line.trim().strip_prefix("user_pref(")?.strip_suffix(");")?;
    let (name, rest) = quoted(inside.trim_start())?;
    let value = rest.trim_start().strip_prefix(',')?.trim();
    Some((
        name,
        quoted(value).map_or_else(|| value.to_owned(), |(value, _)| value),
    ))
}

/// A JavaScript string at the start of `text`, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut chars = text.strip_prefix('"')?.chars();
    let mut value = String::new();
    loop {
        match chars.next()? {
            '"' => return Some((value, chars.as_str())),
            '\\' => match chars.next()? {
                'n' => value.push('\n'),
                'r' => value.push('\r'),
                't' => value.push('\t'),
                'x' => value.extend(escaped(&mut chars, 2)),
                'u' => value.extend(escaped(&mut chars, 4)),
                other => value.push(other),
            },
            other => value.push(other),
        }
    }
}

fn escaped(chars: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let (code, rest) = chars.as_str().split_at_checked(digits)?;
    *chars = rest.chars();
    u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_kind() {
        let prefs = Prefs::parse(
            "// Mozilla User Preferences\nuser_pref(\"a\", \"An \\\"P\\\" \\u00e9\\x41\");\nuser_pref(\"b\", 10143);\n\
             user_pref(\"c\", true);\nuser_pref(\"d\", \"account1, account2,\");\nuser_pref(\"e\", \"half",
        );
        assert_eq!(prefs.get("a"), Some("An \"P\" éA"));
        assert_eq!(prefs.get("b"), Some("10143"));
        assert_eq!(prefs.get("c"), Some("true"));
        assert_eq!(prefs.list("d").collect::<Vec<_>>(), ["account1", "account2"]);
        assert_eq!(prefs.get("e"), None);
    }
}
