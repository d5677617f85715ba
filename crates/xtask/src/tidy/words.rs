//! Words that do not belong in the repository: unfinished work, paths of one computer, package hosts.

use super::Source;

/// The word, and what it gives away. Split, so that this file does not hold them itself.
const STRAY: &[(&str, &str, &str)] = &[
    ("TO", "DO", "finish it, or open an issue"),
    ("FIX", "ME", "finish it, or open an issue"),
    ("../", "shared", "a path outside the repository"),
    ("/home/", "", "a path of one computer"),
    ("/root/", "", "a path of one computer"),
    ("/work/", "", "a path of one computer"),
    ("registry.", "npmjs", "a package host; the lock files do without"),
    ("static.", "crates.io", "a package host"),
];

/// Fixtures hold what real clients wrote; the corpus holds what people write.
const EXEMPT: &[&str] = &[
    "tests/mailstores/",
    "tests/corpus/",
    "tests/fixtures/",
    "crates/xtask/src/tidy/",
];

/// One complaint for each line that holds such a word.
pub fn stray(sources: &[Source]) -> Vec<String> {
    let looked_at = sources
        .iter()
        .filter(|source| !EXEMPT.iter().any(|start| source.path.starts_with(start)));
    looked_at.flat_map(in_one).collect()
}

fn in_one(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for (head, rest, why) in STRAY {
            let word = format!("{head}{rest}");
            if line.contains(&word) {
                complaints.push(format!("{}:{}: `{word}`: {why}", source.path, index + 1));
            }
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.into(),
            text: text.into(),
        }
    }

    #[test]
    fn unfinished_work_is_named_with_its_line() {
        let found = stray(&[source("a.rs", "fine\n// TODO later\n")]);
        assert_eq!(found, ["a.rs:2: `TODO`: finish it, or open an issue"]);
    }

    #[test]
    fn what_a_client_wrote_is_left_alone() {
        assert!(stray(&[source("tests/mailstores/x/prefs.js", "\"/home/jan/mail\"")]).is_empty());
    }
}
