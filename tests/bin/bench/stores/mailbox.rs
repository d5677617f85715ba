//! Mailboxes on disk, as mail programs keep them.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A Maildir, and how many messages were put in it.
pub struct Maildir<'p> {
    root: &'p Path,
    count: usize,
}

impl<'p> Maildir<'p> {
    /// An empty Maildir at this path.
    pub fn create(root: &'p Path) -> io::Result<Self> {
        for directory in ["cur", "new", "tmp"] {
            fs::create_dir_all(root.join(directory))?;
        }
        Ok(Self { root, count: 0 })
    }

    /// Puts a message in it that was read before.
    pub fn add(&mut self, message: &[u8]) -> io::Result<()> {
        self.count += 1;
        let name = format!("cur/{}.M{}P1.school:2,S", 1_700_000_000 + self.count, self.count);
        fs::write(self.root.join(name), message)
    }
}

/// An mbox that is written from front to back.
pub struct Mbox(BufWriter<File>);

impl Mbox {
    /// An empty mbox at this path.
    pub fn create(path: &Path) -> io::Result<Self> {
        Ok(Self(BufWriter::with_capacity(1 << 20, File::create(path)?)))
    }

    /// Appends a message.
    pub fn add(&mut self, message: &[u8]) -> io::Result<()> {
        self.append(&entry(message, true))
    }

    /// Appends an [`entry`].
    pub fn append(&mut self, entry: &[u8]) -> io::Result<()> {
        self.0.write_all(entry)
    }

    /// Everything is in the file now.
    pub fn close(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The first line of a message in Thunderbird's mbox, and the name of its marks.
const MARKED: &str = "From - Mon Nov 06 08:05:00 2023\r\nX-Mozilla-Status: ";

/// Where in an [`entry`] the four digits of its marks stand.
pub const STATUS_AT: u64 = MARKED.len() as u64;

/// A message as it stands in Thunderbird's mbox, alive or waiting for compaction; lines like separators are quoted.
pub fn entry(message: &[u8], live: bool) -> Vec<u8> {
    let mut entry = Vec::with_capacity(message.len() + 200);
    let status = if live { "0001" } else { "0009" };
    entry.extend_from_slice(format!("{MARKED}{status}\r\nX-Mozilla-Status2: 00000000\r\n").as_bytes());
    for line in message.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.iter().position(|byte| *byte != b'>').unwrap_or_default();
        if line.get(bare..).is_some_and(|rest| rest.starts_with(b"From ")) {
            entry.push(b'>');
        }
        entry.extend_from_slice(line);
    }
    entry.extend_from_slice(b"\r\n");
    entry
}
