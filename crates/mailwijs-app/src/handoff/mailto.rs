//! `mailto:` links (RFC 6068).

use mailwijs_mail::Address;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Corrected;

/// Everything but RFC 3986's unreserved characters is encoded; the `@` of an address may stay (RFC 6068 §2).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@');

/// The link that opens a mail with these addresses, this subject and, when given, this text.
pub(super) fn link(corrected: &Corrected, subject: &str, body: Option<&str>) -> String {
    let mut link = format!("mailto:{}", list(&corrected.to));
    let fields = [
        ("cc", list(&corrected.cc)),
        ("bcc", list(&corrected.bcc)),
        ("subject", encode(subject)),
        // Line breaks are %0D%0A (RFC 6068 §5).
        ("body", encode(&body.unwrap_or_default().replace('\n', "\r\n"))),
    ];
    for (number, (name, value)) in fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .enumerate()
    {
        link.push(if number == 0 { '?' } else { '&' });
        link.push_str(name);
        link.push('=');
        link.push_str(&value);
    }
    link
}

fn list(addresses: &[Address]) -> String {
    addresses
        .iter()
        .map(|address| encode(&address.email))
        .collect::<Vec<_>>()
        .join(",")
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}
