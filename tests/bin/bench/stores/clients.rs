//! Mail programs that save drafts, each in the way of its own store.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::mailbox::{Maildir, STATUS_AT, entry};

/// A mail program with some drafts, by number.
pub trait Client {
    /// Puts a new version of a draft in the place of the last; the moment just before the write that makes it complete.
    fn save(&mut self, draft: usize, message: &[u8]) -> io::Result<Instant>;
    /// Changes a mark of a draft, and nothing of what it says.
    fn mark(&mut self, draft: usize) -> io::Result<()>;
    /// Puts the store in order, as the program does at times of its own choosing.
    fn compact(&mut self) -> io::Result<()>;
}

/// Writes a file per version, as NeoMutt, aerc and mbsync do.
pub struct OfMaildir {
    folder: PathBuf,
    drafts: Vec<Option<PathBuf>>,
    count: usize,
}

impl OfMaildir {
    /// A program for so many drafts in an empty folder.
    pub fn new(folder: &Path, drafts: usize) -> io::Result<Self> {
        Maildir::create(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            drafts: vec![None; drafts],
            count: 0,
        })
    }

    fn take(&mut self, draft: usize) -> Option<PathBuf> {
        self.drafts.get_mut(draft).and_then(Option::take)
    }

    fn put(&mut self, draft: usize, path: PathBuf) {
        if let Some(place) = self.drafts.get_mut(draft) {
            *place = Some(path);
        }
    }
}

impl Client for OfMaildir {
    fn save(&mut self, draft: usize, message: &[u8]) -> io::Result<Instant> {
        self.count += 1;
        let name = format!("{}.M{}P2.school", 1_700_000_000 + self.count, self.count);
        let (written, path) = (
            self.folder.join("tmp").join(&name),
            self.folder.join("cur").join(format!("{name}:2,D")),
        );
        fs::write(&written, message)?;
        let at = Instant::now();
        fs::rename(&written, &path)?;
        if let Some(older) = self.take(draft) {
            fs::remove_file(older)?;
        }
        self.put(draft, path);
        Ok(at)
    }

    fn mark(&mut self, draft: usize) -> io::Result<()> {
        let Some(path) = self.take(draft) else {
            return Ok(());
        };
        let name = path.to_string_lossy();
        let marked = name
            .strip_suffix('S')
            .map_or_else(|| format!("{name}S"), str::to_owned);
        fs::rename(&path, &marked)?;
        self.put(draft, marked.into());
        Ok(())
    }

    /// There is nothing to put in order; a synchroniser that comes by marks everything.
    fn compact(&mut self) -> io::Result<()> {
        (0..self.drafts.len()).try_for_each(|draft| self.mark(draft))
    }
}

/// Appends versions to one file and marks the older ones in place, as Thunderbird does.
pub struct OfMbox {
    path: PathBuf,
    /// The live messages: whose they are, where they start and how long they are.
    live: Vec<(Option<usize>, u64, u64)>,
}

impl OfMbox {
    /// A program for drafts in the mbox at this path; what is in it already is left alone.
    pub fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            live: Vec::new(),
        }
    }

    fn write_status(&self, offset: u64, status: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(&self.path)?;
        file.seek(SeekFrom::Start(offset + STATUS_AT))?;
        file.write_all(status)
    }
}

impl Client for OfMbox {
    fn save(&mut self, draft: usize, message: &[u8]) -> io::Result<Instant> {
        let bytes = entry(message, true);
        let mut file = OpenOptions::new().append(true).create(true).open(&self.path)?;
        let offset = file.seek(SeekFrom::End(0))?;
        let at = Instant::now();
        file.write_all(&bytes)?;
        drop(file);
        if let Some(older) = self.live.iter().position(|(whose, ..)| *whose == Some(draft)) {
            let (_, offset, _) = self.live.remove(older);
            self.write_status(offset, b"0009")?;
        }
        self.live.push((Some(draft), offset, bytes.len() as u64));
        Ok(at)
    }

    fn mark(&mut self, draft: usize) -> io::Result<()> {
        match self.live.iter().find(|(whose, ..)| *whose == Some(draft)) {
            Some((_, offset, _)) => self.write_status(*offset, b"0011"),
            None => Ok(()),
        }
    }

    /// Only for an mbox that was empty at first: copies the live versions to a new file, which takes the place of the old one.
    fn compact(&mut self) -> io::Result<()> {
        let old = fs::read(&self.path)?;
        let beside = self.path.with_file_name("nstmp");
        let mut new = File::create(&beside)?;
        let mut end = 0;
        for (_, offset, length) in &mut self.live {
            let (start, size) = (usize::try_from(*offset), usize::try_from(*length));
            let (start, size) = (start.unwrap_or_default(), size.unwrap_or_default());
            new.write_all(old.get(start..start + size).unwrap_or_default())?;
            *offset = end;
            end += *length;
        }
        drop(new);
        fs::rename(beside, &self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_versions_are_live() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Drafts");
        let mut maildir = OfMaildir::new(&folder.path().join("Maildir"), 2).unwrap();
        let mut mbox = OfMbox::new(&path);
        for client in [&mut maildir as &mut dyn Client, &mut mbox] {
            for (draft, text) in [(0, "a"), (1, "b"), (0, "c"), (1, "d")] {
                client
                    .save(draft, format!("Subject: x\r\n\r\n{text}\r\n").as_bytes())
                    .unwrap();
                client.mark(draft).unwrap();
            }
            client.compact().unwrap();
            client.save(0, b"Subject: x\r\n\r\ne\r\n").unwrap();
        }
        for store in [folder.path().join("Maildir"), path] {
            let stores = mailwijs_store::open(&store).unwrap();
            let mut texts: Vec<String> = stores[0]
                .messages()
                .map(|message| String::from_utf8(message.unwrap().bytes).unwrap())
                .map(|message| message.trim_end().chars().next_back().unwrap().to_string())
                .collect();
            texts.sort();
            assert_eq!(texts, ["d", "e"], "{}", store.display());
        }
    }
}
