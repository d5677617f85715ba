//! What tags say by their names and attributes.

use crate::model::ZoneKind;
use html5ever::tokenizer::Tag;

/// The value of an attribute.
pub(super) fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs
        .iter()
        .find(|a| &*a.name.local == name)
        .map(|a| &*a.value)
}

/// Classes and ids that mail clients put on the quoted message and on the signature.
pub(super) fn kind_of(tag: &Tag, name: &str) -> Option<ZoneKind> {
    const QUOTES: &[&str] = &[
        "gmail_quote",
        "gmail_attr",
        "moz-cite-prefix",
        "moz-forward-container",
        "yahoo_quoted",
        "protonmail_quote",
        "divRplyFwdMsg",
        "appendonsend",
    ];
    const SIGNATURES: &[&str] = &[
        "moz-signature",
        "gmail_signature",
        "-x-evo-signature",
        "Signature",
        "ms-outlook-mobile-signature",
    ];
    let marks = [attribute(tag, "class"), attribute(tag, "id")];
    let has = |wanted: &[&str]| {
        marks
            .iter()
            .flatten()
            .flat_map(|value| value.split_whitespace())
            .any(|mark| wanted.contains(&mark))
    };
    // Without a border a blockquote is an indented paragraph of the writer's own.
    let indented = || attribute(tag, "style").is_some_and(|s| s.replace(' ', "").contains("border:none"));
    if has(QUOTES) || name == "blockquote" && !indented() {
        Some(ZoneKind::Quoted)
    } else if has(SIGNATURES) {
        Some(ZoneKind::Signature)
    } else {
        None
    }
}

/// Elements without content or end tag (HTML §13.1.2).
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr"
            | "img"
            | "input"
            | "meta"
            | "link"
            | "wbr"
            | "area"
            | "base"
            | "col"
            | "embed"
            | "source"
            | "track"
            | "param"
    )
}
