//! A table of words that are kept as numbers: nearly every word is found, or found missing, at the first place that is looked at.

use std::fmt::Debug;

/// A word as a number; 0 is no word.
pub(crate) trait Key: Copy + Default + Eq + Debug {
    /// A number whose highest bits differ for similar words.
    fn spread(self) -> u64;
}

/// An odd number of 64 bits (2^64 divided by the golden ratio): its products spread similar numbers.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

impl Key for u64 {
    fn spread(self) -> u64 {
        self.wrapping_mul(SPREAD)
    }
}

impl Key for u128 {
    #[expect(clippy::cast_possible_truncation, reason = "each half is taken")]
    fn spread(self) -> u64 {
        let (low, high) = (self as u64, (self >> 64) as u64);
        (low.spread().rotate_left(32) ^ high).spread()
    }
}

/// What is known by words.
#[derive(Debug, Default)]
pub(crate) struct Table<K, V> {
    /// A power of two of places, at most half of them taken; each word stands at its own or one of the next.
    places: Vec<(K, V)>,
    count: usize,
    /// How many bits of a spread word are left out, so that the highest tell its place.
    left_out: u32,
}

impl<K: Key, V: Copy + Default> Table<K, V> {
    /// How many words there are.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// What is known of a word.
    #[inline]
    pub fn get(&self, word: K) -> Option<V> {
        let mut at = self.own_place(word);
        loop {
            let (found, value) = self.places.get(at)?;
            if *found == word {
                return (word != K::default()).then_some(*value);
            }
            if *found == K::default() {
                return None;
            }
            at = self.after(at);
        }
    }

    /// What is known of a word, to which `fresh` is added when nothing is; `None` for 0.
    pub fn entry(&mut self, word: K, fresh: V) -> Option<&mut V> {
        if word == K::default() {
            return None;
        }
        if 2 * (self.count + 1) > self.places.len() {
            self.grow();
        }
        let mut at = self.own_place(word);
        while self
            .places
            .get(at)
            .is_some_and(|(found, _)| *found != word && *found != K::default())
        {
            at = self.after(at);
        }
        let place = self.places.get_mut(at)?;
        if place.0 != word {
            *place = (word, fresh);
            self.count += 1;
        }
        Some(&mut place.1)
    }

    /// Each word and what is known of it.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (K, &mut V)> {
        let words = self.places.iter_mut().map(|(word, value)| (*word, value));
        words.filter(|(word, _)| *word != K::default())
    }

    fn grow(&mut self) {
        let places = vec![<(K, V)>::default(); (2 * self.places.len()).max(16)];
        let before = std::mem::replace(&mut self.places, places);
        (self.count, self.left_out) = (0, u64::BITS - self.places.len().trailing_zeros());
        for (word, value) in before {
            self.entry(word, value);
        }
    }

    #[inline]
    fn own_place(&self, word: K) -> usize {
        usize::try_from(word.spread() >> self.left_out).unwrap_or_default()
    }

    #[inline]
    const fn after(&self, place: usize) -> usize {
        (place + 1) & (self.places.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::Table;

    proptest! {
        #[test]
        fn keeps_what_a_map_keeps(words in prop::collection::vec(1_u64..300, 0..200)) {
            let (mut table, mut wide) = (Table::default(), Table::default());
            let mut map = HashMap::new();
            for (at, word) in words.iter().enumerate() {
                table.entry(*word, at);
                wide.entry(u128::from(*word) << 60, at);
                map.entry(*word).or_insert(at);
            }
            prop_assert_eq!(table.len(), map.len());
            for word in 0..310 {
                prop_assert_eq!(table.get(word), map.get(&word).copied());
                prop_assert_eq!(wide.get(u128::from(word) << 60), map.get(&word).copied());
            }
        }
    }
}
