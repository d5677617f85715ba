//! Where the bytes of a mail stand on disk, and when that changed: seen without a word of Mailwijs.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

/// How often the files are looked at.
const EACH: Duration = Duration::from_millis(10);

/// The line of Thunderbird that says, in place, that a message of an mbox is deleted.
const STATUS: &[u8] = b"\nX-Mozilla-Status: ";

/// In that line, the bit of a message that waits for compaction.
const EXPUNGED: u16 = 0x0008;

/// The places of the mail: of each, whether it is marked as deleted.
pub type Places = BTreeMap<PathBuf, Vec<bool>>;

/// A file, as long as nobody has written in it.
type Stamp = (u64, Option<SystemTime>);

/// Looks at the files, again and again, until it is dropped.
pub struct Traces {
    log: Arc<Mutex<Log>>,
    ended: Arc<AtomicBool>,
}

#[derive(Debug, Default)]
struct Log {
    /// From when on the bytes stood where.
    places: Vec<(Moment, Places)>,
    /// When a client's own index of a folder changed: where a mail is deleted in that alone, no byte of the folder changes.
    indexes: Vec<Moment>,
}

/// When something happened, as nearly as is known.
#[derive(Debug, Clone, Copy)]
struct Moment {
    /// Not before this.
    after: SystemTime,
    /// It was seen by then.
    seen: SystemTime,
}

impl Traces {
    /// Looks for these words below these folders.
    pub fn start(roots: Vec<PathBuf>, words: &str) -> Self {
        let traces = Self {
            log: Arc::default(),
            ended: Arc::default(),
        };
        let (log, ended) = (Arc::clone(&traces.log), Arc::clone(&traces.ended));
        let words = words.as_bytes().to_vec();
        thread::spawn(move || {
            let mut files = Files::default();
            let mut looked = SystemTime::now();
            while !ended.load(Ordering::Relaxed) {
                thread::sleep(EACH);
                // What is seen now happened after the look before began.
                let after = std::mem::replace(&mut looked, SystemTime::now());
                let has_index_changed = files.look(&roots, &words);
                let seen = SystemTime::now();
                let moment = Moment { after, seen };
                let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
                if has_index_changed {
                    log.indexes.push(moment);
                }
                if log.places.last().is_none_or(|(_, last)| *last != files.places) {
                    log.places.push((moment, files.places.clone()));
                }
            }
        });
        traces
    }

    /// Where the bytes stood at this moment.
    pub fn at(&self, moment: SystemTime) -> Places {
        let log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        let so_far = log.places.iter().take_while(|(from, _)| from.after <= moment);
        so_far
            .last()
            .map(|(_, places)| places.clone())
            .unwrap_or_default()
    }

    /// When they changed last before `until` and after `from`; where they did not, when an index did. Rather too early than too late.
    pub fn changed(&self, from: SystemTime, until: SystemTime) -> Option<SystemTime> {
        let log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        let is_between = |at: &&Moment| at.seen >= from && at.after <= until;
        let places = log.places.iter().map(|(at, _)| at).rfind(is_between);
        let changed = places.or_else(|| log.indexes.iter().rfind(is_between))?;
        Some(changed.after.max(from))
    }
}

impl Drop for Traces {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
    }
}

/// What is known of the files.
#[derive(Debug, Default)]
struct Files {
    stamps: BTreeMap<PathBuf, Stamp>,
    places: Places,
}

impl Files {
    /// Looks at every file that changed; whether an index did.
    fn look(&mut self, roots: &[PathBuf], words: &[u8]) -> bool {
        let mut found = BTreeMap::new();
        for root in roots {
            stamp_below(root, &mut found);
        }
        self.places.retain(|path, _| found.contains_key(path));
        let mut has_index_changed = false;
        for (path, stamp) in &found {
            if self.stamps.get(path) == Some(stamp) {
                continue;
            }
            if path.extension() == Some(OsStr::new("msf")) {
                has_index_changed = true;
                continue;
            }
            // One that is gone already is missed at the next look.
            let bytes = fs::read(path).unwrap_or_default();
            let marks = marks(&bytes, words);
            if marks.is_empty() {
                self.places.remove(path);
            } else {
                self.places.insert(path.clone(), marks);
            }
        }
        self.stamps = found;
        has_index_changed
    }
}

fn stamp_below(folder: &Path, found: &mut BTreeMap<PathBuf, Stamp>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        // What goes meanwhile is not there.
        let Ok(about) = entry.metadata() else { continue };
        if about.is_dir() {
            stamp_below(&path, found);
        } else {
            found.insert(path, (about.len(), about.modified().ok()));
        }
    }
}

/// Each place of the words, and whether the message it stands in is marked as deleted.
fn marks(bytes: &[u8], words: &[u8]) -> Vec<bool> {
    let hits = bytes.windows(words.len()).enumerate();
    let hits = hits.filter(|(_, window)| *window == words);
    hits.map(|(at, _)| is_expunged(bytes.get(..at).unwrap_or_default()))
        .collect()
}

fn is_expunged(before: &[u8]) -> bool {
    let mut windows = before.windows(STATUS.len()).enumerate();
    let last = windows.rfind(|(_, window)| *window == STATUS);
    let digits = last.and_then(|(at, _)| before.get(at + STATUS.len()..)?.get(..4));
    let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
    digits.is_some_and(|digits| u16::from_str_radix(digits, 16).is_ok_and(|flags| flags & EXPUNGED != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MBOX: &[u8] = b"From - Mon\nX-Mozilla-Status: 0009\nSubject: Emma\n\nneemt Rilatine\n\n\
        From - Mon\nX-Mozilla-Status: 0001\nSubject: Emma\n\nneemt Rilatine\n\n";

    #[test]
    fn each_place_is_seen_with_its_mark() {
        assert_eq!(marks(MBOX, b"neemt Rilatine"), [true, false]);
        assert_eq!(
            marks(b"Subject: Emma\n\nneemt Rilatine\n", b"neemt Rilatine"),
            [false]
        );
        assert_eq!(marks(MBOX, b"krijt"), [false; 0]);
    }

    #[test]
    fn what_is_written_over_and_what_goes_is_noticed() -> Result<(), mailwijs_tests::Error> {
        let root = tempfile::tempdir()?;
        let (path, roots) = (root.path().join("Inbox"), [root.path().to_owned()]);
        let mut files = Files::default();
        fs::write(&path, MBOX)?;
        files.look(&roots, b"Rilatine");
        assert_eq!(files.places.get(&path), Some(&vec![true, false]));
        fs::write(&path, "leeg")?;
        files.look(&roots, b"Rilatine");
        assert!(files.places.is_empty());
        fs::write(&path, MBOX)?;
        files.look(&roots, b"Rilatine");
        fs::remove_file(&path)?;
        files.look(&roots, b"Rilatine");
        assert!(files.places.is_empty());
        Ok(())
    }
}
