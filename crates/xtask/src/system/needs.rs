//! The things that no crate and no npm package can bring, and the packages that hold them.

use std::path::Path;

use super::Distribution;
use crate::process;

/// What a need is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and running the command line.
    CommandLine,
    /// Building and running the app.
    App,
    /// The tests: a display, a session bus, a keyring, a mail server, a driver for the web view.
    Tests,
}

/// How to see that a thing is here, whatever package it came from.
#[derive(Debug, Clone, Copy)]
pub enum Probe {
    /// A program on the PATH.
    Program(&'static str),
    /// A file in one of these places.
    File(&'static [&'static str]),
    /// Development files that pkg-config knows.
    Headers(&'static str),
    /// A shared library that is loaded at run time.
    Library(&'static str),
    /// A font with Latin letters, so that pictures of windows show text.
    Font,
}

/// One thing the system must have.
#[derive(Debug)]
pub struct Need {
    /// What, in words.
    pub what: &'static str,
    /// What for.
    pub purpose: Purpose,
    /// How to see it.
    pub probe: Probe,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
}

impl Need {
    /// The package that holds it, where the distribution is known.
    pub const fn package(&self, distribution: Distribution) -> Option<&'static str> {
        match distribution {
            Distribution::Debian => Some(self.debian),
            Distribution::Fedora => Some(self.fedora),
            Distribution::Arch => Some(self.arch),
            Distribution::Other => None,
        }
    }
}

impl Probe {
    /// It is here.
    pub fn finds(self) -> bool {
        match self {
            Self::Program(name) => on_path(name),
            Self::File(places) => places.iter().any(|place| Path::new(place).is_file()),
            Self::Headers(module) => process::answer("pkg-config", &["--exists", module]).is_some(),
            Self::Library(name) => {
                process::answer("/sbin/ldconfig", &["-p"]).is_some_and(|known| known.contains(name))
            }
            Self::Font => process::answer("fc-list", &[":lang=nl"]).is_some_and(|fonts| !fonts.is_empty()),
        }
    }
}

fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| Path::new(&folder).join(name).is_file())
}

const fn command_line(what: &'static str, probe: Probe, names: [&'static str; 3]) -> Need {
    let [debian, fedora, arch] = names;
    Need {
        what,
        purpose: Purpose::CommandLine,
        probe,
        debian,
        fedora,
        arch,
    }
}

const fn app(what: &'static str, probe: Probe, names: [&'static str; 3]) -> Need {
    let [debian, fedora, arch] = names;
    Need {
        what,
        purpose: Purpose::App,
        probe,
        debian,
        fedora,
        arch,
    }
}

const fn tests(what: &'static str, probe: Probe, names: [&'static str; 3]) -> Need {
    let [debian, fedora, arch] = names;
    Need {
        what,
        purpose: Purpose::Tests,
        probe,
        debian,
        fedora,
        arch,
    }
}

/// Everything, with the package's name on Debian and Ubuntu, on Fedora, and on Arch.
pub const NEEDS: &[Need] = &[
    command_line(
        "a C compiler",
        Probe::Program("cc"),
        ["build-essential", "gcc", "base-devel"],
    ),
    command_line(
        "pkg-config",
        Probe::Program("pkg-config"),
        ["pkg-config", "pkgconf-pkg-config", "pkgconf"],
    ),
    app(
        "WebKitGTK 4.1 with its development files",
        Probe::Headers("webkit2gtk-4.1"),
        ["libwebkit2gtk-4.1-dev", "webkit2gtk4.1-devel", "webkit2gtk-4.1"],
    ),
    command_line(
        "OpenSSL with its development files",
        Probe::Headers("openssl"),
        ["libssl-dev", "openssl-devel", "openssl"],
    ),
    app(
        "the library behind the tray icon",
        Probe::Library("libayatana-appindicator3.so.1"),
        [
            "libayatana-appindicator3-1",
            "libayatana-appindicator-gtk3",
            "libayatana-appindicator",
        ],
    ),
    tests(
        "Xvfb, a display without a screen",
        Probe::Program("Xvfb"),
        ["xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"],
    ),
    tests(
        "openbox, a small window manager",
        Probe::Program("openbox"),
        ["openbox", "openbox", "openbox"],
    ),
    tests(
        "dbus-run-session, a session bus",
        Probe::Program("dbus-run-session"),
        ["dbus", "dbus-daemon", "dbus"],
    ),
    tests(
        "WebKitWebDriver, which drives the app's windows",
        Probe::Program("WebKitWebDriver"),
        ["webkit2gtk-driver", "webkit2gtk-driver", "webkit2gtk-4.1"],
    ),
    tests(
        "gnome-keyring-daemon, a keyring",
        Probe::Program("gnome-keyring-daemon"),
        ["gnome-keyring", "gnome-keyring", "gnome-keyring"],
    ),
    // The server alone, without the part that speaks IMAP, is not enough; neither is on the PATH of everybody.
    tests(
        "Dovecot, a mail server",
        Probe::File(&["/usr/lib/dovecot/imap-login", "/usr/libexec/dovecot/imap-login"]),
        ["dovecot-imapd", "dovecot", "dovecot"],
    ),
    tests(
        "Apache, a web server with WebDAV",
        Probe::File(&[
            "/usr/lib/apache2/modules/mod_dav_fs.so",
            "/etc/httpd/modules/mod_dav_fs.so",
            "/usr/lib/httpd/modules/mod_dav_fs.so",
        ]),
        ["apache2-bin", "httpd", "apache"],
    ),
    tests(
        "openssl, which looks at certificates",
        Probe::Program("openssl"),
        ["openssl", "openssl", "openssl"],
    ),
    tests(
        "xprop, which looks at windows",
        Probe::Program("xprop"),
        ["x11-utils", "xprop", "xorg-xprop"],
    ),
    tests(
        "xclip, which looks at the clipboard",
        Probe::Program("xclip"),
        ["xclip", "xclip", "xclip"],
    ),
    tests(
        "xdotool, which types in the system's windows",
        Probe::Program("xdotool"),
        ["xdotool", "xdotool", "xdotool"],
    ),
    tests(
        "fc-list, which knows the fonts",
        Probe::Program("fc-list"),
        ["fontconfig", "fontconfig", "fontconfig"],
    ),
    tests(
        "a font",
        Probe::Font,
        ["fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu"],
    ),
];

#[cfg(test)]
mod tests_of_probes {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_program_is_found_or_not() {
        assert!(Probe::Program("sh").finds());
        assert!(!Probe::Program("a-program-nobody-has").finds());
    }

    #[test]
    #[cfg(unix)]
    fn a_file_is_found_in_one_of_its_places() {
        assert!(Probe::File(&["/nowhere/sh", "/bin/sh"]).finds());
        assert!(!Probe::File(&["/nowhere/sh"]).finds());
    }

    #[test]
    fn a_library_nobody_has_is_missing() {
        assert!(!Probe::Library("libnobodyhasthis.so.9").finds());
    }
}
