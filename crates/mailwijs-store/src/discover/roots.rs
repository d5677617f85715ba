//! Where programs keep their files; passed in, so that a sample home directory is as good as a real one.

use std::env;
use std::path::{Path, PathBuf};

/// The directories that mail clients choose their places from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roots {
    /// The user's home directory.
    pub home: PathBuf,
    /// Settings: `~/.config`, `%APPDATA%`.
    pub config: PathBuf,
    /// Data: `~/.local/share`, `%APPDATA%`.
    pub data: PathBuf,
    /// Data of this machine alone: `~/.cache`, `%LOCALAPPDATA%`.
    pub local: PathBuf,
}

impl Roots {
    /// The places of the user who runs this program; `None` when there is no home directory.
    pub fn from_env() -> Option<Self> {
        let home = env::home_dir().filter(|home| !home.as_os_str().is_empty())?;
        let usual = Self::below(&home);
        let set = |name: &str, or: PathBuf| {
            env::var_os(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
                .unwrap_or(or)
        };
        Some(if cfg!(windows) {
            Self {
                config: set("APPDATA", usual.config),
                data: set("APPDATA", usual.data),
                local: set("LOCALAPPDATA", usual.local),
                home,
            }
        } else {
            Self {
                config: set("XDG_CONFIG_HOME", usual.config),
                data: set("XDG_DATA_HOME", usual.data),
                local: set("XDG_CACHE_HOME", usual.local),
                home,
            }
        })
    }

    /// The usual places below a home directory.
    pub fn below(home: &Path) -> Self {
        let [config, data, local] = if cfg!(windows) {
            ["AppData/Roaming", "AppData/Roaming", "AppData/Local"]
        } else {
            [".config", ".local/share", ".cache"]
        };
        Self {
            home: home.to_owned(),
            config: home.join(config),
            data: home.join(data),
            local: home.join(local),
        }
    }
}
