//! Whether this desktop lets a program place a small window in a corner without taking the focus.

/// Whether nudge cards can be windows; decided once at start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cards {
    /// A small window, bottom right.
    Window,
    /// A system notification; its window opens when the teacher asks for it.
    Notification,
}

/// Prefers X11 (also on a Wayland desktop, through `XWayland`): Wayland ignores where a window wants to be.
/// Must be called before the toolkit starts.
pub fn prefer_placeable_windows() {
    #[cfg(target_os = "linux")]
    gdk::set_allowed_backends("x11,*");
}

/// What the desktop allows. `MAILWIJS_CARDS=notification` prefers notifications. Call on the main thread.
pub fn cards() -> Cards {
    if std::env::var("MAILWIJS_CARDS").is_ok_and(|cards| cards == "notification") || wayland() {
        Cards::Notification
    } else {
        Cards::Window
    }
}

#[cfg(target_os = "linux")]
fn wayland() -> bool {
    use gdk::prelude::DisplayExtManual;
    gdk::Display::default().is_some_and(|display| display.backend().is_wayland())
}

#[cfg(not(target_os = "linux"))]
fn wayland() -> bool {
    false
}
