//! Whatever is wrong with the connection: name and password are not said.

use mailwijs_imap::{Cause, Credential, Security, Trust};
use mailwijs_store::StoreChange;
use mailwijs_tests::authority::Authority;
use mailwijs_tests::dovecot::{Dovecot, PASSWORD, USER};

use crate::follower::{Follower, password};
use crate::mails::draft;
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Front, Line, Moment, Proxy, honest};

/// Whether name or password can be read in what was heard, in clear or as SASL PLAIN writes it.
fn tells_a_secret(proxy: &Proxy) -> bool {
    use base64::Engine as _;
    let plain = base64::engine::general_purpose::STANDARD.encode(format!("\0{USER}\0{PASSWORD}"));
    let heard = proxy.heard();
    let said = String::from_utf8_lossy(&heard.bytes).into_owned();
    said.contains(PASSWORD)
        || said.contains(&plain)
        || said.contains("LOGIN")
        || said.contains("AUTHENTICATE")
}

/// Breaks off a connection that is not safe, at once and without a secret, however often it is tried; in these words.
#[track_caller]
fn distrusts(proxy: &Proxy, security: Security, trust: &Trust, words: &str) {
    let follower = Follower::with(proxy.account(security), password(), trust);
    for _ in 0..2 {
        assert_eq!(follower.waiting(), Cause::Unsafe(words.to_owned()));
    }
    drop(follower);
    assert!(!tells_a_secret(proxy));
}

fn with(front: impl FnOnce(&Authority) -> Front) -> (Dovecot, Proxy) {
    let dovecot = Dovecot::start().unwrap();
    let proxy = Proxy::with(&dovecot, None, front, honest);
    (dovecot, proxy)
}

#[test]
fn a_certificate_of_another_authority_is_not_believed() {
    let (_dovecot, proxy) = with(|authority| Front::Tls(authority.identity(&["localhost"]).unwrap()));
    let other = Authority::named("Somebody else").unwrap();
    let other = Trust::only_pem(other.pem().as_bytes()).unwrap();
    distrusts(
        &proxy,
        Security::Tls,
        &other,
        "nobody known vouches for the certificate",
    );
}

#[test]
fn a_certificate_for_another_name_is_not_believed() {
    let other = |authority: &Authority| authority.identity(&["imap.school.example"]).unwrap();
    let words = "the certificate is for another server";
    let (_dovecot, proxy) = with(|authority| Front::Tls(other(authority)));
    distrusts(&proxy, Security::Tls, &proxy.trust(), words);
    let (_dovecot, proxy) = with(|authority| Front::StartTls(other(authority), Vec::new()));
    distrusts(&proxy, Security::StartTls, &proxy.trust(), words);
}

#[test]
fn a_certificate_that_has_expired_is_not_believed() {
    let (_dovecot, proxy) =
        with(|authority| Front::Tls(authority.identity_until(2020, &["localhost"]).unwrap()));
    distrusts(
        &proxy,
        Security::Tls,
        &proxy.trust(),
        "the certificate has expired",
    );
}

#[test]
fn a_server_that_speaks_no_tls_is_told_nothing() {
    let (_dovecot, proxy) = with(|_| Front::Plain);
    distrusts(&proxy, Security::Tls, &proxy.trust(), "no TLS");
}

#[test]
fn a_server_that_takes_starttls_away_is_told_nothing() {
    let dovecot = Dovecot::start().unwrap();
    for answer in ["NO not today", "BAD what?"] {
        let strip = move |moment: Moment<'_>| match moment.line {
            Line::Said if moment.command == "STARTTLS" => {
                Deed::Answer(format!("{} {answer}\r\n", moment.tag).into_bytes())
            }
            _ => Deed::Pass,
        };
        let proxy = Proxy::with(&dovecot, None, |_| Front::Plain, strip);
        distrusts(
            &proxy,
            Security::StartTls,
            &proxy.trust(),
            "it does not offer encryption",
        );
    }
}

#[test]
fn a_server_that_says_yes_to_starttls_and_stays_plain_is_told_nothing() {
    let dovecot = Dovecot::start().unwrap();
    let stay = |moment: Moment<'_>| match moment.line {
        Line::Said if moment.command == "STARTTLS" => {
            let answer = format!("{} OK\r\n", moment.tag);
            Deed::Answer(answer.into_bytes())
        }
        // Its first word of TLS is answered in plain.
        Line::Said => Deed::Answer(b"* OK Go on in plain.\r\n".to_vec()),
        Line::Answered(_) => Deed::Pass,
    };
    let proxy = Proxy::with(&dovecot, None, |_| Front::Plain, stay);
    let follower = Follower::with(proxy.account(Security::StartTls), password(), &proxy.trust());
    // It may wait for its answer in vain.
    drop(follower);
    assert!(!tells_a_secret(&proxy));
}

#[test]
fn what_was_said_before_the_encryption_is_no_answer() {
    let dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let front = |authority: &Authority| {
        let lies = b"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nA0001 OK\r\nA0002 OK\r\n* PREAUTH\r\n".to_vec();
        Front::StartTls(authority.identity(&["localhost"]).unwrap(), lies)
    };
    let proxy = Proxy::with(&dovecot, None, front, honest);
    let follower = Follower::with(proxy.account(Security::StartTls), password(), &proxy.trust());
    follower.ready();
    client.save(&draft("1", "Uitstap", "Beste ouders"));
    assert_eq!(follower.saved().1, "Uitstap");
}

#[test]
fn a_server_that_asks_for_no_login_is_not_believed() {
    let dovecot = Dovecot::start().unwrap();
    let proxy = Proxy::before(&dovecot, |moment| match moment.line {
        Line::Answered(_) if moment.nth == 0 => Deed::Instead(b"* PREAUTH Welcome.\r\n".to_vec()),
        _ => Deed::Pass,
    });
    distrusts(&proxy, Security::Tls, &proxy.trust(), "it asks for no login");
    assert_eq!(proxy.heard().bytes, b"");
}

#[test]
fn a_server_that_forbids_passwords_is_told_none() {
    let dovecot = Dovecot::start().unwrap();
    let proxy = Proxy::before(&dovecot, |moment| match moment.line {
        Line::Answered(line) if line.starts_with(b"* CAPABILITY") => {
            Deed::Instead(b"* CAPABILITY IMAP4rev1 IDLE LOGINDISABLED AUTH=GSSAPI\r\n".to_vec())
        }
        _ => Deed::Pass,
    });
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    assert_eq!(follower.stopped(), Cause::NotOffered);
    drop(follower);
    assert!(!tells_a_secret(&proxy));
}

#[test]
fn a_password_that_is_refused_is_told_once_and_not_tried_again() {
    let dovecot = Dovecot::start().unwrap();
    let proxy = Proxy::before(&dovecot, honest);
    let wrong = Credential::Password("verkeerd".to_owned().into());
    let follower = Follower::with(proxy.account(Security::Tls), wrong, &proxy.trust());
    assert_eq!(follower.stopped(), Cause::Refused);
    loop {
        match follower.next() {
            StoreChange::Ready { .. } => {}
            StoreChange::Failed { message, .. } => {
                assert!(message.contains("does not accept"), "{message}");
                break;
            }
            other => panic!("{other:?}"),
        }
    }
    follower.nothing();
    assert!(!follower.words().contains("verkeerd"));
    let lines = proxy.heard().lines;
    let logins = lines.iter().filter(|line| line.starts_with("AUTHENTICATE"));
    assert_eq!(logins.count(), 1, "a second one locks some accounts");
}
