//! A mail client, an account or an identity that comes while the app runs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::desk::{Desk, PARENTS_IN_CC};

/// A profile with one account; the prefs say what it is called.
fn write_profile(home: &Path, prefs: &str) -> PathBuf {
    let place = home.join(".thunderbird");
    let local = place.join("p.default/Mail/Local Folders");
    fs::create_dir_all(&local).unwrap();
    fs::write(
        place.join("profiles.ini"),
        "[Profile0]\nIsRelative=1\nPath=p.default\n",
    )
    .unwrap();
    fs::write(place.join("p.default/prefs.js"), prefs).unwrap();
    local
}

fn prefs(email: &str) -> String {
    [
        ("mail.accountmanager.accounts", "account1"),
        ("mail.account.account1.server", "server1"),
        ("mail.account.account1.identities", "id1"),
        ("mail.identity.id1.useremail", email),
        ("mail.server.server1.hostname", "Local Folders"),
        ("mail.server.server1.directory-rel", "[ProfD]Mail/Local Folders"),
    ]
    .map(|(name, value)| format!("user_pref(\"{name}\", \"{value}\");\n"))
    .concat()
}

#[test]
fn a_mail_client_that_is_installed_while_the_app_runs() {
    let desk = Desk::new();
    let addresses = |app: &mailwijs_app::App| -> Vec<String> {
        let clients = app.my_mail().clients;
        let identities = clients.iter().flat_map(|client| &client.identities);
        identities.map(|identity| identity.email.clone()).collect()
    };
    assert_eq!(addresses(&desk.app), [""; 0]);
    let local = write_profile(&desk.home(), &prefs("an@prive.example"));
    desk.eventually(|app| addresses(app) == ["an@prive.example"] && app.today().watching);
    write_profile(&desk.home(), &prefs("an.peeters@sintjan.example"));
    desk.eventually(|app| addresses(app) == ["an.peeters@sintjan.example"]);

    let mail = PARENTS_IN_CC.replace('\n', "\r\n");
    fs::write(
        local.join("Drafts"),
        format!("From - Sun Nov 22 01:10:31 2026\r\n{mail}\r\n"),
    )
    .unwrap();
    assert_eq!(desk.card().title, "4 mensen zien elkaars adres");
}
