//! From the engine's events to tray, card and windows, one after the other on a thread of its own: the engine never
//! waits for a window.

use crate::display::{self, Cards};
use crate::launch::Launch;
use crate::{notification, tray, window};
use mailwijs_app::ipc::{NudgeDto, UserAction};
use mailwijs_app::{App, AppConfig, ShellEvent};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

/// The draft whose card the teacher asked for: that card may take the focus, and is a window on every desktop.
#[derive(Default)]
pub struct AskedFor(Mutex<Option<String>>);

impl AskedFor {
    fn set(&self, draft: &str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(draft.to_owned());
    }

    /// Whether this draft was asked for; answers yes once.
    fn take(&self, draft: &str) -> bool {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let yes = asked.as_deref() == Some(draft);
        if yes {
            *asked = None;
        }
        yes
    }
}

/// Starts the engine, the tray and, if asked for, the main window.
pub fn start(app: &AppHandle, launch: Launch) {
    if launch == Launch::Quit {
        app.exit(0);
        return;
    }
    app.manage(display::cards());
    app.manage(AskedFor::default());
    app.manage(crate::clipboard::Held::default());

    let (events, queue) = channel();
    let engine = match App::start(AppConfig::from_env(), move |event| {
        // The queue only closes when the program ends.
        let _ = events.send(event);
    }) {
        Ok(engine) => engine,
        Err(error) => return refuse(app, &error.to_string()),
    };
    app.manage(engine.clone());

    notification::prepare(app);
    let in_tray = tray::build(app, &engine.tray());
    std::thread::spawn({
        let app = app.clone();
        move || follow(&app, &queue)
    });
    if launch == Launch::Open || !in_tray {
        window::main::open(app);
    }
}

/// Shows a draft's card because the teacher asked for it, in the tray or in a notification.
pub fn show_card(app: &AppHandle, draft: &str) {
    app.state::<AskedFor>().set(draft);
    act(
        app,
        UserAction::Show {
            draft: draft.to_owned(),
        },
    );
}

/// Does something from the tray and carries out what comes of it; a refusal is shown as a notification.
pub fn act(app: &AppHandle, action: UserAction) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || match app.state::<App>().act(action) {
        Ok(outcome) => crate::outcome::carry_out(&app, &outcome),
        Err(refusal) => notification::tell(&app, &refusal.message),
    });
}

fn follow(app: &AppHandle, queue: &Receiver<ShellEvent>) {
    for event in queue {
        match event {
            ShellEvent::Nudge(Some(card)) => show(app, &card),
            ShellEvent::Nudge(None) => window::nudge::take_away(app),
            ShellEvent::Tray(state) => tray::update(app, &state),
            ShellEvent::Changed => window::main::refresh(app),
            ShellEvent::Remind { text, page } => notification::remind(app, &text, page),
        }
    }
}

fn show(app: &AppHandle, card: &NudgeDto) {
    let asked = app.state::<AskedFor>().take(&card.draft);
    let as_window = asked || window::nudge::is_open(app) || *app.state::<Cards>() == Cards::Window;
    if as_window && window::nudge::show(app, card, asked) {
        return;
    }
    notification::card(app, card);
}

fn refuse(app: &AppHandle, why: &str) {
    eprintln!("Mailwijs cannot start: {why}");
    let handle = app.clone();
    app.dialog()
        .message(why)
        .title("Mailwijs")
        .kind(MessageDialogKind::Error)
        .show(move |_| handle.exit(1));
}

#[cfg(test)]
mod tests {
    use super::AskedFor;

    #[test]
    fn a_card_that_was_asked_for_takes_the_focus_once() {
        let asked = AskedFor::default();
        asked.set("uitstap");
        assert!(!asked.take("rapport"));
        assert!(asked.take("uitstap"));
        assert!(!asked.take("uitstap"));
    }
}
