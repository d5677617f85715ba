//! The tray icon and its three states.

use crate::tray_menu;
use mailwijs_app::ipc::TrayDto;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use tauri::image::Image;
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, include_image};

const ID: &str = "mailwijs";
const CALM: Image<'_> = include_image!("../icons/tray-calm.png");
const ATTENTION: Image<'_> = include_image!("../icons/tray-attention.png");
const PAUSED: Image<'_> = include_image!("../icons/tray-paused.png");

/// Puts the icon in the tray; false, with a message on stderr, when this computer has no tray library.
pub fn build(app: &AppHandle, state: &TrayDto) -> bool {
    // On Linux the tray library is loaded at run time, and the crate that loads it panics when it is absent.
    let hook = take_hook();
    set_hook(Box::new(|_| {}));
    let built = catch_unwind(AssertUnwindSafe(|| {
        TrayIconBuilder::with_id(ID)
            .icon(icon(&state.state))
            .tooltip("Mailwijs")
            .menu(&tray_menu::build(app, state)?)
            .on_menu_event(|app, event| tray_menu::chosen(app, event.id().as_ref()))
            .build(app)
    }));
    set_hook(hook);
    let why = match built {
        Ok(Ok(_)) => return true,
        Ok(Err(error)) => error.to_string(),
        Err(_) => "libayatana-appindicator3 is not installed (Debian, Ubuntu: apt install libayatana-appindicator3-1)".to_owned(),
    };
    eprintln!("Mailwijs: no icon in the tray: {why}. Mailwijs goes on; open it by starting it once more.");
    false
}

/// Shows the state the engine says the tray is in.
pub fn update(app: &AppHandle, state: &TrayDto) {
    let Some(tray) = app.tray_by_id(ID) else { return };
    let updated = tray
        .set_icon(Some(icon(&state.state)))
        .and_then(|()| tray_menu::build(app, state))
        .and_then(|menu| tray.set_menu(Some(menu)));
    if let Err(error) = updated {
        eprintln!("Mailwijs: the tray could not be updated: {error}");
    }
}

fn icon(state: &str) -> Image<'static> {
    match state {
        "attention" => ATTENTION,
        "paused" => PAUSED,
        _ => CALM,
    }
}
