//! The anchors of all words, close together: most are given up after a look at what must stand around them, and waiting for memory
//! takes longer than that look.

use super::compiled::Anchor;
use super::signs::Signs;

/// Anchors by the number of their word.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// Where those of each number begin, and where the last end.
    starts: Vec<u32>,
    /// What must stand around each.
    around: Vec<[Signs; 2]>,
    /// The anchors themselves.
    all: Vec<Anchor>,
}

impl Anchors {
    /// Takes them over from lists.
    pub fn new(lists: Vec<Vec<Anchor>>) -> Self {
        let mut anchors = Self::default();
        anchors.starts.push(0);
        for list in lists {
            anchors.around.extend(list.iter().map(Anchor::around));
            anchors.all.extend(list);
            let end = u32::try_from(anchors.all.len()).unwrap_or(u32::MAX);
            anchors.starts.push(end);
        }
        anchors
    }

    /// Those of one number that are worth a search in a sentence of these words.
    #[inline]
    pub fn of(&self, number: usize, sentence: Signs) -> impl Iterator<Item = &Anchor> {
        let bounds = self.starts.get(number..).and_then(<[u32]>::first_chunk);
        let range = bounds.map_or(0..0, |[start, end]| *start as usize..*end as usize);
        let around = self.around.get(range.clone()).unwrap_or_default();
        let anchors = self.all.get(range).unwrap_or_default();
        let met = move |[after, before]: &[Signs; 2]| after.meet(sentence) & before.meet(sentence);
        let promising = around.iter().zip(anchors).filter(move |(around, _)| met(around));
        promising.map(|(_, anchor)| anchor)
    }
}
