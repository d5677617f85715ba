//! Servers that can do less than others, or less than they say.

use std::thread;

use crate::proxy::{Deed, Line, Moment};

use super::{no_draft_is_missed, nothing_is_missed, once, replace, text};

/// Refuses each command in which this stands.
fn refuse(part: &'static str) -> impl FnMut(Moment<'_>) -> Deed {
    move |moment| match moment.line {
        Line::Said if moment.command.contains(part) => {
            Deed::Answer(format!("{} BAD what?\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    }
}

pub fn without_qresync_all_is_listed_at_each_look() {
    let heard = nothing_is_missed(replace(" QRESYNC", ""));
    assert!(!heard.lines.iter().any(|line| line.contains("CHANGEDSINCE")));
}

pub fn without_idle_it_is_asked_now_and_then() {
    let heard = no_draft_is_missed(|moment| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* CAPABILITY") => {
            Deed::Instead(text(answer).replace(" IDLE", "").into_bytes())
        }
        _ => Deed::Pass,
    });
    assert!(!heard.lines.iter().any(|line| line == "IDLE"));
}

pub fn without_special_use_folders_are_known_by_their_names() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* CAPABILITY") => {
            Deed::Instead(text(answer).replace(" SPECIAL-USE", "").into_bytes())
        }
        Line::Answered(answer) if answer.starts_with(b"* LIST") => {
            let plain = text(answer).replace(" \\Drafts", "").replace(" \\Sent", "");
            Deed::Instead(plain.into_bytes())
        }
        _ => Deed::Pass,
    });
}

pub fn without_sasl_plain_the_login_is_login() {
    let heard = nothing_is_missed(replace(" AUTH=PLAIN", ""));
    assert!(heard.lines.iter().any(|line| line.starts_with("LOGIN ")));
}

pub fn without_the_next_number_old_mail_is_no_news() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains("[UIDNEXT") => Deed::Instead(Vec::new()),
        _ => Deed::Pass,
    });
}

pub fn codes_that_nobody_knows_are_passed_over() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if text(answer).contains(" OK ") && !text(answer).contains('[') => {
            let strange = text(answer).replace(" OK ", " OK [ZONNEBLOEM 12 (a b)] ");
            Deed::Instead(format!("* OK [ZON] x\r\n{strange}").into_bytes())
        }
        _ => Deed::Pass,
    });
}

pub fn a_server_that_says_goodbye_first_is_asked_again() {
    nothing_is_missed(once("* OK [CAPABILITY", |_| {
        Deed::Instead(b"* BYE busy\r\n".to_vec())
    }));
}

pub fn a_list_that_names_nothing_once_is_asked_for_again() {
    nothing_is_missed(|moment| match moment.line {
        Line::Answered(answer) if answer.starts_with(b"* LIST") && moment.connection == 1 => {
            Deed::Instead(Vec::new())
        }
        _ => Deed::Pass,
    });
}

pub fn a_mail_that_the_server_cannot_give_does_not_stop_the_others() {
    nothing_is_missed(|moment| match moment.line {
        Line::Said if moment.command == "UID FETCH 1 (UID BODY.PEEK[]<0.262144>)" => {
            Deed::Answer(format!("{} NO [SERVERBUG] It is broken.\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    });
}

pub fn a_server_that_offers_idle_and_refuses_it_is_asked_now_and_then() {
    no_draft_is_missed(|moment| match moment.line {
        Line::Said if moment.command == "IDLE" => {
            Deed::Answer(format!("{} NO not today\r\n", moment.tag).into_bytes())
        }
        _ => Deed::Pass,
    });
}

pub fn a_server_that_cannot_do_what_it_says_is_asked_for_less() {
    thread::scope(|scope| {
        for part in ["ENABLE", "CHANGEDSINCE"] {
            scope.spawn(move || nothing_is_missed(refuse(part)));
        }
    });
}
