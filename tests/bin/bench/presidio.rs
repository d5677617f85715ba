//! Microsoft Presidio on the same text, in a Python of the user's.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use mailwijs_tests::{Error, paths};
use serde::Deserialize;

use crate::speed::Speed;
use crate::texts::Text;

/// What `benches/presidio.py` prints.
#[derive(Deserialize)]
struct Runs {
    seconds: Vec<f64>,
}

/// Runs it.
pub fn measure(python: &Path, text: &Text) -> Result<Speed, Error> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("text");
    fs::write(&file, &text.words)?;
    let output = Command::new(python)
        .arg(paths::data("benches/presidio.py"))
        .arg(&file)
        .output()?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(complaint.lines().last().unwrap_or("it failed").into());
    }
    let runs: Runs = serde_json::from_slice(&output.stdout)?;
    let each = runs.seconds.into_iter().map(Duration::from_secs_f64);
    Ok(Speed::of_runs(text.words.len(), each.collect()))
}
