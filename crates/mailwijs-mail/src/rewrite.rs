//! A corrected draft: the same message with other people in its headers.
//!
//! The body is not touched, byte for byte: text, HTML and attachments survive. Only header fields change, so that the
//! mail client opens the result as a new message that is still to be sent.

use crate::input;
use crate::model::Address;

/// What changes in a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rewrite {
    /// Everyone in `To` from now on.
    pub to: Vec<Address>,
    /// Everyone in `Cc` from now on.
    pub cc: Vec<Address>,
    /// Everyone in `Bcc` from now on.
    pub bcc: Vec<Address>,
    /// The sender from now on; `None` leaves `From` as it is.
    pub from: Option<Address>,
}

/// Columns of a header line (RFC 5322 §2.1.1).
const MAX_LINE: usize = 78;
/// Characters of an encoded word (RFC 2047 §2).
const MAX_WORD: usize = 75;

/// Fields that tie the message to the saved draft or to the identity it was composed with.
const DROPPED: &[&str] = &[
    "message-id",
    "x-identity-key",
    "x-unsent",
    "fcc",
    "x-account-key",
    "x-uidl",
    "return-path",
];
const DROPPED_FAMILIES: &[&str] = &["x-mozilla-", "x-claws-", "x-evolution-", "x-sylpheed-"];
/// What Claws Mail writes above the headers of a draft (`S:`, `SCF:`, `R:` …).
const CLAWS_BLOCK_END: &str = "x-claws-end-special-headers";

/// The draft with its recipients (and sender) replaced, marked as not sent yet (`X-Unsent: 1`).
pub fn rewrite(bytes: &[u8], change: &Rewrite) -> Vec<u8> {
    let message = input::unwrap_message(bytes);
    let (header_len, body_at) = input::header_end(&message, |_| false);
    let header = message.get(..header_len).unwrap_or_default();
    let body = message.get(body_at..).unwrap_or_default();
    let line_end = if header.windows(2).any(|w| w == b"\r\n") {
        "\r\n"
    } else {
        "\n"
    };

    let mut out = Vec::with_capacity(bytes.len() + 256);
    let mut put = |line: &str| {
        out.extend_from_slice(line.as_bytes());
        out.extend_from_slice(line_end.as_bytes());
    };
    put("X-Unsent: 1");
    for (name, people) in [("To", &change.to), ("Cc", &change.cc), ("Bcc", &change.bcc)] {
        if !people.is_empty() {
            for line in address_field(name, people) {
                put(&line);
            }
        }
    }
    if let Some(from) = &change.from {
        for line in address_field("From", std::slice::from_ref(from)) {
            put(&line);
        }
    }
    for field in kept_fields(header, change.from.is_some()) {
        out.extend_from_slice(field);
        if !field.ends_with(b"\n") {
            out.extend_from_slice(line_end.as_bytes());
        }
    }
    out.extend_from_slice(line_end.as_bytes());
    out.extend_from_slice(body);
    out
}

/// The fields that stay, each with its folded lines.
fn kept_fields(header: &[u8], replaces_from: bool) -> Vec<&[u8]> {
    let fields = fields(header);
    let claws_end = fields
        .iter()
        .position(|field| name_of(field) == CLAWS_BLOCK_END)
        .map_or(0, |at| at + 1);
    let keeps = |field: &&[u8]| {
        let name = name_of(field);
        let name = name.as_str();
        let replaced = matches!(name, "to" | "cc" | "bcc") || name == "from" && replaces_from;
        !replaced
            && !name.is_empty()
            && !DROPPED.contains(&name)
            && !DROPPED_FAMILIES.iter().any(|family| name.starts_with(family))
    };
    fields.into_iter().skip(claws_end).filter(keeps).collect()
}

fn fields(header: &[u8]) -> Vec<&[u8]> {
    let mut fields = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in header.split_inclusive(|&b| b == b'\n') {
        if at > start && !line.starts_with(b" ") && !line.starts_with(b"\t") {
            fields.extend(header.get(start..at));
            start = at;
        }
        at += line.len();
    }
    fields.extend(header.get(start..at).filter(|field| !field.is_empty()));
    fields
}

/// In lower case; empty for what is no field (an mbox separator line).
fn name_of(field: &[u8]) -> String {
    let end = field.iter().position(|&b| b == b':').unwrap_or(0);
    let name = String::from_utf8_lossy(field.get(..end).unwrap_or_default())
        .trim()
        .to_ascii_lowercase();
    if name.contains(' ') { String::new() } else { name }
}

/// The lines of an address field, folded between mailboxes and between encoded words.
fn address_field(name: &str, people: &[Address]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = format!("{name}:");
    for (index, person) in people.iter().enumerate() {
        let last = index + 1 == people.len();
        let mut tokens = mailbox(person);
        if let Some(token) = tokens.last_mut().filter(|_| !last) {
            token.push(',');
        }
        for token in tokens {
            if line.len() + 1 + token.len() > MAX_LINE && !line.trim().is_empty() && !line.ends_with(':') {
                lines.push(std::mem::take(&mut line));
            }
            line.push(' ');
            line.push_str(&token);
        }
    }
    lines.push(line);
    lines
}

/// A mailbox as words that may be put on lines of their own.
fn mailbox(person: &Address) -> Vec<String> {
    let email: String = person
        .email
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '<' | '>'))
        .collect();
    if person.name.is_empty() {
        // Free text that is no address yet stays what it is, but cannot become several mailboxes.
        let bare =
            !email.contains([',', ';', '"', '(', ')', ':', '\\']) && !email.contains(char::is_whitespace);
        return vec![if bare || email.contains('@') {
            email
        } else {
            quoted(&email)
        }];
    }
    let mut words = phrase(&person.name);
    words.push(format!("<{email}>"));
    words
}

/// A display name (RFC 5322 §3.2.5): plain words, a quoted string, or encoded words (RFC 2047 §5).
fn phrase(name: &str) -> Vec<String> {
    let name: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let is_atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    if !name.is_ascii() || name.contains("=?") {
        return encoded_words(&name);
    }
    if name
        .split(' ')
        .all(|word| !word.is_empty() && word.chars().all(is_atom))
    {
        return name.split(' ').map(str::to_owned).collect();
    }
    if name.len() + 2 > MAX_WORD {
        encoded_words(&name)
    } else {
        vec![quoted(&name)]
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// `=?utf-8?B?…?=`, never broken inside a character.
fn encoded_words(text: &str) -> Vec<String> {
    // Twelve characters of delimiters; four characters of base64 hold three bytes.
    const BYTES: usize = (MAX_WORD - 12) / 4 * 3;
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (chunk, tail) = rest
            .split_at_checked(rest.floor_char_boundary(BYTES))
            .unwrap_or((rest, ""));
        words.push(format!("=?utf-8?B?{}?=", base64(chunk.as_bytes())));
        rest = tail;
    }
    words
}

/// RFC 4648 §4.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| {
            bits << 8 | u32::from(group.get(i).copied().unwrap_or(0))
        });
        for position in 0..4 {
            let index = (bits >> (18 - 6 * position)) & 63;
            let digit = ALPHABET.get(index as usize).copied().unwrap_or(b'=');
            out.push(if position > group.len() {
                '='
            } else {
                char::from(digit)
            });
        }
    }
    out
}
