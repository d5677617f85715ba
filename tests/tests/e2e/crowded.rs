//! A mail with a subject that nobody wants to read, twelve times in the mailbox: the page stays readable.

use crate::case::{now, until};
use crate::look::Look;
use crate::{Scene, play_as};

/// 120 letters, of which many without a space.
const SUBJECT: &str = "Dringend: afspraken medische_opvolging_leerling_Noor_Claes_3B_schooljaar_2026-2027_definitieve_versie \
    na het oudercontact";

/// Folders with names of their own.
fn folders() -> impl Iterator<Item = String> {
    (1..=8).map(|n| format!(".Archief.Leerlingenbegeleiding en overleg met de ouders van klas {n}B"))
}

fn mail(id: &str, headers: &str) -> String {
    format!(
        "{}Return-Path: <mama@familie.example>\r\nReceived: from mx by mail; Mon, 23 Nov 2026 09:00:00 +0100\r\n\
         Message-ID: <{id}@familie.example>\r\nFrom: Mama van Noor <mama@familie.example>\r\n\
         To: an.peeters@sintjan.example\r\nSubject: {SUBJECT}\r\n{headers}\r\n\
         Dag juf\r\n\r\nNoor Claes uit 3B heeft epilepsie. Wilt u bij het zwemmen extra opletten?\r\n",
        now()
    )
}

fn a_crowded_case(look: Look) {
    play_as(look, &[], async |scene: Scene| {
        let browser = &scene.browser;
        for folder in folders() {
            scene.mailbox.add_folder(&folder);
        }
        let whole = mail("noor-1", "");
        scene.mailbox.put("", &whole);
        browser.until_it_says("main", "schooljaar_2026-2027").await;
        browser.picture("crowded-1-today").await;
        let into = browser.say_with("received-to-lvs-label", "subject", SUBJECT);
        browser.click(&format!("main button[aria-label='{into}']")).await;
        for folder in folders() {
            scene.mailbox.put(&folder, &whole);
        }
        for reply in ["antwoord-1", "antwoord-2", "antwoord-3"] {
            let headers = "In-Reply-To: <noor-1@familie.example>\r\n";
            scene.mailbox.put(".Sent", &mail(reply, headers));
        }
        until(&scene, "what", "now").await;
        browser.picture("crowded-2-what").await;
        browser.click_text("move-sensitive").await;
        browser.click_text("move-colleague").await;
        browser.until_it_tells("main", "move-message").await;
        browser.picture("crowded-3-colleague").await;
        browser.click_text("move-other-way").await;
        browser.click_text("move-myself").await;
        browser.click_text("move-in-system").await;
        until(&scene, "delete", "now").await;
        browser
            .until("twelve copies", async || {
                browser.count("[data-step=delete] li").await == 12
            })
            .await;
        browser.picture("crowded-4-delete").await;
        browser.click_text("nav-lvs").await;
        browser.until_it_tells("main", "move-intro").await;
        browser.picture("crowded-5-list").await;
    });
}

#[test]
fn twelve_copies_and_a_long_subject_fit_in_half_a_screen_in_the_dark() {
    a_crowded_case(Look::FRENCH);
}

#[test]
fn twelve_copies_and_a_long_subject_fit_under_letters_twice_as_large() {
    a_crowded_case(Look::ENGLISH);
}
