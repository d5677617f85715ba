//! Which family of Linux this is.

use std::fs;

/// A family of Linux distributions that shares package names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distribution {
    /// Debian, Ubuntu, Mint.
    Debian,
    /// Fedora and its kin.
    Fedora,
    /// Arch, Manjaro.
    Arch,
    /// Another one: things are named, not packages.
    Other,
}

impl Distribution {
    /// The one this computer runs, by `/etc/os-release`.
    pub fn detect() -> Self {
        Self::of(&fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    fn of(os_release: &str) -> Self {
        let families = os_release.lines().filter_map(|line| {
            let (key, value) = line.split_once('=')?;
            matches!(key, "ID" | "ID_LIKE").then(|| value.trim_matches('"'))
        });
        for family in families.flat_map(str::split_whitespace) {
            match family {
                "debian" | "ubuntu" => return Self::Debian,
                "fedora" | "rhel" => return Self::Fedora,
                "arch" => return Self::Arch,
                _ => {}
            }
        }
        Self::Other
    }

    /// The command that installs packages, up to their names.
    pub const fn installer(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Debian => Some(&["apt-get", "install", "-y", "--no-install-recommends"]),
            Self::Fedora => Some(&["dnf", "install", "-y"]),
            Self::Arch => Some(&["pacman", "-S", "--needed", "--noconfirm"]),
            Self::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_recognised_by_id_or_likeness() {
        assert_eq!(
            Distribution::of("NAME=\"Debian GNU/Linux\"\nID=debian\n"),
            Distribution::Debian
        );
        assert_eq!(
            Distribution::of("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"),
            Distribution::Debian
        );
        assert_eq!(Distribution::of("ID=fedora\n"), Distribution::Fedora);
        assert_eq!(Distribution::of("ID=manjaro\nID_LIKE=arch\n"), Distribution::Arch);
        assert_eq!(Distribution::of("ID=void\n"), Distribution::Other);
    }
}
