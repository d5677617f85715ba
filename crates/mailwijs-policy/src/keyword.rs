//! Closed sets of words in the policy file.

/// A type whose values are words of a closed set.
pub(crate) trait Keyword: Copy + 'static {
    /// Every value, in the order of the guide.
    const WORDS: &'static [Self];

    /// The word in the file.
    fn word(self) -> &'static str;

    /// The value with this word.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().copied().find(|value| value.word() == word)
    }
}
