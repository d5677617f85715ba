//! `cargo xtask tidy`: house rules that no compiler keeps.

mod length;
mod links;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::Trouble;
use crate::{process, say, workspace};

/// A text file that git knows, by its path from the root, with `/` between folders.
struct Source {
    path: String,
    text: String,
}

/// Looks at every text file of the repository; says what it looked at.
pub fn run() -> Result<String, Trouble> {
    let root = workspace::root();
    let sources = sources(&root)?;
    for warning in length::too_long(&sources) {
        say::line(&format!("   warning: {warning}"));
    }
    let mut complaints = words::stray(&root.to_string_lossy(), &sources);
    complaints.extend(links::broken(&root, &sources));
    if complaints.is_empty() {
        Ok(format!("{} files", sources.len()))
    } else {
        let advice = format!("{}\n\nMend these lines.", complaints.join("\n"));
        Err(Trouble::new(
            format!("{} lines are not tidy", complaints.len()),
            advice,
        ))
    }
}

/// Tracked files and new ones that git does not ignore, as long as they are text.
fn sources(root: &Path) -> Result<Vec<Source>, Trouble> {
    let place = root.to_string_lossy();
    let list = [
        "-C",
        &place,
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ];
    let listed = process::answer("git", &list).ok_or_else(|| {
        Trouble::new(
            "git could not list the files",
            "Run this in a clone, with git installed.",
        )
    })?;
    let paths = listed.lines().map(PathBuf::from);
    Ok(paths.filter_map(|path| source(root, &path)).collect())
}

fn source(root: &Path, path: &Path) -> Option<Source> {
    let text = fs::read_to_string(root.join(path)).ok()?;
    Some(Source {
        path: path.to_string_lossy().replace('\\', "/"),
        text,
    })
}
