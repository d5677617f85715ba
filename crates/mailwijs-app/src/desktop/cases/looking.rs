//! The thread that looks. The first look reads everything, and gives way to whoever works at the computer meanwhile; those that
//! follow are short, and a step ticks by them at once. A look that stumbles is told as such: nothing counts as gone by it,
//! and the next begins anew.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::thread;

use crossbeam_channel::{Receiver, Sender};
use mailwijs_history::Hasher;
use mailwijs_store::{Looked, ReadCause};

use super::looker::{Ask, Eye, Last, Seen, unread};
use crate::desktop::event::AppEvent;
use crate::scan::give_way;

/// What one look brings: what was seen, and the mails that were wanted.
pub type Found = (Looked, Vec<(u64, Vec<u8>)>);

/// Looks whenever somebody asks, and tells `events` what was seen, until nobody asks any more. `with` makes one that looks,
/// for mails that were hashed like this.
pub fn look_when_asked<L>(
    eye: &Eye,
    asked: &Receiver<Ask>,
    events: &Sender<AppEvent>,
    with: impl Fn(Hasher) -> Option<L>,
) where
    L: FnMut(&Ask) -> Found + Send,
{
    let mut known: Option<(Hasher, L)> = None;
    for ask in asked {
        let found = catch_unwind(AssertUnwindSafe(|| {
            let is_first = known.as_ref().is_none_or(|(hasher, _)| *hasher != ask.hasher);
            if is_first {
                known = with(ask.hasher.clone()).map(|look| (ask.hasher.clone(), look));
            }
            let (_, look) = known.as_mut()?;
            Some(if is_first {
                gently(|| look(&ask))
            } else {
                look(&ask)
            })
        }));
        let (looked, mails) = match found {
            Ok(Some(found)) => found,
            Ok(None) => (unread(eye, ReadCause::Unfinished), Vec::new()),
            Err(_) => {
                // What it had learned may be half of something.
                known = None;
                (unread(eye, ReadCause::Stumbled), Vec::new())
            }
        };
        let seen = Seen {
            eye: eye.clone(),
            last: Last {
                looked,
                sought: ask.sought.iter().map(|sought| sought.id).collect(),
            },
            hasher: ask.hasher,
            mails,
        };
        if events.send(AppEvent::Looked(Box::new(seen))).is_err() {
            break;
        }
    }
}

/// Does it on a thread of its own: one that gives way does so for good.
fn gently<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let worker = scope.spawn(|| {
            give_way();
            work()
        });
        worker.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread;

    use crossbeam_channel::unbounded;
    use mailwijs_handover::Step;
    use mailwijs_store::{FolderRole, Kin, MessageKey, Sighting};

    use super::super::looker::Looker;
    use super::super::tests::{filed, sees, step};
    use super::*;
    use crate::desktop::still_desk::StillDesk;

    fn ask() -> Ask {
        Ask {
            stores: Vec::new(),
            sought: Vec::new(),
            wanted: Vec::new(),
            hasher: Hasher::default(),
        }
    }

    #[test]
    fn a_look_that_panics_is_told_and_the_next_begins_anew() {
        let (asks, asked) = unbounded();
        let (events, seen) = unbounded();
        let begun = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&begun);
        thread::spawn(move || {
            look_when_asked(&Eye::Files, &asked, &events, |_| {
                let nth = count.fetch_add(1, Ordering::Relaxed);
                let mut looks = 0;
                Some(move |_: &Ask| {
                    looks += 1;
                    assert!((nth, looks) != (0, 2), "sabotage of the test");
                    (Looked::default(), Vec::new())
                })
            });
        });
        let look = || {
            asks.send(ask()).unwrap();
            match seen.recv() {
                Ok(AppEvent::Looked(seen)) => (seen.last.stumbled(), seen.last.looked.unread.len()),
                _ => panic!("the thread has ended"),
            }
        };
        assert_eq!(look(), (false, 0));
        assert_eq!(look(), (true, 1));
        assert_eq!(look(), (false, 0));
        assert_eq!(look(), (false, 0));
        assert_eq!(
            begun.load(Ordering::Relaxed),
            2,
            "what stumbled is not gone on with, and the rest is"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_look_that_reads_everything_gives_way_and_those_that_follow_do_not() {
        let (asks, asked) = unbounded();
        let (events, seen) = unbounded();
        let (tell, told) = unbounded();
        thread::spawn(move || {
            look_when_asked(&Eye::Files, &asked, &events, |_| {
                let tell = tell.clone();
                Some(move |_: &Ask| {
                    tell.send(rustix::process::getpriority_process(None).unwrap())
                        .unwrap();
                    (Looked::default(), Vec::new())
                })
            });
        });
        let memory = mailwijs_history::KeySource::Memory;
        let another = mailwijs_history::History::open("".as_ref(), memory)
            .unwrap()
            .hasher();
        let mut niceness = Vec::new();
        for hasher in [Hasher::default(), Hasher::default(), another.clone(), another] {
            asks.send(Ask { hasher, ..ask() }).unwrap();
            seen.recv().unwrap();
            niceness.push(told.recv().unwrap());
        }
        let here = rustix::process::getpriority_process(None).unwrap();
        let gentle = here.max(10);
        assert_eq!(niceness, [gentle, here, gentle, here]);
    }

    #[test]
    fn a_look_that_went_wrong_is_told_proves_nothing_and_is_made_again_after_five_minutes() {
        let mut desk = StillDesk::new();
        desk.state.cases.lookers.insert(Eye::Files, Looker::deaf());
        let id = filed(&mut desk);
        desk.take(AppEvent::Stirred("/mail".into()));
        sees(
            &mut desk,
            &Eye::Files,
            &[id],
            unread(&Eye::Files, ReadCause::Stumbled),
        );
        assert_eq!(step(&desk, id), Step::Delete);
        let told = desk.state.case_dtos().remove(0).1.unread;
        assert_eq!(
            told[0].text,
            "Bij het kijken in je mail op deze computer liep iets mis. Mailwijs kijkt straks opnieuw."
        );
        assert_eq!((told.len(), &told[0].place), (1, &None));
        let is_looking = |desk: &StillDesk| desk.state.cases.lookers[&Eye::Files].looking;
        assert!(!is_looking(&desk), "not at once, although something stirred");
        desk.after(299_000);
        desk.take(AppEvent::Tick);
        assert!(!is_looking(&desk));
        desk.after(1_000);
        desk.take(AppEvent::Tick);
        assert!(is_looking(&desk));
        sees(&mut desk, &Eye::Files, &[id], Looked::default());
        assert_eq!(step(&desk, id), Step::Done);
    }

    #[test]
    fn what_stands_on_this_computer_is_not_gone_because_a_server_was_looked_at_first() {
        let mut desk = StillDesk::new();
        let home = tempfile::tempdir().unwrap();
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(home.path().join("Inbox").join(directory)).unwrap();
        }
        let stores = mailwijs_store::open(home.path()).unwrap();
        let root = stores[0].root.clone();
        desk.state.other_stores = stores;
        let server = Eye::Server("imap://an@mail.example:993".into());
        desk.state.cases.lookers.insert(Eye::Files, Looker::deaf());
        desk.state.cases.lookers.insert(server.clone(), Looker::deaf());
        let id = filed(&mut desk);
        let copy = Sighting {
            of: id.into(),
            key: MessageKey {
                path: root.join("cur/1"),
                offset: None,
            },
            store: root,
            folder: "Inbox".to_owned(),
            role: FolderRole::Inbox,
            kin: Kin::Same,
            live: true,
            message_id: Some("noor@x".to_owned()),
            subject: "Noor".to_owned(),
            date: None,
        };
        let there = Looked {
            sightings: vec![copy],
            unread: Vec::new(),
        };
        sees(&mut desk, &server, &[id], Looked::default());
        sees(&mut desk, &Eye::Files, &[id], there);
        assert_eq!(step(&desk, id), Step::Delete);
        // After a restart nobody has looked yet.
        for looker in desk.state.cases.lookers.values_mut() {
            looker.last = None;
        }
        sees(&mut desk, &server, &[id], Looked::default());
        assert_eq!(step(&desk, id), Step::Delete, "the files were not looked at");
        sees(
            &mut desk,
            &Eye::Files,
            &[id],
            unread(&Eye::Files, ReadCause::Stumbled),
        );
        assert_eq!(step(&desk, id), Step::Delete, "looking went wrong");
        sees(&mut desk, &Eye::Files, &[id], Looked::default());
        assert_eq!(step(&desk, id), Step::Done);
    }

    #[test]
    fn a_window_is_told_once_a_minute_that_was_looked_and_at_once_when_something_was_seen() {
        let mut desk = StillDesk::new();
        desk.at(1, 10);
        let id = filed(&mut desk);
        let stumbles = || unread(&Eye::Files, ReadCause::Stumbled);
        sees(&mut desk, &Eye::Files, &[id], stumbles());
        desk.changes();
        for _ in 0..100 {
            desk.after(1_500);
            sees(&mut desk, &Eye::Files, &[id], stumbles());
        }
        assert_eq!(desk.changes(), 2, "150 seconds from a whole minute");
        let told = desk.state.case_dtos().remove(0).1;
        assert!(told.looked.unwrap().ends_with(":02:00Z"));
        sees(&mut desk, &Eye::Files, &[id], Looked::default());
        assert_eq!(desk.changes(), 1);
        assert_eq!(step(&desk, id), Step::Done);
    }
}
