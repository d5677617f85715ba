//! A mail on its way out of a large store: how soon a look shows each step, as the page of a case waits for it.

use std::fs::{self, OpenOptions};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, unbounded};
use mailwijs_store::{CopyFinder, FolderRole, Keyed, KeyedHash, MailStore, Sought, Watch};
use mailwijs_tests::Error;
use mailwijs_tests::figures::quantile;

use super::Args;
use super::letters::Letters;
use super::mailbox::{Maildir, Mbox, STATUS_AT, entry};
use super::report::{Section, time, verdict};
use super::start;

/// A step is shown by then.
const BY: Duration = Duration::from_secs(2);
/// What is not shown by then never is.
const PATIENCE: Duration = Duration::from_mins(1);
/// Bytes of a message with its file in the large mbox.
const LARGE: usize = 100_000;
/// What comes in last in the large mbox.
const MAIL: &[u8] = b"Return-Path: <mama@familie.example>\r\nMessage-ID: <noor@familie.example>\r\nFrom: mama@familie.example\r\n\
To: juf@school.example\r\nSubject: Noor\r\n\r\nDag juf, Noor Claes moest gisteren weer naar de dokter in Gent en blijft daarom morgen thuis.\r\n";

/// Where a mail stands: in a folder, in the trash, as bytes only.
type Places = (usize, usize, usize);

/// How soon each step is shown, in a Maildir and in a large mbox.
pub fn measure(args: &Args, folder: &Path) -> Result<Section, Error> {
    let mut rows = maildir(args, &folder.join("Maildir"))?;
    rows.extend(mbox(args, &folder.join("mbox"))?);
    Ok(Section {
        title: "From a deletion to its tick",
        about: format!(
            "A mail is deleted, and its trash emptied, in a Maildir of {} messages in {} folders; and in an mbox of {} MB, which \
             is then compacted.",
            args.start_messages, args.folders, args.mbox_megabytes
        ),
        columns: vec!["store", "step", "times", "median", "worst", "target"],
        rows,
        notes: vec![
            "From the client's last write until a look at every folder shows it, as the app looks while a case is open: the \
             store was read through once before."
                .to_owned(),
            "With real Thunderbird and the whole app, in small stores, `cargo xtask e2e --only cases/` tells it for each step."
                .to_owned(),
        ],
    })
}

fn maildir(args: &Args, root: &Path) -> Result<Vec<Vec<String>>, Error> {
    println!(
        "Writing {} messages in {} folders …",
        args.start_messages, args.folders
    );
    start::write(args, root)?;
    let trash = root.join(".Trash");
    Maildir::create(&trash)?;
    let mut eyes = Eyes::open(root)?;
    let (inbox, trash) = (root.join("cur"), trash.join("cur"));
    let [mut deleted, mut emptied] = [Vec::new(), Vec::new()];
    for number in 0..args.rounds.max(10) {
        let name = format!("1800000000.M{number}P1.school:2,S");
        let (here, there) = (inbox.join(&name), trash.join(&name));
        let written = root.join("tmp").join(&name);
        fs::write(&written, MAIL)?;
        fs::rename(written, &here)?;
        eyes.until((1, 0, 0))?;
        let at = Instant::now();
        fs::rename(&here, &there)?;
        eyes.until((0, 1, 0))?;
        deleted.push(at.elapsed());
        let at = Instant::now();
        fs::remove_file(&there)?;
        eyes.until((0, 0, 0))?;
        emptied.push(at.elapsed());
    }
    Ok(vec![
        row("Maildir", "deleted", deleted),
        row("Maildir", "trash emptied", emptied),
    ])
}

fn mbox(args: &Args, root: &Path) -> Result<Vec<Vec<String>>, Error> {
    println!("Writing an mbox of {} MB …", args.mbox_megabytes);
    fs::create_dir_all(root)?;
    let (inbox, trash) = (root.join("Inbox"), root.join("Trash"));
    let letters = Letters::of_the_corpus()?;
    let mut file = Mbox::create(&inbox)?;
    for index in 0..args.mbox_megabytes * 1_000_000 / LARGE {
        file.add(&letters.message(index, LARGE))?;
    }
    file.close()?;
    fs::write(&trash, "")?;
    let mut eyes = Eyes::open(root)?;
    let [mut deleted, mut emptied, mut compacted] = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..args.rounds {
        let end = fs::metadata(&inbox)?.len();
        let mut file = OpenOptions::new().read(true).append(true).open(&inbox)?;
        file.write_all(&entry(MAIL, true))?;
        eyes.until((1, 0, 0))?;
        let mut marks = OpenOptions::new().write(true).open(&inbox)?;
        fs::write(&trash, entry(MAIL, true))?;
        marks.seek(SeekFrom::Start(end + STATUS_AT))?;
        let at = Instant::now();
        marks.write_all(b"0009")?;
        eyes.until((0, 1, 1))?;
        deleted.push(at.elapsed());
        let at = Instant::now();
        fs::write(&trash, "")?;
        eyes.until((0, 0, 1))?;
        emptied.push(at.elapsed());
        let beside = root.join("nstmp");
        fs::copy(&inbox, &beside)?;
        OpenOptions::new().write(true).open(&beside)?.set_len(end)?;
        let at = Instant::now();
        fs::rename(beside, &inbox)?;
        eyes.until((0, 0, 0))?;
        compacted.push(at.elapsed());
    }
    let name = format!("mbox of {} MB", args.mbox_megabytes);
    Ok(vec![
        row(&name, "deleted", deleted),
        row(&name, "trash emptied", emptied),
        row(&name, "compacted", compacted),
    ])
}

fn row(store: &str, step: &str, mut times: Vec<Duration>) -> Vec<String> {
    times.sort_unstable();
    let worst = times.last().copied().unwrap_or_default();
    vec![
        store.to_owned(),
        step.to_owned(),
        times.len().to_string(),
        time(quantile(&times, 50)),
        time(worst),
        verdict(worst <= BY, "≤ 2 s"),
    ]
}

/// Looks whenever the store stirs, as the app does while a case is open.
struct Eyes {
    finder: CopyFinder,
    stores: Vec<MailStore>,
    sought: Vec<Sought>,
    stirs: Receiver<PathBuf>,
    _watch: Watch,
}

impl Eyes {
    /// Watches the store, and reads it through.
    fn open(root: &Path) -> Result<Self, Error> {
        let stores = mailwijs_store::open(root)?;
        let (changes, told) = unbounded();
        let watch = Watch::start(stores.clone(), changes)?;
        // Nobody cares about drafts here.
        std::thread::spawn(move || told.iter().for_each(drop));
        let keyed = Arc::new(InMemory::default());
        let sought = vec![Sought::of(1, &mailwijs_mail::parse(MAIL), &*keyed)];
        let mut eyes = Self {
            finder: CopyFinder::new(keyed),
            stirs: watch.stirs(),
            stores,
            sought,
            _watch: watch,
        };
        let begun = Instant::now();
        eyes.look();
        println!("read through in {}", time(begun.elapsed()));
        Ok(eyes)
    }

    /// Waits until the mail stands like this and everything could be read.
    fn until(&mut self, expected: Places) -> Result<(), Error> {
        let begun = Instant::now();
        while self.look() != Some(expected) {
            if begun.elapsed() > PATIENCE {
                return Err("a step was never shown".into());
            }
            // What could not be read in peace is looked at again without being told.
            let _ = self.stirs.recv_timeout(Duration::from_millis(300));
        }
        Ok(())
    }

    fn look(&mut self) -> Option<Places> {
        let looked = self.finder.look(&self.stores, &self.sought);
        let count = |live: bool, in_trash: bool| {
            let seen = looked.sightings.iter();
            seen.filter(|seen| seen.live == live && (!live || (seen.role == FolderRole::Trash) == in_trash))
                .count()
        };
        looked
            .unread
            .is_empty()
            .then(|| (count(true, false), count(true, true), count(false, false)))
    }
}

/// Hashes that mean nothing once the program has ended.
#[derive(Default)]
struct InMemory([RandomState; 2]);

impl Keyed for InMemory {
    fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
        let [high, low] = self.0.each_ref().map(|state| state.hash_one((kind, words)));
        (u128::from(high) << 64 | u128::from(low)).to_be_bytes()
    }
}
