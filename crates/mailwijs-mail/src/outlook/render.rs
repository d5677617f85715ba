//! Writes a message of Outlook as RFC 5322 bytes.
//!
//! What stands between boundaries is base64, which cannot hold a boundary, so no text is mistaken for structure.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_parser::DateTime;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::body::Body;
use super::message::{Content, File, Life, Message};
use crate::compose::{address_field, text_field};
use crate::model::{Address, Field};

/// Fields that are written from the properties instead of taken from the headers of the journey.
const OURS: &[&str] = &["subject", "mime-version", "x-unsent", "bcc"];
/// Bytes in a line of base64 of 76 characters (RFC 2045 §6.8).
const LINE: usize = 57;

/// The whole message.
pub(super) fn render(message: &Message) -> Vec<u8> {
    let mut out = Writer::default();
    out.message(message, 0);
    out.bytes
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// `depth` counts the messages around this one; the boundary names it.
    fn message(&mut self, message: &Message, depth: usize) {
        self.headers(message);
        self.line("MIME-Version: 1.0");
        if let Some(entity) = signed_entity(message) {
            self.bytes.extend_from_slice(entity);
            return self.line("");
        }
        if message.files.is_empty() {
            return self.body(&message.body, depth);
        }
        let boundary = format!("=_message_{depth}");
        self.line(&format!("Content-Type: multipart/mixed; boundary=\"{boundary}\""));
        self.line("");
        self.line(&format!("--{boundary}"));
        self.body(&message.body, depth);
        for file in &message.files {
            self.line(&format!("--{boundary}"));
            self.file(file, depth);
        }
        self.line(&format!("--{boundary}--"));
    }

    fn headers(&mut self, message: &Message) {
        let travelled = match &message.life {
            Life::Draft => {
                self.line("X-Unsent: 1");
                Vec::new()
            }
            Life::Sent => {
                self.line("X-Unsent: 0");
                Vec::new()
            }
            Life::Received { headers, by } => {
                self.line("X-Unsent: 0");
                if headers.is_empty() {
                    self.people("Delivered-To", std::slice::from_ref(by));
                }
                fields(headers)
            }
        };
        for field in &travelled {
            for line in field {
                self.line(line);
            }
        }
        let has = |name: &str| travelled.iter().any(|field| is_named(field, name));
        if let Some(from) = message.from.as_ref().filter(|_| !has("From")) {
            self.people("From", std::slice::from_ref(from));
        }
        for field in [Field::To, Field::Cc, Field::Bcc] {
            let people = message.recipients.iter().filter(|(of, _)| *of == field);
            let people: Vec<Address> = people.map(|(_, person)| person.clone()).collect();
            if !people.is_empty() && !has(field.header()) {
                self.people(field.header(), &people);
            }
        }
        self.lines(&text_field("Subject", &message.subject));
        if let Some(date) = message.date.filter(|_| !has("Date")) {
            self.line(&format!("Date: {}", DateTime::from_timestamp(date).to_rfc822()));
        }
        for (name, ids) in [
            ("Message-ID", &message.id),
            ("In-Reply-To", &message.in_reply_to),
            ("References", &message.references),
        ] {
            if let Some(ids) = ids.as_deref().filter(|_| !has(name)) {
                self.ids(name, ids);
            }
        }
    }

    fn people(&mut self, name: &str, people: &[Address]) {
        self.lines(&address_field(name, people));
    }

    /// Identifiers, each on a line of its own.
    fn ids(&mut self, name: &str, ids: &str) {
        let bare = |id: &str| -> String { id.chars().filter(char::is_ascii_graphic).collect() };
        let ids = ids.split([' ', '\t', '\r', '\n', '<', '>']).map(bare);
        let ids: Vec<String> = ids
            .filter(|id| !id.is_empty())
            .map(|id| format!("<{id}>"))
            .collect();
        if !ids.is_empty() {
            self.line(&format!("{name}: {}", ids.join("\r\n ")));
        }
    }

    fn body(&mut self, body: &Body, depth: usize) {
        match (&body.plain, &body.html) {
            (plain, None) => self.text(
                "plain",
                Some("UTF-8"),
                plain.as_deref().unwrap_or_default().as_bytes(),
            ),
            (None, Some(html)) => self.text("html", html.charset, &html.bytes),
            (Some(plain), Some(html)) => {
                let boundary = format!("=_text_{depth}");
                self.line(&format!(
                    "Content-Type: multipart/alternative; boundary=\"{boundary}\""
                ));
                self.line("");
                self.line(&format!("--{boundary}"));
                self.text("plain", Some("UTF-8"), plain.as_bytes());
                self.line(&format!("--{boundary}"));
                self.text("html", html.charset, &html.bytes);
                self.line(&format!("--{boundary}--"));
            }
        }
    }

    fn text(&mut self, kind: &str, charset: Option<&str>, bytes: &[u8]) {
        let charset = charset
            .map(|name| format!("; charset={name}"))
            .unwrap_or_default();
        self.line(&format!("Content-Type: text/{kind}{charset}"));
        self.base64(bytes);
    }

    fn file(&mut self, file: &File, depth: usize) {
        let how = if file.inline { "inline" } else { "attachment" };
        let name = match &file.content {
            Content::Message(_) if !file.name.to_ascii_lowercase().ends_with(".eml") => {
                format!("{}.eml", file.name)
            }
            _ => file.name.clone(),
        };
        self.line(&format!("Content-Disposition: {how};"));
        self.line(&format!(
            " filename*=utf-8''{}",
            utf8_percent_encode(&name, NON_ALPHANUMERIC)
        ));
        match &file.content {
            Content::Message(message) => {
                self.line("Content-Type: message/rfc822");
                self.line("");
                self.message(message, depth + 1);
            }
            Content::Bytes(bytes) => {
                self.line(&format!("Content-Type: {}", media_type(file)));
                if let Some(id) = &file.content_id {
                    self.ids("Content-ID", id);
                }
                self.base64(bytes);
            }
        }
    }

    /// The rest of a part: how it is encoded, an empty line, the bytes.
    fn base64(&mut self, bytes: &[u8]) {
        self.line("Content-Transfer-Encoding: base64");
        self.line("");
        for chunk in bytes.chunks(LINE) {
            self.line(&STANDARD.encode(chunk));
        }
    }

    fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.line(line);
        }
    }

    fn line(&mut self, line: &str) {
        self.bytes.extend_from_slice(line.as_bytes());
        self.bytes.extend_from_slice(b"\r\n");
    }
}

/// The text and files of a message that was signed, as they were sent.
fn signed_entity(message: &Message) -> Option<&[u8]> {
    const START: &[u8] = b"Content-Type:";
    match message.files.as_slice() {
        [
            File {
                content: Content::Bytes(bytes),
                ..
            },
        ] if message.signed => {
            let starts = bytes
                .get(..START.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(START));
            starts.then_some(bytes)
        }
        _ => None,
    }
}

/// The fields of the journey, each with its folded lines; without those about the form of the body, which is another
/// now, and without what is no field.
fn fields(headers: &str) -> Vec<Vec<&str>> {
    let mut fields: Vec<Vec<&str>> = Vec::new();
    let mut keeps = false;
    for line in headers.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) {
            if let Some(field) = fields.last_mut().filter(|_| keeps) {
                field.push(line);
            }
            continue;
        }
        let name = line.split(':').next().unwrap_or_default();
        let is_field =
            name.len() < line.len() && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
        let name = name.to_ascii_lowercase();
        keeps = is_field && !name.starts_with("content-") && !OURS.contains(&name.as_str());
        if keeps {
            fields.push(vec![line]);
        }
    }
    fields
}

fn is_named(field: &[&str], name: &str) -> bool {
    let first = field.first().and_then(|line| line.split(':').next());
    first.is_some_and(|of| of.eq_ignore_ascii_case(name))
}

/// As Outlook names it, else by the ending of a picture that stands in the text.
fn media_type(file: &File) -> String {
    let named = file.media_type.to_ascii_lowercase();
    let is_type = |byte: u8| byte.is_ascii_alphanumeric() || b"/.+-_".contains(&byte);
    if named.contains('/') && named.bytes().all(is_type) && !named.starts_with("multipart/") {
        return named;
    }
    let ending = file.name.rsplit('.').next().unwrap_or_default();
    let picture = match ending.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        _ => "application/octet-stream",
    };
    picture.to_owned()
}
