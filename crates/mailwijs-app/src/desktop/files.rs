//! Notices when the policy file or the class list changes.

use std::fs;

use crossbeam_channel::Sender;
use notify::event::{AccessKind, AccessMode, ModifyKind};
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
            if is_complete(event.kind) && event.paths.iter().any(|path| ours.contains(path)) {
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

/// Whether a file stands as its writer wants it. Only Linux tells when a file is closed; elsewhere each change is
/// looked at, and the last one sees the whole file.
fn is_complete(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(_))
        | EventKind::Remove(_) => true,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Any => !cfg!(target_os = "linux"),
        EventKind::Access(_) | EventKind::Other => false,
    }
}
