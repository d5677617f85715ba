//! Indices of which some are kept.

/// How many indices are offered before the kept ones are taken away.
pub(crate) const MOST: usize = 128;

/// Those that are kept of some indices. Whether one is kept decides no branch: which words of a text begin with a capital nobody
/// can guess, nor can a processor, and a wrong guess takes as long as ten tests.
#[derive(Debug)]
pub(crate) struct Picked {
    /// The kept ones, and then whatever.
    places: [u32; MOST],
    count: usize,
}

impl Picked {
    /// None.
    pub const fn new() -> Self {
        Self {
            places: [0; MOST],
            count: 0,
        }
    }

    /// Keeps an index or does not. Of more than [`MOST`], the first are lost.
    #[inline]
    pub fn offer(&mut self, index: u32, keep: bool) {
        if let Some(place) = self.places.get_mut(self.count % MOST) {
            *place = index;
        }
        self.count += usize::from(keep);
    }

    /// Takes the kept ones away, in the order in which they were offered.
    pub fn take(&mut self) -> &[u32] {
        let count = std::mem::take(&mut self.count);
        self.places.get(..count).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_it_is_told_to() {
        let mut picked = Picked::new();
        for round in 0..2 {
            for index in 0..128 {
                picked.offer(index, index % 3 == round || round == 1);
            }
            let expected = (0..128).filter(|index| index % 3 == round || round == 1);
            assert_eq!(picked.take(), expected.collect::<Vec<_>>());
            assert!(picked.take().is_empty());
        }
    }
}
