//! The app's windows, read and clicked through `WebDriver`.

use crate::card::CardOnScreen;
use crate::desktop::Desktop;
use crate::look::Look;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use mailwijs_i18n::Texts;
use serde_json::json;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::Duration;
use tokio::time::{Instant, sleep};

const PATIENCE: Duration = Duration::from_secs(30);

/// The driver that started the app, and its connection to it.
pub struct Browser {
    pub(super) client: Client,
    driver: Child,
    pub(super) look: Look,
    pub(super) texts: Texts,
}

impl Browser {
    /// Starts the app with its main window open, looked at like this.
    pub async fn start(desktop: &Desktop, look: Look, env: &[(&str, &str)]) -> Self {
        let port = TcpListener::bind(("127.0.0.1", 0))
            .and_then(|free| free.local_addr())
            .expect("a free port")
            .port();
        let driver = desktop
            .command("WebKitWebDriver", "webkit2gtk-driver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(env.iter().copied())
            .stdout(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver starts");
        let options = json!({ "binary": app(), "args": ["--open"] });
        let capabilities = json!({ "webkitgtk:browserOptions": options });
        let capabilities = capabilities.as_object().expect("capabilities").clone();
        let begin = Instant::now();
        loop {
            let connected = ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&format!("http://127.0.0.1:{port}"))
                .await;
            match connected {
                Ok(client) => {
                    let texts = look.texts();
                    let browser = Self {
                        client,
                        driver,
                        look,
                        texts,
                    };
                    browser.resize().await;
                    return browser;
                }
                Err(error) => assert!(begin.elapsed() < PATIENCE, "no session with the app: {error}"),
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until something holds.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> bool) {
        let begin = Instant::now();
        while !holds().await {
            let in_time = begin.elapsed() < PATIENCE;
            if !in_time {
                self.keep_picture("not-in-time").await;
            }
            assert!(in_time, "not within {PATIENCE:?}: {what}");
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// The card, once its window is on the screen; from then on what is read and clicked is the card.
    pub async fn card(&self) -> CardOnScreen<'_> {
        self.until("a card appears", async || self.switch_to("/nudge.html").await)
            .await;
        CardOnScreen::new(self)
    }

    /// Waits until the card's window is destroyed.
    pub async fn until_no_card(&self) {
        self.until("the card goes away", async || {
            !self.switch_to("/nudge.html").await
        })
        .await;
    }

    /// From now on what is read and clicked is the main window.
    pub async fn main(&self) {
        self.until("the main window", async || self.switch_to("/main.html").await)
            .await;
    }

    /// The text of the first element, when there is one.
    pub async fn text(&self, css: &str) -> Option<String> {
        self.client.find(Locator::Css(css)).await.ok()?.text().await.ok()
    }

    /// All text within the first element, also where a narrow line cuts it off.
    pub async fn whole_text(&self, css: &str) -> Option<String> {
        self.client
            .find(Locator::Css(css))
            .await
            .ok()?
            .prop("textContent")
            .await
            .ok()?
    }

    /// How many of these there are.
    pub async fn count(&self, css: &str) -> usize {
        self.client
            .find_all(Locator::Css(css))
            .await
            .map_or(0, |found| found.len())
    }

    /// What stands in the first of these fields.
    pub async fn value(&self, css: &str) -> Option<String> {
        let field = self.client.find(Locator::Css(css)).await.ok()?;
        field.prop("value").await.ok()?
    }

    /// Clicks the button with this in its text, once it is there.
    pub async fn click_button(&self, words: &str) {
        let path = format!("//button[contains(normalize-space(.), \"{words}\")]");
        self.until(words, async || {
            match self.client.find(Locator::XPath(&path)).await {
                // A click that closes its own window is answered with an error.
                Ok(button) if is_moving(&button).await => false,
                Ok(button) => button.click().await.is_ok() || !self.is_here().await,
                Err(_) => false,
            }
        })
        .await;
    }

    /// Clicks the first of these elements, once it is there.
    pub async fn click(&self, css: &str) {
        self.until(css, async || match self.client.find(Locator::Css(css)).await {
            Ok(found) => found.click().await.is_ok(),
            Err(_) => false,
        })
        .await;
    }

    /// Chooses what this label stands for, once it is there.
    pub async fn choose(&self, label: &str) {
        let path = format!("//label[contains(normalize-space(.), \"{label}\")]");
        self.until(label, async || {
            match self.client.find(Locator::XPath(&path)).await {
                Ok(label) => label.click().await.is_ok(),
                Err(_) => false,
            }
        })
        .await;
    }

    /// Picks the option with this value of the first list, once it is there.
    pub async fn pick(&self, css: &str, value: &str) {
        self.until(value, async || match self.client.find(Locator::Css(css)).await {
            Ok(list) => list.select_by_value(value).await.is_ok(),
            Err(_) => false,
        })
        .await;
    }

    /// Writes into the first element.
    pub async fn write(&self, css: &str, text: &str) {
        self.until(css, async || match self.client.find(Locator::Css(css)).await {
            Ok(field) => field.send_keys(text).await.is_ok(),
            Err(_) => false,
        })
        .await;
    }

    /// Takes out what stands in the first element.
    pub async fn clear(&self, css: &str) {
        self.until(css, async || match self.client.find(Locator::Css(css)).await {
            Ok(field) => field.clear().await.is_ok(),
            Err(_) => false,
        })
        .await;
    }

    /// Waits until these words stand in the first element.
    pub async fn until_it_says(&self, css: &str, words: &str) {
        self.until(words, async || {
            self.whole_text(css)
                .await
                .is_some_and(|text| text.contains(words))
        })
        .await;
    }

    /// Writes into the field with this label, once it is there, in the place of what stands in it.
    pub async fn fill(&self, label: &str, text: &str) {
        let path = format!("//label[starts-with(normalize-space(.), '{label}')]//input");
        self.until(label, async || {
            let Ok(field) = self.client.find(Locator::XPath(&path)).await else {
                return false;
            };
            field.clear().await.is_ok() && field.send_keys(text).await.is_ok()
        })
        .await;
    }

    /// Presses a key in the window.
    pub async fn press(&self, key: char) {
        if let Ok(body) = self.client.find(Locator::Css("body")).await {
            // A key that closes its own window is answered with an error.
            let _ = body.send_keys(&key.to_string()).await;
        }
    }

    async fn is_here(&self) -> bool {
        self.client.current_url().await.is_ok()
    }

    async fn switch_to(&self, page: &str) -> bool {
        for window in self.client.windows().await.unwrap_or_default() {
            if self.client.switch_to_window(window).await.is_ok()
                && self
                    .client
                    .current_url()
                    .await
                    .is_ok_and(|url| url.as_str().ends_with(page))
            {
                return true;
            }
        }
        false
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The app ends with the driver that started it.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The app, built beside this test; `MAILWIJS_DESKTOP` names another one.
fn app() -> PathBuf {
    let app = std::env::var_os("MAILWIJS_DESKTOP").map_or_else(
        || {
            let test = std::env::current_exe().expect("this test's path");
            test.ancestors()
                .nth(2)
                .expect("the target folder")
                .join("mailwijs-desktop")
        },
        PathBuf::from,
    );
    assert!(
        app.is_file(),
        "{} is missing: cargo build -p mailwijs-desktop",
        app.display()
    );
    app
}

/// A window that grows moves its buttons: a click meant for one would land on another.
async fn is_moving(button: &fantoccini::elements::Element) -> bool {
    let before = button.rectangle().await.ok();
    sleep(Duration::from_millis(200)).await;
    before != button.rectangle().await.ok()
}
