//! What is copied for the tracking system, on the real clipboard of the desktop.

use std::io::Write;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::case::{ABOUT_NOOR, exported, now, to_the_files};
use crate::desktop::Desktop;
use crate::look::Look;
use crate::{Scene, play_as};

/// Shorter than the minute of the app, so that the tests need not wait for it.
const SHORT: [(&str, &str); 1] = [("MAILWIJS_CLIPBOARD_SECONDS", "3")];

/// Well past the time of what was copied.
const PAST: Duration = Duration::from_secs(6);

const LIST: &str = "een boodschappenlijst";

/// What stands on the clipboard, as this target; `None` when nothing does.
fn pasted(desktop: &Desktop, target: &str) -> Option<String> {
    let args = ["-o", "-selection", "clipboard", "-t", target];
    let output = desktop.command("xclip", "xclip").args(args).output();
    let output = output.expect("xclip runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}

/// Somebody copies something in another program, which runs until it is ended.
fn copy_elsewhere(desktop: &Desktop, text: &str) -> Child {
    let args = ["-i", "-selection", "clipboard", "-quiet"];
    let mut program = desktop
        .command("xclip", "xclip")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("xclip runs");
    let mut input = program.stdin.take().expect("its input");
    input.write_all(text.as_bytes()).expect("it takes a text");
    program
}

/// Copies the prepared text in the window; what it is.
async fn copy_the_text(scene: &Scene) -> String {
    let browser = &scene.browser;
    let text = browser.value("textarea").await.expect("a prepared text");
    let copy = browser.say_with("move-copy-label", "what", &browser.say("move-piece-text"));
    browser.click(&format!("main button[aria-label='{copy}']")).await;
    browser
        .until("the text on the clipboard", async || {
            pasted(&scene.desktop, "UTF8_STRING").as_deref() == Some(&text)
        })
        .await;
    text
}

async fn a_case(scene: &Scene) {
    scene.mailbox.put("", &format!("{}{ABOUT_NOOR}", now()));
    to_the_files(scene).await;
}

#[test]
fn a_copied_text_is_kept_out_of_histories_and_gone_when_its_time_is_over() {
    play_as(Look::GUIDE, &SHORT, async |scene: Scene| {
        a_case(&scene).await;
        let text = copy_the_text(&scene).await;
        assert!(text.contains("epilepsie"), "{text}");
        let desktop = &scene.desktop;
        // What the histories of KDE, and others after it, do not write down.
        let targets = pasted(desktop, "TARGETS").expect("the targets");
        assert!(targets.contains("x-kde-passwordManagerHint"), "{targets}");
        let hint = pasted(desktop, "x-kde-passwordManagerHint");
        assert_eq!(hint.as_deref(), Some("secret"));
        scene
            .browser
            .until("an empty clipboard", async || {
                pasted(desktop, "UTF8_STRING").is_none()
            })
            .await;
    });
}

#[test]
fn what_was_copied_elsewhere_meanwhile_stays_on_the_clipboard() {
    play_as(Look::GUIDE, &SHORT, async |scene: Scene| {
        a_case(&scene).await;
        copy_the_text(&scene).await;
        let mut elsewhere = copy_elsewhere(&scene.desktop, LIST);
        let stands_there = || pasted(&scene.desktop, "UTF8_STRING");
        scene
            .browser
            .until("the list on the clipboard", async || {
                stands_there().as_deref() == Some(LIST)
            })
            .await;
        tokio::time::sleep(PAST).await;
        assert_eq!(stands_there().as_deref(), Some(LIST));
        elsewhere.kill().expect("xclip ends");
        elsewhere.wait().expect("xclip ended");
    });
}

#[test]
fn who_quits_leaves_neither_a_text_nor_a_file_behind() {
    // With the app's own minute: it is not over when the app ends.
    play_as(Look::GUIDE, &[], async |scene: Scene| {
        a_case(&scene).await;
        copy_the_text(&scene).await;
        assert_eq!(exported(scene.desktop.home()), 1);
        scene.tray.choose(&scene.browser.say("tray-quit"));
        scene
            .browser
            .until("the files are wiped", async || {
                exported(scene.desktop.home()) == 0
            })
            .await;
        assert_eq!(pasted(&scene.desktop, "UTF8_STRING"), None);
    });
}
