//! What is ever said to a server: words that read.

use mailwijs_imap::Security;
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{Follower, password};
use crate::mails::{draft, received};
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Line, Moment, Proxy};

/// Whether a command reads and no more.
pub fn reads(command: &str) -> bool {
    let mut words = command.split(' ');
    match words.next() {
        Some(
            "CAPABILITY" | "STARTTLS" | "AUTHENTICATE" | "(continued)" | "ENABLE" | "LIST" | "EXAMINE"
            | "STATUS" | "IDLE" | "DONE" | "NOOP" | "LOGOUT",
        ) => true,
        Some("UID") => {
            let text = command.replace("BODY.PEEK[", "");
            match words.next() {
                Some("FETCH") => !text.contains("BODY") && !text.ends_with("RFC822)"),
                Some("SEARCH") => true,
                _ => false,
            }
        }
        _ => false,
    }
}

/// Once, when a draft was asked for.
fn cut_once() -> impl FnMut(Moment<'_>) -> Deed {
    let mut done = false;
    move |moment| {
        let answers_a_draft = moment.command.ends_with("(UID BODY.PEEK[])");
        match moment.line {
            Line::Answered(_) if answers_a_draft && !done => {
                done = true;
                Deed::Cut
            }
            _ => Deed::Pass,
        }
    }
}

#[test]
fn only_words_that_read_are_ever_said() {
    let mut dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let proxy = Proxy::before(&dovecot, cut_once());
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    follower.ready();
    client.save(&draft("1", "Uitstap", "Beste ouders, vrijdag gaan we weg."));
    let (key, _) = follower.saved();
    client.save_again(&draft("2", "Uitstap", "Beste ouders, vrijdag gaan we naar Gent."));
    assert_eq!(follower.saved().0, key);
    dovecot
        .deliver("INBOX", received("1", "Ziek").as_bytes())
        .unwrap();
    assert_eq!(follower.received(), "Ziek");
    client.empty("Drafts");
    assert_eq!(follower.discarded(), key);
    drop(follower);
    let heard = proxy.heard();
    assert!(heard.connections > 3, "it was made again");
    let others: Vec<_> = heard.lines.iter().filter(|line| !reads(line)).collect();
    assert_eq!(others, Vec::<&String>::new());
    for word in ["EXAMINE", "UID FETCH", "IDLE", "DONE"] {
        assert!(heard.lines.iter().any(|line| line.starts_with(word)), "{word}");
    }
}
