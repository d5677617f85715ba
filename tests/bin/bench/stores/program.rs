//! `mailwijs` as it is installed, in a home of its own, at the school of the corpus.

use std::path::{Path, PathBuf};
use std::process::Command;

use mailwijs_tests::{Error, paths};

/// The program that was built beside this one.
pub struct Program {
    path: PathBuf,
    home: PathBuf,
}

impl Program {
    /// The program, with this folder as its home.
    ///
    /// # Errors
    /// It was not built.
    pub fn beside_us(home: &Path) -> Result<Self, Error> {
        let name = format!("mailwijs{}", std::env::consts::EXE_SUFFIX);
        let path = std::env::current_exe()?.with_file_name(name);
        if !path.is_file() {
            return Err(format!(
                "{} is not there; build it with: cargo build --release --package mailwijs-cli",
                path.display()
            )
            .into());
        }
        Ok(Self {
            path,
            home: home.to_owned(),
        })
    }

    /// `mailwijs COMMAND … STORE`, as JSON; with sentences too, or by words alone.
    pub fn command(&self, command: &str, store: &Path, sentences: bool) -> Command {
        let mut run = Command::new(&self.path);
        run.env("HOME", &self.home).env(
            "MAILWIJS_ENCODER",
            paths::data("../assets/encoder/encoder.safetensors"),
        );
        for name in [
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
        ] {
            run.env(name, self.home.join(name));
        }
        run.args([command, "--format", "json", "--lang", "nl"])
            .args(["--layer", if sentences { "both" } else { "rules" }])
            .arg("--policy")
            .arg(paths::data("corpus/policy.toml"))
            .arg("--class-list")
            .arg(paths::data("corpus/class-list.csv"))
            .arg(store);
        run
    }
}
