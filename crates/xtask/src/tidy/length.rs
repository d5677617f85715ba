//! Files that have grown past one idea.

use std::ffi::OsStr;
use std::path::Path;

use super::Source;

/// Past this many lines a source file deserves a second look.
const LINES: usize = 400;

/// A warning for each source file that is too long.
pub fn too_long(sources: &[Source]) -> Vec<String> {
    let code = sources.iter().filter(|source| is_code(&source.path));
    code.filter_map(|source| {
        let lines = source.text.lines().count();
        (lines > LINES).then(|| format!("{} has {lines} lines; is it one idea?", source.path))
    })
    .collect()
}

fn is_code(path: &str) -> bool {
    let end = Path::new(path).extension().and_then(OsStr::to_str);
    !path.contains("/bindings/") && matches!(end, Some("rs" | "ts" | "svelte" | "css"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_code_is_named() {
        let long = "x\n".repeat(LINES + 1);
        let sources = ["a.rs", "b.md"].map(|path| Source {
            path: path.into(),
            text: long.clone(),
        });
        assert_eq!(too_long(&sources), ["a.rs has 401 lines; is it one idea?"]);
    }
}
