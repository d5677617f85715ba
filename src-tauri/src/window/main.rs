//! The main window.

use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindowBuilder};

const LABEL: &str = "main";

/// Opens the main window, or brings it to the front.
pub fn open(app: &AppHandle) {
    let app = app.clone();
    // Off the main thread: building a window from a menu or event handler deadlocks on Windows.
    std::thread::spawn(move || {
        let opened = match app.get_webview_window(LABEL) {
            Some(window) => window
                .unminimize()
                .and_then(|()| window.show())
                .and_then(|()| window.set_focus()),
            None => WebviewWindowBuilder::new(&app, LABEL, WebviewUrl::App("main.html".into()))
                .title("Mailwijs")
                .inner_size(920.0, 660.0)
                .min_inner_size(640.0, 440.0)
                .center()
                .build()
                .map(drop),
        };
        if let Err(error) = opened {
            eprintln!("Mailwijs: the main window could not be opened: {error}");
        }
    });
}

/// Lets the main window, if it is open, ask again for what it shows.
pub fn refresh(app: &AppHandle) {
    // A window that was closed meanwhile needs no refresh.
    let _ = app.emit_to(LABEL, "changed", ());
}
