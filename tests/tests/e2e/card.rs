//! The card as a teacher meets it.

use crate::browser::Browser;
use fantoccini::key::Key;

/// The card that is on the screen now.
pub struct CardOnScreen<'a> {
    browser: &'a Browser,
}

impl<'a> CardOnScreen<'a> {
    pub fn new(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// Waits until its title has these words.
    pub async fn until_it_says(&self, words: &str) {
        self.browser
            .until(words, async || {
                self.browser
                    .text("h1")
                    .await
                    .is_some_and(|title| title.contains(words))
            })
            .await;
    }

    /// Waits until it says the draft was put right.
    pub async fn until_it_is_green(&self) {
        self.browser
            .until("the card turns green", async || {
                self.browser.text(".card.good h1").await.is_some()
            })
            .await;
    }

    /// Which draft, and where in it.
    pub async fn whereabouts(&self) -> String {
        self.browser.whole_text(".where").await.unwrap_or_default()
    }

    /// The counter of cards that wait behind this one.
    pub async fn waiting(&self) -> Option<String> {
        self.browser.text(".waiting").await
    }

    /// The words that show the finding, and the school's paragraph.
    pub async fn explanation(&self) -> String {
        self.browser.text("[role=region]").await.unwrap_or_default()
    }

    pub async fn click(&self, words: &str) {
        self.browser.click_button(words).await;
    }

    pub async fn press_escape(&self) {
        self.browser.press(Key::Escape.into()).await;
    }
}
