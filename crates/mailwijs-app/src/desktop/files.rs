//! Notices when the policy file or the class list changes.

use std::fs;

use crossbeam_channel::Sender;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::event::AppEvent;
use crate::place::Places;

/// Watches the configuration folder; dropping it ends it.
pub(super) struct FileWatch {
    _watcher: RecommendedWatcher,
}

impl FileWatch {
    /// Starts watching; without it a changed policy is taken at the next start.
    pub fn start(places: &Places, events: Sender<AppEvent>) -> Option<Self> {
        let ours = [places.policy(), places.trusted_key(), places.class_list()];
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            let read = matches!(event.kind, EventKind::Access(kind) if !kind_is_close_write(kind));
            if !read && event.paths.iter().any(|path| ours.contains(path)) {
                // The state thread is gone only when the app closes.
                let _ = events.send(AppEvent::PolicyReloaded);
            }
        })
        .ok()?;
        fs::create_dir_all(&places.config).ok()?;
        watcher.watch(&places.config, RecursiveMode::NonRecursive).ok()?;
        Some(Self { _watcher: watcher })
    }
}

fn kind_is_close_write(kind: notify::event::AccessKind) -> bool {
    use notify::event::{AccessKind, AccessMode};
    matches!(kind, AccessKind::Close(AccessMode::Write))
}
