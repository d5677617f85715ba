//! A letter as the bytes a mail client writes.

use std::io;

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address as Field;
use mail_builder::headers::raw::Raw;
use mailwijs_mail::Address;

use super::Letter;

/// By this header Thunderbird knows its own drafts.
const DRAFT_MARK: (&str, &str) = (
    "X-Mozilla-Draft-Info",
    "internal/draft; vcard=0; receipt=0; DSN=0; uuencode=0",
);

/// The letter as RFC 5322 bytes, written at `seconds` since 1970.
pub fn bytes(letter: &Letter, message_id: &str, seconds: i64, draft: bool) -> io::Result<Vec<u8>> {
    let mut message = MessageBuilder::new()
        .message_id(message_id)
        .date(seconds)
        .from(field(&letter.from))
        .subject(letter.subject.as_str())
        .text_body(letter.body.as_str());
    if !letter.to.is_empty() {
        message = message.to(list(&letter.to));
    }
    if !letter.cc.is_empty() {
        message = message.cc(list(&letter.cc));
    }
    if !letter.bcc.is_empty() {
        message = message.bcc(list(&letter.bcc));
    }
    if draft {
        message = message.header(DRAFT_MARK.0, Raw::new(DRAFT_MARK.1));
    }
    message.write_to_vec()
}

fn list(addresses: &[Address]) -> Field<'_> {
    Field::new_list(addresses.iter().map(field).collect())
}

fn field(address: &Address) -> Field<'_> {
    let name = (!address.name.is_empty()).then_some(address.name.as_str());
    Field::new_address(name, address.email.as_str())
}
