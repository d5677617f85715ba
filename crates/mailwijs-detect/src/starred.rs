//! Words with stars: which words of a text begin so, end so or hold it.
//!
//! Four letters in a row tell nearly everywhere that none does, and that test does not wait for the one before, as the steps of
//! an automaton would.

use rustc_hash::FxHashMap;

use crate::table::Table;

/// How many letters are tested at once.
const LETTERS: usize = 4;
/// How many bits a [`Sieve`] tells apart.
const BITS: u32 = 16;

/// A word with a star.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Starred {
    /// Its letters, folded.
    pub text: String,
    /// Any letters may come before.
    pub start: bool,
    /// Any letters may come after.
    pub end: bool,
}

/// Finds all words with stars at once.
#[derive(Debug, Default)]
pub(crate) struct StarredWords {
    numbers: FxHashMap<Starred, u32>,
    /// By their first letters, which of the `lists` they are in. A beginning of three letters (`kip*`) has a zero for the fourth.
    places: Table<u64, u32>,
    /// With their numbers, those of the same first letters together.
    lists: Vec<Vec<(u32, Starred)>>,
    /// The others with fewer letters than are tested.
    short: Vec<(u32, Starred)>,
    /// The first letters of all.
    beginnings: Sieve,
    /// The first letters of those that other letters may come before.
    middles: Sieve,
}

/// Letters of some words, and by chance a few others.
#[derive(Debug)]
struct Sieve(Box<[u64; 1 << (BITS - 6)]>);

impl StarredWords {
    /// Adds one; its number.
    pub fn add(&mut self, word: Starred) -> u32 {
        if let Some(number) = self.numbers.get(&word) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.clone(), number);
        let letters = match *word.text.as_bytes() {
            [first, second, third] if !word.start => Some([first, second, third, 0]),
            ref letters => letters.first_chunk().copied(),
        };
        match letters {
            Some(letters) => {
                self.beginnings.add(letters);
                if word.start {
                    self.middles.add(letters);
                }
                self.add_to_list(letters, (number, word));
            }
            None => self.short.push((number, word)),
        }
        number
    }

    /// Calls `found` with the number of each that a folded word fits, perhaps more than once.
    pub fn find(&self, word: &[u8], mut found: impl FnMut(u32)) {
        for (number, starred) in &self.short {
            if (0..word.len()).any(|at| starred.fits_at(word, at)) {
                found(*number);
            }
        }
        if let Some(&[first, second, third]) = word.first_chunk() {
            let letters = [first, second, third, 0];
            if self.beginnings.may_hold(letters) {
                self.find_at(word, 0, letters, &mut found);
            }
        }
        let mut sieve = &self.beginnings;
        for (at, letters) in word.windows(LETTERS).enumerate() {
            let letters = letters.try_into().unwrap_or_default();
            if sieve.may_hold(letters) {
                self.find_at(word, at, letters, &mut found);
            }
            sieve = &self.middles;
        }
    }

    /// Those of these first letters that fit a word at one place. Rarely needed: the sieves let few words through.
    #[inline(never)]
    fn find_at(&self, word: &[u8], at: usize, letters: [u8; LETTERS], found: &mut impl FnMut(u32)) {
        let list = self.places.get(key(letters));
        let list = list.and_then(|list| self.lists.get(list as usize));
        let starred = list.into_iter().flatten();
        for (number, _) in starred.filter(|(_, starred)| starred.fits_at(word, at)) {
            found(*number);
        }
    }

    fn add_to_list(&mut self, letters: [u8; LETTERS], word: (u32, Starred)) {
        let fresh = u32::try_from(self.lists.len()).unwrap_or(u32::MAX);
        let Some(list) = self.places.entry(key(letters), fresh) else {
            return;
        };
        let list = *list as usize;
        self.lists.resize(self.lists.len().max(list + 1), Vec::new());
        if let Some(list) = self.lists.get_mut(list) {
            list.push(word);
        }
    }
}

/// Letters as a number that is never 0.
fn key(letters: [u8; LETTERS]) -> u64 {
    u64::from(u32::from_le_bytes(letters)) + 1
}

impl Starred {
    /// Whether its letters stand at this place of a word, and the place is right.
    fn fits_at(&self, word: &[u8], at: usize) -> bool {
        if !(self.start || at == 0) {
            return false;
        }
        let rest = word
            .get(at..)
            .and_then(|rest| rest.strip_prefix(self.text.as_bytes()));
        rest.is_some_and(|rest| self.end || rest.is_empty())
    }
}

impl Default for Sieve {
    fn default() -> Self {
        Self(Box::new([0; 1 << (BITS - 6)]))
    }
}

impl Sieve {
    const fn bit(letters: [u8; LETTERS]) -> (usize, u64) {
        // Multiplying by this odd number (2^32 divided by the golden ratio) spreads similar letters.
        let spread = u32::from_le_bytes(letters).wrapping_mul(0x9E37_79B1) >> (32 - BITS);
        (spread as usize / 64, 1 << (spread % 64))
    }

    fn add(&mut self, letters: [u8; LETTERS]) {
        let (at, bit) = Self::bit(letters);
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= bit;
        }
    }

    fn may_hold(&self, letters: [u8; LETTERS]) -> bool {
        let (at, bit) = Self::bit(letters);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_any_letters() {
        let mut words = StarredWords::default();
        let written = ["pest*", "*pest", "*pest*", "*eb*", "*ëb", "kip*", "*kip"];
        for word in written {
            words.add(Starred {
                text: word.trim_matches('*').to_owned(),
                start: word.starts_with('*'),
                end: word.ends_with('*'),
            });
        }
        for (word, fits) in [
            ("pest", vec!["pest*", "*pest", "*pest*"]),
            ("pesten", vec!["pest*", "*pest*"]),
            ("gepest", vec!["*pest", "*pest*"]),
            ("gepeste", vec!["*pest*"]),
            ("web", vec!["*eb*"]),
            ("pes", vec![]),
            ("kip", vec!["kip*", "*kip"]),
            ("kippen", vec!["kip*"]),
            ("plofkip", vec!["*kip"]),
            ("ki", vec![]),
        ] {
            let mut found = Vec::new();
            words.find(word.as_bytes(), |number| found.push(written[number as usize]));
            found.sort_by_key(|word| written.iter().position(|other| other == word));
            assert_eq!(found, fits, "{word}");
        }
    }
}
