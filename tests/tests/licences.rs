//! Everything that is built in may be handed out under the EUPL-1.2: the lists stand in deny.toml.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what cargo and npm write has a known shape; anything else should stop the test"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;
use spdx::{Expression, LicenseReq, Licensee, ParseMode};

#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[test]
fn every_crate_has_a_licence_that_fits() {
    let deny = deny();
    let packages = cargo_packages();
    assert!(
        packages.len() > 100,
        "only {} crates were looked at",
        packages.len()
    );
    assert_fits(&deny, &packages);
}

#[test]
fn every_npm_package_has_a_licence_that_fits() {
    let lock = fs::read_to_string(root().join("ui/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let packages = lock["packages"].as_object().unwrap().iter();
    let others = packages.filter(|(path, _)| !path.is_empty());
    let packages: Vec<_> = others
        .map(|(path, package)| {
            (
                path.clone(),
                package["license"].as_str().unwrap_or("none").to_owned(),
            )
        })
        .collect();
    assert!(
        packages.len() > 10,
        "only {} packages were looked at",
        packages.len()
    );
    assert_fits(&deny(), &packages);
}

#[test]
fn a_licence_that_does_not_fit_is_noticed() {
    let deny = deny();
    assert!(fits(&deny, "any", "MIT OR GPL-3.0-only"));
    assert!(!fits(&deny, "any", "MIT AND GPL-3.0-only"));
    assert!(!fits(&deny, "any", "AGPL-3.0-or-later"));
    assert!(!fits(&deny, "any", "WTFPL"));
    assert!(!fits(&deny, "any", "none"));
}

fn assert_fits(deny: &Deny, packages: &[(String, String)]) {
    let misfits = packages
        .iter()
        .filter(|(name, licence)| !fits(deny, name, licence));
    let misfits: Vec<_> = misfits
        .map(|(name, licence)| format!("{name}: {licence}"))
        .collect();
    assert!(misfits.is_empty(), "\n{}", misfits.join("\n"));
}

fn fits(deny: &Deny, name: &str, licence: &str) -> bool {
    let exceptions = deny
        .licenses
        .exceptions
        .iter()
        .filter(|exception| exception.name == name);
    let allowed: Vec<Licensee> = exceptions
        .flat_map(|exception| &exception.allow)
        .chain(&deny.licenses.allow)
        .map(|allowed| Licensee::parse(allowed).unwrap())
        .collect();
    let satisfied = |wanted: &LicenseReq| allowed.iter().any(|allowed| allowed.satisfies(wanted));
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|licence| licence.evaluate(satisfied))
}

fn deny() -> Deny {
    toml::from_str(&fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap()
}

/// Name and licence of what is built on this system, without our own crates.
fn cargo_packages() -> Vec<(String, String)> {
    let version = run(Command::new("rustc").arg("-vV"));
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let mut command = Command::new(env!("CARGO"));
    command.args([
        "metadata",
        "--format-version",
        "1",
        "--offline",
        "--locked",
        "--filter-platform",
        host,
    ]);
    let metadata: Value = serde_json::from_str(&run(&mut command)).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    let foreign = packages.filter(|package| !package["source"].is_null());
    foreign
        .map(|package| {
            let text = |key: &str| package[key].as_str().unwrap_or("none").to_owned();
            (text("name"), text("license"))
        })
        .collect()
}

fn run(command: &mut Command) -> String {
    let output = command.current_dir(root()).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}
