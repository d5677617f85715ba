//! A mail of a scenario, as it comes in or is written.

use mailwijs_tests::Error;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

/// A mail to be written.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Letter {
    /// Who sends it, where that is not the client itself.
    pub from: String,
    /// Subject.
    pub subject: String,
    /// Readers.
    pub to: Vec<String>,
    /// Readers of a copy.
    pub cc: Vec<String>,
    /// Readers nobody sees.
    pub bcc: Vec<String>,
    /// The text.
    pub text: String,
}

/// What the mail with this subject is known by.
pub fn message_id(subject: &str) -> String {
    format!("{}@mail.example", subject.replace(' ', "-"))
}

impl Letter {
    /// As it comes in today.
    ///
    /// # Errors
    /// When the clock shows a year that no mail can have.
    pub fn mail(&self) -> Result<String, Error> {
        let now = jiff::fmt::rfc2822::to_string(&jiff::Zoned::now())?;
        Ok(format!(
            "From: {}\nTo: {}\nSubject: {}\nDate: {now}\nMessage-ID: <{}>\n\
             MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{}\n",
            self.from,
            self.to.join(", "),
            self.subject,
            message_id(&self.subject),
            self.text
        ))
    }

    /// As an address that opens a window to write it in.
    pub fn mailto(&self) -> String {
        let quoted = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        format!(
            "mailto:{}?cc={}&bcc={}&subject={}&body={}",
            quoted(&self.to.join(",")),
            quoted(&self.cc.join(",")),
            quoted(&self.bcc.join(",")),
            quoted(&self.subject),
            quoted(&self.text)
        )
    }
}
