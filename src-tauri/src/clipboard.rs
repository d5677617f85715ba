//! Text on the clipboard for a minute, then gone, unless the teacher copied something else meanwhile.

use arboard::{Clipboard, Error, Set};
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How long a text stays.
const MINUTE: Duration = Duration::from_mins(1);

/// How long the end of the app waits for the clipboard. What another program holds it gives at once; only a window of
/// our own cannot answer while we end, and what that holds is not ours to clear.
const AT_THE_END: Duration = Duration::from_secs(1);

/// The clipboard, and what was put there last and is not cleared yet.
#[derive(Default)]
pub struct Held {
    ours: Mutex<Ours>,
    /// Since the first text. On Linux the text is served from here: it goes with this value.
    clipboard: Mutex<Option<Clipboard>>,
}

/// Puts `text` on the clipboard, out of clipboard histories, and clears it after a minute.
pub fn hold(app: &AppHandle, text: &str) {
    if put(app, text).is_err() {
        eprintln!("Mailwijs: the clipboard is not available.");
        return;
    }
    let turn = ours(app).put(text);
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(kept(std::env::var("MAILWIJS_CLIPBOARD_SECONDS").ok().as_deref()));
        let ours = ours(&app).over(turn);
        clear(&app, ours.as_deref());
    });
}

/// The app ends: clears the clipboard if it still holds our text.
pub fn forget(app: &AppHandle) {
    let Some(text) = app.try_state::<Held>().and_then(|_| ours(app).text.take()) else {
        return;
    };
    let (done, end) = channel();
    let app = app.clone();
    thread::spawn(move || {
        clear(&app, Some(&text));
        // Nobody may wait any more.
        let _ = done.send(());
    });
    // Past that time the app ends all the same.
    let _ = end.recv_timeout(AT_THE_END);
}

/// A minute; tests ask for fewer seconds, and nothing makes it longer.
fn kept(asked: Option<&str>) -> Duration {
    asked
        .and_then(|seconds| seconds.parse().ok())
        .map_or(MINUTE, |seconds| Duration::from_secs(seconds).min(MINUTE))
}

fn put(app: &AppHandle, text: &str) -> Result<(), Error> {
    let mut held = clipboard(app);
    let clipboard = match held.take() {
        Some(clipboard) => clipboard,
        None => Clipboard::new()?,
    };
    out_of_histories(held.insert(clipboard).set()).text(text)
}

fn clear(app: &AppHandle, ours: Option<&str>) {
    let mut held = clipboard(app);
    if let Some(clipboard) = held.as_mut()
        && may_clear(ours, || clipboard.get_text().ok())
    {
        // Nothing is left to do when the clipboard cannot be cleared.
        let _ = clipboard.clear();
    }
}

/// Windows keeps it out of Win+V, of other computers and of programs that look along.
#[cfg(windows)]
fn out_of_histories(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_monitoring()
}

/// Marked as concealed, which history programs look for.
#[cfg(target_os = "macos")]
fn out_of_histories(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtApple;
    set.exclude_from_history()
}

/// With the hint of password managers (`x-kde-passwordManagerHint`), which Klipper and others after it look for.
#[cfg(not(any(windows, target_os = "macos")))]
fn out_of_histories(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtLinux;
    set.exclude_from_history()
}

/// Only what is ours; what stands there is not even read when nothing is.
fn may_clear(ours: Option<&str>, stands_there: impl FnOnce() -> Option<String>) -> bool {
    ours.is_some_and(|ours| stands_there().as_deref() == Some(ours))
}

fn ours(app: &AppHandle) -> MutexGuard<'_, Ours> {
    let held = app.state::<Held>().inner();
    held.ours.lock().unwrap_or_else(PoisonError::into_inner)
}

fn clipboard(app: &AppHandle) -> MutexGuard<'_, Option<Clipboard>> {
    let held = app.state::<Held>().inner();
    held.clipboard.lock().unwrap_or_else(PoisonError::into_inner)
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
    use super::{MINUTE, Ours, kept, may_clear};
    use std::time::Duration;

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
    fn a_text_never_stays_longer_than_a_minute() {
        assert_eq!(kept(None), MINUTE);
        assert_eq!(kept(Some("3")), Duration::from_secs(3));
        for other in ["61", "3600", "-1", "", "long"] {
            assert_eq!(kept(Some(other)), MINUTE, "{other}");
        }
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
