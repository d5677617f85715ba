//! Recognising something again without keeping it.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::Connection;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::HistoryError;

/// A keyed hash: the same words give the same hash in this history, and nobody without its salt can find the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    /// Its first eight bytes as a number: enough to tell a few thousand things apart.
    pub fn short(self) -> u64 {
        self.0.first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes))
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<Self, HistoryError> {
        bytes.try_into().map(Self).map_err(|_| HistoryError::Damaged)
    }
}

/// Hashes as a history does, on whatever thread: only its key comes along. The default one has no key of its own, for when
/// there is no history and what is hashed is kept nowhere.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Hasher(pub(crate) Salt);

impl Hasher {
    /// The keyed hash of some words. The same words of two kinds have different hashes.
    pub fn hash(&self, kind: &str, words: &str) -> Hash {
        self.0.hash(kind, &[words])
    }
}

/// The key of the hashes, kept in the database.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Salt(Zeroizing<[u8; 32]>);

impl Salt {
    pub fn load(connection: &Connection) -> Result<Self, HistoryError> {
        Ok(Self(Zeroizing::new(connection.query_row(
            "SELECT salt FROM secret",
            [],
            |row| row.get(0),
        )?)))
    }

    /// The hash of some words of one kind. Case, spacing and the way letters are composed make no difference.
    pub fn hash(&self, kind: &str, words: &[&str]) -> Hash {
        // HMAC fills a short key up with zeros to the hash's block (RFC 2104 §2).
        let mut block = Zeroizing::new([0_u8; 64]);
        for (filled, byte) in block.iter_mut().zip(self.0.iter()) {
            *filled = *byte;
        }
        let mut mac = Hmac::<Sha256>::new(&(*block).into());
        for part in std::iter::once(&kind).chain(words) {
            let part = Zeroizing::new(normalise(part));
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let full: [u8; 32] = mac.finalize().into_bytes().into();
        let mut hash = Hash([0; 16]);
        for (kept, byte) in hash.0.iter_mut().zip(full) {
            *kept = byte;
        }
        hash
    }
}

fn normalise(words: &str) -> String {
    let composed: String = words.nfkc().flat_map(char::to_lowercase).collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn salt(byte: u8) -> Salt {
        Salt(Zeroizing::new([byte; 32]))
    }

    #[test]
    fn writing_makes_no_difference_but_words_do() {
        let salt = salt(1);
        let hash = |words: &[&str]| salt.hash("trigger", words);
        assert_eq!(hash(&["Café  au lait"]), hash(&["cafe\u{301} AU\nlait"]));
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["ab"]), salt.hash("account", &["ab"]));
    }

    /// RFC 4231 has no case with a 32-byte key, so this one is from Python's hmac module.
    #[test]
    fn it_is_hmac_sha_256() {
        let expected = [
            0x6b, 0x17, 0x6e, 0x0e, 0x6c, 0x24, 0x77, 0x27, 0x0b, 0x72, 0xb5, 0x6d, 0xcd, 0x46, 0x7a, 0xae,
        ];
        assert_eq!(salt(0x0b).hash("draft", &["Uitstap"]).0, expected);
    }

    #[test]
    fn another_history_gives_another_hash() {
        assert_ne!(salt(1).hash("trigger", &["x"]), salt(2).hash("trigger", &["x"]));
    }
}
