use proptest::prelude::*;

use super::*;

fn read(mut reader: MboxReader<impl Read>) -> Vec<Entry> {
    std::iter::from_fn(|| reader.next_entry().unwrap()).collect()
}

fn messages(mbox: &str) -> Vec<String> {
    read(MboxReader::new(mbox.as_bytes(), 0))
        .iter()
        .map(|entry| String::from_utf8(entry.message()).unwrap())
        .collect()
}

const LINE: &str = "From - Sun Nov 22 01:10:31 2026\r\n";

#[test]
fn thunderbird_quotes_from_lines() {
    let mbox = format!(
        "{LINE}Subject: a\n\n>From nu\n>>From citaat\n> From zo\nFrom hier\n\n{LINE}Subject: b\n\nx\n\n"
    );
    assert_eq!(
        messages(&mbox),
        [
            "Subject: a\n\nFrom nu\n>From citaat\n> From zo\nFrom hier\n",
            "Subject: b\n\nx\n"
        ]
    );
}

#[test]
fn a_content_length_that_fits_is_believed() {
    let inner = "From a@b Sun Nov 22 01:10:31 2026\nSubject: geplakt\n\n>From x\n";
    let line = "From an@x Sun Nov 22 02:00:16 2026\n";
    let counted = format!("Subject: a\nContent-Length: {}\n\n\n{inner}", inner.len() + 1);
    let mbox = format!("{line}{counted}\n{line}Subject: b\n\n");
    assert_eq!(messages(&mbox), [counted.as_str(), "Subject: b\n"]);
    // A sender's made-up length must not hide the next message.
    let wrong = format!("{line}Subject: a\nContent-Length: 9\n\nx\n\n{line}Subject: b\n\n");
    assert_eq!(messages(&wrong).len(), 2);
    let thunderbird = format!("{LINE}Content-Length: 39\nSubject: a\n\n\n{LINE}Subject: b\n\ny\n");
    assert_eq!(messages(&thunderbird).len(), 2);
}

#[test]
fn a_message_that_is_just_being_appended_is_no_part_of_the_last_one() {
    let first = format!("{LINE}Subject: a\n\nx\n\n");
    for torn in ["F", "From - Sun", LINE, &format!("{LINE}Sub")] {
        let mbox = format!("{first}{torn}");
        let got = messages(&mbox);
        assert_eq!(got.len(), 1, "{torn:?}");
        if torn.len() > 5 {
            assert_eq!(got[0], "Subject: a\n\nx\n", "{torn:?}");
        }
    }
}

#[test]
fn what_is_larger_than_the_limit_is_passed_over() {
    let large = "regel\n".repeat(200_000);
    let mbox = format!("{LINE}Subject: a\n\n{large}\n{LINE}Subject: b\n\nx\n");
    let entries = read(MboxReader::with_limit(mbox.as_bytes(), 1000));
    assert_eq!(
        entries.iter().map(|entry| entry.too_large).collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(entries[0].offset, 0);
    assert_eq!(entries[1].offset, entries[0].length);
    assert!(entries[0].bytes.is_empty());
}

#[test]
fn what_is_no_mbox_yields_nothing() {
    for bytes in ["", "\n\n", "From ", "From hier\n", "\0\0\0", "Subject: x\n\ny\n"] {
        assert_eq!(messages(bytes), Vec::<String>::new(), "{bytes:?}");
    }
    assert_eq!(messages(&format!("rommel\n\n{LINE}Subject: a\n\n")).len(), 1);
}

/// Hands out its bytes a few at a time.
struct Trickle<'a>(&'a [u8], usize);

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.1.min(self.0.len()).min(buffer.len());
        let (now, later) = self.0.split_at(length);
        buffer[..length].copy_from_slice(now);
        self.0 = later;
        Ok(length)
    }
}

proptest! {
    #[test]
    fn messages_come_back_whatever_the_line_ends_and_steps(
        bodies in prop::collection::vec("(Dag|From |>From |\r?\n| |\\.){0,12}", 1..6),
        crlf in any::<bool>(),
        step in 1_usize..40,
    ) {
        let end = if crlf { "\r\n" } else { "\n" };
        let mut mbox = String::new();
        let mut expected = Vec::new();
        for body in &bodies {
            let message = format!("Subject: x{end}{end}{body}{end}");
            let quoted: String = message.split_inclusive('\n').map(|line| {
                if line.trim_start_matches('>').starts_with("From ") { format!(">{line}") } else { line.to_owned() }
            }).collect();
            mbox.extend([LINE.trim_end(), end, &quoted, end]);
            expected.push(message);
        }
        let got: Vec<String> = read(MboxReader::new(Trickle(mbox.as_bytes(), step), 0))
            .iter().map(|entry| String::from_utf8(entry.message()).unwrap()).collect();
        prop_assert_eq!(got, expected);
    }

    #[test]
    fn any_bytes_are_covered_in_order(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0_usize..80) {
        let mut mbox = LINE.as_bytes().to_vec();
        mbox.extend_from_slice(b"A: b\n\n");
        mbox.extend_from_slice(&bytes);
        mbox.extend_from_slice(b"\n\n");
        mbox.extend_from_slice(LINE.as_bytes().get(..cut).unwrap_or(LINE.as_bytes()));
        let entries = read(MboxReader::new(mbox.as_slice(), 7));
        let mut at = 7;
        for entry in entries {
            prop_assert_eq!(entry.offset, at);
            prop_assert!(entry.length > 0);
            at += entry.length;
        }
    }
}
