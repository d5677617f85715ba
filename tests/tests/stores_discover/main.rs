//! Mail clients are found in a home directory, with their accounts, identities and folders.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod aerc;
mod claws;
mod evolution;
mod home;
mod kmail;
mod maildirs;
mod message_files;
mod thunderbird;

use std::fs;

use mailwijs_store::{Roots, discover};
use tempfile::TempDir;

#[test]
fn a_home_without_mail() {
    let home = TempDir::new().unwrap();
    assert_eq!(discover(&Roots::below(home.path())), []);
    fs::create_dir(home.path().join(".thunderbird")).unwrap();
    fs::write(
        home.path().join(".thunderbird/profiles.ini"),
        "[Profile0]\nPath=weg\n",
    )
    .unwrap();
    assert_eq!(discover(&Roots::below(home.path())), []);
    assert_eq!(discover(&Roots::below(&home.path().join("nergens"))), []);
}
