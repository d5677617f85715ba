//! The words that the rule layer searches for in its one pass, as ripgrep takes them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mailwijs_tests::Error;

/// Lexicon files, and the column in which their patterns stand.
const FILES: [(&str, usize); 8] = [
    ("nl.tsv", 3),
    ("fr.tsv", 3),
    ("en.tsv", 3),
    ("improper-nl.tsv", 3),
    ("improper-fr.tsv", 3),
    ("improper-en.tsv", 3),
    ("masks.tsv", 0),
    ("cues.tsv", 1),
];

/// The most telling words of every pattern, one a line.
pub fn all() -> Result<String, Error> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/lexicon");
    let mut words = BTreeSet::new();
    for (name, column) in FILES {
        let text = fs::read_to_string(folder.join(name))?;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            words.extend(most_telling(line.split('\t').nth(column).unwrap_or_default()));
        }
    }
    Ok(words.into_iter().collect::<Vec<_>>().join("\n"))
}

/// Of each place in a pattern the longest word of every alternative; of all places the one whose shortest is longest. A place
/// for a class of persons is no candidate.
fn most_telling(pattern: &str) -> Vec<String> {
    let places = places(pattern).into_iter().filter_map(|place| {
        let alternatives = place.split('|').map(longest);
        alternatives.collect::<Option<Vec<String>>>()
    });
    places
        .max_by_key(|words| words.iter().map(String::len).min())
        .unwrap_or_default()
}

/// Words and groups of alternatives, without gaps.
fn places(pattern: &str) -> Vec<&str> {
    let mut places = Vec::new();
    let mut rest = pattern.trim();
    while !rest.is_empty() {
        let group = rest.strip_prefix('(');
        let (place, after) = match group.and_then(|inside| inside.split_once(')')) {
            Some(group) => group,
            None => rest.split_once(' ').unwrap_or((rest, "")),
        };
        if !place.starts_with('{') {
            places.push(place);
        }
        rest = after.trim_start();
    }
    places
}

fn longest(alternative: &str) -> Option<String> {
    let words = alternative.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let longest = words.max_by_key(|word| word.len())?;
    (!alternative.contains('@') && !longest.is_empty()).then(|| longest.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::most_telling;

    #[test]
    fn the_rarest_looking_place_is_searched_for() {
        assert_eq!(most_telling("divorc* {4} (parents|papa|maman)"), ["divorc"]);
        assert_eq!(
            most_telling("(voor de rechter|rechtbank) {2} komen"),
            ["rechter", "rechtbank"]
        );
        assert_eq!(most_telling("@par {3} opgepakt"), ["opgepakt"]);
        assert_eq!(most_telling("=CLB"), ["clb"]);
    }
}
