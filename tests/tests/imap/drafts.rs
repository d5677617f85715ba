//! What becomes of a draft on a server.

use mailwijs_imap::Security;
use mailwijs_store::StoreChange;
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{Follower, account, password, trust};
use crate::mails::draft;
use crate::other_client::OtherClient;

#[test]
fn a_draft_keeps_its_key_from_the_first_save_until_it_is_sent() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let follower = Follower::at(&dovecot);
    client.save(&draft("1", "Uitstap", "Beste ouders, vrijdag gaan we weg."));
    let (key, subject) = follower.saved();
    assert_eq!(subject, "Uitstap");
    client.save_again(&draft("2", "Uitstap", "Beste ouders, vrijdag gaan we naar Gent."));
    assert_eq!(follower.saved(), (key, "Uitstap".to_owned()));
    let sent = draft("3", "Uitstap", "Beste ouders, vrijdag gaan we naar Gent.");
    client.append("Sent", "(\\Seen)", &sent);
    assert_eq!(follower.sent(), (Some(key), "Uitstap".to_owned()));
    client.empty("Drafts");
    follower.nothing();
}

#[test]
fn a_draft_of_which_all_was_changed_is_told_to_be_the_same_once_the_old_one_goes() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let follower = Follower::at(&dovecot);
    client.save(&draft("1", "Uitstap", "Beste ouders, vrijdag gaan we weg."));
    let (key, _) = follower.saved();
    client.save_again(&draft("2", "Zwemmen", "Vergeet je badpak niet!"));
    let (new, subject) = follower.saved();
    assert_eq!(subject, "Zwemmen");
    if new != key {
        assert_eq!(follower.next(), StoreChange::Merged { old: new, into: key });
    }
    follower.nothing();
}

#[test]
fn a_draft_that_is_thrown_away_is_discarded() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let follower = Follower::at(&dovecot);
    client.save(&draft("1", "Uitstap", "Beste ouders"));
    let (key, _) = follower.saved();
    client.empty("Drafts");
    assert_eq!(follower.discarded(), key);
}

#[test]
fn starttls_is_as_good() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let follower = Follower::with(
        account(&dovecot, Security::StartTls),
        password(),
        &trust(&dovecot),
    );
    follower.ready();
    client.save(&draft("1", "Uitstap", "Beste ouders"));
    assert_eq!(follower.saved().1, "Uitstap");
}
