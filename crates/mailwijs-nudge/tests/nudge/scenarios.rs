//! Plays every `tests/scenarios/*.txt`: a line is a moment, what happens, and what must come of it.
//!
//! `0:05 saved A visible-recipients:warn => show A warn: visible-recipients`; a finding is
//! `rule:severity[/category,…][@trigger,…]`, `unfinished` marks a draft without recipients, and
//! `awaiting=rule` one of which that rule will say more or less, `adding=rule` only more. `tray`, `wake`, `notes` and
//! `quieter` ask instead of act.

use std::fs;
use std::path::Path;

use crate::support::Play;

#[test]
fn scenarios() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 10, "the scenarios were not found");
    let wrong: Vec<String> = files.iter().flat_map(|file| play(file)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn play(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let mut play = Play::default();
    let mut wrong = Vec::new();
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    {
        let (said, expected) = line.split_once("=>").unwrap_or_else(|| panic!("no => in {line}"));
        let became = play.line(said.trim());
        if became != expected.trim() {
            let name = file.file_name().unwrap().to_string_lossy();
            wrong.push(format!(
                "{name}:{}: {}\n  expected {}\n  became   {became}",
                number + 1,
                said.trim(),
                expected.trim()
            ));
        }
    }
    wrong
}
