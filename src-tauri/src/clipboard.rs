//! Text on the clipboard for a minute, then gone, unless the teacher copied something else meanwhile.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Manager};
use tauri_plugin_clipboard_manager::ClipboardExt;

const KEPT: Duration = Duration::from_mins(1);

/// The text that was put on the clipboard last and is not cleared yet.
#[derive(Default)]
pub struct Held(Mutex<Option<String>>);

/// Puts `text` on the clipboard, out of clipboard histories, and clears it after a minute.
pub fn hold(app: &AppHandle, text: &str) {
    if app.clipboard().write_secret(text).is_err() {
        eprintln!("Mailwijs: the clipboard is not available.");
        return;
    }
    *held(app) = Some(text.to_owned());
    let (app, text) = (app.clone(), text.to_owned());
    std::thread::spawn(move || {
        std::thread::sleep(KEPT);
        if held(&app).as_ref() == Some(&text) {
            forget(&app);
        }
    });
}

/// Clears the clipboard if it still holds our text.
pub fn forget(app: &AppHandle) {
    let ours = app.try_state::<Held>().and_then(|_| held(app).take());
    if let Some(ours) = ours
        && app.clipboard().read_text().is_ok_and(|now| now == ours)
    {
        // Nothing is left to do when the clipboard cannot be cleared.
        let _ = app.clipboard().clear();
    }
}

fn held(app: &AppHandle) -> MutexGuard<'_, Option<String>> {
    app.state::<Held>()
        .inner()
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}
