//! "Erase everything" means everything.

use std::sync::Arc;

use mailwijs_app::history::KEY_NAME;
use mailwijs_app::imap::{Account, Auth, Security};
use mailwijs_app::ipc::UserAction;
use mailwijs_app::mailbox::{Mailbox, MailboxSecrets, Mailboxes};

use crate::desk::Desk;

#[test]
fn erasing_forgets_the_mailboxes_on_servers_too() {
    let desk = Desk::new();
    let (places, secrets) = (&desk.config().places, &desk.config().secrets);
    let mailbox = Mailbox::new(Account {
        email: "an@sintjan.example".to_owned(),
        user: "an".to_owned(),
        host: "imap.sintjan.example".to_owned(),
        port: 993,
        security: Security::Tls,
        auth: Auth::Password,
    });
    MailboxSecrets::new(Arc::clone(secrets)).keep(&mailbox, "Zonnebloem-12");
    let mut mailboxes = Mailboxes::read(places).unwrap();
    mailboxes.keep(mailbox.clone()).unwrap();
    let old_key = secrets.read(KEY_NAME).unwrap();

    desk.act(UserAction::EraseHistory);
    assert!(!places.mailboxes().exists());
    assert_eq!(secrets.read(&mailbox.url()).unwrap(), None);
    assert_ne!(
        secrets.read(KEY_NAME).unwrap(),
        old_key,
        "the history begins anew"
    );
}

#[test]
fn erasing_forgets_where_a_scan_was_broken_off() {
    let desk = Desk::new();
    let scan = desk.config().places.scan();
    std::fs::create_dir_all(&desk.config().places.data).unwrap();
    std::fs::write(&scan, "{}\n").unwrap();
    desk.act(UserAction::EraseHistory);
    assert!(!scan.exists());
}
