//! Where the encoder's file lies.

use std::env;
use std::path::{Path, PathBuf};

/// The file's name, wherever it is installed.
const NAME: &str = "encoder.safetensors";

/// Where packages put it, seen from the program's folder: `bundle.resources` in `src-tauri/tauri.conf.json` on each platform.
const BESIDE: [&str; 5] = [
    "",
    "encoder",
    "../lib/mailwijs",
    "../lib/Mailwijs/encoder",
    "../Resources/encoder",
];

/// Names the file where it lies somewhere else.
const NAMED: &str = "MAILWIJS_ENCODER";

/// The file that the environment names, else the first there is: beside the program, where its package put it, or in the sources it was built from.
pub fn encoder_file() -> Option<PathBuf> {
    if let Some(named) = env::var_os(NAMED) {
        return Some(named.into());
    }
    let program = env::current_exe().ok()?;
    let folder = program.parent()?;
    let installed = BESIDE.iter().map(|place| folder.join(place).join(NAME));
    let sources = folder.ancestors().skip(1).take(4).map(in_sources);
    installed.chain(sources).find(|file| file.is_file())
}

fn in_sources(folder: &Path) -> PathBuf {
    folder.join("assets").join("encoder").join(NAME)
}
