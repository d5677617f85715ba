//! `cargo xtask train`: the sentence encoder, made anew from the labelled mails.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{measuring, shown};
use crate::trouble::Outcome;
use crate::workspace;

const ADVICE: &str = "crates/mailwijs-encoder/training/README.md tells what training needs.";

/// Installs what training needs in a folder of its own, cuts the labelled mails as the product does, trains, and writes the
/// encoder, its reference and the report of the run.
pub fn run(arguments: &[String]) -> Outcome {
    let root = workspace::root();
    let scripts = root.join("crates/mailwijs-encoder/training");
    let work = root.join("target/train");
    let python = environment(&scripts, &work.join("python"))?;
    let data = work.join("data");
    shown(
        measuring("mailwijs-passages", true)
            .arg(root.join("tests/corpus"))
            .arg(&data),
        ADVICE,
    )?;
    let run = work.join("run");
    let script = |name: &str| {
        let mut command = Command::new(&python);
        command.arg(scripts.join(name)).current_dir(&scripts);
        command
    };
    shown(
        script("train.py")
            .arg("--data")
            .arg(data)
            .arg("--out")
            .arg(&run)
            .args(arguments),
        ADVICE,
    )?;
    let model = run.join("model.npz");
    shown(
        script("export.py")
            .arg(&model)
            .arg(root.join("assets/encoder/encoder.safetensors")),
        ADVICE,
    )?;
    shown(
        script("reference.py")
            .arg(&model)
            .arg(root.join("crates/mailwijs-encoder/tests/reference.json")),
        ADVICE,
    )?;
    shown(
        script("report.py")
            .arg(run.join("scores.jsonl"))
            .arg(scripts.join("report.md")),
        ADVICE,
    )
}

/// The Python of a virtual environment with the pinned packages.
fn environment(scripts: &Path, folder: &Path) -> Result<PathBuf, crate::trouble::Trouble> {
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    if !python.exists() {
        shown(Command::new("python3").args(["-m", "venv"]).arg(folder), ADVICE)?;
    }
    shown(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg(scripts.join("requirements.txt")),
        ADVICE,
    )?;
    Ok(python)
}
