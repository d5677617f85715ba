//! Addresses that only wrap another: a mail filter's, a search engine's; from `assets/checks/link-wrappers.tsv`.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::words::rows;

/// Wrappers around wrappers are taken off this many times.
const LAYERS: usize = 4;

/// How the real address is written in a wrapper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// In a parameter of the query, escaped.
    Parameter,
    /// In a parameter of the query, with `-` for `%` and `_` for `/`.
    Proofpoint2,
    /// Between `__` and `__;`.
    Proofpoint3,
    /// From a word of the path on, escaped.
    Path,
}

struct Wrapper {
    way: Way,
    place: &'static str,
    word: &'static str,
}

static WRAPPERS: LazyLock<Vec<Wrapper>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/checks/link-wrappers.tsv"))
        .filter_map(|row| Wrapper::read(&row))
        .collect()
});

/// The address that a wrapper leads to; any other as it is.
pub fn unwrapped(written: &str) -> Cow<'_, str> {
    let mut address = Cow::Borrowed(written);
    for _ in 0..LAYERS {
        match WRAPPERS.iter().find_map(|wrapper| wrapper.inside(&address)) {
            Some(inner) => address = Cow::Owned(inner),
            None => break,
        }
    }
    address
}

impl Wrapper {
    fn read(row: &[&'static str]) -> Option<Self> {
        let [way, place, word, _example, _leads] = *row else {
            return None;
        };
        let way = match way {
            "parameter" => Way::Parameter,
            "proofpoint2" => Way::Proofpoint2,
            "proofpoint3" => Way::Proofpoint3,
            "path" => Way::Path,
            _ => return None,
        };
        Some(Self { way, place, word })
    }

    /// The wrapped address, when this wrapper is around the address given.
    fn inside(&self, written: &str) -> Option<String> {
        let (_, bare) = written.split_once("://").unwrap_or(("", written));
        let host_end = bare.find(['/', '?', '#']).unwrap_or(bare.len());
        let (place_host, place_path) = self.place.split_once('/').unwrap_or((self.place, ""));
        let host = bare.get(..host_end)?.to_ascii_lowercase();
        let before = host.strip_suffix(place_host)?;
        if !(before.is_empty() || before.ends_with('.')) {
            return None;
        }
        let rest = bare
            .get(host_end..)?
            .trim_start_matches('/')
            .strip_prefix(place_path)?;
        match self.way {
            Way::Parameter => self.parameter(rest).map(percent_decoded),
            Way::Proofpoint2 => {
                let escaped = self.parameter(rest)?.replace('-', "%").replace('_', "/");
                Some(percent_decoded(&escaped))
            }
            Way::Proofpoint3 => {
                let (_, inner) = rest.split_once(self.word)?;
                Some(
                    inner
                        .split_once("__;")
                        .map_or(inner, |(inner, _)| inner)
                        .to_owned(),
                )
            }
            Way::Path => rest
                .find(self.word)
                .and_then(|at| rest.get(at..))
                .map(percent_decoded),
        }
        .filter(|inner| inner.contains('.'))
    }

    fn parameter<'a>(&self, rest: &'a str) -> Option<&'a str> {
        let (_, query) = rest.split_once('?')?;
        query
            .split('&')
            .find_map(|pair| pair.strip_prefix(self.word)?.strip_prefix('='))
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut pieces = text.split('%');
    bytes.extend(pieces.next().unwrap_or_default().bytes());
    for piece in pieces {
        let byte = piece.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte, piece.get(2..)) {
            (Some(byte), Some(rest)) => {
                bytes.push(byte);
                bytes.extend(rest.bytes());
            }
            _ => bytes.extend(format!("%{piece}").bytes()),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::WebAddress;

    #[test]
    fn every_row_is_understood_and_unwraps_its_example() {
        let table = include_str!("../../../../assets/checks/link-wrappers.tsv");
        assert_eq!(rows(table).count(), WRAPPERS.len());
        for row in rows(table) {
            let host = WebAddress::parse(row[3]).map(|address| address.host);
            assert_eq!(host.as_deref(), Some(row[4]), "{row:?}");
        }
    }

    #[test]
    fn wrappers_around_wrappers() {
        let inner = "https%253A%252F%252Fwe.tl%252Fa";
        let twice = format!(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D{inner}"
        );
        assert_eq!(unwrapped(&twice), "https://we.tl/a");
        assert_eq!(
            unwrapped("https://notgoogle.com/url?q=https://a.be"),
            "https://notgoogle.com/url?q=https://a.be"
        );
    }
}
