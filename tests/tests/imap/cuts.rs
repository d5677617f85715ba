//! The connection is cut at every word; nothing is missed, nothing told twice.

use std::sync::Mutex;
use std::thread;

use mailwijs_imap::Security;
use mailwijs_tests::dovecot::Dovecot;

use crate::follower::{Follower, password};
use crate::mails::{draft, received};
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Line, Moment, Proxy, honest};

/// As many servers serve at once.
const SERVERS: usize = 32;

/// Where a connection is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    /// The server never hears the word.
    Before,
    /// The server answers it, and half of its first answer comes.
    Within,
    /// The server says goodbye instead of answering.
    Goodbye,
}

/// Cuts one connection at its nth line.
fn cut(nth: usize, at: Where) -> impl FnMut(Moment<'_>) -> Deed {
    let mut done = false;
    move |moment| {
        if done || moment.nth != nth {
            return Deed::Pass;
        }
        let deed = match (at, moment.line) {
            (Where::Before, Line::Said) => Deed::Cut,
            (Where::Within, Line::Answered(answer)) => {
                Deed::ThenCut(answer.get(..answer.len() / 2).unwrap_or_default().to_vec())
            }
            (Where::Goodbye, Line::Said) => Deed::AnswerThenCut(b"* BYE Going down.\r\n".to_vec()),
            _ => return Deed::Pass,
        };
        done = true;
        deed
    }
}

/// A server that is used again and again, and how often it was.
struct Place {
    dovecot: Dovecot,
    client: OtherClient,
    uses: u32,
}

impl Place {
    fn new() -> Self {
        let dovecot = Dovecot::start().unwrap();
        let client = OtherClient::at(&dovecot);
        Self {
            dovecot,
            client,
            uses: 0,
        }
    }

    /// A teacher's day: a draft, changed and sent, and a mail. How many lines it took.
    fn day(&mut self, sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> usize {
        self.uses += 1;
        let uses = self.uses;
        let id = |name: &str| format!("{name}-{uses}");
        let proxy = Proxy::before(&self.dovecot, sabotage);
        let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
        follower.ready();
        let subject = id("Uitstap");
        let first = draft(&id("1"), &subject, "Beste ouders, vrijdag gaan we weg.");
        self.client.save(&first);
        let (key, told) = follower.saved();
        assert_eq!(told, subject);
        let text = "Beste ouders, vrijdag gaan we naar Gent.";
        self.client.save_again(&draft(&id("2"), &subject, text));
        assert_eq!(follower.saved(), (key, subject.clone()));
        let mail = received(&id("3"), &id("Ziek"));
        self.dovecot.deliver("INBOX", mail.as_bytes()).unwrap();
        assert_eq!(follower.received(), id("Ziek"));
        self.client
            .append("Sent", "(\\Seen)", &draft(&id("4"), &subject, text));
        assert_eq!(follower.sent(), (Some(key), subject));
        self.client.empty("Drafts");
        follower.nothing();
        drop(follower);
        proxy.heard().lines.len()
    }
}

#[test]
fn a_connection_that_is_cut_at_any_word_costs_nothing() {
    let lines = Place::new().day(honest);
    assert!(lines > 20, "{lines}");
    // Which of the connections says the nth line differs from day to day; a few more are said in some.
    let cuts = (1..=lines).flat_map(|nth| [(nth, Where::Before), (nth, Where::Within)]);
    let all = cuts.chain((1..=lines).step_by(3).map(|nth| (nth, Where::Goodbye)));
    let left = Mutex::new(all);
    thread::scope(|scope| {
        for _ in 0..SERVERS {
            scope.spawn(|| {
                let mut place = Place::new();
                loop {
                    let next = left.lock().unwrap().next();
                    let Some((nth, at)) = next else { break };
                    eprintln!("cut at {nth}, {at:?}");
                    place.day(cut(nth, at));
                }
            });
        }
    });
}
