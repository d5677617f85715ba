//! Where a scan was broken off.
//!
//! A file of JSON lines for this user only: first by what rules the scan went and a secret key, then, about every second, the
//! marks of the messages that were checked since, and the totals. It holds no text, no address, no subject and no path. It
//! goes when the scan comes to its end.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mailwijs_policy::RuleId;
use serde::{Deserialize, Serialize};

use super::mark::{Known, Mark, keyed};
use crate::ipc::line::Summary;
use crate::place::Places;

/// So often the file is written; a scan that takes less leaves none.
const OFTEN: Duration = Duration::from_secs(1);

/// The place of a scan in its mailboxes.
#[derive(Debug)]
pub struct Bookmark {
    path: PathBuf,
    head: Head,
    /// Open once something was written.
    file: Option<File>,
    new: Vec<Mark>,
    written: Instant,
}

/// Why there is nothing to go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBookmark {
    /// No scan was broken off.
    None,
    /// The one that was broken off went by other rules, another class list, other options or another version of the program; or
    /// its file is damaged.
    Other,
}

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    key: String,
    /// [`crate::check::Checker::rules_in_force`], under the key.
    rules: String,
}

/// Any other line: what was checked since the line before, and the totals so far.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Stretch {
    checked: Vec<String>,
    messages: u64,
    with_findings: u64,
    errors: u64,
    rules: BTreeMap<String, u64>,
}

/// Forgets where a scan was broken off.
pub(crate) fn forget(places: &Places) {
    // None was broken off, or it belongs to somebody else.
    let _ = fs::remove_file(places.scan());
}

/// The same of the app's own scan.
pub(crate) fn forget_mailbox_scan(places: &Places) {
    let _ = fs::remove_file(places.mailbox_scan());
}

impl Bookmark {
    /// For a scan by these rules that begins now; nothing is written yet.
    ///
    /// # Errors
    /// When the system gives no random numbers for a key.
    pub fn begin(path: &Path, rules: &[u8]) -> io::Result<(Self, Known)> {
        let mut key = [0; 16];
        getrandom::fill(&mut key).map_err(io::Error::other)?;
        let head = Head::of(&key, rules);
        Ok((
            Self::with(path, head, None),
            Known {
                key,
                marks: HashSet::new(),
            },
        ))
    }

    /// Goes on with the scan that was broken off, when it went by the same rules: with what it knew, and its totals.
    ///
    /// # Errors
    /// When there is no such scan.
    pub fn go_on(path: &Path, rules: &[u8]) -> Result<(Self, Known, Summary), NoBookmark> {
        let bytes = fs::read(path).map_err(|_| NoBookmark::None)?;
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let first = lines.next().unwrap_or_default();
        let head: Head = serde_json::from_slice(first).map_err(|_| NoBookmark::Other)?;
        let key = key_of(&head.key).filter(|key| Head::of(key, rules) == head);
        let key = key.ok_or(NoBookmark::Other)?;
        let (mut marks, mut totals, mut sound) = (HashSet::new(), Summary::default(), first.len());
        for line in lines {
            // The last line is cut off when the computer fell over; so far the scan is known.
            let stretch = line
                .ends_with(b"\n")
                .then(|| serde_json::from_slice::<Stretch>(line).ok());
            let Some(stretch) = stretch.flatten() else { break };
            marks.extend(
                stretch
                    .checked
                    .iter()
                    .filter_map(|mark| u64::from_str_radix(mark, 16).ok().map(Mark)),
            );
            totals = stretch.totals();
            sound += line.len();
        }
        let file = File::options()
            .append(true)
            .open(path)
            .map_err(|_| NoBookmark::Other)?;
        file.set_len(u64::try_from(sound).unwrap_or(u64::MAX))
            .map_err(|_| NoBookmark::Other)?;
        Ok((Self::with(path, head, Some(file)), Known { key, marks }, totals))
    }

    fn with(path: &Path, head: Head, file: Option<File>) -> Self {
        Self {
            path: path.to_owned(),
            head,
            file,
            new: Vec::new(),
            written: Instant::now(),
        }
    }

    /// A message was checked and told; these are the totals with it. They are kept within a second.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&mut self, mark: Mark, totals: &Summary) -> io::Result<()> {
        self.new.push(mark);
        if self.written.elapsed() < OFTEN {
            return Ok(());
        }
        self.keep(totals)
    }

    /// Keeps what was checked so far.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep(&mut self, totals: &Summary) -> io::Result<()> {
        let mut lines = Vec::new();
        let mut file = if let Some(file) = self.file.take() {
            file
        } else {
            line(&mut lines, &self.head)?;
            private(&self.path)?
        };
        line(&mut lines, &Stretch::of(&self.new, totals))?;
        file.write_all(&lines)?;
        self.new.clear();
        self.written = Instant::now();
        self.file = Some(file);
        Ok(())
    }

    /// The scan came to its end: there is nothing to go on with any more.
    pub fn end(self) {
        if self.file.is_some() {
            // What cannot be taken away is known to be of another scan, or harmless: all in it was checked.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Head {
    fn of(key: &[u8; 16], rules: &[u8]) -> Self {
        let hash = keyed(key, rules);
        Self {
            key: format!("{:032x}", u128::from_be_bytes(*key)),
            rules: hash
                .iter()
                .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}")),
        }
    }
}

fn key_of(hex: &str) -> Option<[u8; 16]> {
    u128::from_str_radix(hex, 16).ok().map(u128::to_be_bytes)
}

impl Stretch {
    fn of(new: &[Mark], totals: &Summary) -> Self {
        Self {
            checked: new.iter().map(|Mark(mark)| format!("{mark:016x}")).collect(),
            messages: totals.messages,
            with_findings: totals.with_findings,
            errors: totals.errors,
            rules: totals
                .rules
                .iter()
                .map(|(rule, count)| ((*rule).to_owned(), *count))
                .collect(),
        }
    }

    fn totals(&self) -> Summary {
        let rules = self
            .rules
            .iter()
            .filter_map(|(rule, count)| Some((RuleId::parse(rule)?.as_str(), *count)));
        Summary {
            messages: self.messages,
            with_findings: self.with_findings,
            errors: self.errors,
            rules: rules.collect(),
            interrupted: false,
        }
    }
}

fn line(lines: &mut Vec<u8>, what: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *lines, what)?;
    lines.push(b'\n');
    Ok(())
}

/// A new file that only this user can read, in the place of an older one.
fn private(path: &Path) -> io::Result<File> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // Readable by nobody else from the first.
    let file = tempfile::Builder::new().prefix(".scan").tempfile_in(folder)?;
    Ok(file.persist(path)?)
}

#[cfg(test)]
mod tests {
    use mailwijs_store::Version;

    use super::*;

    fn version(name: &str) -> Version {
        Version {
            size: 1,
            traits: name.as_bytes().to_vec(),
        }
    }

    /// A scan that was broken off after these messages.
    fn broken_off(path: &Path, names: &[&str]) {
        let (mut bookmark, known) = Bookmark::begin(path, b"rules").unwrap();
        let mut totals = Summary::default();
        for name in names {
            totals.messages += 1;
            *totals.rules.entry("password").or_default() += 1;
            bookmark.add(known.mark(&version(name)), &totals).unwrap();
            bookmark.keep(&totals).unwrap();
        }
    }

    #[test]
    fn what_was_checked_is_known_when_it_goes_on() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("state/scan.jsonl");
        broken_off(&path, &["Leerlingen/1", "Leerlingen/2"]);
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains("Leerlingen"), "{text}");
        let (mut bookmark, known, totals) = Bookmark::go_on(&path, b"rules").unwrap();
        assert_eq!((totals.messages, totals.rules.get("password")), (2, Some(&2)));
        let holds = |name| known.holds(known.mark(&version(name)));
        assert!(holds("Leerlingen/1") && holds("Leerlingen/2") && !holds("Leerlingen/3"));
        bookmark
            .add(known.mark(&version("Leerlingen/3")), &totals)
            .unwrap();
        bookmark.keep(&totals).unwrap();
        let (bookmark, known, _) = Bookmark::go_on(&path, b"rules").unwrap();
        assert!(known.holds(known.mark(&version("Leerlingen/3"))));
        bookmark.end();
        assert_eq!(Bookmark::go_on(&path, b"rules").unwrap_err(), NoBookmark::None);
    }

    #[test]
    fn other_rules_begin_anew() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("scan.jsonl");
        broken_off(&path, &["1"]);
        assert_eq!(Bookmark::go_on(&path, b"others").unwrap_err(), NoBookmark::Other);
        fs::write(&path, "{}\n").unwrap();
        assert_eq!(Bookmark::go_on(&path, b"rules").unwrap_err(), NoBookmark::Other);
    }

    #[test]
    fn a_file_that_was_cut_off_anywhere_tells_what_is_whole_in_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("scan.jsonl");
        broken_off(&path, &["1", "2", "3"]);
        let whole = fs::read(&path).unwrap();
        let head = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        for length in head..=whole.len() {
            fs::write(&path, &whole[..length]).unwrap();
            let (mut bookmark, known, totals) = Bookmark::go_on(&path, b"rules").unwrap();
            let lines = whole[head..length].split(|byte| *byte == b'\n').count() - 1;
            assert_eq!(
                (known.marks.len(), totals.messages),
                (lines, lines as u64),
                "{length}"
            );
            // What is added then is read again.
            bookmark.add(known.mark(&version("4")), &totals).unwrap();
            bookmark.keep(&totals).unwrap();
            let (_, known, _) = Bookmark::go_on(&path, b"rules").unwrap();
            assert_eq!(known.marks.len(), lines + 1);
        }
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("scan.jsonl");
        fs::write(&path, "of another program").unwrap();
        broken_off(&path, &["1"]);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_short_scan_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("scan.jsonl");
        let (mut bookmark, known) = Bookmark::begin(&path, b"rules").unwrap();
        bookmark
            .add(known.mark(&version("1")), &Summary::default())
            .unwrap();
        bookmark.end();
        assert!(!path.exists());
    }
}
