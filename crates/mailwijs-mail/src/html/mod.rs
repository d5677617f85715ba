//! Text from HTML as a reader sees it, with what no reader sees marked.

mod page;
mod style;
mod walk;

pub(crate) use page::Page;

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

/// Renders HTML to text. The tokenizer alone is used, without a tree: mail is soup, and a tree of a hundred thousand
/// nested tags has no use but to overflow the stack.
pub(crate) fn render(html: &str) -> Page {
    let tokenizer = Tokenizer::new(walk::Walk::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.into_page()
}
