//! What a file system event means for a mail store, on every platform.

use std::path::PathBuf;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Event, EventKind};

/// Something happened to a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Touch {
    /// The program that wrote it has closed it, or moved it to where it stands: it may be read now.
    Written(PathBuf),
    /// It is there or has changed, and may still be written to.
    Changed(PathBuf),
    /// Renamed: Maildir flags, or a move between folders.
    Renamed(PathBuf, PathBuf),
    /// It is no longer there.
    Gone(PathBuf),
    /// Events were lost.
    Lost,
}

/// Reads one event. Only Linux tells when a file is closed; macOS and Windows tell that it changed.
pub(super) fn touches(event: Event) -> Vec<Touch> {
    if event.need_rescan() {
        return vec![Touch::Lost];
    }
    let each = |touch: fn(PathBuf) -> Touch| event.paths.iter().cloned().map(touch).collect();
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(RenameMode::To))
        | EventKind::Create(CreateKind::Folder) => each(Touch::Written),
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
            match <[PathBuf; 2]>::try_from(event.paths) {
                Ok([from, to]) => vec![Touch::Renamed(from, to)],
                Err(_) => vec![Touch::Lost],
            }
        }
        EventKind::Modify(ModifyKind::Name(RenameMode::From)) | EventKind::Remove(RemoveKind::File) => {
            each(Touch::Gone)
        }
        EventKind::Access(_) => Vec::new(),
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => each(Touch::Changed),
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, Flag};

    use super::*;

    fn event(kind: EventKind) -> Event {
        Event::new(kind).add_path("a".into())
    }

    #[test]
    fn reading_a_file_is_no_change() {
        assert_eq!(
            touches(event(EventKind::Access(AccessKind::Close(AccessMode::Read)))),
            []
        );
        assert_eq!(
            touches(event(EventKind::Access(AccessKind::Open(AccessMode::Any)))),
            []
        );
    }

    #[test]
    fn a_closed_file_is_complete_and_a_changed_one_may_not_be() {
        let closed = event(EventKind::Access(AccessKind::Close(AccessMode::Write)));
        assert_eq!(touches(closed), [Touch::Written("a".into())]);
        let changed = event(EventKind::Modify(ModifyKind::Data(DataChange::Any)));
        assert_eq!(touches(changed), [Touch::Changed("a".into())]);
        let linked = event(EventKind::Create(CreateKind::File));
        assert_eq!(touches(linked), [Touch::Changed("a".into())]);
    }

    #[test]
    fn a_full_queue_loses_events() {
        assert_eq!(
            touches(Event::new(EventKind::Other).set_flag(Flag::Rescan)),
            [Touch::Lost]
        );
    }
}
