//! From the messages of a store to what was found in them.

use mailwijs_checks::Channel;
use mailwijs_store::{Listed, MailStore};

use super::give_way::give_way;
use super::mark::{Known, Mark};
use crate::check::{Checker, Since, TOGETHER, in_order};
use crate::ipc::line::MessageLine;

/// How much of the computer a scan takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pace {
    /// What others leave.
    #[default]
    GivingWay,
    /// As much as any program.
    Full,
}

/// One message of a scan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// The number of its folder in [`MailStore::folders`]; `None` for what could not be opened as a folder.
    pub folder: Option<usize>,
    /// Bytes that it takes up in its store.
    pub size: u64,
    /// By what it will be known that it was checked.
    pub mark: Mark,
    /// What was found; `None` for a ghost, for mail from before the day that was asked for, and for mail that was checked already.
    pub line: Option<MessageLine>,
}

impl Checker {
    /// Checks every live message of a store that is not `known` yet, those since a day when one is given: on all cores, told folder
    /// by folder, in each the newest first where that is known at a glance. Ends when `each` answers `false`.
    pub fn scan(
        &self,
        store: &MailStore,
        since: Option<Since>,
        pace: Pace,
        known: &Known,
        each: &mut dyn FnMut(Step) -> bool,
    ) {
        self.learn_from(store);
        let folders = store.folders.iter().enumerate();
        let listed = folders.flat_map(|(number, folder)| {
            let listed = folder.listed_newest_first(&store.root);
            listed.map(move |listed| (Some(number), listed))
        });
        in_order(
            store.no_folders().map(|listed| (None, listed)).chain(listed),
            TOGETHER,
            || {
                give_way_at(pace);
                self.layer_beside()
            },
            |layer, (folder, listed): (Option<usize>, Listed)| {
                let version = listed.version();
                let mark = known.mark(&version);
                let line = if known.holds(mark) {
                    None
                } else {
                    self.check_listed(listed, Channel::Mail, None, since, layer)
                };
                Step {
                    folder,
                    size: version.size,
                    mark,
                    line,
                }
            },
            each,
        );
    }
}

/// Has this thread give way when the pace says so.
pub(super) fn give_way_at(pace: Pace) {
    if pace == Pace::GivingWay {
        give_way();
    }
}
