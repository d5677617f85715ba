//! Links between documents that lead nowhere.

use std::path::{Component, Path, PathBuf};

use super::Source;

/// One complaint for each relative link in a Markdown file whose target does not exist.
pub fn broken(root: &Path, sources: &[Source]) -> Vec<String> {
    let documents = sources
        .iter()
        .filter(|source| Path::new(&source.path).extension().is_some_and(|end| end == "md"));
    documents.flat_map(|source| in_one(root, source)).collect()
}

fn in_one(root: &Path, source: &Source) -> Vec<String> {
    let folder = Path::new(&source.path).parent().unwrap_or(Path::new(""));
    let mut complaints = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for target in targets(line) {
            let path = target.split('#').next().unwrap_or_default();
            if !path.is_empty() && !root.join(flat(&folder.join(path))).exists() {
                complaints.push(format!(
                    "{}:{}: the link to {target} leads nowhere",
                    source.path,
                    index + 1
                ));
            }
        }
    }
    complaints
}

/// What stands between `](` and `)`, as far as it points into the repository.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let ends = line
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    ends.filter(|target| !target.contains("://") && !target.starts_with("mailto:"))
}

/// Takes `..` out, so that a missing folder on the way does not matter.
fn flat(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                flat.pop();
            }
            Component::CurDir => {}
            other => flat.push(other),
        }
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn a_link_to_nothing_is_named_and_others_are_not() {
        let text = "[one](../Cargo.toml#top) [two](https://example.org)\n[three](nowhere.md)\n";
        let source = Source {
            path: "docs/a.md".into(),
            text: text.into(),
        };
        assert_eq!(
            broken(&workspace::root(), &[source]),
            ["docs/a.md:2: the link to nowhere.md leads nowhere"]
        );
    }
}
