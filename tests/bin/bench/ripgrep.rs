//! ripgrep with the lexicon's words on the same text: what a search for fixed words costs at best.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use mailwijs_tests::Error;

use crate::literals;
use crate::speed::Speed;
use crate::texts::Text;

const TOTAL: Duration = Duration::from_secs(2);
/// The text is repeated up to this size, so that starting a program weighs little.
const ENOUGH: usize = 16_000_000;

/// ripgrep's times.
pub struct Ripgrep {
    /// Counting lines, where the first match of a line will do.
    pub lines: Speed,
    /// Counting every match.
    pub matches: Speed,
}

/// Runs it; its start and reading the words is taken off.
pub fn measure(text: &Text) -> Result<Ripgrep, Error> {
    let folder = tempfile::tempdir()?;
    let [words, empty, file] = ["words", "empty", "text"].map(|name| folder.path().join(name));
    fs::write(&words, literals::all()?)?;
    fs::write(&empty, "")?;
    let repeated = text.words.repeat(ENOUGH.div_ceil(text.words.len()));
    fs::write(&file, &repeated)?;
    let time = |how: &str, file: &Path| -> Result<Vec<Duration>, Error> {
        run(how, &words, file)?;
        let (start, mut each) = (Instant::now(), Vec::new());
        while each.len() < 5 || start.elapsed() < TOTAL {
            each.push(run(how, &words, file)?);
        }
        Ok(each)
    };
    // The least: on a busy machine half of the starts may take longer than a search.
    let start = time("--count", &empty)?.into_iter().min().unwrap_or_default();
    let search = |how: &str| Ok::<_, Error>(Speed::of_runs(repeated.len(), time(how, &file)?).without(start));
    Ok(Ripgrep {
        lines: search("--count")?,
        matches: search("--count-matches")?,
    })
}

fn run(how: &str, words: &Path, file: &Path) -> Result<Duration, Error> {
    let mut command = Command::new("rg");
    command.args([
        "--no-config",
        "--threads=1",
        "--ignore-case",
        "--fixed-strings",
        how,
        "--file",
    ]);
    let begin = Instant::now();
    let status = command
        .args([words, file])
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("{error} (Debian and Ubuntu: apt install ripgrep)"))?;
    let took = begin.elapsed();
    // 1: no line matched, as in an empty file.
    if matches!(status.code(), Some(0 | 1)) {
        Ok(took)
    } else {
        Err(format!("it ended with {status}").into())
    }
}
