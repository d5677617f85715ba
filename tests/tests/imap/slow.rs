//! Slow lines, and silent ones.

use std::time::{Duration, Instant};

use mailwijs_imap::Security;
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{Follower, password};
use crate::mails::draft;
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Line, Proxy};

#[test]
fn a_server_that_brings_a_byte_at_a_time_is_waited_for() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let proxy = Proxy::slow(&dovecot, Duration::from_millis(2));
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    follower.ready();
    client.save(&draft("1", "Uitstap", "Beste ouders"));
    assert_eq!(follower.saved().1, "Uitstap");
    follower.nothing();
}

#[test]
fn a_connection_that_falls_silent_holds_nobody() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let proxy = Proxy::before(&dovecot, |moment| match moment.line {
        Line::Said if moment.connection > 1 && moment.command == "IDLE" => Deed::Silence,
        _ => Deed::Pass,
    });
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    follower.ready();
    client.save(&draft("1", "Uitstap", "Beste ouders"));
    assert_eq!(follower.saved().1, "Uitstap");
    let begin = Instant::now();
    drop(follower);
    assert!(begin.elapsed() < Duration::from_secs(2));
}
