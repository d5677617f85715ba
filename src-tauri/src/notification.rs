//! System notifications, where a card cannot be a window of its own.

use crate::texts::Texts;
use crate::{shell, window};
use mailwijs_app::App;
use mailwijs_app::ipc::NudgeDto;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_notification::{Action, ActionType, NotificationBuilder, NotificationExt};

const CARD: &str = "card";

/// What a click on the last notification shows.
#[derive(Default)]
struct Shown(Mutex<Option<Target>>);

/// What a click on a notification shows.
enum Target {
    /// The card of this draft.
    Card(String),
    /// This page of the main window.
    Page(&'static str),
}

/// Says what a click on a notification does: it shows what it is about.
pub fn prepare(app: &AppHandle) {
    app.manage(Shown::default());
    let handle = app.clone();
    let heard = app.notification().on_action(move |_| {
        let target = shown(&handle).take();
        match target {
            Some(Target::Card(draft)) => shell::show_card(&handle, &draft),
            Some(Target::Page(page)) => window::main::open_at(&handle, page),
            None => {}
        }
    });
    if let Err(error) = heard {
        eprintln!("Mailwijs: a click on a notification does nothing here: {error}");
    }
}

/// Shows a card as a notification; one that asks nothing needs none.
pub fn card(app: &AppHandle, card: &NudgeDto) {
    let asks = !card.resolved && card.kept.is_none();
    *shown(app) = asks.then(|| Target::Card(card.draft.clone()));
    if asks {
        let body = if card.subject.is_empty() {
            card.place.clone()
        } else {
            format!("{} · {}", card.subject, card.place)
        };
        with_button(app, &card.lang);
        send(
            app.notification()
                .builder()
                .title(&card.title)
                .body(body)
                .action_type_id(CARD),
        );
    }
}

/// Reminds of something that waits on a page of the main window.
pub fn remind(app: &AppHandle, text: &str, page: &'static str) {
    *shown(app) = Some(Target::Page(page));
    with_button(app, &app.state::<App>().tray().lang);
    send(
        app.notification()
            .builder()
            .title("Mailwijs")
            .body(text)
            .action_type_id(CARD),
    );
}

fn with_button(app: &AppHandle, lang: &str) {
    let show = Action::builder("show", Texts::new(lang).get("notification-show")).build();
    let button = ActionType::builder(CARD).actions(vec![show]).build();
    if let Err(error) = app.notification().register_action_types(vec![button]) {
        eprintln!("Mailwijs: the notification has no button: {error}");
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

fn shown(app: &AppHandle) -> MutexGuard<'_, Option<Target>> {
    app.state::<Shown>()
        .inner()
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}
