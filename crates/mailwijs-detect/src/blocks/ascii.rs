//! What each of some ASCII bytes is, as one bit for each.

/// How many bytes are looked at together.
pub(super) const SIZE: usize = 64;

/// What some bytes are: of the first, the lowest bit tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Classes {
    /// ASCII letters and digits.
    pub words: u64,
    /// ASCII capitals.
    pub capitals: u64,
    /// ASCII digits.
    pub digits: u64,
    /// What may end a sentence: `.`, `!`, `?` or the end of a line.
    pub stops: u64,
    /// A space is among them.
    pub spaced: bool,
}

impl Classes {
    /// Those of some bytes. Each test is made of all of them, since that goes many at a time.
    #[inline]
    pub fn of(bytes: &[u8; SIZE]) -> Self {
        Self {
            words: bits(bytes, |byte| byte.is_ascii_alphanumeric()),
            capitals: bits(bytes, |byte| byte.is_ascii_uppercase()),
            digits: bits(bytes, |byte| byte.is_ascii_digit()),
            stops: bits(bytes, |byte| matches!(byte, b'.' | b'!' | b'?' | b'\n')),
            spaced: bytes.iter().fold(false, |any, byte| any | is_space(*byte)),
        }
    }
}

/// What parts runs of text.
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// One bit for each byte of which something holds.
#[inline]
fn bits(bytes: &[u8; SIZE], holds: impl Fn(u8) -> bool) -> u64 {
    // Each of these bits brings one of eight bytes to its place in the highest byte.
    const BRING: u64 = 0x0102_0408_1020_4080;
    let ones = bytes.map(|byte| u8::from(holds(byte)));
    let eights = ones.as_chunks().0.iter().enumerate();
    eights.fold(0, |all, (index, eight)| {
        all | (u64::from_le_bytes(*eight).wrapping_mul(BRING) >> 56) << (8 * index)
    })
}
