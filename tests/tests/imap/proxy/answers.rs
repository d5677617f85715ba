//! Bytes become lines; those of a server become answers, with the literals in them.

/// Bytes that came and are not taken yet.
#[derive(Debug, Default)]
pub struct Answers {
    pub bytes: Vec<u8>,
}

impl Answers {
    /// The next whole line with its end.
    pub fn line(&mut self) -> Option<Vec<u8>> {
        let end = line_end(&self.bytes, 0)?;
        Some(self.bytes.drain(..end).collect())
    }

    /// The next whole answer with its end and what it announces.
    pub fn answer(&mut self) -> Option<Vec<u8>> {
        let mut from = 0;
        loop {
            let end = line_end(&self.bytes, from)?;
            match announced(self.bytes.get(from..end)?) {
                Some(size) if end + size <= self.bytes.len() => from = end + size,
                Some(_) => return None,
                None => return Some(self.bytes.drain(..end).collect()),
            }
        }
    }
}

fn line_end(bytes: &[u8], from: usize) -> Option<usize> {
    let at = bytes.get(from..)?.iter().position(|byte| *byte == b'\n')?;
    Some(from + at + 1)
}

/// The size of the literal that follows this line.
fn announced(line: &[u8]) -> Option<usize> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix("}\r\n")?;
    let (_, size) = line.rsplit_once('{')?;
    size.parse().ok()
}

#[test]
fn an_answer_is_whole_with_its_literals() {
    let mut answers = Answers {
        bytes: b"* 1 FETCH (BODY[] {4}\r\na\r\nb)\r\na OK\r\n* x {9}\r\n".to_vec(),
    };
    let first = answers.answer();
    assert_eq!(
        first.as_deref(),
        Some(&b"* 1 FETCH (BODY[] {4}\r\na\r\nb)\r\n"[..])
    );
    assert_eq!(answers.answer().as_deref(), Some(&b"a OK\r\n"[..]));
    assert_eq!(answers.answer(), None);
}
