//! The text of a message: plain, HTML, or rich text that is unpacked.

use super::properties::{Properties, id};
use super::rtf::{self, Unpacked};
use super::storage::Storages;

/// The renderings of the text that a message holds.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) plain: Option<String>,
    pub(super) html: Option<Html>,
}

/// HTML with its character set, when it is known.
#[derive(Debug)]
pub(super) struct Html {
    pub(super) bytes: Vec<u8>,
    pub(super) charset: Option<&'static str>,
}

impl Html {
    fn unicode(text: String) -> Self {
        Self {
            bytes: text.into_bytes(),
            charset: Some("UTF-8"),
        }
    }
}

/// Rich text is looked at only when there is no HTML, and its words count only when there is no plain text either:
/// Outlook derives the one from the other.
pub(super) fn read_body(file: &mut Storages<'_>, own: &Properties) -> Body {
    let mut body = Body {
        plain: own
            .long_text(file, id::BODY)
            .filter(|text| !text.trim().is_empty()),
        html: html(file, own),
    };
    if body.html.is_none()
        && let Some(packed) = own.bytes(file, id::RTF_COMPRESSED)
    {
        match rtf::unpack(&packed) {
            Some(Unpacked::Html(text)) => body.html = Some(Html::unicode(text)),
            Some(Unpacked::Plain(text)) if body.plain.is_none() => body.plain = Some(text),
            _ => {}
        }
    }
    body
}

fn html(file: &mut Storages<'_>, own: &Properties) -> Option<Html> {
    let html = if let Some(bytes) = own.bytes(file, id::HTML) {
        let charset = own.html_code_page().and_then(super::codepage::charset);
        Html { bytes, charset }
    } else {
        Html::unicode(own.long_text(file, id::HTML)?)
    };
    html.bytes
        .iter()
        .any(|byte| !byte.is_ascii_whitespace() && *byte != 0)
        .then_some(html)
}
