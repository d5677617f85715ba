//! Rebuilds the crate when a text is added or removed: `include_dir!` only notices changed files.

fn main() {
    println!("cargo::rerun-if-changed=../../assets/rules");
    println!("cargo::rerun-if-changed=../../assets/i18n");
}
