//! Something was sent wrong: from the offer of help to the report, in the window.

use crate::case::now;
use crate::look::Look;
use crate::paper::saved;
use crate::{Scene, play_as};

const SENT: &str = "Message-ID: <weg@sintjan.example>\r\nFrom: An Peeters <an.peeters@sintjan.example>\r\n\
    To: Jan <jan@elders.example>\r\nSubject: Noor\r\n\r\nNoor Claes uit 3B heeft epilepsie.\r\n";

/// The whole way, looked at like this.
fn a_whole_breach(look: Look) {
    play_as(look, &[], async |scene: Scene| {
        let browser = &scene.browser;
        scene.mailbox.put(".Sent", &format!("{}{SENT}", now()));
        browser.until_it_tells("main", "wrong-offer-yes").await;
        browser.picture("breach-0-offer").await;
        browser.click_text("wrong-offer-yes").await;
        browser.until_it_tells("main", "wrong-kind").await;
        browser.picture("breach-1-what").await;
        browser.choose_text("wrong-kind-wrong-person").await;
        browser.until_it_tells("main", "aid-ask-to-delete").await;
        browser.picture("breach-2-aid").await;

        browser
            .write(
                "textarea#what",
                "Ik schreef dat Noor Claes uit 3B epilepsie heeft.",
            )
            .await;
        let not_this = browser.say_with("breach-remark", "what", "");
        browser.until_it_says("#remarks", not_this.trim()).await;
        browser.picture("breach-3-repeats").await;
        browser.clear("textarea#what").await;
        browser
            .write(
                "textarea#what",
                "Een mail over een leerling ging naar een onbekende.",
            )
            .await;
        browser
            .until("nothing is repeated", async || {
                browser
                    .whole_text("#remarks")
                    .await
                    .is_some_and(|told| told.trim().is_empty())
            })
            .await;
        browser.choose_text("category-medical").await;
        browser.write("input#people", "1").await;
        browser.until_it_tells("main", "wrong-kept").await;
        browser.picture("breach-4-questions").await;
        let report = browser.whole_text("main").await.expect("the page");
        assert!(report.contains("Vlaamse Toezichtcommissie"), "{report}");
        let paper = saved(&scene, "wrong-save", "save-report-name").await;
        assert!(paper.contains(&browser.say("report-title")), "{paper}");
        assert!(!paper.contains("Noor") && !paper.contains("epilepsie"), "{paper}");
        browser.click_text("wrong-i-reported").await;
        browser.until_it_tells("main", "wrong-next-text").await;
        browser.picture("breach-5-reported").await;
        browser.click_text("wrong-close").await;
        browser.until_it_tells("main", "wrong-reopen").await;
        browser.picture("breach-6-closed").await;
        browser.click_text("nav-breach").await;
        browser.until_it_tells("main", "wrong-closed-ones").await;
        browser.picture("breach-7-list").await;
    });
}

#[test]
fn what_was_sent_wrong_is_reported_without_repeating_it() {
    a_whole_breach(Look::GUIDE);
}

#[test]
fn a_report_in_french_in_the_dark_in_half_a_screen() {
    a_whole_breach(Look::FRENCH);
}

#[test]
fn a_report_in_english_with_letters_twice_as_large() {
    a_whole_breach(Look::ENGLISH);
}
