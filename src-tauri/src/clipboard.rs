//! Text on the clipboard for a minute, then gone, unless the teacher copied something else meanwhile.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Manager};
use tauri_plugin_clipboard_manager::ClipboardExt;

const KEPT: Duration = Duration::from_mins(1);

/// The text that was put on the clipboard last and is not cleared yet.
#[derive(Default)]
pub struct Held(Mutex<Ours>);

/// Puts `text` on the clipboard, out of clipboard histories, and clears it after a minute.
pub fn hold(app: &AppHandle, text: &str) {
    if app.clipboard().write_secret(text).is_err() {
        eprintln!("Mailwijs: the clipboard is not available.");
        return;
    }
    let turn = held(app).put(text);
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(KEPT);
        let ours = held(&app).over(turn);
        clear(&app, ours.as_deref());
    });
}

/// Clears the clipboard if it still holds our text.
pub fn forget(app: &AppHandle) {
    let ours = app.try_state::<Held>().and_then(|_| held(app).text.take());
    clear(app, ours.as_deref());
}

fn clear(app: &AppHandle, ours: Option<&str>) {
    if may_clear(ours, || app.clipboard().read_text().ok()) {
        // Nothing is left to do when the clipboard cannot be cleared.
        let _ = app.clipboard().clear();
    }
}

/// Only what is ours; what stands there is not even read when nothing is.
fn may_clear(ours: Option<&str>, stands_there: impl FnOnce() -> Option<String>) -> bool {
    ours.is_some_and(|ours| stands_there().as_deref() == Some(ours))
}

fn held(app: &AppHandle) -> MutexGuard<'_, Ours> {
    app.state::<Held>()
        .inner()
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}

/// What we put there. Turns are counted, so that the same text, copied twice, has its whole minute the second time too.
#[derive(Default)]
struct Ours {
    text: Option<String>,
    turn: u64,
}

impl Ours {
    /// It was put on the clipboard; the turn whose minute begins.
    fn put(&mut self, text: &str) -> u64 {
        self.turn = self.turn.wrapping_add(1);
        self.text = Some(text.to_owned());
        self.turn
    }

    /// The minute of this turn is over: what is to be cleared, unless a later turn has begun.
    fn over(&mut self, turn: u64) -> Option<String> {
        let is_last = self.turn == turn;
        self.text.take_if(|_| is_last)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ours, may_clear};

    #[test]
    fn our_text_goes_when_its_minute_is_over() {
        let mut ours = Ours::default();
        let turn = ours.put("Noor heeft epilepsie.");
        let text = ours.over(turn);
        assert_eq!(text.as_deref(), Some("Noor heeft epilepsie."));
        assert!(may_clear(text.as_deref(), || text.clone()));
        assert_eq!(ours.over(turn), None, "once");
    }

    #[test]
    fn what_the_teacher_copied_meanwhile_stays() {
        let something_else = || Some("een boodschappenlijst".to_owned());
        assert!(!may_clear(Some("Noor heeft epilepsie."), something_else));
        assert!(!may_clear(Some("Noor heeft epilepsie."), || None), "a picture");
    }

    #[test]
    fn a_text_that_is_copied_again_has_a_whole_minute_again() {
        for again in ["Noor heeft epilepsie.", "Een andere tekst."] {
            let mut ours = Ours::default();
            let first = ours.put("Noor heeft epilepsie.");
            let second = ours.put(again);
            assert_eq!(ours.over(first), None);
            assert_eq!(ours.over(second).as_deref(), Some(again));
        }
    }

    #[test]
    fn nothing_is_read_when_nothing_is_ours() {
        let mut ours = Ours::default();
        let turn = ours.put("Noor heeft epilepsie.");
        // The app stops.
        drop(ours.text.take());
        let text = ours.over(turn);
        assert!(!may_clear(text.as_deref(), || unreachable!(
            "it is the teacher's"
        )));
    }
}
