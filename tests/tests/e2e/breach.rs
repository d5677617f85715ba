//! Something was sent wrong: from the offer of help to the report, in the window.

use crate::{Scene, play};

const SENT: &str = "Message-ID: <weg@sintjan.example>\r\nFrom: An Peeters <an.peeters@sintjan.example>\r\n\
    To: Jan <jan@elders.example>\r\nSubject: Noor\r\n\r\nNoor Claes uit 3B heeft epilepsie.\r\n";

#[test]
fn what_was_sent_wrong_is_reported_without_repeating_it() {
    play(async |scene: Scene| {
        let browser = &scene.browser;
        let date = jiff::Zoned::now()
            .strftime("Date: %a, %d %b %Y %H:%M:%S %z\r\n")
            .to_string();
        scene.mailbox.put(".Sent", &format!("{date}{SENT}"));
        browser.click_button("Ja, help me").await;
        browser.until_it_says("main", "Wat ging er mis?").await;
        browser.picture("breach-1-what").await;
        browser.choose("Het ging naar de verkeerde persoon").await;
        browser.until_it_says("main", "om de mail te verwijderen").await;
        browser.picture("breach-2-aid").await;

        browser
            .write(
                "textarea#what",
                "Ik schreef dat Noor Claes uit 3B epilepsie heeft.",
            )
            .await;
        browser
            .until_it_says("#remarks", "hoort niet in een melding")
            .await;
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
        browser.choose("gezondheid").await;
        browser.write("input#people", "1").await;
        browser.until_it_says("main", "Bewaard").await;
        browser.picture("breach-4-questions").await;
        let report = browser.whole_text("main").await.expect("the page");
        assert!(report.contains("Vlaamse Toezichtcommissie"), "{report}");
        browser.click_button("Ik heb het gemeld").await;
        browser.until_it_says("main", "Je school weet het nu").await;
        browser.picture("breach-5-reported").await;
        browser.click_button("Afsluiten").await;
        browser.until_it_says("main", "Weer openen").await;
    });
}
