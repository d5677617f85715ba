//! A server that lies, or that can do less than others: what is saved is told all the same, once.

mod less;
mod untrue;

use std::thread;

use mailwijs_imap::Security;
use mailwijs_tests::dovecot::{Dovecot, PASSWORD};

use crate::follower::{Follower, password};
use crate::mails::{draft, received};
use crate::other_client::OtherClient;
use crate::proxy::{Deed, Heard, Line, Moment, Proxy};

/// A word that stands in each mail and must not stand anywhere else.
const CANARY: &str = "kanarievogel";

/// At a server with an older draft and an older mail: a draft and a mail are told, once, and nothing of them stands in a
/// status.
#[track_caller]
fn nothing_is_missed(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> Heard {
    what_is_told(sabotage, true)
}

/// The same without the mail, where it takes a minute.
#[track_caller]
fn no_draft_is_missed(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> Heard {
    what_is_told(sabotage, false)
}

#[track_caller]
fn what_is_told(sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static, with_mail: bool) -> Heard {
    let mut dovecot = Dovecot::start().unwrap();
    let mut client = OtherClient::at(&dovecot);
    let old = draft("0", "Kanarievogel, oud", CANARY);
    client.append("Drafts", "(\\Draft) \"01-Nov-2026 10:15:00 +0100\"", &old);
    dovecot.deliver("INBOX", received("0", "Oud").as_bytes()).unwrap();
    client.ask("SELECT INBOX");
    let proxy = Proxy::before(&dovecot, sabotage);
    let follower = Follower::with(proxy.account(Security::Tls), password(), &proxy.trust());
    follower.ready();
    client.save(&draft("1", "Uitstap", CANARY));
    assert_eq!(follower.saved().1, "Uitstap");
    if with_mail {
        dovecot
            .deliver("INBOX", received("1", "Ziek").as_bytes())
            .unwrap();
        assert_eq!(follower.received(), "Ziek");
    }
    follower.nothing();
    let words = follower.words();
    for secret in [CANARY, "Kanarievogel", "Uitstap", "Ziek", PASSWORD] {
        assert!(!words.contains(secret), "{words}");
    }
    proxy.heard()
}

/// Changes each answer in which this stands.
fn replace(from: &'static str, to: &'static str) -> impl FnMut(Moment<'_>) -> Deed {
    move |moment| match moment.line {
        Line::Answered(answer) if text(answer).contains(from) => {
            Deed::Instead(text(answer).replace(from, to).into_bytes())
        }
        _ => Deed::Pass,
    }
}

/// Does this to the first answer in which this stands.
fn once(
    part: &'static str,
    deed: impl Fn(&str) -> Deed + Send + 'static,
) -> impl FnMut(Moment<'_>) -> Deed + Send + 'static {
    let mut done = false;
    move |moment| match moment.line {
        Line::Answered(answer) if !done && text(answer).contains(part) => {
            done = true;
            deed(&text(answer))
        }
        _ => Deed::Pass,
    }
}

fn text(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).into_owned()
}

/// Runs tests that wait more than they work, all at once; names those that fail.
macro_rules! together {
    ($($test:path),* $(,)?) => {
        thread::scope(|scope| {
            let tests: Vec<(&str, fn())> = vec![$((stringify!($test), $test)),*];
            let runs: Vec<_> = tests.into_iter().map(|(name, test)| (name, scope.spawn(test))).collect();
            let failed: Vec<&str> = runs
                .into_iter()
                .filter_map(|(name, run)| run.join().is_err().then_some(name))
                .collect();
            assert_eq!(failed, Vec::<&str>::new());
        });
    };
}

#[test]
fn a_server_that_can_do_less_is_followed_all_the_same() {
    together!(
        less::without_qresync_all_is_listed_at_each_look,
        less::without_idle_it_is_asked_now_and_then,
        less::without_special_use_folders_are_known_by_their_names,
        less::without_sasl_plain_the_login_is_login,
        less::without_the_next_number_old_mail_is_no_news,
        less::codes_that_nobody_knows_are_passed_over,
        less::a_server_that_says_goodbye_first_is_asked_again,
        less::a_list_that_names_nothing_once_is_asked_for_again,
        less::a_mail_that_the_server_cannot_give_does_not_stop_the_others,
        less::a_server_that_offers_idle_and_refuses_it_is_asked_now_and_then,
        less::a_server_that_cannot_do_what_it_says_is_asked_for_less,
    );
}

#[test]
fn a_server_that_lies_is_followed_all_the_same() {
    together!(
        untrue::a_next_number_that_is_too_low_makes_old_mail_no_news,
        untrue::a_storm_of_counts_is_weathered,
        untrue::folders_with_hostile_names_are_left_alone,
        untrue::sizes_that_are_wrong_cost_a_connection_and_no_more,
        untrue::a_thousand_folders_for_drafts_are_not_a_thousand_connections,
        untrue::a_mail_that_comes_in_while_the_inbox_is_opened_is_news,
        untrue::another_message_than_the_one_asked_for_is_not_taken_for_it,
        untrue::that_all_numbers_there_can_be_vanished_is_borne,
    );
}
