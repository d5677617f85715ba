//! What the operating system must bring along: named, and installed where that can be done unasked.

mod distribution;
mod install;
mod needs;

use crate::say;
use crate::trouble::{Outcome, Trouble};
use distribution::Distribution;
pub use needs::Purpose;
use needs::{NEEDS, Need};

/// Sees to it that everything for these purposes is here.
pub fn prepare(purposes: &[Purpose]) -> Outcome {
    if !cfg!(target_os = "linux") {
        say::line(elsewhere());
        return Ok(());
    }
    let missing = missing(purposes);
    if missing.is_empty() {
        say::line("   all system packages are here");
        return Ok(());
    }
    let distribution = Distribution::detect();
    for need in &missing {
        say::line(&format!("   missing: {}", need.what));
    }
    let packages = packages(&missing, distribution);
    install::install(distribution, &packages)?;
    let still: Vec<&str> = self::missing(purposes).iter().map(|need| need.what).collect();
    if still.is_empty() {
        say::line("   installed");
        Ok(())
    } else {
        Err(Trouble::new(
            format!("still missing after the installation: {}", still.join(", ")),
            "Install these by hand, then run the command again.",
        ))
    }
}

fn missing(purposes: &[Purpose]) -> Vec<&'static Need> {
    let wanted = NEEDS.iter().filter(|need| purposes.contains(&need.purpose));
    wanted.filter(|need| !need.probe.finds()).collect()
}

/// The packages that hold the missing things, each once.
fn packages(missing: &[&'static Need], distribution: Distribution) -> Vec<&'static str> {
    let mut names: Vec<&str> = missing
        .iter()
        .filter_map(|need| need.package(distribution))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

const fn elsewhere() -> &'static str {
    if cfg!(target_os = "macos") {
        "   macOS: the Xcode command line tools (xcode-select --install) and OpenSSL (brew install openssl@3) must be here"
    } else {
        "   Windows: the Visual Studio C++ build tools, WebView2 (part of Windows 11) and OpenSSL (with OPENSSL_DIR set) must be here"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_package_is_named_once() {
        let twice: Vec<&Need> = NEEDS.iter().chain(NEEDS).collect();
        let names = packages(&twice, Distribution::Debian);
        let mut unique = names.clone();
        unique.dedup();
        assert_eq!(names, unique);
        assert!(names.contains(&"libwebkit2gtk-4.1-dev"));
    }
}
