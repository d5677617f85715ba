//! The real app on a screen of its own: a draft saved in a watched mailbox, the card read and clicked.
//!
//! Needs the app (`cargo build -p mailwijs-desktop`) and the programs that [`desktop`] and [`browser`] start.
#![cfg(all(target_os = "linux", feature = "app"))]
#![expect(
    clippy::expect_used,
    reason = "what is missing on this machine fails the test, by name"
)]

mod breach;
mod browser;
mod card;
mod case;
mod clipboard;
mod crowded;
mod desktop;
mod look;
mod mailbox;
mod page;
mod paper;
mod scan;
mod tray;
mod webmail;

use browser::Browser;
use desktop::Desktop;
use look::Look;
use mailbox::{Draft, Mailbox};
use tray::Tray;

/// A desktop with a mailbox, and the app watching it.
struct Scene {
    mailbox: Mailbox,
    browser: Browser,
    tray: Tray,
    desktop: Desktop,
}

impl Scene {
    /// Looked at like this, with these variables in the app's environment.
    async fn set(look: Look, env: &[(&str, &str)]) -> Self {
        let desktop = Desktop::start();
        let mailbox = Mailbox::create(&desktop.home().join("Mail"));
        desktop.install_policy(include_str!("policy.toml"));
        let tray = Tray::show(&desktop);
        let mut all = look.environment();
        all.push(("MAILWIJS_STORES", mailbox.path()));
        all.extend(env);
        let browser = Browser::start(&desktop, look, &all).await;
        let scene = Self {
            mailbox,
            browser,
            tray,
            desktop,
        };
        scene.wait_until_it_watches().await;
        scene
    }

    /// Saves a harmless draft until the Today page has counted one.
    async fn wait_until_it_watches(&self) {
        let harmless = Draft::new("Koffie in de leraarskamer").to(["bart.claes@sintjan.example"]);
        self.browser
            .until("the app watches the mailbox", async || {
                self.mailbox.save(&harmless);
                self.browser
                    .text("dl.counts dd")
                    .await
                    .is_some_and(|count| count != "0")
            })
            .await;
    }
}

fn play(story: impl AsyncFnOnce(Scene)) {
    play_as(Look::GUIDE, &[], story);
}

fn play_with(env: &[(&str, &str)], story: impl AsyncFnOnce(Scene)) {
    play_as(Look::GUIDE, env, story);
}

fn play_as(look: Look, env: &[(&str, &str)], story: impl AsyncFnOnce(Scene)) {
    // One desktop at a time: two of them on a small machine would only slow each other down.
    static SCREEN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _alone = SCREEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async { story(Scene::set(look, env).await).await });
}

fn parents(numbers: std::ops::RangeInclusive<u32>) -> impl Iterator<Item = String> {
    numbers.map(|n| format!("ouder{n}.familie{n}@example.org"))
}

fn outing() -> Draft {
    Draft::new("Uitstap Planckendael")
        .to(["bart.claes@sintjan.example"])
        .cc(parents(1..=12))
        .body("Beste ouders,\n\nVrijdag vertrekken we om 8 uur. Vergeet de lunch niet.\n\nAn Peeters\n")
}

#[test]
fn a_card_explains_itself_and_turns_green_once_the_draft_is_put_right() {
    play(async |scene: Scene| {
        let before = scene.desktop.active_window();
        scene.mailbox.save(&outing());

        let card = scene.browser.card().await;
        card.until_it_says("12").await;
        assert!(
            card.whereabouts().await.starts_with("“Uitstap Planckendael”"),
            "{}",
            card.whereabouts().await
        );
        assert_eq!(scene.desktop.active_window(), before, "the card took the focus");

        card.click("Waarom").await;
        let why = card.explanation().await;
        assert!(why.contains("ouder1.familie1@example.org"), "no evidence: {why}");
        assert!(
            why.contains("Gebruik zo veel mogelijk BCC"),
            "no paragraph: {why}"
        );

        scene.mailbox.save(&outing().all_in_bcc());
        card.until_it_is_green().await;
        scene.browser.until_no_card().await;
    });
}

#[test]
fn a_dismissed_card_stays_away_and_the_next_draft_gets_its_own() {
    play(async |scene: Scene| {
        scene.mailbox.save(&outing());
        let card = scene.browser.card().await;
        card.until_it_says("12").await;
        card.click("Toch zo laten").await;
        card.click("Het is goed zo").await;
        scene.browser.until_no_card().await;

        scene
            .mailbox
            .save(&outing().body("Beste ouders,\n\nHet wordt zaterdag.\n"));
        scene
            .mailbox
            .save(&outing().named("Oudercontact").cc(parents(21..=29)));
        let next = scene.browser.card().await;
        next.until_it_says("9").await;
        assert!(
            next.whereabouts().await.starts_with("“Oudercontact”"),
            "{}",
            next.whereabouts().await
        );
        assert_eq!(next.waiting().await, None, "the dismissed draft came back");
    });
}

#[test]
fn what_was_kept_by_mistake_is_taken_back_on_the_card() {
    play(async |scene: Scene| {
        scene.mailbox.save(&outing());
        let card = scene.browser.card().await;
        card.until_it_says("12").await;
        card.click("Toch zo laten").await;
        card.click("Dit klopt niet").await;
        card.until_it_says("Dankjewel").await;
        card.click("Ongedaan maken").await;
        card.until_it_says("12").await;
        card.press_escape().await;
        scene.browser.until_no_card().await;

        scene.browser.main().await;
        scene.browser.click_button("Uitstap Planckendael").await;
        let again = scene.browser.card().await;
        again.until_it_says("12").await;
    });
}

#[test]
fn a_card_is_closed_with_the_keyboard_and_found_again_in_today() {
    play(async |scene: Scene| {
        scene.mailbox.save(&outing());
        let card = scene.browser.card().await;
        card.until_it_says("12").await;
        card.press_escape().await;
        scene.browser.until_no_card().await;

        scene.browser.main().await;
        scene.browser.click_button("Uitstap Planckendael").await;
        let again = scene.browser.card().await;
        again.until_it_says("12").await;
    });
}

#[test]
fn the_tray_shows_what_needs_attention_and_can_be_paused() {
    play(async |scene: Scene| {
        let has = |words: &str| scene.tray.labels().iter().any(|label| label.contains(words));
        scene
            .browser
            .until("a calm tray", async || has("Alles in orde"))
            .await;

        scene.mailbox.save(&outing());
        let card = scene.browser.card().await;
        card.until_it_says("12").await;
        card.press_escape().await;
        scene.browser.until_no_card().await;
        scene
            .browser
            .until("the draft stands in the menu", async || {
                has("Uitstap Planckendael")
            })
            .await;

        scene.tray.choose("Uitstap Planckendael");
        let again = scene.browser.card().await;
        again.until_it_says("12").await;
        again.press_escape().await;

        scene.tray.choose("30 minuten");
        scene
            .browser
            .until("a paused tray", async || has("Weer meekijken"))
            .await;
        scene.tray.choose("Weer meekijken");
        scene
            .browser
            .until("a tray that looks along again", async || has("30 minuten"))
            .await;
    });
}
