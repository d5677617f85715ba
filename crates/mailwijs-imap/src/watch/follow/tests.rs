use std::path::Path;
use std::sync::{Arc, Mutex};

use crossbeam_channel::unbounded;
use mailwijs_store::RemoteChange;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::*;
use crate::RemoteFolder;
use crate::wire::{Act, say, talk_with};

const NOW: &str = "22-Nov-2026 10:15:00 +0100";

/// A server with as many drafts as the number says, that says this to IDLE.
fn server(drafts: Arc<Mutex<u32>>, idle: &'static str) -> impl FnMut(&str) -> Vec<Act> {
    move |command| match command {
        "IDLE" => say(idle),
        "NOOP" | "DONE" => say("TAG OK\n"),
        command if command.starts_with("EXAMINE") => {
            say("* OK [UIDVALIDITY 7] x\n* OK [UIDNEXT 1] x\n* 0 EXISTS\nTAG OK\n")
        }
        command if command.contains("FLAGS") => {
            let count = *drafts.lock().unwrap();
            let listed = (1..=count).map(|uid| {
                format!("* {uid} FETCH (UID {uid} FLAGS () RFC822.SIZE 3 INTERNALDATE \"{NOW}\")\n")
            });
            say(&format!("{}TAG OK\n", listed.collect::<Vec<_>>().concat()))
        }
        command => {
            let uid = command.split(' ').nth(2).unwrap_or_default();
            say(&format!("* 1 FETCH (UID {uid} BODY[] {{3}}\nDag)\nTAG OK\n"))
        }
    }
}

/// How long after it was saved each of three drafts is told.
async fn waits(idle: &'static str) -> Vec<Duration> {
    let drafts = Arc::new(Mutex::new(0));
    let talk = talk_with("IDLE", server(Arc::clone(&drafts), idle)).await;
    let folder = RemoteFolder {
        name: "Drafts".to_owned(),
        role: FolderRole::Drafts,
        spelled: "Drafts".to_owned(),
    };
    let (out, changes) = unbounded();
    let mut looker = Looker::new(Path::new("imap://an@localhost:993"), folder, out);
    let (reports, _reported) = mpsc::channel(64);
    let mut waits = Vec::new();
    let begin = Instant::now();
    let watch = async {
        let ended = follow(talk, &mut looker, None, &reports).await;
        ended.map(|never| match never {})
    };
    let save = async {
        sleep(Duration::from_secs(1)).await;
        for _ in 0..3 {
            *drafts.lock().unwrap() += 1;
            let saved = Instant::now();
            loop {
                match changes.try_recv() {
                    Ok(RemoteChange::Appeared { .. }) => break,
                    Ok(RemoteChange::Stirred { .. }) => {}
                    Ok(other) => panic!("{other:?}"),
                    Err(_) => sleep(Duration::from_millis(100)).await,
                }
            }
            waits.push(saved.elapsed());
        }
    };
    tokio::select! {
        ended = watch => panic!("ended: {ended:?} after {:?}", begin.elapsed()),
        saved = timeout(Duration::from_hours(1), save) => saved.unwrap(),
    }
    waits
}

#[tokio::test(start_paused = true)]
async fn a_server_that_never_tells_is_asked_from_then_on() {
    let waits = waits("+ idling\n").await;
    assert!(waits[0] <= RENEW + POLL_DRAFTS, "{waits:?}");
    for wait in &waits[1..] {
        assert!(*wait <= POLL_DRAFTS * 2, "{waits:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_refuses_to_tell_is_asked() {
    for wait in waits("TAG NO not today\n").await {
        assert!(wait <= POLL_DRAFTS * 2, "{wait:?}");
    }
}
