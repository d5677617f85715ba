//! Answers of a server with one thing wrong in them, wherever: nothing panics, and all is either followed or given up.

use std::path::Path;

use crossbeam_channel::unbounded;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::*;
use crate::RemoteFolder;
use crate::wire::{Act, say, talk_with};

/// What stands instead of a character, or before it when it is longer.
const WRONG: [&str; 12] = [
    "",
    "\r\n",
    "{",
    "{9}\r\n",
    "{4294967295}\r\n",
    "(",
    ")",
    "\"",
    "\\",
    "0",
    "99999999999",
    "\u{e9}\0",
];

fn answer(command: &str) -> Vec<Act> {
    match command {
        "IDLE" => say("+ idling\n* 3 EXISTS\n* VANISHED 1:2\n"),
        "NOOP" | "DONE" => say("TAG OK done\n"),
        command if command.starts_with("EXAMINE") => say(
            "* FLAGS (\\Draft)\n* OK [UIDVALIDITY 7] x\n* OK [UIDNEXT 3] x\n* 2 EXISTS\n* OK [HIGHESTMODSEQ 9] x\nTAG OK [READ-ONLY] x\n",
        ),
        command if command.contains("FLAGS") => say(
            "* VANISHED (EARLIER) 1\n* 2 FETCH (UID 2 FLAGS (\\Draft) RFC822.SIZE 3 INTERNALDATE \"22-Nov-2026 10:15:00 +0100\" MODSEQ (9))\nTAG OK x\n",
        ),
        _ => say("* 2 FETCH (UID 2 BODY[] {3}\nDag)\nTAG OK x\n"),
    }
}

/// Follows a server of which the nth character is wrong; whether it said as much.
async fn follow_with(nth: usize, wrong: &'static str) -> bool {
    let (reached, is_reached) = std::sync::mpsc::channel();
    let mut left = nth;
    let script = move |command: &str| {
        let mut acts = answer(command);
        for act in &mut acts {
            let Act::Say(text) = act else { continue };
            match text.char_indices().nth(left) {
                Some((at, char)) => {
                    let end = if wrong.len() > 1 { at } else { at + char.len_utf8() };
                    text.replace_range(at..end, wrong);
                    left = usize::MAX;
                    // The test may have ended.
                    let _ = reached.send(());
                }
                None => left = left.saturating_sub(text.chars().count()),
            }
        }
        acts
    };
    let talk = talk_with("IDLE QRESYNC", script).await;
    let folder = RemoteFolder {
        name: "Drafts".to_owned(),
        role: FolderRole::Drafts,
        spelled: "Drafts".to_owned(),
    };
    let (out, _changes) = unbounded();
    let mut looker = Looker::new(Path::new("imap://an@localhost:993"), folder, out);
    let (reports, _reported) = mpsc::channel(64);
    let followed = follow(talk, &mut looker, None, &reports);
    if let Ok(Err(cause)) = timeout(Duration::from_secs(20), followed).await {
        assert!(cause.passes(), "{cause}");
    }
    is_reached.try_recv().is_ok()
}

#[tokio::test(start_paused = true)]
async fn whatever_is_wrong_in_an_answer_nothing_panics() {
    for wrong in WRONG {
        let mut nth = 0;
        while follow_with(nth, wrong).await {
            nth += 1;
            // From here on it says the same again and again.
            if nth == 500 {
                break;
            }
        }
        assert!(nth > 300, "{nth}");
    }
}
