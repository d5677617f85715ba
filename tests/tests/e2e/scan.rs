//! "Search my mailbox": mail from years ago is found, and goes the way of what comes in today.

use crate::look::Look;
use crate::{Scene, play_as};

/// Enough to be interrupted in.
const HARMLESS: u32 = 400;

/// A mail of an earlier school year: it does not come in, it is there.
fn old(number: u32, subject: &str, text: &str) -> String {
    format!(
        "Received: from mx by mail; Mon, 12 Mar 2018 09:00:00 +0100\r\nDate: Mon, 12 Mar 2018 09:{:02}:00 +0100\r\n\
        Message-ID: <{number}@familie.example>\r\nFrom: Mama van Sem <mama@familie.example>\r\n\
        To: an.peeters@sintjan.example\r\nSubject: {subject}\r\n\r\n{text}\r\n",
        number % 60
    )
}

fn an_old_mailbox(look: Look) {
    play_as(look, &[], async |scene: Scene| {
        let browser = &scene.browser;
        for number in 0..HARMLESS {
            let text = "Breng morgen je boekentas mee, en vergeet je turnzak niet. ".repeat(20);
            scene.mailbox.put("", &old(number, "Morgen", &text));
        }
        let about = |name: &str| format!("Dag juf\r\n\r\n{name} Claes uit 3B heeft epilepsie.\r\n");
        scene.mailbox.put("", &old(500, "Sem", &about("Sem")));
        scene.mailbox.put("", &old(501, "Lotte", &about("Lotte")));
        scene
            .mailbox
            .put(".Trash", &old(502, "Weggegooid", &about("Finn")));

        browser.click_text("nav-my-mail").await;
        browser.until_it_tells("main", "scan-title").await;
        browser.picture("scan-0-begin").await;
        browser.pick("main label select", "all").await;
        browser.click_text("scan-start").await;
        browser.until_it_tells("main", "scan-running").await;
        browser.click_text("scan-pause").await;
        browser.until_it_tells("main", "scan-paused").await;
        browser.picture("scan-1-paused").await;
        browser.click_text("scan-resume").await;
        let is_on_its_way = async || {
            let words = browser.text("main progress + p").await.unwrap_or_default();
            let read: String = words.chars().take_while(char::is_ascii_digit).collect();
            read.parse::<u32>().is_ok_and(|read| read > HARMLESS / 4)
        };
        browser.until("a quarter was read", is_on_its_way).await;
        browser.picture("scan-2-running").await;
        browser.until_it_tells("main", "scan-again").await;
        browser.until_it_says("main", "402").await;
        browser.picture("scan-3-done").await;

        browser.click_text("scan-show").await;
        browser.until_it_says("main", "Sem").await;
        browser.until_it_says("main", "2018").await;
        browser.picture("scan-4-found").await;
        let whole = browser.whole_text("main").await.unwrap_or_default();
        assert!(!whole.contains("Weggegooid"), "{whole}");
        browser.click("main .answers button").await;
        browser
            .until("its case is begun", async || {
                browser.text("[data-step='what'].now").await.is_some()
            })
            .await;
    });
}

#[test]
fn mail_that_was_there_already_is_searched_and_what_is_found_becomes_a_case() {
    an_old_mailbox(Look::GUIDE);
}

#[test]
fn an_old_mailbox_in_french_in_the_dark_in_half_a_screen() {
    an_old_mailbox(Look::FRENCH);
}

#[test]
fn an_old_mailbox_in_english_with_letters_twice_as_large() {
    an_old_mailbox(Look::ENGLISH);
}
