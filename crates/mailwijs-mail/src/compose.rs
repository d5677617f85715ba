//! Header fields, as a mail client writes them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::Address;

/// Columns of a header line (RFC 5322 §2.1.1).
const MAX_LINE: usize = 78;
/// Characters of an encoded word (RFC 2047 §2).
const MAX_WORD: usize = 75;

/// The lines of a field that holds text; what is not plain ASCII becomes encoded words.
pub(crate) fn text_field(name: &str, text: &str) -> Vec<String> {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let text = text.trim();
    if text.is_ascii() && !text.contains("=?") && name.len() + 2 + text.len() <= MAX_LINE {
        return vec![format!("{name}: {text}")];
    }
    let words = encoded_words(text).into_iter().map(|word| format!(" {word}"));
    std::iter::once(format!("{name}:")).chain(words).collect()
}

/// The lines of an address field, folded between mailboxes and between encoded words.
pub(crate) fn address_field(name: &str, people: &[Address]) -> Vec<String> {
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
        words.push(format!("=?utf-8?B?{}?=", STANDARD.encode(chunk)));
        rest = tail;
    }
    words
}
