//! Which parts a reader sees as the text, and which travel along as files.

use crate::decode::{KEEP_HTML, KEEP_TEXT, Keep, decode_text, line_ends};
use crate::links::{self, MAX_LINKS};
use crate::mime::{Part, Parts};
use crate::model::{Attachment, Link, Problem, Text, Zone, ZoneKind};
use crate::{alternative, html, transfer, zones};
use std::collections::HashSet;

/// What the parts of a message amount to.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) body: Text,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) links: Vec<Link>,
}

/// A text part, or two renderings of the same text.
#[derive(Debug, Default)]
struct Shown<'p> {
    plain: Option<&'p Part<'p>>,
    html: Option<&'p Part<'p>>,
}

/// Puts the text together and lists the files, whole where they are `wanted`.
pub(crate) fn assemble(
    parts: &Parts<'_>,
    wanted: &dyn Fn(&Attachment) -> bool,
    problems: &mut Vec<Problem>,
) -> Content {
    let mut sorter = Sorter {
        parts,
        shown: Vec::new(),
        files: Vec::new(),
    };
    sorter.sort(0);
    let mut content = Content {
        attachments: sorter.files.iter().map(|p| attachment(p, wanted)).collect(),
        ..Content::default()
    };
    let mut targets = HashSet::new();
    for shown in &sorter.shown {
        let (text, links) = render(shown, problems);
        append(&mut content.body, text);
        content
            .links
            .extend(links.into_iter().filter(|link| targets.insert(link.clone())));
    }
    content.links.truncate(MAX_LINKS);
    content
}

/// A body without structure.
pub(crate) fn plain(bytes: &[u8], problems: &mut Vec<Problem>) -> Text {
    let text = line_ends(decode_text(bytes, "", None, KEEP_TEXT, problems));
    zones::annotate(text, &[])
}

/// Walks the tree of parts; its depth is bounded by the splitter.
struct Sorter<'p> {
    parts: &'p Parts<'p>,
    shown: Vec<Shown<'p>>,
    files: Vec<&'p Part<'p>>,
}

impl Sorter<'_> {
    fn sort(&mut self, index: usize) {
        let Some(part) = self.parts.list.get(index) else {
            return;
        };
        if !part.is_multipart {
            match text_kind(part, index == 0) {
                Some(TextKind::Plain) => self.shown.push(Shown {
                    plain: Some(part),
                    html: None,
                }),
                Some(TextKind::Html) => self.shown.push(Shown {
                    plain: None,
                    html: Some(part),
                }),
                None => self.files.push(part),
            }
        } else if part.media_type == "multipart/alternative" {
            self.sort_alternative(part);
        } else {
            part.children.iter().for_each(|&child| self.sort(child));
        }
    }

    /// The first plain and the first HTML rendering are the text; other renderings are not files either, but what
    /// hangs on a rendering (images of a multipart/related) is.
    fn sort_alternative(&mut self, part: &Part<'_>) {
        let mut inner = Self {
            parts: self.parts,
            shown: Vec::new(),
            files: Vec::new(),
        };
        part.children.iter().for_each(|&child| inner.sort(child));
        let plain = inner.shown.iter().find_map(|s| s.plain);
        let html = inner.shown.iter().find_map(|s| s.html);
        if plain.is_some() || html.is_some() {
            self.shown.push(Shown { plain, html });
        }
        self.files.append(&mut inner.files);
    }
}

enum TextKind {
    Plain,
    Html,
}

/// How a leaf is shown as text; `None` for a file. A file name makes a file of it, as every mail client shows it,
/// unless there is nothing else in the message.
fn text_kind(part: &Part<'_>, is_whole_message: bool) -> Option<TextKind> {
    let attached = part
        .headers
        .disposition()
        .is_some_and(mail_parser::ContentType::is_attachment);
    if attached || !is_whole_message && !file_name(part).is_empty() {
        return None;
    }
    match part.media_type.as_str() {
        "text/html" | "application/xhtml+xml" => Some(TextKind::Html),
        "text/plain" | "text/enriched" | "text/x-amp-html" => Some(TextKind::Plain),
        // A multipart without a usable boundary is read as the text it is.
        other if other.starts_with("multipart/") && part.children.is_empty() => Some(TextKind::Plain),
        _ => None,
    }
}

fn file_name<'p>(part: &'p Part<'_>) -> &'p str {
    let of = |t: Option<&'p mail_parser::ContentType<'static>>, key| t.and_then(|t| t.attribute(key));
    of(part.headers.disposition(), "filename")
        .or_else(|| of(part.headers.content_type(), "name"))
        .map(str::trim)
        .unwrap_or_default()
}

/// So much of a file's base64 tells what it is: more than a kilobyte of it.
const BEGINNING: usize = 2048;

fn attachment(part: &Part<'_>, wanted: &dyn Fn(&Attachment) -> bool) -> Attachment {
    let shown_inline = part
        .headers
        .disposition()
        .is_some_and(mail_parser::ContentType::is_inline);
    let referred_to = part.headers.has("Content-ID");
    let attached = part
        .headers
        .disposition()
        .is_some_and(mail_parser::ContentType::is_attachment);
    let encoding = part.headers.text("Content-Transfer-Encoding").unwrap_or_default();
    let mut file = Attachment {
        name: file_name(part).to_owned(),
        media_type: part.media_type.clone(),
        inline: part.media_type.starts_with("image/") && !attached && (shown_inline || referred_to),
        bytes: Vec::new(),
    };
    if let Some(beginning) = part
        .body
        .get(..BEGINNING)
        .filter(|_| transfer::is_base64(encoding))
    {
        file.bytes = transfer::decode(beginning, encoding).into_owned();
        if !wanted(&file) {
            return file;
        }
    }
    file.bytes = transfer::decode(part.body, encoding).into_owned();
    file
}

fn render(shown: &Shown<'_>, problems: &mut Vec<Problem>) -> (Text, Vec<Link>) {
    let html = shown.html.map(|part| html_page(part, problems));
    let Some(plain) = shown.plain else {
        let page = html.unwrap_or_default();
        return (zones::annotate(page.text, &page.marks), page.links);
    };
    let text = line_ends(part_text(plain, KEEP_TEXT, problems));
    let Some(page) = html else {
        let links = links::in_text(&text);
        return (zones::annotate(text, &[]), links);
    };
    let (extra, marks) = alternative::only_in_html(&text, &page);
    let mut links = page.links;
    let linked: HashSet<String> = links.iter().map(|link| link.target.clone()).collect();
    links.extend(
        links::in_text(&text)
            .into_iter()
            .filter(|link| !linked.contains(&link.target)),
    );
    let mut body = zones::annotate(text, &[]);
    if !extra.is_empty() {
        append(
            &mut body,
            Text {
                content: "\n".to_owned(),
                zones: vec![Zone {
                    kind: ZoneKind::Own,
                    range: 0..1,
                }],
            },
        );
        append(&mut body, zones::annotate(extra, &marks));
    }
    (body, links)
}

fn html_page(part: &Part<'_>, problems: &mut Vec<Problem>) -> html::Page {
    let page = html::render(&part_text(part, KEEP_HTML, problems));
    if page.cut {
        problems.push(Problem::TextCut);
    }
    page
}

fn part_text(part: &Part<'_>, keep: Keep, problems: &mut Vec<Problem>) -> String {
    let encoding = part.headers.text("Content-Transfer-Encoding").unwrap_or_default();
    let declared = part.headers.content_type().and_then(|t| t.attribute("charset"));
    decode_text(part.body, encoding, declared, keep, problems)
}

/// Adds a text below another, on a line of its own.
fn append(body: &mut Text, more: Text) {
    if body.content.is_empty() {
        *body = more;
        return;
    }
    if !body.content.ends_with('\n') {
        body.content.push('\n');
        if let Some(last) = body.zones.last_mut() {
            last.range.end += 1;
        }
    }
    let shift = body.content.len();
    body.content.push_str(&more.content);
    body.zones.extend(more.zones.into_iter().map(|z| Zone {
        kind: z.kind,
        range: z.range.start + shift..z.range.end + shift,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_still_cover_joined_texts() {
        let own = |s: &str| Text {
            content: s.into(),
            zones: vec![Zone {
                kind: ZoneKind::Own,
                range: 0..s.len(),
            }],
        };
        let mut body = own("een");
        append(&mut body, own("twee"));
        assert_eq!(body.content, "een\ntwee");
        assert_eq!(
            body.zones.iter().map(|z| z.range.clone()).collect::<Vec<_>>(),
            [0..4, 4..8]
        );
    }
}
