//! Evolution's open compose windows, and its copies of mail on servers.

use std::fs;

use mailwijs_store::{Roots, discover};
use mailwijs_tests::stores;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::folder::{Watched, deliver, draft, maildir};

#[test]
fn a_compose_window_of_evolution_is_one_draft_with_what_is_saved_of_it() {
    let home = TempDir::new().unwrap();
    let data = home.path().join(".local/share/evolution");
    let drafts = maildir(&data.join("mail/local"), ".Drafts");
    fs::create_dir_all(home.path().join(".config/evolution")).unwrap();
    let clients = discover(&Roots::below(home.path()));
    let watched = Watched::of(clients.into_iter().flat_map(|client| client.stores).collect());
    let autosave = |text: &str| {
        let temporary = data.join(".goutputstream-JZNOZ3");
        fs::write(&temporary, draft("a", "Uitstap", text)).unwrap();
        fs::rename(temporary, data.join(".evolution-composer.autosave-XW6NZ3")).unwrap();
    };
    fs::write(data.join(".evolution-composer.autosave-XW6NZ3"), "").unwrap();
    autosave("Beste ouders, we gaan naar zee");
    let (key, _) = watched.saved();
    // Saved by hand, and typed on in the same window.
    deliver(
        &drafts,
        "17.1_0.vm:2,DS"
            .replace(':', if cfg!(windows) { ";" } else { ":" })
            .as_str(),
        &draft("b", "Uitstap", "Beste ouders, we gaan naar zee."),
    );
    assert_eq!(watched.saved().0, key);
    autosave("Beste ouders, we gaan naar zee. Breng een jas mee.");
    assert_eq!(watched.saved().0, key);
    // The window is closed: what was saved is still there.
    fs::remove_file(data.join(".evolution-composer.autosave-XW6NZ3")).unwrap();
    watched.nothing();
}

#[test]
fn a_draft_that_evolution_saves_on_a_server() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("folders/Concepten");
    fs::create_dir_all(&folder).unwrap();
    let watched = Watched::start(home.path());
    let save = |number: &str, head: &str, text: &str| {
        for directory in ["tmp/2e", "cur/2e"] {
            fs::create_dir_all(folder.join(directory)).unwrap();
        }
        let temporary = folder.join("tmp/2e").join(number);
        fs::write(&temporary, format!("{head}{}", draft(number, "Zorg", text))).unwrap();
        fs::rename(temporary, folder.join("cur/2e").join(number)).unwrap();
    };
    save("1", "", "Over Lotte");
    let (key, _) = watched.saved();
    let replaces = "X-Evolution-Draft-Folder: folder://a1b2/Concepten\r\nX-Evolution-Draft-Message: 1\r\n";
    save("2", replaces, "Lotte heeft dyscalculie.");
    assert_eq!(watched.saved().0, key);
    watched.nothing();
    fs::remove_file(folder.join("cur/2e/1")).unwrap();
    watched.nothing();
    fs::remove_file(folder.join("cur/2e/2")).unwrap();
    assert_eq!(watched.discarded(), key);
}

/// The server keeps a deleted mail until the folder is expunged, and so does Evolution; only its index tells.
#[test]
fn a_draft_that_is_deleted_on_a_server_and_not_expunged() {
    let home = stores::copy("evolution-imap-copies");
    let account = home.path().join(".cache/evolution/mail/a1b2c3d4");
    let index = Connection::open(account.join("folders.db")).unwrap();
    index
        .execute_batch(
            "CREATE TABLE folders ( folder_name TEXT PRIMARY KEY, version REAL, flags INTEGER );
             CREATE TABLE 'Concepten' ( uid TEXT PRIMARY KEY , flags INTEGER , deleted INTEGER );
             INSERT INTO 'Concepten' VALUES ('2', 2162708, 0), ('3', 4, 0), ('4', 6, 1);",
        )
        .unwrap();
    let drafts = account.join("folders/Concepten/cur/2e");
    fs::write(drafts.join("4"), draft("weg", "Weggegooid", "Over Lotte")).unwrap();
    let clients = discover(&Roots::below(home.path()));
    let found: Vec<_> = clients.into_iter().flat_map(|client| client.stores).collect();
    let before = stores::bytes_below(&account);
    let live = found[0].messages().flatten();
    let live = live.filter(|message| message.folder == "Concepten").count();
    assert_eq!(live, 1, "one is named by its successor, one is marked as deleted");
    let watched = Watched::of(found);
    assert_eq!(
        stores::bytes_below(&account),
        before,
        "nothing is written beside it"
    );

    fs::write(drafts.join("3"), draft("n", "Reis", "Naar zee")).unwrap();
    let (key, subject) = watched.saved();
    assert_eq!(subject, "Reis");
    let mark = |flags: u32| {
        let update = "UPDATE 'Concepten' SET flags = ?1 WHERE uid = '3'";
        index.execute(update, [flags]).unwrap();
    };
    mark(6);
    assert_eq!(watched.discarded(), key);
    mark(4);
    assert_eq!(watched.saved().0, key);
    watched.nothing();
}
