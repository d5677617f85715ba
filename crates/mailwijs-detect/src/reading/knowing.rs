//! What is known of the words of a reading: each is looked up once, and what detectors look for is picked out on the way.

use super::Reading;
use crate::kinds::Kinds;
use crate::language::Count;
use crate::person;
use crate::picked::{MOST, Picked};
use crate::tokens::Token;
use crate::vocabulary::Vocabulary;

impl<'a> Reading<'a> {
    /// The same with every word looked up.
    pub fn knowing(mut self, vocabulary: &'a Vocabulary) -> Self {
        self.vocabulary = Some(vocabulary);
        let text = self.folded.text.as_str();
        let [mut strange, mut beginnings, mut anchors] = [const { Picked::new() }; 3];
        self.beginnings.reserve(self.tokens.len() / 4);
        self.anchors.reserve(self.tokens.len() / 2);
        self.starred.reserve(self.tokens.len() / 8);
        let mut votes = Count::default();
        let mut first = 0;
        let mut sentences = self.sentences.iter_mut().peekable();
        // So many at once that they are still at hand when they are gone through again.
        while let Some(rest) = self.tokens.get_mut(first..).filter(|rest| !rest.is_empty()) {
            let (tokens, _) = rest.split_at_mut(MOST.min(rest.len()));
            // By itself, so that looking one word up does not wait for what is done with the one before.
            for token in &mut *tokens {
                let known = vocabulary.know_in(text, token.range());
                (token.id, token.kinds) = (known.id, known.kinds);
            }
            let begin = u32::try_from(first).unwrap_or(u32::MAX);
            for (index, token) in (begin..).zip(&*tokens) {
                strange.offer(index, !token.kinds.has_any(Kinds::UNSTARRED));
                beginnings.offer(index, person::may_begin_a_mention(token));
                anchors.offer(index, token.kinds.has_any(Kinds::ANCHOR));
                votes.add(token.kinds);
            }
            self.beginnings.extend_from_slice(beginnings.take());
            self.anchors.extend_from_slice(anchors.take());
            for &index in strange.take() {
                if let Some(token) = tokens.get_mut((index - begin) as usize) {
                    look_for_stars(token, index, text, vocabulary, &mut self.starred);
                }
            }
            first += tokens.len();
            while let Some(sentence) = sentences.next_if(|sentence| sentence.tokens.end <= first) {
                let tokens = self.tokens.get(sentence.tokens.clone()).unwrap_or_default();
                for token in tokens {
                    sentence.kinds = sentence.kinds.or(token.kinds);
                    sentence.bits |= token.id.bit();
                }
            }
        }
        self.starred.dedup();
        self.votes = votes.votes();
        self
    }
}

/// Adds the words with a star that a token fits, in order, perhaps more than once.
fn look_for_stars(
    token: &mut Token,
    index: u32,
    text: &str,
    vocabulary: &Vocabulary,
    starred: &mut Vec<(usize, u32)>,
) {
    let word = text.as_bytes().get(token.range()).unwrap_or_default();
    let before = starred.len();
    vocabulary
        .starred()
        .find(word, |number| starred.push((index as usize, number)));
    let found = starred.get_mut(before..).unwrap_or_default();
    if !found.is_empty() {
        found.sort_unstable();
        token.kinds = token.kinds.or(Kinds::STARRED);
    }
}
