//! Words that do not belong in the repository: unfinished work, paths of this computer, package hosts.

use super::Source;

/// The word, and what it gives away. Split, so that this file does not hold them itself.
const STRAY: &[(&str, &str, &str)] = &[
    ("TO", "DO", "finish it, or open an issue"),
    ("FIX", "ME", "finish it, or open an issue"),
    ("../", "shared", "a path outside the repository"),
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

/// One complaint for each line that holds such a word, or the path of the clone at `root`.
pub fn stray(root: &str, sources: &[Source]) -> Vec<String> {
    let looked_at = sources
        .iter()
        .filter(|source| !EXEMPT.iter().any(|start| source.path.starts_with(start)));
    looked_at.flat_map(|source| in_one(root, source)).collect()
}

fn in_one(root: &str, source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        let place = format!("{}:{}", source.path, index + 1);
        for (head, rest, why) in STRAY {
            let word = format!("{head}{rest}");
            if line.contains(&word) {
                complaints.push(format!("{place}: `{word}`: {why}"));
            }
        }
        if line.contains(root) {
            complaints.push(format!("{place}: the path of this clone"));
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
    fn unfinished_work_and_own_paths_are_named_with_their_line() {
        let found = stray("/clone", &[source("a.rs", "fine\n// TODO later\n/clone/a.rs\n")]);
        assert_eq!(
            found,
            [
                "a.rs:2: `TODO`: finish it, or open an issue",
                "a.rs:3: the path of this clone"
            ]
        );
    }

    #[test]
    fn what_a_client_wrote_is_left_alone() {
        let fixture = source("tests/mailstores/x/Drafts", "Subject: TODO\n");
        assert_eq!(stray("/clone", &[fixture]), Vec::<String>::new());
    }
}
