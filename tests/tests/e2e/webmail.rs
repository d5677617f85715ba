//! Mail in the browser: the mailbox on the server is added in the window.

use mailwijs_tests::dovecot::{Dovecot, PASSWORD, USER};

use crate::play_with;

const TO_FOUR_PARENTS: &str = "From: an.peeters@sintjan.example\nTo: bart.claes@sintjan.example\n\
    Cc: ouder1@familie-a.example, ouder2@familie-b.example, ouder3@familie-c.example, ouder4@familie-d.example\n\
    Subject: Uitstap\n\nTot morgen.\n";

#[test]
fn a_mailbox_that_is_added_in_the_window_brings_up_cards() {
    let mut dovecot = Dovecot::start().expect("a mail server");
    let authority = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(authority.path(), dovecot.authority()).expect("a certificate");
    let believed = authority.path().to_str().expect("a path");
    let port = dovecot.ports().tls.to_string();
    // What the system believes, as rustls-native-certs finds it.
    play_with(&[("SSL_CERT_FILE", believed)], async |scene| {
        let browser = &scene.browser;
        browser.click_button("Mijn mail").await;
        browser.click_button("Mailbox toevoegen").await;
        browser.fill("Je e-mailadres", "an.peeters@sintjan.example").await;
        browser.picture("webmail-1-address").await;
        browser.click_button("Verder").await;
        browser.fill("Server", "localhost").await;
        browser.fill("Poort", &port).await;
        browser.fill("Gebruikersnaam", USER).await;
        browser.fill("Wachtwoord", "geraden").await;
        browser.picture("webmail-2-server").await;
        browser.click_button("Verbind").await;
        browser
            .until("the server's refusal", async || {
                browser
                    .text("form [role=alert]")
                    .await
                    .is_some_and(|told| told.contains("aanvaardt de naam of het wachtwoord niet"))
            })
            .await;
        browser.picture("webmail-3-refused").await;
        browser.fill("Wachtwoord", PASSWORD).await;
        browser.click_button("Verbind").await;
        browser
            .until("the mailbox in the list", async || {
                browser
                    .text("main")
                    .await
                    .and_then(|page| page.split_once("localhost").map(|(_, after)| after.to_owned()))
                    .is_some_and(|after| after.contains("Concepten in Drafts"))
            })
            .await;
        browser.picture("webmail-4-watching").await;

        dovecot
            .deliver("Drafts", TO_FOUR_PARENTS.as_bytes())
            .expect("a draft");
        browser.card().await.until_it_says("4").await;
    });
}
