//! A real mail server, which looks at the signature of every token, takes what the provider gave.

use std::sync::Arc;
use std::time::Duration;

use crossbeam_channel::{Receiver, unbounded};
use mailwijs_imap::oauth::TokenSource;
use mailwijs_imap::{
    Account, Auth, Cause, Credential, ImapError, Mailbox, MailboxStatus, RemoteFolder, Security, Trust, check,
};
use mailwijs_store::{FolderRole, RemoteChange};
use mailwijs_tests::dovecot::{Dovecot, USER};
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;

use crate::browser::{PATIENCE, signed_in};
use crate::jwt;
use crate::provider::Provider;

const DRAFT: &[u8] = b"From: an@school.example\r\nSubject: Uitstap\r\n\r\nTot straks.\r\n";

/// A teacher who has just signed in.
struct Teacher {
    provider: Provider,
    dovecot: Dovecot,
    account: Account,
    credential: Credential,
}

impl Teacher {
    /// Of whom the first token is so old already.
    fn with_token_of(age: Duration) -> Self {
        let dovecot = Dovecot::with_key(jwt::KEY).unwrap();
        let account = Account {
            email: "an@school.example".to_owned(),
            user: USER.to_owned(),
            host: "localhost".to_owned(),
            port: dovecot.ports().tls,
            security: Security::Tls,
            auth: Auth::OAuth,
        };
        let provider = Provider::start();
        provider.behave(|behaviour| (behaviour.user, behaviour.age) = (USER, age));
        let sign_in = provider.sign_in();
        let (tokens, _) = signed_in(&provider, sign_in.begin(&provider.trust()).unwrap());
        let source = TokenSource::new(&account, &sign_in, &provider.trust(), tokens.unwrap(), |_| {});
        provider.behave(|behaviour| behaviour.age = Duration::ZERO);
        Self {
            credential: Credential::Token(Arc::new(source.unwrap())),
            provider,
            dovecot,
            account,
        }
    }

    fn trust(&self) -> Trust {
        Trust::Only(vec![
            CertificateDer::from_pem_slice(self.dovecot.authority().as_bytes()).unwrap(),
        ])
    }

    fn opens(&self) -> Result<Vec<RemoteFolder>, ImapError> {
        check(&self.account, &self.credential, &self.trust())
    }

    /// What happens there, and how watching goes.
    fn watches(&self) -> (Mailbox, Receiver<RemoteChange>, Receiver<MailboxStatus>) {
        let (out, changes) = unbounded();
        let (status, told) = unbounded();
        let (account, credential) = (self.account.clone(), self.credential.clone());
        let mailbox = Mailbox::start(account, credential, &self.trust(), out, move |how| {
            // At the end of a test nobody listens.
            let _ = status.send(how);
        });
        (mailbox.unwrap(), changes, told)
    }

    fn is_at_home(&self) {
        let opened = self.opens();
        let has_drafts = opened
            .as_ref()
            .is_ok_and(|folders| folders.iter().any(|folder| folder.role == FolderRole::Drafts));
        assert!(has_drafts, "{opened:?}\n{}", self.dovecot.log());
    }
}

#[test]
fn what_the_provider_gave_opens_the_mailbox() {
    let mut teacher = Teacher::with_token_of(Duration::ZERO);
    teacher.is_at_home();
    teacher.account.security = Security::StartTls;
    teacher.account.port = teacher.dovecot.ports().plain;
    teacher.is_at_home();
    assert!(
        teacher.dovecot.log().contains("method=XOAUTH2"),
        "{}",
        teacher.dovecot.log()
    );
    assert_eq!(
        teacher.provider.asked().len(),
        1,
        "the token of the sign-in was used"
    );
}

#[test]
fn a_token_that_the_server_no_longer_takes_is_replaced() {
    let teacher = Teacher::with_token_of(Duration::from_hours(2));
    assert_eq!(teacher.opens().unwrap_err().cause, Cause::Refused);
    teacher.is_at_home();
    assert_eq!(teacher.provider.asked().len(), 2);
    teacher.is_at_home();
    assert_eq!(teacher.provider.asked().len(), 2);
}

#[test]
fn a_token_of_somebody_else_opens_nothing() {
    let teacher = Teacher::with_token_of(Duration::from_hours(2));
    teacher.provider.behave(|behaviour| behaviour.user = "els");
    for _ in 0..2 {
        assert_eq!(teacher.opens().unwrap_err().cause, Cause::Refused);
    }
}

#[test]
fn the_watch_goes_on_with_another_token() {
    let mut teacher = Teacher::with_token_of(Duration::from_hours(2));
    let (_mailbox, changes, told) = teacher.watches();
    let first = told.recv_timeout(PATIENCE).unwrap();
    assert!(matches!(first, MailboxStatus::Watching(_)), "{first:?}");
    // One for each connection at most: the server may refuse the old token to all of them before the new one is there.
    assert!(teacher.provider.asked().len() <= 4);
    teacher.dovecot.deliver("Drafts", DRAFT).unwrap();
    let appeared = |change| matches!(change, RemoteChange::Appeared { message } if message.bytes == DRAFT);
    while !appeared(changes.recv_timeout(PATIENCE).unwrap()) {}
    assert!(told.try_recv().is_err());
}

#[test]
fn a_sign_in_that_has_ended_is_told_by_the_mailbox() {
    let teacher = Teacher::with_token_of(Duration::from_hours(2));
    teacher.provider.forget_everybody();
    let (_mailbox, _changes, told) = teacher.watches();
    assert_eq!(
        told.recv_timeout(PATIENCE).unwrap(),
        MailboxStatus::Stopped(Cause::SignInNeeded.of(&teacher.account))
    );
    assert_eq!(teacher.opens().unwrap_err().cause, Cause::SignInNeeded);
}
