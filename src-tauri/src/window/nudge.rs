//! The nudge card's window: bottom right, on top, never taking the focus by itself.

use super::geometry::{Area, bottom_right};
use mailwijs_app::ipc::NudgeDto;
use std::time::Duration;
use tauri::{
    AppHandle, Emitter, Manager, PhysicalPosition, PhysicalSize, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder,
};

const LABEL: &str = "nudge";
const WIDTH: f64 = 420.0;
const FIRST_HEIGHT: f64 = 150.0;
const MARGIN: f64 = 16.0;
/// The page fades in this time (`--leave` in its style sheet).
const LEAVE: Duration = Duration::from_millis(220);

/// Whether a card is on the screen.
pub fn is_open(app: &AppHandle) -> bool {
    app.get_webview_window(LABEL).is_some()
}

/// Shows this card, in the window that is open or in a new one; false when the desktop gives no window.
/// `focus` lets it take the keyboard, because the teacher asked for it.
pub fn show(app: &AppHandle, card: &NudgeDto, focus: bool) -> bool {
    let window = match app.get_webview_window(LABEL) {
        Some(window) => app.emit_to(LABEL, "nudge", card).map(|()| window),
        None => create(app),
    };
    match window.and_then(|window| if focus { take_focus(&window) } else { Ok(()) }) {
        Ok(()) => true,
        Err(error) => {
            eprintln!("Mailwijs: the card has no window: {error}");
            false
        }
    }
}

/// Lets the card fade, then destroys its window.
pub fn take_away(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A page that does not answer is destroyed all the same.
        let _ = app.emit_to(LABEL, "nudge-leave", ());
        std::thread::sleep(LEAVE);
        let _ = window.destroy();
    }
}

/// Fits the window to the card's height (CSS pixels) and shows it when it was not shown yet.
pub fn resize(window: &WebviewWindow, height: f64) -> tauri::Result<()> {
    let Some(area) = place(window, height)? else {
        return window.show();
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "screen coordinates fit"
    )]
    let (size, corner) = (
        PhysicalSize::new(area.width.round() as u32, area.height.round() as u32),
        PhysicalPosition::new(area.x.round() as i32, area.y.round() as i32),
    );
    // Equal limits hold the size; a window that is not resizable at all would snap to the toolkit's own idea of it.
    window.set_min_size(Some(size))?;
    window.set_max_size(Some(size))?;
    window.set_size(size)?;
    window.set_position(corner)?;
    if !window.is_visible()? {
        window.show()?;
        window.set_position(corner)?;
    }
    Ok(())
}

/// Lets the keyboard come to the card.
pub fn take_focus(window: &WebviewWindow) -> tauri::Result<()> {
    window.set_focusable(true)?;
    window.set_focus()
}

fn create(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("nudge.html".into()))
        .title("Mailwijs")
        .decorations(false)
        .always_on_top(true)
        .skip_taskbar(true)
        .visible_on_all_workspaces(true)
        .focused(false)
        .focusable(false)
        // Shown by `resize`, once the page knows how tall its card is.
        .visible(false)
        .inner_size(WIDTH, FIRST_HEIGHT)
        .build()
}

/// The card's place on the main screen in physical pixels; `None` when the desktop does not say what screens there are.
fn place(window: &WebviewWindow, height: f64) -> tauri::Result<Option<Area>> {
    let monitor = match window.primary_monitor()? {
        Some(monitor) => Some(monitor),
        None => window.available_monitors()?.into_iter().next(),
    };
    Ok(monitor.map(|monitor| {
        let (scale, free) = (monitor.scale_factor(), monitor.work_area());
        let free = Area {
            x: f64::from(free.position.x),
            y: f64::from(free.position.y),
            width: f64::from(free.size.width),
            height: f64::from(free.size.height),
        };
        bottom_right(free, WIDTH * scale, height * scale, MARGIN * scale)
    }))
}
