//! The text of a web page that travels as a file.

use crate::sink::Sink;
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::{Cell, RefCell};

/// Puts all text into the sink, a line for a block; markup, scripts and style sheets are left out.
pub(crate) fn read(page: &str, sink: &mut Sink) {
    let reader = Reader {
        sink: RefCell::new(sink),
        raw: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(reader, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
}

struct Reader<'s> {
    sink: RefCell<&'s mut Sink>,
    /// Inside a script or style sheet.
    raw: Cell<bool>,
}

impl TokenSink for Reader<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut sink = self.sink.borrow_mut();
        match token {
            Token::CharacterTokens(text) if !self.raw.get() => {
                for word in text.split_inclusive(char::is_whitespace) {
                    let bare = word.trim();
                    if !bare.is_empty() {
                        sink.push(bare);
                    }
                    if bare.len() < word.len() && !sink.at_word_border() {
                        sink.push(" ");
                    }
                }
            }
            Token::TagToken(tag) => {
                self.raw.set(false);
                match (&*tag.name, tag.kind) {
                    ("td" | "th", TagKind::StartTag) if sink.line_is_open() => sink.push("\t"),
                    (
                        "p" | "div" | "br" | "li" | "tr" | "h1" | "h2" | "h3" | "h4" | "table" | "title"
                        | "option",
                        _,
                    ) => {
                        sink.end_line();
                    }
                    ("script", TagKind::StartTag) => {
                        self.raw.set(true);
                        return TokenSinkResult::RawData(RawKind::ScriptData);
                    }
                    ("style", TagKind::StartTag) => {
                        self.raw.set(true);
                        return TokenSinkResult::RawData(RawKind::Rawtext);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
