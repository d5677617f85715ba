//! The compound file ([MS-CFB]) around the properties: storages, which are folders, with streams in them.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

/// How every compound file starts ([MS-CFB] §2.2).
const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether bytes start as a compound file does, which an Outlook message file is; old Word and Excel files are too.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&SIGNATURE)
}

/// A compound file in memory.
pub(super) struct Storages<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    /// Bytes that may still be read. In an honest file no two streams share a byte, so all of them together are no
    /// longer than the file; in one that was made to fill the memory they may be.
    left: u64,
}

impl<'a> Storages<'a> {
    /// `None` when the bytes are no compound file.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let file = is_compound(bytes).then(|| CompoundFile::open(Cursor::new(bytes)))?;
        Some(Self {
            file: file.ok()?,
            left: bytes.len() as u64,
        })
    }

    /// What a stream holds, as far as it can be read; `None` when there is no such stream.
    pub(super) fn stream(&mut self, path: &str) -> Option<Vec<u8>> {
        if !self.file.is_stream(path) {
            return None;
        }
        let mut bytes = Vec::new();
        // A stream that is cut off yields what there is of it.
        let _ = self
            .file
            .open_stream(path)
            .ok()?
            .take(self.left)
            .read_to_end(&mut bytes);
        self.left = self.left.saturating_sub(bytes.len() as u64);
        Some(bytes)
    }

    /// Whether there is a storage of this name.
    pub(super) fn has_storage(&self, path: &str) -> bool {
        self.file.is_storage(path)
    }

    /// The storages in a storage whose names start so, sorted by name.
    pub(super) fn storages(&self, path: &str, prefix: &str) -> Vec<String> {
        let Ok(entries) = self.file.read_storage(path) else {
            return Vec::new();
        };
        let mut names: Vec<String> = entries
            .filter(|entry| entry.is_storage() && entry.name().starts_with(prefix))
            .map(|entry| format!("{path}/{}", entry.name()))
            .collect();
        names.sort_unstable();
        names
    }
}
