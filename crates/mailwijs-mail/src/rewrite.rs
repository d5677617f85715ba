//! A corrected draft: the same message with other people in its headers.
//!
//! The body is not touched, byte for byte: text, HTML and attachments survive. Only header fields change, so that the
//! mail client opens the result as a new message that is still to be sent.

use crate::compose::address_field;
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
