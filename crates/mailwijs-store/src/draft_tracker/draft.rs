//! One draft: where its copies stand, what it last said, and what became of it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::files::ghosts;
use crate::sketch::{Sketch, hash};
use crate::{DraftKey, MessageKey};

#[derive(Debug)]
pub(super) struct Draft {
    pub(super) key: DraftKey,
    /// Where it stands, oldest copy first; ghosts that nobody marked yet are among them.
    pub(super) copies: Vec<Copy>,
    pub(super) latest: Sketch,
    /// Message-IDs of all its saves.
    pub(super) ids: HashSet<u64>,
    /// All its saves, by [`Copy::save`].
    pub(super) saves: HashSet<u64>,
    pub(super) born: Duration,
    pub(super) state: State,
}

#[derive(Debug)]
pub(super) struct Copy {
    pub(super) key: MessageKey,
    pub(super) store: PathBuf,
    pub(super) id: Option<u64>,
    pub(super) content: u64,
}

impl Copy {
    pub(super) fn new(key: MessageKey, store: &Path, sketch: &Sketch) -> Self {
        Self {
            key,
            store: store.to_owned(),
            id: sketch.id,
            content: sketch.content,
        }
    }

    /// What was saved, wherever it stands.
    pub(super) fn save(&self) -> u64 {
        hash((self.id, self.content))
    }

    /// The same save, wherever it stands.
    pub(super) fn is_same_save(&self, other: &Self) -> bool {
        self.id == other.id && self.content == other.content
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Saved,
    /// No copy is left since then.
    Gone(Duration),
    Discarded(Duration),
    Sent(Duration),
}

impl Draft {
    pub(super) fn add(&mut self, copy: Copy, sketch: Sketch) {
        self.saves.insert(copy.save());
        self.put(copy);
        self.ids.extend(sketch.id);
        self.latest = sketch;
        if !matches!(self.state, State::Sent(_)) {
            self.state = State::Saved;
        }
    }

    pub(super) fn put(&mut self, copy: Copy) {
        self.copies.retain(|old| old.key != copy.key);
        self.copies.push(copy);
        if matches!(self.state, State::Gone(_)) {
            self.state = State::Saved;
        }
    }

    /// Whether this copy says nothing new: the same file read twice, a message that compaction moved, or one that
    /// comes in a second time from the server or in another client.
    pub(super) fn has_already(&self, copy: &Copy) -> bool {
        let known_id = copy.id.is_some_and(|id| self.ids.contains(&id));
        match self.state {
            State::Sent(_) if known_id => return true,
            // A copy that a client writes again is a new save, unless it is back right after it went.
            State::Gone(_) | State::Sent(_)
                if self.latest.content == copy.content && self.latest.id == copy.id =>
            {
                return true;
            }
            _ => {}
        }
        self.copies
            .iter()
            .filter(|old| old.is_same_save(copy))
            .any(|old| {
                let other_directory = old.key.path.parent() != copy.key.path.parent();
                let in_one_file = old.key.offset.is_some() && copy.key.offset.is_some();
                let written_twice =
                    ghosts::is_of_thunderbird(&old.key.path) && ghosts::is_of_thunderbird(&copy.key.path);
                old.key == copy.key
                    || (copy.id.is_some() && (other_directory || in_one_file || written_twice))
                    || is_renumbered(&old.key.path, &copy.key.path)
            })
            || self.is_late(copy)
    }

    /// Whether it is an older save that a slow server shows, or a client that fetches it from there, while another store
    /// holds the last one already.
    fn is_late(&self, copy: &Copy) -> bool {
        self.state == State::Saved
            && copy.id.is_some()
            && copy.id != self.latest.id
            && self.saves.contains(&copy.save())
            && self.copies.iter().all(|other| other.key != copy.key)
            && self.copies.iter().any(|other| {
                other.store != copy.store
                    && other.id == self.latest.id
                    && other.content == self.latest.content
            })
    }

    pub(super) fn stands_in(&self, store: &Path) -> bool {
        self.copies.iter().any(|copy| copy.store == store)
    }

    pub(super) fn is_called(&self, name: &str) -> bool {
        self.ids.contains(&hash(name))
            || self.copies.iter().any(|copy| {
                copy.key
                    .path
                    .file_name()
                    .is_some_and(|file| file.as_encoded_bytes().starts_with(name.as_bytes()))
            })
    }

    pub(super) fn likeness(&self, sent: &Sketch) -> f32 {
        if sent.id.is_some_and(|id| self.ids.contains(&id)) {
            return f32::INFINITY;
        }
        self.latest.likeness(sent).unwrap_or(0.0)
    }
}

/// Whether a server gave the folder new numbers between the two.
fn is_renumbered(one: &Path, other: &Path) -> bool {
    let folder = |message: &Path| {
        let (folder, number) = message.parent()?.to_str()?.rsplit_once(";UIDVALIDITY=")?;
        Some((folder.to_owned(), number.to_owned()))
    };
    match (folder(one), folder(other)) {
        (Some(one), Some(other)) => one.0 == other.0 && one.1 != other.1,
        _ => false,
    }
}
