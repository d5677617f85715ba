//! What stands around the text of every document.

use jiff::Timestamp;

/// What stands around the text of a document.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The language of the words as a BCP 47 tag: `nl`, `fr`, `en`.
    pub language: &'a str,
    /// The title: the first heading, and what the window of a reader shows.
    pub title: &'a str,
    /// The moment the document says it was made; nothing else depends on a clock.
    pub made: Timestamp,
    /// At the bottom of every page, on the left; may be empty.
    pub footer: &'a str,
    /// At the bottom of every page, on the right, from the number of the page and that of the last one: "Pagina 2 van 3".
    pub page: &'a dyn Fn(usize, usize) -> String,
    /// Said at the end when so many characters are in none of the fonts, and are printed as �.
    pub unshown: &'a dyn Fn(usize) -> String,
    /// Said at the end when the text is longer than is printed.
    pub cut: &'a str,
}
