//! A text is read in windows of whole sentences, each under the subject of its mail.

use std::ops::Range;

use crate::vocabulary::{END, START};

/// The most pieces of a window; it was trained so.
const WINDOW: usize = 160;
/// The most pieces of a subject that are read.
const SUBJECT: usize = 24;
/// The most pieces of one sentence that are read.
const SENTENCE: usize = 64;
/// The most sentences of a window, the subject being one.
const SENTENCES: usize = 24;

/// `<s> subject </s> sentence sentence … </s>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Window {
    /// The pieces.
    pub pieces: Vec<u32>,
    /// Where the subject is in them; empty without a subject.
    pub subject: Range<usize>,
    /// Where each sentence is in them.
    pub sentences: Vec<Range<usize>>,
    /// The number of the first of these sentences in the text.
    pub first: usize,
}

/// Packs sentences (as pieces) into windows. Each further window begins with the last sentence of the one before, so that no
/// sentence stands without what was said before it.
pub(crate) fn pack(subject: &[u32], sentences: &[Vec<u32>]) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut start = 0;
    loop {
        let mut window = Window::under(subject, start);
        let end = start + window.fill(sentences.get(start..).unwrap_or_default());
        windows.push(window);
        if end >= sentences.len() {
            return windows;
        }
        start = if end - start > 1 { end - 1 } else { end };
    }
}

impl Window {
    fn under(subject: &[u32], first: usize) -> Self {
        let subject = subject.get(..subject.len().min(SUBJECT)).unwrap_or_default();
        let mut pieces = vec![START];
        pieces.extend(subject);
        pieces.push(END);
        Self {
            subject: 1..1 + subject.len(),
            pieces,
            sentences: Vec::new(),
            first,
        }
    }

    /// Takes sentences while they fit, at least one; returns how many.
    fn fill(&mut self, sentences: &[Vec<u32>]) -> usize {
        for sentence in sentences {
            let sentence = sentence.get(..sentence.len().min(SENTENCE)).unwrap_or_default();
            let full =
                self.pieces.len() + sentence.len() + 1 > WINDOW || self.sentences.len() + 1 >= SENTENCES;
            if full && !self.sentences.is_empty() {
                break;
            }
            let start = self.pieces.len();
            self.pieces.extend(sentence);
            self.sentences.push(start..self.pieces.len());
        }
        self.pieces.push(END);
        self.sentences.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_short_mail_is_one_window() {
        let windows = pack(&[7, 8], &[vec![9, 9], vec![10]]);
        assert_eq!(windows.len(), 1);
        assert_eq!(windows[0].pieces, [0, 7, 8, 2, 9, 9, 10, 2]);
        assert_eq!(windows[0].subject, 1..3);
        assert_eq!(windows[0].sentences, [4..6, 6..7]);
    }

    #[test]
    fn a_subject_alone_is_read_too() {
        assert_eq!(pack(&[7], &[])[0].pieces, [0, 7, 2, 2]);
    }

    #[test]
    fn windows_overlap_by_one_sentence() {
        let windows = pack(&[], &vec![vec![9; 60]; 4]);
        let firsts: Vec<(usize, usize)> = windows.iter().map(|w| (w.first, w.sentences.len())).collect();
        assert_eq!(firsts, [(0, 2), (1, 2), (2, 2)]);
    }

    proptest! {
        #[test]
        fn every_sentence_is_read(sizes in prop::collection::vec(0_usize..90, 0..60)) {
            let sentences: Vec<Vec<u32>> = sizes.iter().map(|size| vec![9; *size]).collect();
            let windows = pack(&[5; 40], &sentences);
            let mut next = 0;
            for window in &windows {
                prop_assert!(window.pieces.len() <= WINDOW + 1);
                prop_assert!(window.first <= next);
                next = window.first + window.sentences.len();
            }
            prop_assert_eq!(next, sentences.len());
        }
    }
}
