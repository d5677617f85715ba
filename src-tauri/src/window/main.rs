//! The main window.

use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindowBuilder};

const LABEL: &str = "main";

/// Opens the main window, or brings it to the front.
pub fn open(app: &AppHandle) {
    show(app, None);
}

/// Opens the main window, or brings it to the front, at this page.
pub fn open_at(app: &AppHandle, page: &'static str) {
    show(app, Some(page));
}

fn show(app: &AppHandle, page: Option<&'static str>) {
    let app = app.clone();
    // Off the main thread: building a window from a menu or event handler deadlocks on Windows.
    std::thread::spawn(move || {
        let opened = match app.get_webview_window(LABEL) {
            Some(window) => window
                .unminimize()
                .and_then(|()| window.show())
                .and_then(|()| window.set_focus())
                .and_then(|()| page.map_or(Ok(()), |page| app.emit_to(LABEL, "page", page))),
            None => WebviewWindowBuilder::new(&app, LABEL, WebviewUrl::App(address(page).into()))
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

fn address(page: Option<&str>) -> String {
    page.map_or_else(|| "main.html".to_owned(), |page| format!("main.html#{page}"))
}

/// Lets the main window, if it is open, ask again for what it shows.
pub fn refresh(app: &AppHandle) {
    // A window that was closed meanwhile needs no refresh.
    let _ = app.emit_to(LABEL, "changed", ());
}
