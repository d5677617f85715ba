//! The second layer: a sentence encoder reads what words alone do not tell.
//!
//! Its weights lie in a file beside the program. They are read when a text has to be judged and given back a little later, so
//! that the tray stays small; without the file everything still works on words alone, and [`LayerState`] says so.

mod place;
mod reader;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mailwijs_detect::{Document, SentenceScore};
use mailwijs_encoder::{Encoder, Memory};
use mailwijs_nudge::Awaited;
use mailwijs_policy::RuleId;

pub use place::encoder_file;
pub use reader::{Reader, Turn};

/// The rules that sentences can tell of. What words tell of a pupil or call an insult may be taken back; a password stays one.
pub const TOLD_BY_SENTENCES: &[Awaited] = &[
    Awaited {
        rule: RuleId::SensitivePupilData,
        doubted: true,
    },
    Awaited {
        rule: RuleId::Password,
        doubted: false,
    },
    Awaited {
        rule: RuleId::ImproperContent,
        doubted: true,
    },
];

/// Whether sentences are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayerState {
    /// They are.
    Present,
    /// The encoder's file is not installed.
    Missing,
    /// The encoder's file cannot be read, or belongs to another version.
    Damaged,
}

/// The layer, with its weights in memory only while it is at work.
pub struct SentenceLayer {
    file: Option<PathBuf>,
    state: LayerState,
    encoder: Option<Arc<Encoder>>,
    memory: Memory,
}

impl SentenceLayer {
    /// The layer of this installation.
    pub fn installed() -> Self {
        Self::at(encoder_file())
    }

    /// The layer whose weights are in this file.
    pub fn at(file: Option<PathBuf>) -> Self {
        Self {
            state: if file.is_some() {
                LayerState::Present
            } else {
                LayerState::Missing
            },
            file,
            encoder: None,
            memory: Memory::default(),
        }
    }

    /// The same layer for somebody who works beside this one: the weights are in memory once, and each remembers what it judged.
    #[must_use]
    pub fn shared(&mut self) -> Self {
        self.wake();
        Self {
            file: self.file.clone(),
            state: self.state,
            encoder: self.encoder.clone(),
            memory: Memory::default(),
        }
    }

    /// Where its weights are.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Whether sentences are read.
    pub const fn state(&self) -> LayerState {
        self.state
    }

    /// Whether the weights are in memory now.
    pub const fn is_awake(&self) -> bool {
        self.encoder.is_some()
    }

    /// Gives the memory of the weights back; what was judged stays known.
    pub fn rest(&mut self) {
        self.encoder = None;
    }

    /// Judges every sentence of a document; nothing when there is no encoder.
    pub fn judge(&mut self, document: &Document<'_>) -> Vec<SentenceScore> {
        self.wake();
        match &self.encoder {
            Some(encoder) => encoder.judge_document(document, &mut self.memory),
            None => Vec::new(),
        }
    }

    /// Reads the weights, to know whether they can be.
    pub fn wake(&mut self) {
        if self.encoder.is_some() || self.state != LayerState::Present {
            return;
        }
        let bytes = self.file.as_ref().and_then(|file| weights(file).ok());
        self.encoder = bytes.and_then(|bytes| Encoder::keep(bytes).ok()).map(Arc::new);
        if self.encoder.is_none() {
            self.state = LayerState::Damaged;
        }
    }
}

/// More than 32 MiB, the most that glibc ever keeps for itself when it is freed: weights in such a room go back to the system.
/// What is not filled of it takes no memory.
const ROOM: usize = 33 * 1024 * 1024;

fn weights(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(ROOM);
    File::open(file)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}
