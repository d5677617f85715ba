//! Accounts, identities and mail clients that come, change and go while their mail is being watched.

use std::fs;
use std::path::{Path, PathBuf};

use crossbeam_channel::{Receiver, RecvTimeoutError, unbounded};
use mailwijs_store::{ClientWatch, MailClient, MailStore, Roots, discover, open};
use mailwijs_tests::stores;
use tempfile::TempDir;

use crate::folder::{DEADLINE, QUIET, Watched, append, deliver, draft, maildir};

/// A home directory whose mail clients are watched.
struct Home {
    dir: TempDir,
    changes: Receiver<Vec<MailClient>>,
    _watch: ClientWatch,
}

impl Home {
    fn of(dir: TempDir) -> Self {
        let (sender, changes) = unbounded();
        let watch = ClientWatch::start(Roots::below(dir.path()), move |clients| {
            sender.send(clients).is_ok()
        })
        .unwrap();
        Self {
            dir,
            changes,
            _watch: watch,
        }
    }

    fn thunderbird() -> Self {
        Self::of(stores::copy("thunderbird-home-linux"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn profile(&self) -> PathBuf {
        self.path(".thunderbird/k3x9p2qa.default-esr")
    }

    fn clients(&self) -> Vec<MailClient> {
        discover(&Roots::below(self.dir.path()))
    }

    /// The mail clients, once these are as wanted.
    #[track_caller]
    fn until(&self, wanted: impl Fn(&[MailClient]) -> bool) -> Vec<MailClient> {
        loop {
            let clients = self.changes.recv_timeout(DEADLINE).expect("it is noticed");
            if wanted(&clients) {
                return clients;
            }
        }
    }

    #[track_caller]
    fn nothing(&self) {
        match self.changes.recv_timeout(QUIET) {
            Err(RecvTimeoutError::Timeout) => {}
            other => panic!("nothing was to change: {other:?}"),
        }
    }

    /// Writes `prefs.js` as Thunderbird does: beside it first.
    fn set_prefs(&self, change: impl Fn(String) -> String) {
        let prefs = self.profile().join("prefs.js");
        let beside = self.profile().join("prefs-1.js");
        fs::write(&beside, change(fs::read_to_string(&prefs).unwrap())).unwrap();
        fs::rename(beside, prefs).unwrap();
    }
}

fn stores_of(clients: &[MailClient]) -> Vec<MailStore> {
    clients.iter().flat_map(|client| client.stores.clone()).collect()
}

fn has_address(clients: &[MailClient], email: &str) -> bool {
    let mut identities = clients.iter().flat_map(|client| &client.identities);
    identities.any(|identity| identity.email == email)
}

fn has_store(clients: &[MailClient], root: &Path) -> bool {
    stores_of(clients).iter().any(|store| store.root == root)
}

#[test]
fn a_new_account_in_a_profile_that_is_in_use() {
    let home = Home::thunderbird();
    let watched = Watched::of(stores_of(&home.clients()));
    let account = home.profile().join("ImapMail/imap.tweede.example");
    fs::create_dir(&account).unwrap();
    append(&account.join("Drafts"), &old_draft("oud", "Van vroeger"));
    home.set_prefs(|prefs| {
        format!(
            "{}\
             user_pref(\"mail.account.account4.identities\", \"id9\");\n\
             user_pref(\"mail.account.account4.server\", \"server9\");\n\
             user_pref(\"mail.identity.id9.useremail\", \"an@tweede.example\");\n\
             user_pref(\"mail.server.server9.hostname\", \"imap.tweede.example\");\n\
             user_pref(\"mail.server.server9.directory-rel\", \"[ProfD]ImapMail/imap.tweede.example\");\n",
            prefs.replace(
                "account1,account2,account3",
                "account1,account2,account3,account4"
            )
        )
    });
    let clients =
        home.until(|clients| has_address(clients, "an@tweede.example") && has_store(clients, &account));
    watched.set_stores(stores_of(&clients));
    assert!(watched.ready().contains(&account));
    append(&account.join("Drafts"), &draft("n", "Nieuw", "Dag"));
    assert_eq!(watched.saved().1, "Nieuw");
    watched.nothing();
}

#[test]
fn an_identity_with_another_address_and_drafts_folder() {
    let home = Home::thunderbird();
    let watched = Watched::of(stores_of(&home.clients()));
    let account = home.profile().join("ImapMail/imap.sintjan.example");
    // One folder is there already, with a draft in it that nobody took for one; the other is made for the first draft.
    append(&account.join("Werk"), &old_draft("oud", "Van vroeger"));
    home.set_prefs(|prefs| {
        prefs
            .replace("sintjan.example/Concepten", "sintjan.example/Werk")
            .replace("prive.example/Drafts", "prive.example/Later")
            .replace(
                "useremail\", \"an.peeters@sintjan.example",
                "useremail\", \"a.peeters@sintjan.example",
            )
    });
    let clients = home.until(|clients| has_address(clients, "a.peeters@sintjan.example"));
    watched.set_stores(stores_of(&clients));
    append(&account.join("Werk"), &draft("n", "Nieuw", "Dag"));
    assert_eq!(watched.saved().1, "Nieuw");
    append(
        &home.profile().join("Mail/pop.prive.example/Later"),
        &draft("l", "Later", "Dag"),
    );
    assert_eq!(watched.saved().1, "Later");
    watched.nothing();
}

#[test]
fn a_store_that_moves_keeps_its_drafts() {
    let home = Home::thunderbird();
    let local = home.profile().join("Mail/Local Folders");
    append(&local.join("Drafts"), &draft("a", "Uitstap", "Beste ouders"));
    let watched = Watched::of(stores_of(&home.clients()));
    append(
        &local.join("Drafts"),
        &draft("b", "Zorg", "Dag Griet, morgen komt Lotte."),
    );
    let (key, _) = watched.saved();

    let elsewhere = home.path("Post");
    fs::rename(&local, &elsewhere).unwrap();
    home.set_prefs(|prefs| {
        let path = elsewhere.display().to_string().replace('\\', "\\\\");
        let relative = "user_pref(\"mail.server.server2.directory-rel\", \"[ProfD]Mail/Local Folders\");";
        let absolute = format!("user_pref(\"mail.server.server2.directory\", \"{path}\");");
        assert!(prefs.contains(relative));
        prefs.replace(relative, &absolute)
    });
    let clients = home.until(|clients| has_store(clients, &elsewhere));
    watched.set_stores(stores_of(&clients));
    let roots = watched.ready();
    assert!(roots.contains(&elsewhere) && !roots.contains(&local), "{roots:?}");
    watched.nothing();
    append(
        &elsewhere.join("Drafts"),
        &draft("b", "Zorg", "Dag Griet, morgen komt Lotte om tien uur."),
    );
    assert_eq!(watched.saved().0, key);
    watched.nothing();
}

#[test]
fn a_client_that_is_installed_later() {
    let home = Home::of(TempDir::new().unwrap());
    assert_eq!(home.clients(), []);
    let sample = stores::copy("thunderbird-home-linux");
    let place = home.path("snap/thunderbird/common");
    fs::create_dir_all(&place).unwrap();
    fs::rename(sample.path().join(".thunderbird"), place.join(".thunderbird")).unwrap();
    home.until(|clients| has_address(clients, "an.peeters@sintjan.example"));

    let sample = stores::copy("claws-mh-draft");
    for name in ["Mail", ".claws-mail"] {
        fs::rename(sample.path().join(name), home.path(name)).unwrap();
    }
    home.until(|clients| clients.iter().any(|client| client.name == "Claws Mail"));
    let accounts = home.path(".claws-mail/accountrc");
    let text = fs::read_to_string(&accounts).unwrap();
    fs::write(&accounts, text.replace("prive.example", "nieuw.example")).unwrap();
    home.until(|clients| has_address(clients, "an.peeters@nieuw.example"));
}

#[test]
fn what_clients_write_all_the_time_changes_nothing() {
    let home = Home::thunderbird();
    for name in ["places.sqlite", "session.json", "global-messages-db.sqlite"] {
        fs::write(home.profile().join(name), "x").unwrap();
    }
    let inbox = home.profile().join("ImapMail/imap.sintjan.example/INBOX");
    append(&inbox, &draft("a", "Uitstap", "Dag"));
    home.nothing();
}

#[test]
fn what_is_known_is_not_told_again() {
    let home = TempDir::new().unwrap();
    let (one, two) = (home.path().join("een"), home.path().join("twee"));
    let drafts = maildir(&one, "Drafts");
    let watched = Watched::start(&one);
    deliver(&drafts, "1.a", &draft("a", "Uitstap", "Beste ouders"));
    let (key, _) = watched.saved();

    maildir(&two, "Drafts");
    let both: Vec<_> = [&one, &two]
        .into_iter()
        .flat_map(|path| open(path).unwrap())
        .collect();
    watched.set_stores(both.clone());
    assert_eq!(watched.ready(), [one.clone(), two.clone()]);
    watched.set_stores(both);
    watched.nothing();

    watched.set_stores(open(&two).unwrap());
    assert_eq!(watched.ready(), [two]);
    assert_eq!(watched.discarded(), key);
    deliver(&drafts, "2.b", &draft("b", "Zorg", "Dag Griet"));
    watched.nothing();
}

/// A draft that was dated when it was saved, long ago.
fn old_draft(id: &str, subject: &str) -> String {
    format!(
        "Date: Thu, 1 Jan 2015 10:00:00 +0100\r\n{}",
        draft(id, subject, "Dag")
    )
}
