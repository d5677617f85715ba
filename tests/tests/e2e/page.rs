//! A page in the teacher's language: its texts are found, clicked and looked at.

use std::path::PathBuf;

use serde_json::Value;

use crate::browser::Browser;
use crate::look::{Look, say, say_with};

impl Browser {
    /// Makes the window as large as this teacher has it.
    pub async fn resize(&self) {
        if let Some((width, height)) = self.look.size {
            self.client
                .set_window_size(width, height)
                .await
                .expect("a window of this size");
        }
    }

    /// How the windows look.
    pub const fn look(&self) -> Look {
        self.look
    }

    /// A text of the windows, in the teacher's language.
    pub fn say(&self, id: &str) -> String {
        say(&self.texts, id)
    }

    /// A text of the windows with one thing to fill in.
    pub fn say_with(&self, id: &str, name: &str, value: &str) -> String {
        say_with(&self.texts, id, name, value)
    }

    /// Clicks the button that bears this text of the windows.
    pub async fn click_text(&self, id: &str) {
        self.click_button(&self.say(id)).await;
    }

    /// Chooses what bears this text of the windows.
    pub async fn choose_text(&self, id: &str) {
        self.choose(&self.say(id)).await;
    }

    /// Waits until this text of the windows stands in the first element.
    pub async fn until_it_tells(&self, css: &str, id: &str) {
        self.until_it_says(css, &self.say(id)).await;
    }

    /// The page as a teacher sees it: nothing sticks out of it, and every text is there. Keeps a picture in the folder
    /// that `MAILWIJS_PICTURES` names, to be looked at.
    pub async fn picture(&self, name: &str) {
        let wrong = self
            .client
            .execute(include_str!("sticks_out.js"), Vec::new())
            .await
            .expect("the page is measured");
        // Until what changed last is painted.
        let painted = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));";
        let painted = self.client.execute_async(painted, Vec::new()).await;
        painted.expect("the page is painted");
        assert_eq!(wrong, Value::Array(Vec::new()), "{}{name}", self.look.name);
        self.keep_picture(name).await;
    }

    /// Keeps a picture, whatever is on it.
    pub async fn keep_picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("MAILWIJS_PICTURES") {
            let picture = self.client.screenshot().await.expect("a picture of the window");
            std::fs::write(
                PathBuf::from(folder).join(format!("{}{name}.png", self.look.name)),
                picture,
            )
            .expect("a picture is kept");
        }
    }
}
