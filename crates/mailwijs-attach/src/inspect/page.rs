//! What a web page or a drawing that travels as a file can do.

use std::cell::RefCell;

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::plain;

/// What a page can do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent observations, not states"
)]
pub struct Page {
    /// It carries out a script.
    pub script: bool,
    /// Its script puts together or unpacks what it then shows, or leads elsewhere by itself.
    pub hides: bool,
    /// It asks for something and sends it away.
    pub form: bool,
    /// It asks for a password.
    pub password: bool,
    /// It leads elsewhere by itself.
    pub refresh: bool,
    /// It is a drawing.
    pub drawing: bool,
    /// Where its forms send to, as written.
    pub targets: Vec<String>,
}

/// A page is looked at up to this length, in bytes.
const LOOKED_AT: usize = 1 << 20;
/// A tag is looked at up to this length, in bytes.
const LONGEST_TAG: usize = 1024;
/// Tags beyond this many are left out.
const MOST_TAGS: usize = 2000;
/// The tags that tell.
const TAGS: &[&str] = &["script", "form", "input", "button", "meta", "body", "svg", "img"];
/// Targets beyond this many are left out.
const MOST_TARGETS: usize = 20;
/// What scripts use to hide what they do.
const HIDING: &[&str] = &[
    "atob(",
    "unescape(",
    "eval(",
    "fromcharcode",
    "document.write(",
    "window.location",
    "document.location",
    "location.href",
    "location.replace",
    "mssaveoropenblob",
    "createobjecturl",
];

/// What a page can do; `None` for any other file.
pub(super) fn of(name: &str, media_type: &str, bytes: &[u8]) -> Option<Page> {
    if !is_named(name, media_type) || bytes.is_empty() {
        return None;
    }
    let drawing = extension(name) == "svg" || media_type == "image/svg+xml";
    let text = plain::decode(bytes.get(..LOOKED_AT).unwrap_or(bytes)).to_ascii_lowercase();
    let mut page = Page {
        drawing,
        ..Page::default()
    };
    page.read(&text);
    Some(page)
}

/// Whether a file calls itself a page or a drawing.
pub(super) fn is_named(name: &str, media_type: &str) -> bool {
    let extension = extension(name);
    ["html", "htm", "xhtml", "shtml", "xht", "mht", "svg"].contains(&extension.as_str())
        || ["text/html", "application/xhtml+xml", "image/svg+xml"].contains(&media_type)
}

fn extension(name: &str) -> String {
    let end = name
        .rsplit_once('.')
        .map(|(_, end)| end.trim().to_ascii_lowercase());
    end.unwrap_or_default()
}

/// Takes one tag apart.
#[derive(Default)]
struct Reader(RefCell<Option<Tag>>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            self.0.borrow_mut().get_or_insert(tag);
        }
        TokenSinkResult::Continue
    }
}

/// The tag with this text. Each is read by itself, and no more of it than makes sense: the tokenizer compares each attribute with
/// all before it.
fn tag_of(text: &str) -> Option<Tag> {
    let end = text.find('>').unwrap_or(text.len()).min(LONGEST_TAG);
    let text = text.get(..text.floor_char_boundary(end)).unwrap_or_default();
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(format!("{text}>")));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

impl Page {
    /// Reads a page, in lower case.
    fn read(&mut self, text: &str) {
        let (mut at, mut seen) = (0, 0);
        while let Some(open) = text
            .get(at..)
            .and_then(|rest| rest.find('<'))
            .map(|next| at + next)
        {
            let rest = text.get(open..).unwrap_or_default();
            at = open + 1;
            if rest.starts_with("<!--") {
                at = rest.find("-->").map_or(text.len(), |end| open + end);
            } else if TAGS.iter().any(|name| is_tag(rest, name)) && seen < MOST_TAGS {
                seen += 1;
                let Some(tag) = tag_of(rest) else { continue };
                self.note(&tag);
                if &*tag.name == "script" && !tag.self_closing {
                    let end = rest.find("</script").unwrap_or(rest.len());
                    let script = rest.get(..end).unwrap_or_default();
                    self.hides |= is_carried_out(&tag) && HIDING.iter().any(|word| script.contains(word));
                    at = open + end.max(1);
                }
            }
        }
    }

    fn note(&mut self, tag: &Tag) {
        match &*tag.name {
            "script" => self.script |= is_carried_out(tag),
            "form" => {
                self.form = true;
                self.add_target(attribute(tag, "action"));
            }
            "input" => {
                self.password |=
                    attribute(tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"));
            }
            "button" => self.add_target(attribute(tag, "formaction")),
            "meta" => {
                self.refresh |= attribute(tag, "http-equiv")
                    .is_some_and(|what| what.eq_ignore_ascii_case("refresh"))
                    && attribute(tag, "content").is_some_and(|to| to.to_ascii_lowercase().contains("url"));
            }
            "body" | "svg" | "img" => {
                self.script |= tag
                    .attrs
                    .iter()
                    .any(|attribute| matches!(&*attribute.name.local, "onload" | "onerror"));
            }
            _ => {}
        }
    }

    fn add_target(&mut self, target: Option<&str>) {
        if self.targets.len() < MOST_TARGETS {
            let target = target.map(str::trim).filter(|target| !target.is_empty());
            self.targets.extend(target.map(str::to_owned));
        }
    }
}

/// Whether a script is one that browsers carry out, and not data (`application/ld+json`).
fn is_carried_out(tag: &Tag) -> bool {
    attribute(tag, "type").is_none_or(|kind| {
        let kind = kind.to_ascii_lowercase();
        kind.is_empty() || kind.contains("javascript") || kind.contains("ecmascript") || kind == "module"
    })
}

/// Whether a text begins with this tag.
fn is_tag(text: &str, name: &str) -> bool {
    let rest = text.get(1..).and_then(|rest| rest.strip_prefix(name));
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-'))
}

fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
    found.map(|attribute| &*attribute.value)
}
