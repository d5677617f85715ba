//! A received mail on its way into the tracking system, in the window, from the nudge to the receipt.

use std::fs;
use std::path::Path;

use crate::look::Look;
use crate::paper::saved;
use crate::{Scene, play_as};

/// Less its date.
pub const ABOUT_NOOR: &str = "Return-Path: <mama@familie.example>\r\nReceived: from mx by mail; Mon, 23 Nov 2026 09:00:00 +0100\r\n\
    Message-ID: <noor-1@familie.example>\r\nFrom: Mama van Noor <mama@familie.example>\r\n\
    To: an.peeters@sintjan.example\r\nSubject: Noor\r\n\r\n\
    Dag juf\r\n\r\nNoor Claes uit 3B heeft epilepsie. Wilt u bij het zwemmen extra opletten?\r\n\r\nGroeten\r\n";

/// The step with this id: `done`, `now` or `locked`.
async fn state(scene: &Scene, step: &str) -> String {
    for state in ["done", "now", "locked"] {
        let css = format!("[data-step=\"{step}\"].{state}");
        if scene.browser.text(&css).await.is_some() {
            return state.to_owned();
        }
    }
    String::new()
}

/// Waits until this step is `done`, `now` or `locked`.
pub async fn until(scene: &Scene, step: &str, expected: &str) {
    let what = format!("{step} is {expected}");
    scene
        .browser
        .until(&what, async || state(scene, step).await == expected)
        .await;
}

/// How many folders with the files of a mail there are.
pub fn exported(home: &Path) -> usize {
    let left = fs::read_dir(home.join(".run")).expect("the session's folder");
    let is_export = |entry: &fs::DirEntry| {
        entry
            .file_name()
            .to_string_lossy()
            .starts_with("mailwijs-export-")
    };
    left.flatten().filter(is_export).count()
}

/// The header with the date of a mail that was sent now.
pub fn now() -> String {
    jiff::Zoned::now()
        .strftime("Date: %a, %d %b %Y %H:%M:%S %z\r\n")
        .to_string()
}

/// From Today to where the mail's files are made.
pub async fn to_the_files(scene: &Scene) {
    let browser = &scene.browser;
    browser.until_it_says("main", "Mama van Noor").await;
    browser.picture("case-0-today").await;
    let into = browser.say_with("received-to-lvs-label", "subject", "Noor");
    browser.click(&format!("main button[aria-label='{into}']")).await;

    until(scene, "what", "now").await;
    browser.until_it_says("mark", "epilepsie").await;
    browser.picture("case-1-what").await;
    browser.click_text("move-sensitive").await;
    browser.until_it_tells("main", "move-myself").await;
    browser.picture("case-2-who").await;
    browser.click_text("move-myself").await;
    until(scene, "into-lvs", "now").await;
    browser.click_text("move-files-make").await;
    browser.until_it_says("main", "mail.pdf").await;
    assert_eq!(exported(scene.desktop.home()), 1);
    browser.picture("case-2-into-lvs").await;
}

/// The whole way, looked at like this.
fn a_whole_case(look: Look) {
    play_as(look, &[], async |scene: Scene| {
        let browser = &scene.browser;
        let mail = scene.mailbox.put("", &format!("{}{ABOUT_NOOR}", now()));
        to_the_files(&scene).await;
        assert_eq!(state(&scene, "delete").await, "locked");
        browser.click_text("move-in-system").await;
        until(&scene, "delete", "now").await;
        browser.picture("case-4-delete").await;
        assert_eq!(
            exported(scene.desktop.home()),
            0,
            "the files have done their work"
        );

        let trashed = scene.mailbox.delete(&mail);
        until(&scene, "trash", "now").await;
        browser.picture("case-5-trash").await;
        let back = scene
            .mailbox
            .put("", &fs::read_to_string(&trashed).expect("the mail"));
        until(&scene, "delete", "now").await;
        browser.picture("case-6-back").await;
        fs::remove_file(back).expect("what came back is deleted for good");
        until(&scene, "trash", "now").await;
        fs::remove_file(trashed).expect("the trash is emptied");
        until(&scene, "done", "done").await;
        browser.until_it_tells("main", "move-done-title").await;
        browser.picture("case-7-done").await;
        let receipt = saved(&scene, "move-receipt", "save-receipt-name").await;
        assert!(receipt.contains(&browser.say("receipt-title")), "{receipt}");
        for told in ["Noor", "epilepsie", "familie"] {
            assert!(!receipt.contains(told), "{told}: {receipt}");
        }

        let again = scene.mailbox.put("", &format!("{}{ABOUT_NOOR}", now()));
        until(&scene, "delete", "now").await;
        browser.until_it_tells("main", "move-reopened").await;
        browser.picture("case-8-reopened").await;
        fs::remove_file(again).expect("that one too is deleted");
        until(&scene, "done", "done").await;
        browser.click_text("nav-lvs").await;
        browser.until_it_tells("main", "move-none-text").await;
        browser.picture("case-9-list").await;
    });
}

#[test]
fn a_mail_goes_into_the_tracking_system_and_then_away_step_by_step() {
    a_whole_case(Look::GUIDE);
}

#[test]
fn a_case_in_french_in_the_dark_in_half_a_screen() {
    a_whole_case(Look::FRENCH);
}

#[test]
fn a_case_in_english_with_letters_twice_as_large() {
    a_whole_case(Look::ENGLISH);
}
