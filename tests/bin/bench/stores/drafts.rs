//! Drafts as they are saved: how soon `mailwijs watch` has checked each, and whether it tells of every one, once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use mailwijs_tests::Error;
use mailwijs_tests::figures::quantile;

use super::Args;
use super::clients::{Client, OfMaildir, OfMbox};
use super::letters::Letters;
use super::mailbox::{Maildir, Mbox, entry};
use super::program::Program;
use super::report::{Section, mebibytes, time, verdict};
use super::watcher::{Event, Watcher};

/// What is not told by then is missed.
const PATIENCE: Duration = Duration::from_secs(5);
/// So many drafts are open at once in the quick succession.
const OPEN: usize = 4;
/// Between two saves in it.
const PAUSE: Duration = Duration::from_millis(5);
/// Bytes of a draft with its file in the large mbox.
const LARGE: usize = 500_000;

/// How soon a save is checked, in a Maildir and in a large mbox.
pub fn latency(args: &Args, folder: &Path) -> Result<Section, Error> {
    let program = Program::beside_us(&folder.join("home"))?;
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        println!("Drafts in a {}, {} saves …", kind.name(), args.saves);
        let (store, mut client) = kind.client(folder, "latency", args.mbox_megabytes)?;
        let watcher = Watcher::start(&program, &store, true)?;
        let (mut times, mut missed) = (Vec::new(), 0);
        for number in 0..args.saves {
            let at = client.save(0, &version(0, number))?;
            match until_checked(&watcher, &id(number)) {
                Some(event) => times.push(event.at.saturating_duration_since(at)),
                None => missed += 1,
            }
            thread::sleep(Duration::from_millis(30));
        }
        times.sort_unstable();
        let (median, p99) = (quantile(&times, 50), quantile(&times, 99));
        let met = missed == 0 && median <= Duration::from_millis(10) && p99 <= Duration::from_millis(50);
        rows.push(vec![
            kind.described(args.mbox_megabytes),
            time(median),
            time(p99),
            missed.to_string(),
            mebibytes(watcher.peak()),
            verdict(met, "≤ 10 ms, p99 ≤ 50 ms"),
        ]);
    }
    Ok(Section {
        title: "From a saved draft to its check",
        about: format!("{} saves of one draft, each after the last was checked.", args.saves),
        columns: vec!["store", "median", "p99", "missed", "peak memory", "target"],
        rows,
        notes: vec![
            "From the client's last write to the line `checked` of `mailwijs watch`, by the words; the encoder reads sentences \
             meanwhile."
                .to_owned(),
            "Of the messages in the large mbox nine in ten are earlier versions that wait for compaction.".to_owned(),
        ],
    })
}

/// Saves in quick succession.
pub fn succession(args: &Args, folder: &Path) -> Result<Section, Error> {
    let program = Program::beside_us(&folder.join("home"))?;
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        println!(
            "Drafts in a {}, {} saves in quick succession …",
            kind.name(),
            args.succession
        );
        let (store, mut client) = kind.client(folder, "succession", 0)?;
        let watcher = Watcher::start(&program, &store, false)?;
        for number in 0..args.succession {
            let draft = number % OPEN;
            client.save(draft, &version(draft, number))?;
            thread::sleep(PAUSE);
            if number % 7 == 6 {
                client.mark((draft + 1) % OPEN)?;
                thread::sleep(PAUSE);
            }
            if number % 50 == 49 {
                client.compact()?;
                thread::sleep(PAUSE);
            }
        }
        let events: Vec<Event> = std::iter::from_fn(|| watcher.next(PATIENCE)).collect();
        let told = Told::of(&events, args.succession);
        rows.push(vec![
            kind.name().to_owned(),
            args.succession.to_string(),
            told.missed.to_string(),
            told.twice.to_string(),
            told.discarded.to_string(),
            told.drafts.to_string(),
            if told.last_right { "right" } else { "wrong" }.to_owned(),
            verdict(told.is_right(), "0, 0, right"),
        ]);
    }
    Ok(Section {
        title: "Saves in quick succession",
        about: format!(
            "{OPEN} drafts saved in turn, {} ms apart, with a mark written after every seventh save and the store compacted \
             after every fiftieth.",
            PAUSE.as_millis()
        ),
        columns: vec![
            "store",
            "saves",
            "missed",
            "told twice",
            "discarded",
            "drafts seen",
            "last state",
            "target",
        ],
        rows,
        notes: Vec::new(),
    })
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Maildir,
    Mbox,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Maildir, Self::Mbox];

    const fn name(self) -> &'static str {
        match self {
            Self::Maildir => "Maildir",
            Self::Mbox => "mbox",
        }
    }

    fn described(self, megabytes: usize) -> String {
        match self {
            Self::Maildir => "Maildir".to_owned(),
            Self::Mbox => format!("mbox of {megabytes} MB"),
        }
    }

    /// A store with an inbox and a drafts folder, and a program that saves drafts in it.
    fn client(
        self,
        folder: &Path,
        name: &str,
        megabytes: usize,
    ) -> Result<(PathBuf, Box<dyn Client>), Error> {
        let store = folder.join(format!("{name}-{}", self.name()));
        fs::create_dir_all(&store)?;
        let letter = b"Received: by mx.example\r\nFrom: an@school.example\r\nSubject: Dag\r\n\r\nDag.\r\n";
        match self {
            Self::Maildir => {
                Maildir::create(&store)?.add(letter)?;
                let drafts = store.join(".Drafts");
                Ok((store, Box::new(OfMaildir::new(&drafts, OPEN)?)))
            }
            Self::Mbox => {
                fs::write(store.join("Inbox"), entry(letter, true))?;
                let drafts = store.join("Drafts");
                fill(&drafts, megabytes)?;
                Ok((store, Box::new(OfMbox::new(&drafts))))
            }
        }
    }
}

fn fill(path: &Path, megabytes: usize) -> Result<(), Error> {
    let letters = Letters::of_the_corpus()?;
    let mut mbox = Mbox::create(path)?;
    for index in 0..megabytes * 1_000_000 / LARGE {
        mbox.append(&entry(&letters.message(index, LARGE), index.is_multiple_of(10)))?;
    }
    Ok(mbox.close()?)
}

fn id(number: usize) -> String {
    format!("versie-{number:05}@school.example")
}

/// A version of a draft: what it says stays the same but for a line, its id does not.
fn version(draft: usize, number: usize) -> Vec<u8> {
    format!(
        "From: Juf Els <els@school.example>\r\nTo: ouders{draft}@gezin.example\r\nSubject: Uitstap van groep {draft}\r\n\
         Message-ID: <{}>\r\nDate: Mon, 6 Nov 2023 08:05:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nBeste ouders van groep {draft},\r\n\r\n\
         Op donderdag gaan we met de klas naar het museum in Gent. We vertrekken om negen uur aan de schoolpoort\r\n\
         en zijn terug tegen vier uur. Geef een lunchpakket mee, en iets tegen de regen.\r\n\r\n\
         Dit is versie {number}.\r\n\r\nVriendelijke groet,\r\nEls\r\n",
        id(number)
    )
    .into_bytes()
}

fn until_checked(watcher: &Watcher, id: &str) -> Option<Event> {
    std::iter::from_fn(|| watcher.next(PATIENCE))
        .find(|event| event.kind == "checked" && event.message_id == id)
}

/// What was told of the saves.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    missed: usize,
    twice: usize,
    discarded: usize,
    drafts: usize,
    last_right: bool,
}

impl Told {
    fn of(events: &[Event], saves: usize) -> Self {
        let mut times: BTreeMap<String, usize> = (0..saves).map(|number| (id(number), 0)).collect();
        let mut last = BTreeMap::new();
        for event in events.iter().filter(|event| event.kind == "checked") {
            if let Some(times) = times.get_mut(&event.message_id) {
                *times += 1;
            }
            last.insert(event.draft.as_str(), event.message_id.clone());
        }
        let newest: BTreeSet<String> = (saves.saturating_sub(OPEN)..saves).map(id).collect();
        let count = |wanted: &dyn Fn(usize) -> bool| times.values().filter(|times| wanted(**times)).count();
        Self {
            missed: count(&|times| times == 0),
            twice: count(&|times| times > 1),
            discarded: events.iter().filter(|event| event.kind == "discarded").count(),
            drafts: last.len(),
            last_right: last.into_values().collect::<BTreeSet<_>>() == newest,
        }
    }

    fn is_right(&self) -> bool {
        self.missed + self.twice + self.discarded == 0 && self.last_right
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn checked(draft: usize, number: usize) -> Event {
        Event {
            at: Instant::now(),
            kind: "checked".to_owned(),
            draft: draft.to_string(),
            message_id: id(number),
        }
    }

    #[test]
    fn what_is_missed_and_what_is_told_twice_is_counted() {
        let mut events: Vec<Event> = (0..8).map(|number| checked(number % OPEN, number)).collect();
        assert!(Told::of(&events, 8).is_right());
        events.remove(1);
        events.push(checked(3, 3));
        let told = Told::of(&events, 8);
        assert_eq!((told.missed, told.twice, told.last_right), (1, 1, false));
    }
}
