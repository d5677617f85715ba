//! What is saved as a PDF: the receipt of a case and the report of a breach, through the system's own window.

use std::fs;
use std::path::PathBuf;

use mailwijs_attach::{Limits, extract};

use crate::Scene;

/// Presses the button with this text and saves under the name that is proposed; the PDF's text.
pub async fn saved(scene: &Scene, button: &str, name: &str) -> String {
    let home = scene.desktop.home();
    let file = home.join(scene.browser.say_with(name, "id", "1"));
    let before = scene.desktop.active_window();
    scene.browser.click_text(button).await;
    scene.desktop.save_in_dialog(&file, &before);
    scene
        .browser
        .until("the PDF", async || {
            fs::metadata(&file).is_ok_and(|file| file.len() > 0)
        })
        .await;
    scene.browser.until_it_tells(".said", "save-done").await;
    let pdf = fs::read(&file).expect("the PDF");
    if let Some(folder) = std::env::var_os("MAILWIJS_PICTURES") {
        let kept = format!("{}{name}.pdf", scene.browser.look().name);
        fs::write(PathBuf::from(folder).join(kept), &pdf).expect("the PDF is kept");
    }
    let read = extract("saved.pdf", "application/pdf", &pdf, &Limits::default());
    assert_eq!(read.unreadable, None);
    read.text
}
