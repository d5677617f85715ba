//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository: of the clone that cargo runs in, also when several share a target folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = Path::new(&here);
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The folder of the user interface.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Where cargo puts the programs it builds: the folder this one runs from.
pub fn programs() -> PathBuf {
    let own = std::env::current_exe().ok();
    own.as_deref()
        .and_then(Path::parent)
        .map_or_else(|| root().join("target/debug"), Path::to_path_buf)
}

/// A program that cargo built, by its name without extension.
pub fn program(name: &str) -> PathBuf {
    programs().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A folder for logs and other passing files.
pub fn scratch() -> PathBuf {
    let programs = programs();
    programs.parent().unwrap_or(&programs).join("xtask-logs")
}
