//! A labelled mail as the bytes of a message (RFC 5322), in the shapes that mail clients write.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quoted_printable::encode as quoted_printable;

use crate::corpus::{File, Labelled};

const BOUNDARY: &str = "=_mailwijs";

/// A character set and whether the transfer encoding is base64 (else quoted-printable).
#[derive(Clone, Copy)]
struct Encoding {
    latin1: bool,
    base64: bool,
}

/// The message, with CRLF line ends. `index` decides on charset and transfer encoding, so that they rotate.
pub fn message(mail: &Labelled, index: usize) -> Vec<u8> {
    let mut headers = vec![format!("From: {}", mailbox(&mail.from))];
    let bcc: &[String] = if mail.direction == "draft" { &mail.bcc } else { &[] };
    for (name, addresses) in [("To", mail.to.as_slice()), ("Cc", &mail.cc), ("Bcc", bcc)] {
        if !addresses.is_empty() {
            let list: Vec<String> = addresses.iter().map(|address| mailbox(address)).collect();
            headers.push(format!("{name}: {}", list.join(",\r\n ")));
        }
    }
    headers.push(format!("Subject: {}", encoded_words(&mail.subject)));
    headers.push("Date: Mon, 6 Nov 2023 08:05:00 +0100".to_owned());
    headers.push(format!("Message-ID: <{}@corpus.example>", mail.id));
    headers.push("MIME-Version: 1.0".to_owned());
    headers.push(content(mail, index));
    headers.join("\r\n").into_bytes()
}

/// The content headers, an empty line and the content.
fn content(mail: &Labelled, index: usize) -> String {
    let encoding = Encoding::for_text(&mail.body, index);
    let plain = text_part("plain", &format!("{}\n", mail.body), encoding, None);
    let text = if mail.html {
        let html = text_part("html", &html(&mail.body), encoding, None);
        multipart("alternative", &[plain, html])
    } else {
        plain
    };
    if mail.attachments.is_empty() {
        return text;
    }
    let files = mail.attachments.iter().map(|file| attachment(file, index + 1));
    multipart("mixed", &std::iter::once(text).chain(files).collect::<Vec<_>>())
}

impl Encoding {
    fn for_text(text: &str, index: usize) -> Self {
        let fits = text.chars().all(|c| u32::from(c) <= 0xFF);
        Self {
            latin1: fits && index % 4 >= 2,
            base64: index % 2 == 1,
        }
    }

    fn apply(self, text: &str) -> String {
        let text = text.replace('\n', "\r\n");
        let bytes = if self.latin1 {
            text.chars()
                .filter_map(|c| u8::try_from(u32::from(c)).ok())
                .collect()
        } else {
            text.into_bytes()
        };
        if self.base64 {
            let letters = STANDARD.encode(bytes);
            let lines = letters.as_bytes().chunks(76).map(String::from_utf8_lossy);
            lines.collect::<Vec<_>>().join("\r\n")
        } else {
            String::from_utf8_lossy(&quoted_printable(bytes)).into_owned()
        }
    }
}

fn text_part(subtype: &str, text: &str, encoding: Encoding, file_name: Option<&str>) -> String {
    let charset = if encoding.latin1 { "iso-8859-1" } else { "utf-8" };
    let transfer = if encoding.base64 {
        "base64"
    } else {
        "quoted-printable"
    };
    let disposition = file_name.map_or(String::new(), |name| {
        format!(
            "Content-Disposition: attachment;\r\n filename*=utf-8''{}\r\n",
            percent(name)
        )
    });
    format!(
        "Content-Type: text/{subtype}; charset=\"{charset}\"\r\n{disposition}\
         Content-Transfer-Encoding: {transfer}\r\n\r\n{}\r\n",
        encoding.apply(text)
    )
}

fn attachment(file: &File, index: usize) -> String {
    let encoding = Encoding::for_text(&file.text, index);
    text_part("plain", &format!("{}\n", file.text), encoding, Some(&file.name))
}

fn multipart(subtype: &str, parts: &[String]) -> String {
    let boundary = format!("{BOUNDARY}_{subtype}");
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("--{boundary}\r\n{part}\r\n"))
        .collect();
    let parts = parts.concat();
    format!("Content-Type: multipart/{subtype}; boundary=\"{boundary}\"\r\n\r\n{parts}--{boundary}--\r\n")
}

/// Paragraphs and line breaks; quoted lines become a quotation.
fn html(body: &str) -> String {
    let block = |block: &str| {
        let inner = block
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('\n', "<br>\n");
        let quoted = block.lines().all(|line| line.starts_with('>'));
        if quoted {
            format!("<blockquote>{inner}</blockquote>\n")
        } else {
            format!("<p>{inner}</p>\n")
        }
    };
    let blocks: String = body.split("\n\n").map(block).collect();
    format!(
        "<!DOCTYPE html>\n<html><body style=\"font-family:Calibri,sans-serif\">\n{blocks}</body></html>\n"
    )
}

/// A mailbox with its display name encoded where it needs to be.
fn mailbox(text: &str) -> String {
    match text.rsplit_once('<') {
        Some((name, address)) => {
            let name = name.trim().trim_matches('"');
            let plain = name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || " '-".contains(c));
            let name = if plain {
                name.to_owned()
            } else {
                encoded_words(name)
            };
            format!("{name} <{address}")
        }
        None => text.to_owned(),
    }
}

/// RFC 2047 encoded words where the text is not plain ASCII.
fn encoded_words(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let word = |chunk: &[char]| {
        format!(
            "=?utf-8?B?{}?=",
            STANDARD.encode(chunk.iter().collect::<String>())
        )
    };
    letters.chunks(12).map(word).collect::<Vec<_>>().join("\r\n ")
}

/// Percent-encoding of a parameter (RFC 2231).
fn percent(text: &str) -> String {
    let byte = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::message;
    use crate::corpus::Corpus;

    #[test]
    fn what_is_rendered_is_read_back() {
        for (index, labelled) in Corpus::own()
            .unwrap()
            .part("mails")
            .unwrap()
            .mails
            .iter()
            .enumerate()
        {
            let mail = mailwijs_mail::parse(&message(labelled, index));
            assert_eq!(mail.problems, [], "{}", labelled.id);
            assert_eq!(mail.subject, labelled.subject, "{}", labelled.id);
            let from = mail.from.unwrap_or_default().email;
            assert!(
                labelled.from.contains(&from) && !from.is_empty(),
                "{}",
                labelled.id
            );
            let drafted = if labelled.direction == "draft" {
                labelled.bcc.len()
            } else {
                0
            };
            assert_eq!(
                mail.recipients.len(),
                labelled.to.len() + labelled.cc.len() + drafted,
                "{}",
                labelled.id
            );
            if !labelled.html {
                assert_eq!(
                    mail.body.content.trim_end(),
                    labelled.body.trim_end(),
                    "{}",
                    labelled.id
                );
            }
            let names: Vec<&str> = mail.attachments.iter().map(|file| file.name.as_str()).collect();
            let expected: Vec<&str> = labelled
                .attachments
                .iter()
                .map(|file| file.name.as_str())
                .collect();
            assert_eq!(names, expected, "{}", labelled.id);
        }
    }
}
