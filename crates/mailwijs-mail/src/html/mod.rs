//! Text from HTML as a reader sees it, with what no reader sees marked.

mod markup;
mod page;
mod style;
mod walk;

pub(crate) use page::Page;

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use std::borrow::Cow;

/// Renders HTML to text. The tokenizer alone is used, without a tree: mail is soup, and a tree of a hundred thousand
/// nested tags has no use but to overflow the stack.
pub(crate) fn render(html: &str) -> Page {
    let tokenizer = Tokenizer::new(walk::Walk::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(&*without_endless_tags(html)));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.into_page()
}

/// A tag with more words than this is no tag anyone wrote.
const MAX_TAG_WORDS: usize = 2000;

/// The tokenizer compares each attribute of a tag with all before it; tags are cut off where that would take seconds.
fn without_endless_tags(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(open) = html.get(at..).and_then(|rest| rest.find('<')).map(|i| at + i) {
        let tag = html.get(open..).unwrap_or_default();
        let len = tag.find('>').unwrap_or(tag.len());
        at = open + len.max(1);
        let tag = tag.get(..len).unwrap_or_default();
        if let Some((end, _)) = tag.match_indices(char::is_whitespace).nth(MAX_TAG_WORDS) {
            kept.push_str(html.get(copied..open + end).unwrap_or_default());
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(html.get(copied..).unwrap_or_default());
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_with_endless_attributes_is_cut_and_its_text_kept() {
        let html = format!("<p>voor</p><div {}>na</div>", "a=b ".repeat(10_000));
        assert!(without_endless_tags(&html).len() < 10_000);
        assert_eq!(render(&html).text, "voor\n\nna\n");
    }
}
