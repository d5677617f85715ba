//! Where Thunderbird and Betterbird keep their profiles on each platform, and which of these are used.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::trace::Trace;
use super::{Roots, ini, settings, thunderbird};
use crate::MailClient;

/// Directories that may hold a `profiles.ini`, for every platform and package at once: a place that does not exist
/// costs nothing.
fn places(roots: &Roots) -> Vec<PathBuf> {
    let home = |path: &str| roots.home.join(path);
    let mut places = vec![
        home(".thunderbird"),
        home(".icedove"),
        home(".betterbird"),
        home("snap/thunderbird/common/.thunderbird"),
        home(".var/app/org.mozilla.Thunderbird/.thunderbird"),
        home(".var/app/org.mozilla.thunderbird/.thunderbird"),
        home(".var/app/net.thunderbird.Thunderbird/.thunderbird"),
        home(".var/app/eu.betterbird.Betterbird/.thunderbird"),
        roots.config.join("Thunderbird"),
        roots.config.join("thunderbird"),
        home("Library/Thunderbird"),
        home("Library/Application Support/Thunderbird"),
    ];
    // The Microsoft Store's build keeps its roaming data in a directory of its own.
    if let Ok(packages) = fs::read_dir(roots.local.join("Packages")) {
        places.extend(
            packages
                .filter_map(Result::ok)
                .filter(|entry| {
                    entry
                        .file_name()
                        .to_string_lossy()
                        .starts_with("MozillaThunderbird")
                })
                .map(|entry| entry.path().join("LocalCache/Roaming/Thunderbird")),
        );
    }
    places
}

pub(super) fn discover(roots: &Roots) -> Vec<MailClient> {
    let mut seen = HashSet::new();
    let profiles = places(roots).into_iter().flat_map(|place| profiles(&place));
    profiles
        .filter(|profile| profile.join("prefs.js").is_file())
        .filter(|profile| seen.insert(profile.canonicalize().unwrap_or_else(|_| profile.clone())))
        .map(|profile| {
            let (identities, stores) = thunderbird::read(&profile);
            MailClient {
                name: client(&profile),
                profile,
                identities,
                stores,
            }
        })
        .collect()
}

pub(super) fn traces(roots: &Roots) -> Vec<Trace> {
    let mut traces = vec![Trace::Directories(roots.local.join("Packages"))];
    for place in places(roots) {
        traces.extend(["profiles.ini", "installs.ini"].map(|name| Trace::File(place.join(name))));
        for profile in profiles(&place) {
            traces.push(Trace::File(profile.join("compatibility.ini")));
            traces.extend(thunderbird::traces(&profile));
        }
    }
    traces
}

/// The profiles of one place, those in use first. A new installation makes a `Default=1` profile that stays empty; the
/// one it works with is named in its `[Install…]` section.
fn profiles(place: &Path) -> Vec<PathBuf> {
    let mut active = Vec::new();
    let mut others = Vec::new();
    for section in ini::parse(&settings(&place.join("installs.ini")).unwrap_or_default()) {
        active.extend(section.get("Default").map(|path| place.join(path)));
    }
    for section in ini::parse(&settings(&place.join("profiles.ini")).unwrap_or_default()) {
        if section.name.starts_with("Install") {
            active.extend(section.get("Default").map(|path| place.join(path)));
        } else if section.name.starts_with("Profile") {
            others.extend(section.get("Path").map(|path| place.join(path)));
        }
    }
    active.extend(others);
    active
}

/// Betterbird shares Thunderbird's places; the profile says which of the two used it last.
fn client(profile: &Path) -> &'static str {
    let flatpak = profile
        .components()
        .any(|part| part.as_os_str().to_string_lossy().contains("betterbird"));
    let last_used = settings(&profile.join("compatibility.ini")).unwrap_or_default();
    if flatpak || last_used.to_ascii_lowercase().contains("betterbird") {
        "Betterbird"
    } else {
        "Thunderbird"
    }
}
