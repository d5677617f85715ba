//! Where the encoder's file lies.

use std::env;
use std::path::{Path, PathBuf};

/// The file's name, wherever it is installed.
const NAME: &str = "encoder.safetensors";

/// Where packages put it, seen from the program's folder.
const BESIDE: [&str; 4] = ["", "../lib/mailwijs", "../lib/Mailwijs", "../Resources"];

/// The first file there is: beside the program, where its package put it, or in the sources it was built from.
pub(super) fn encoder_file() -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    let folder = program.parent()?;
    let installed = BESIDE.iter().map(|place| folder.join(place).join(NAME));
    let sources = folder.ancestors().skip(1).take(4).map(in_sources);
    installed.chain(sources).find(|file| file.is_file())
}

fn in_sources(folder: &Path) -> PathBuf {
    folder.join("assets").join("encoder").join(NAME)
}
