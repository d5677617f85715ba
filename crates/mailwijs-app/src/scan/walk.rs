//! From the messages of a store to what was found in them.

use std::num::NonZero;

use mailwijs_store::{FolderRole, Listed, MailStore};

use super::give_way::give_way;
use super::mark::{Known, Mark};
use crate::check::{Checker, Reading, Since, TOGETHER, Tell, all_cores, in_order};
use crate::ipc::line::MessageLine;
use crate::sentence_layer::SentenceLayer;

/// How much of the computer a scan takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pace {
    /// What others leave.
    #[default]
    GivingWay,
    /// What others leave of half of the cores: whoever works beside it hears no fan.
    Quiet,
    /// As much as any program.
    Full,
}

impl Pace {
    pub(super) fn cores(self) -> NonZero<usize> {
        match self {
            Self::GivingWay | Self::Full => all_cores(),
            Self::Quiet => NonZero::new(all_cores().get() / 2).unwrap_or(NonZero::<usize>::MIN),
        }
    }

    /// Has this thread give way when the pace says so.
    pub(super) fn give_way(self) {
        match self {
            Self::GivingWay | Self::Quiet => give_way(),
            Self::Full => {}
        }
    }
}

/// One message of a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<T> {
    /// The number of its folder in [`MailStore::folders`]; `None` for what could not be opened as a folder.
    pub folder: Option<usize>,
    /// Bytes that it takes up in its store.
    pub size: u64,
    /// By what it will be known that it was checked.
    pub mark: Mark,
    /// What was found; `None` for a ghost, for mail from before the day that was asked for, and for mail that was checked already.
    pub told: Option<T>,
}

impl<T> Default for Step<T> {
    fn default() -> Self {
        Self {
            folder: None,
            size: 0,
            mark: Mark::default(),
            told: None,
        }
    }
}

/// How a scan goes through mailboxes.
pub(crate) struct Walk<'a, T> {
    pub reading: Reading<'a, T>,
    /// Reads sentences, one for each thread.
    pub layer: &'a (dyn Fn() -> SentenceLayer + Sync),
    /// Only folders with these roles are walked through.
    pub roles: &'a (dyn Fn(FolderRole) -> bool + Sync),
    pub pace: Pace,
    /// The newest comes first in an mbox too, though it has to be read through for that.
    pub newest_first: bool,
    /// What was checked already.
    pub known: &'a Known,
}

impl<T: Tell> Walk<'_, T> {
    /// Checks every live message of a store: told folder by folder, in each the newest first where that is known at a glance, or asked for. Ends
    /// when `each` answers `false`.
    pub fn store(&self, store: &MailStore, each: &mut dyn FnMut(Step<T::Told>) -> bool) {
        let folders = store.folders.iter().enumerate();
        let wanted = folders.filter(|(_, folder)| (self.roles)(folder.role));
        let listed = wanted.flat_map(|(number, folder)| {
            let listed = if self.newest_first {
                folder.listed_backwards(&store.root)
            } else {
                folder.listed_newest_first(&store.root)
            };
            listed.map(move |listed| (Some(number), listed))
        });
        in_order(
            store.no_folders().map(|listed| (None, listed)).chain(listed),
            self.pace.cores(),
            TOGETHER,
            || {
                self.pace.give_way();
                (self.layer)()
            },
            |layer, (folder, listed): (Option<usize>, Listed)| {
                let version = listed.version();
                let mark = self.known.mark(&version);
                let told = if self.known.holds(mark) {
                    None
                } else {
                    self.reading.listed(listed, layer)
                };
                Step {
                    folder,
                    size: version.size,
                    mark,
                    told,
                }
            },
            each,
        );
    }
}

impl Checker {
    /// Checks every live message of a store that is not `known` yet, those since a day when one is given: told folder by folder, in each
    /// the newest first where that is known at a glance. Ends when `each` answers `false`.
    pub fn scan(
        &self,
        store: &MailStore,
        since: Option<Since>,
        pace: Pace,
        known: &Known,
        each: &mut dyn FnMut(Step<MessageLine>) -> bool,
    ) {
        self.learn_from(store);
        self.walking(since, pace, known, |walk| walk.store(store, each));
    }

    /// Walks and tells lines.
    pub(super) fn walking<R>(
        &self,
        since: Option<Since>,
        pace: Pace,
        known: &Known,
        go: impl FnOnce(Walk<'_, Self>) -> R,
    ) -> R {
        go(Walk {
            reading: self.reading(mailwijs_checks::Channel::Mail, None, since),
            layer: &|| self.layer_beside(),
            roles: &|_| true,
            pace,
            newest_first: false,
            known,
        })
    }
}
