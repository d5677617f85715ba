//! Mailboxes of address headers, half-typed ones included.

use crate::headers::Headers;
use crate::model::{Address, Field, Recipient};
use mail_parser::parsers::MessageStream;
use mail_parser::{Addr, HeaderValue};

/// A list in which more addresses than this lack their closing bracket is not repaired further.
const MAX_REPAIRS: usize = 100;

/// The mailboxes of every field with this name, groups flattened.
pub(crate) fn mailboxes(headers: &Headers, name: &str) -> Vec<Address> {
    let mut found = Vec::new();
    headers
        .all(name)
        .for_each(|value| add(value, MAX_REPAIRS, &mut found));
    found
}

/// Adds the mailboxes of one value. When an address lacks its closing bracket the parser takes all that follows for
/// part of it; that rest is read by itself.
fn add(value: &HeaderValue<'_>, repairs: usize, found: &mut Vec<Address>) {
    for mailbox in value
        .as_address()
        .into_iter()
        .flat_map(mail_parser::Address::iter)
    {
        let email = mailbox
            .address
            .as_deref()
            .filter(|email| !email.starts_with('"') && repairs > 0);
        if let Some((email, rest)) = email.and_then(|email| email.split_once([',', ';'])) {
            found.extend(Address::read(&Addr::new(mailbox.name.as_deref(), email)));
            add(
                &MessageStream::new(format!("{rest}\n").as_bytes()).parse_address(),
                repairs - 1,
                found,
            );
        } else {
            found.extend(Address::read(mailbox));
        }
    }
}

/// Everyone in `To`, `Cc` and `Bcc`, each with its place in the field's canonical text.
pub(crate) fn recipients(headers: &Headers) -> Vec<Recipient> {
    let mut recipients = Vec::new();
    for field in [Field::To, Field::Cc, Field::Bcc] {
        let mut start = 0;
        for address in mailboxes(headers, field.header()) {
            let end = start + address.to_string().len();
            recipients.push(Recipient {
                field,
                address,
                at: start..end,
            });
            start = end + SEPARATOR.len();
        }
    }
    recipients
}

/// What stands between two mailboxes in a field's canonical text.
pub(crate) const SEPARATOR: &str = ", ";

impl Field {
    /// The header's name as written in a message.
    pub fn header(self) -> &'static str {
        match self {
            Self::To => "To",
            Self::Cc => "Cc",
            Self::Bcc => "Bcc",
        }
    }
}

impl Address {
    fn read(addr: &Addr<'_>) -> Option<Self> {
        let name = tidy(addr.name.as_deref().unwrap_or_default());
        let email = tidy(addr.address.as_deref().unwrap_or_default());
        match (name.is_empty(), email.is_empty()) {
            (true, true) => None,
            // Free text in a draft stands where the address will come.
            (false, true) => Some(Self {
                name: String::new(),
                email: name,
            }),
            _ => Some(Self {
                name: unquote(name),
                email: lower_domain(&email),
            }),
        }
    }
}

/// One line, single blanks, no control characters.
fn tidy(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Outlook puts names between single quotes, and quotes inside an encoded word are the sender's mistake.
fn unquote(name: String) -> String {
    for quote in ['\'', '"'] {
        if let Some(inner) = name.strip_prefix(quote).and_then(|n| n.strip_suffix(quote)) {
            return inner.trim().to_owned();
        }
    }
    name
}

fn lower_domain(email: &str) -> String {
    match email.rsplit_once('@') {
        Some((local, domain)) => format!("{local}@{}", domain.to_lowercase()),
        None => email.to_owned(),
    }
}

impl std::fmt::Display for Address {
    /// The canonical text: `Name <local@domain>`, or the bare address when there is no name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.name.is_empty() {
            f.write_str(&self.email)
        } else {
            write!(f, "{} <{}>", self.name, self.email)
        }
    }
}
