//! A mailbox that is opened by signing in, with a provider and a mail server of the test's own.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;
use std::thread;

use mailwijs_app::history::{SecretStore, SessionStore};
use mailwijs_app::i18n::{Lang, Texts};
use mailwijs_app::mailbox::{Kept, Mailbox, MailboxSecrets, SignedIn, Wanted, begin_sign_in, signed_in};
use mailwijs_app::policy::Policy;
use mailwijs_tests::dovecot::{Dovecot, USER};
use mailwijs_tests::provider::{Provider, REFRESH, browser};
use tempfile::TempDir;

struct School {
    dir: TempDir,
    provider: Provider,
    server: Dovecot,
    texts: Texts,
}

impl School {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            provider: Provider::start().unwrap(),
            server: Dovecot::start().unwrap(),
            texts: Texts::new(Lang::Nl),
        }
    }

    fn mailbox(&self) -> Mailbox {
        let page = self.provider.url();
        let policy = format!(
            "format = 1\n[school]\nname = \"X\"\ndomains = [\"x.example\"]\n[[mailboxes]]\nname = \"X\"\n\
             host = \"127.0.0.1\"\nport = {}\nclient_id = \"mailwijs\"\n\
             sign_in = {{ authorize = \"{page}/authorize\", token = \"{page}/token\", scopes = [\"imap\"] }}\n",
            self.server.ports().tls
        );
        let ca = self.dir.path().join("ca.pem");
        std::fs::write(&ca, self.server.authority() + &self.provider.authority()).unwrap();
        let wanted = Wanted {
            email: "an@x.example".to_owned(),
            user: Some(USER.to_owned()),
            ca: Some(ca),
            ..Wanted::default()
        };
        wanted.mailbox(&Policy::parse(&policy).unwrap()).unwrap()
    }

    /// Signs in; the provider says this.
    fn sign_in(&self, mailbox: &Mailbox, secrets: &MailboxSecrets, says: &str) -> Result<SignedIn, String> {
        let waiting = begin_sign_in(mailbox, &self.texts).unwrap().unwrap();
        let page = waiting.url().to_string();
        thread::scope(|scope| {
            scope.spawn(|| browser(&page, says).unwrap());
            signed_in(mailbox, waiting, secrets, &self.texts)
        })
    }
}

/// A keyring with what an earlier sign-in left.
fn keyring(mailbox: &Mailbox, earlier: &str) -> (Arc<SessionStore>, MailboxSecrets) {
    let keyring = Arc::new(SessionStore::default());
    keyring.write(&mailbox.url(), earlier.as_bytes()).unwrap();
    let secrets = MailboxSecrets::new(Arc::clone(&keyring) as Arc<dyn SecretStore>);
    (keyring, secrets)
}

#[test]
fn who_signs_in_again_is_kept_signed_in_by_the_new_sign_in() {
    let school = School::new();
    let mailbox = school.mailbox();
    let (keyring, secrets) = keyring(&mailbox, "worth nothing any more");
    let opened = school.sign_in(&mailbox, &secrets, "code=c1").unwrap();
    assert_eq!(opened.kept, Kept::Keyring);
    assert!(opened.folders.len() > 3, "{opened:?}");
    let kept = keyring.read(&mailbox.url()).unwrap().unwrap();
    assert_eq!(kept.as_slice(), REFRESH.as_bytes());
    assert!(opened.open.check().is_ok());
}

#[test]
fn when_nothing_comes_of_it_the_same_is_kept_as_before() {
    let mut school = School::new();
    let mailbox = school.mailbox();
    let (keyring, secrets) = keyring(&mailbox, "r0");
    let earlier = || keyring.read(&mailbox.url()).unwrap().unwrap().to_vec();
    let said = school
        .sign_in(&mailbox, &secrets, "error=access_denied")
        .unwrap_err();
    assert_eq!(
        (said.starts_with("Je zei nee"), earlier()),
        (true, b"r0".to_vec()),
        "{said}"
    );
    school.server.kill().unwrap();
    let said = school.sign_in(&mailbox, &secrets, "code=c1").unwrap_err();
    assert_eq!(
        (said.contains("niet te bereiken"), earlier()),
        (true, b"r0".to_vec()),
        "{said}"
    );
    keyring.forget(&mailbox.url()).unwrap();
    assert!(school.sign_in(&mailbox, &secrets, "code=c1").is_err());
    assert_eq!(keyring.read(&mailbox.url()).unwrap(), None);
}
