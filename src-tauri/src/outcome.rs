//! Carries out what came of an action: text on the clipboard, an address opened, a folder shown.

use crate::clipboard;
use mailwijs_app::ipc::OutcomeDto;
use tauri::{AppHandle, Url};
use tauri_plugin_opener::OpenerExt;

/// Does the outward part of an outcome.
pub fn carry_out(app: &AppHandle, outcome: &OutcomeDto) {
    if let Some(text) = &outcome.clipboard {
        clipboard::hold(app, text);
    }
    if let Some(address) = outcome.open.as_deref().filter(|address| may_open(address))
        && app.opener().open_url(address, None::<&str>).is_err()
    {
        eprintln!("Mailwijs: no program on this computer opens web or mail addresses.");
    }
    if let Some(folder) = &outcome.folder
        && app.opener().open_path(folder, None::<&str>).is_err()
    {
        eprintln!("Mailwijs: no program on this computer shows folders.");
    }
}

/// Only web pages over TLS and new mails: never a file, a script or a program.
fn may_open(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "https" | "mailto"))
}

#[cfg(test)]
mod tests {
    use super::may_open;

    #[test]
    fn opens_secure_pages_and_new_mails() {
        assert!(may_open("https://sintjan.smartschool.example/Messages"));
        assert!(may_open("mailto:info@sintjan.example?bcc=ouders%40example.org"));
    }

    #[test]
    fn opens_nothing_else() {
        for address in [
            "http://sintjan.example",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "smb://server/share",
            "calc.exe",
            "",
        ] {
            assert!(!may_open(address), "{address}");
        }
    }
}
