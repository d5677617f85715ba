//! Follows the stream of tags and text.

use super::markup::{attribute, is_void, kind_of};
use super::page::Page;
use super::style::Look;
use crate::links::MAX_LINKS;
use crate::model::{Link, ZoneKind};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;

/// Elements nested deeper are read but not remembered.
const MAX_OPEN: usize = 400;

/// Receives the tokens of a page.
#[derive(Debug, Default)]
pub(crate) struct Walk(RefCell<State>);

#[derive(Debug)]
struct State {
    page: Page,
    open: Vec<Element>,
    root: Look,
    /// An open `<a href>`: where its text starts, and where it leads.
    anchor: Option<(usize, String)>,
}

#[derive(Debug)]
struct Element {
    name: String,
    look: Look,
    kind: Option<ZoneKind>,
    /// Its text is no text: scripts, style sheets.
    skipped: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            page: Page::default(),
            open: Vec::new(),
            root: Look::page(),
            anchor: None,
        }
    }
}

impl Walk {
    pub(crate) fn into_page(self) -> Page {
        let mut state = self.0.into_inner();
        state.close_anchor();
        state.page
    }
}

impl TokenSink for Walk {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => state.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.start(&tag),
            Token::TagToken(tag) => state.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn text(&mut self, text: &str) {
        let (look, kind, skipped, name) = match self.open.last() {
            Some(e) => (e.look, e.kind, e.skipped, e.name.as_str()),
            None => (self.root, None, false, ""),
        };
        if name == "style" && text.contains("background") {
            self.root.forget_background();
        }
        if !skipped {
            let kind = if look.hidden { Some(ZoneKind::Hidden) } else { kind };
            self.page.write(text, kind, look.preformatted);
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        self.close_implied(name);
        self.lay_out(name);
        if name == "br" {
            self.page.line_break();
        }
        if name == "a" {
            self.close_anchor();
            self.anchor = attribute(tag, "href").map(|href| (self.page.text.len(), href.trim().to_owned()));
        }
        if is_void(name) {
            return TokenSinkResult::Continue;
        }
        if self.open.len() < MAX_OPEN {
            let element = self.element(tag, name);
            self.open.push(element);
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn element(&self, tag: &Tag, name: &str) -> Element {
        let parent = self.open.last();
        let mut look = parent.map_or(self.root, |p| p.look);
        look.preformatted |= name == "pre";
        for attribute in &tag.attrs {
            let (attribute_name, value): (&str, &str) = (&attribute.name.local, &attribute.value);
            match attribute_name {
                "style" => look.apply_style(value),
                _ => look.apply_attribute(attribute_name, value),
            }
        }
        let own_skip = matches!(
            name,
            "script" | "style" | "title" | "template" | "iframe" | "noembed" | "noframes" | "object"
        );
        Element {
            name: name.to_owned(),
            look,
            kind: kind_of(tag, name).or(parent.and_then(|p| p.kind)),
            skipped: own_skip || parent.is_some_and(|p| p.skipped),
        }
    }

    fn end(&mut self, name: &str) {
        if name == "a" {
            self.close_anchor();
        }
        if name == "br" {
            self.page.line_break();
        }
        if let Some(at) = self.open.iter().rposition(|e| e.name == name) {
            self.open.truncate(at);
            self.lay_out(name);
        }
    }

    /// Breaks that the border of an element makes.
    fn lay_out(&mut self, name: &str) {
        if self.open.last().is_some_and(|e| e.skipped) {
            return;
        }
        match name {
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl" | "blockquote" | "pre"
            | "table" | "hr" | "fieldset" => self.page.paragraph(),
            "div" | "li" | "dt" | "dd" | "tr" | "caption" | "section" | "article" | "header" | "footer"
            | "main" | "nav" | "aside" | "address" | "center" | "form" | "body" | "legend" | "option"
            | "details" | "summary" | "figure" | "figcaption" => self.page.block(),
            "td" | "th" => self.page.cell(),
            _ => {}
        }
    }

    /// End tags that authors leave out (HTML §13.1.2.4).
    fn close_implied(&mut self, name: &str) {
        let (closes, barrier): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "option" => (&["option"], &["select"]),
            "p" | "div" | "ul" | "ol" | "table" | "blockquote" | "h1" | "h2" | "h3" | "pre" | "hr" => {
                (&["p"], &["td", "th", "div", "blockquote", "li", "body", "table"])
            }
            _ => return,
        };
        let at = self.open.iter().rposition(|e| {
            let name = e.name.as_str();
            closes.contains(&name) || barrier.contains(&name)
        });
        if let Some(at) = at
            && self
                .open
                .get(at)
                .is_some_and(|e| closes.contains(&e.name.as_str()))
        {
            self.open.truncate(at);
        }
    }

    fn close_anchor(&mut self) {
        let Some((start, target)) = self.anchor.take() else {
            return;
        };
        if target.is_empty() || target.starts_with('#') || self.page.links.len() >= MAX_LINKS {
            return;
        }
        let text = self.page.text.get(start..).unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.page.links.push(Link { text, target });
    }
}
