//! System notifications, where a card cannot be a window of its own.

use crate::shell;
use crate::texts::Texts;
use mailwijs_app::ipc::NudgeDto;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_notification::{Action, ActionType, NotificationBuilder, NotificationExt};

const CARD: &str = "card";

/// The draft of the last notification: a click on it shows that card.
#[derive(Default)]
struct Shown(Mutex<Option<String>>);

/// Says what a click on a card's notification does: it shows the card.
pub fn prepare(app: &AppHandle) {
    app.manage(Shown::default());
    let handle = app.clone();
    let heard = app.notification().on_action(move |_| {
        let draft = shown(&handle).take();
        if let Some(draft) = draft {
            shell::show_card(&handle, &draft);
        }
    });
    if let Err(error) = heard {
        eprintln!("Mailwijs: a click on a notification does nothing here: {error}");
    }
}

/// Shows a card as a notification; one that asks nothing needs none.
pub fn card(app: &AppHandle, card: &NudgeDto) {
    let asks = !card.resolved && card.kept.is_none();
    *shown(app) = asks.then(|| card.draft.clone());
    if asks {
        let body = if card.subject.is_empty() {
            card.place.clone()
        } else {
            format!("{} · {}", card.subject, card.place)
        };
        let show = Action::builder("show", Texts::new(&card.lang).get("notification-show")).build();
        let button = ActionType::builder(CARD).actions(vec![show]).build();
        if let Err(error) = app.notification().register_action_types(vec![button]) {
            eprintln!("Mailwijs: the notification has no button: {error}");
        }
        send(
            app.notification()
                .builder()
                .title(&card.title)
                .body(body)
                .action_type_id(CARD),
        );
    }
}

/// Tells the teacher something that has no window to say it in.
pub fn tell(app: &AppHandle, message: &str) {
    send(app.notification().builder().title("Mailwijs").body(message));
}

fn send(notification: NotificationBuilder<Wry>) {
    if let Err(error) = notification.show() {
        eprintln!("Mailwijs: this desktop shows no notifications: {error}");
    }
}

fn shown(app: &AppHandle) -> MutexGuard<'_, Option<String>> {
    app.state::<Shown>()
        .inner()
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}
