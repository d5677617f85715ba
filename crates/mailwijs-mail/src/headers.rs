//! The header block of a message or a part, read by mail-parser.

use crate::charset::decode_header_block;
use crate::encoded_word;
use mail_parser::{ContentType, Header, HeaderName, HeaderValue, MessageParser};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A field that may list people or messages without end is read up to this length, in bytes.
const MAX_LIST: usize = 16 * 1024 * 1024;
/// Any other field.
const MAX_FIELD: usize = 64 * 1024;

/// The header fields of one message or part, in order.
#[derive(Debug, Default)]
pub(crate) struct Headers {
    fields: Vec<Header<'static>>,
    /// The first `Subject`, unfolded and decoded.
    pub(crate) subject: String,
    /// The parser crashed on this block.
    pub(crate) unparsable: bool,
}

impl Headers {
    /// Reads a header block (without the blank line that ends it).
    pub(crate) fn read(block: &[u8]) -> Self {
        let mut text = bound_fields(&decode_header_block(block));
        text.push_str("\r\n\r\n");
        // Header parsers meet bytes nobody foresaw; a crash in one costs the fields, not the mail.
        catch_unwind(AssertUnwindSafe(|| parse(&text))).unwrap_or(Self {
            unparsable: true,
            ..Self::default()
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Names and values of all fields, from the top.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &HeaderValue<'static>)> {
        self.fields.iter().map(|field| (field.name(), &field.value))
    }

    /// The values of every field with this name, in order.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a HeaderValue<'static>> {
        self.fields
            .iter()
            .filter(move |h| h.name().eq_ignore_ascii_case(name))
            .map(|h| &h.value)
    }

    /// Whether a field with this name is present, even an empty one.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The text of the first such field that has one, trimmed.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.all(name).find_map(HeaderValue::as_text).map(str::trim)
    }

    /// Message identifiers of every such field, without angle brackets.
    pub(crate) fn ids<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.all(name)
            .flat_map(|value| match value {
                HeaderValue::Text(id) => std::slice::from_ref(id),
                HeaderValue::TextList(ids) => ids.as_slice(),
                _ => &[],
            })
            .map(|id| id.trim().trim_start_matches('<').trim_end_matches('>'))
            .filter(|id| !id.is_empty())
    }

    /// `Content-Type`.
    pub(crate) fn content_type(&self) -> Option<&ContentType<'static>> {
        self.all(HeaderName::ContentType.as_str())
            .find_map(HeaderValue::as_content_type)
    }

    /// `Content-Disposition`.
    pub(crate) fn disposition(&self) -> Option<&ContentType<'static>> {
        self.all(HeaderName::ContentDisposition.as_str())
            .find_map(HeaderValue::as_content_type)
    }
}

fn parse(text: &str) -> Headers {
    let Some(message) = MessageParser::new().parse_headers(text.as_bytes()) else {
        return Headers::default();
    };
    let Some(root) = message.parts.into_iter().next() else {
        return Headers::default();
    };
    let subject = root
        .headers
        .iter()
        .find(|field| field.name == HeaderName::Subject);
    let raw = subject.and_then(|field| text.get(field.offset_start as usize..field.offset_end as usize));
    Headers {
        subject: raw.map(encoded_word::decode).unwrap_or_default(),
        fields: root.headers.into_iter().map(Header::into_owned).collect(),
        unparsable: false,
    }
}

/// Cuts fields that are longer than makes sense: parsing parameters takes time in the square of their number.
fn bound_fields(block: &str) -> String {
    const LISTS: &[&str] = &["to", "cc", "bcc", "from", "reply-to", "references", "in-reply-to"];
    let mut bounded = String::with_capacity(block.len() + 4);
    let mut room = MAX_FIELD;
    for line in block.split_inclusive('\n') {
        if !line.starts_with([' ', '\t']) {
            let name = line.split(':').next().unwrap_or_default().trim();
            room = if LISTS.iter().any(|list| name.eq_ignore_ascii_case(list)) {
                MAX_LIST
            } else {
                MAX_FIELD
            };
        }
        if line.len() <= room {
            bounded.push_str(line);
            room -= line.len();
        } else if room > 0 {
            bounded.push_str(line.get(..line.floor_char_boundary(room)).unwrap_or_default());
            bounded.push('\n');
            room = 0;
        }
    }
    bounded
}
