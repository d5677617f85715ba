//! Messages of Apple Mail whose files stand apart: `Messages/12.partial.emlx` has the headers of each part,
//! `Attachments/12/2/brief.pdf` what the second part holds, decoded.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use memchr::memmem;

use super::emlx::ATTACHMENTS;
use crate::{MESSAGE_LIMIT, file, header};

/// What a part says that stands elsewhere: the length it had.
const LENGTH: &str = "X-Apple-Content-Length";

/// Parts within parts; clients make four or five levels.
const DEPTH: usize = 20;

/// No client sends so many files; each costs a look at the disk.
const PARTS: usize = 1000;

/// A part that is empty here and stands in a file.
#[derive(Debug, PartialEq, Eq)]
struct Gap {
    /// `2` or `1.3`, as IMAP counts (RFC 9051 §6.4.5).
    part: String,
    /// Where its content belongs.
    at: usize,
    /// Whether the empty line before the content is there.
    has_line: bool,
    coding: Coding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Base64,
    QuotedPrintable,
    None,
}

/// The message with the contents that stand in files. What is not there (never fetched), or too large, stays empty.
pub(super) fn join(path: &Path, message: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(message.len());
    let mut from = 0;
    if let Some(attached) = attached_to(path)
        && memmem::find(message, LENGTH.as_bytes()).is_some()
    {
        for gap in gaps(message) {
            let left = MESSAGE_LIMIT.saturating_sub(whole.len() + message.len() - from);
            let Some(content) = content(&attached.join(&gap.part), gap.coding, left) else {
                continue;
            };
            whole.extend_from_slice(message.get(from..gap.at).unwrap_or_default());
            from = gap.at;
            whole.extend_from_slice(if gap.has_line { b"" } else { b"\n" });
            whole.extend_from_slice(&content);
            whole.push(b'\n');
        }
    }
    whole.extend_from_slice(message.get(from..).unwrap_or_default());
    whole
}

/// `…/Attachments/12` of `…/Messages/12.partial.emlx`.
fn attached_to(path: &Path) -> Option<PathBuf> {
    let (number, _) = path.file_name()?.to_str()?.split_once('.')?;
    let place = path.parent()?.with_file_name(ATTACHMENTS).join(number);
    place.is_dir().then_some(place)
}

/// The one file in a directory, coded as its part says; `None` when there is another number of them.
fn content(directory: &Path, coding: Coding, most: usize) -> Option<Vec<u8>> {
    let mut files = fs::read_dir(directory)
        .ok()?
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        // The Finder leaves `.DS_Store` anywhere.
        .filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
    let one = files.next()?.path();
    if files.next().is_some() || fs::metadata(&one).ok()?.len() > most as u64 {
        return None;
    }
    let bytes = file::read(&one).ok()?;
    let coded = match coding {
        Coding::Base64 => STANDARD.encode(bytes).into_bytes(),
        Coding::QuotedPrintable => {
            let mut coded = Vec::with_capacity(bytes.len());
            for byte in bytes {
                match byte {
                    b'=' => coded.extend_from_slice(b"=3D"),
                    other => coded.push(other),
                }
            }
            coded
        }
        Coding::None => bytes,
    };
    (coded.len() <= most).then_some(coded)
}

/// The parts whose content stands elsewhere, in their order.
fn gaps(message: &[u8]) -> Vec<Gap> {
    let mut found = Vec::new();
    find(message, 0..message.len(), "", 0, &mut found);
    found
}

fn find(message: &[u8], entity: Range<usize>, part: &str, depth: usize, found: &mut Vec<Gap>) {
    let Some(bytes) = message.get(entity.clone()) else {
        return;
    };
    if let Some(boundary) = header::boundary(bytes) {
        if depth == DEPTH {
            return;
        }
        for (index, child) in children(bytes, boundary).into_iter().enumerate() {
            let part = match part {
                "" => (index + 1).to_string(),
                above => format!("{above}.{}", index + 1),
            };
            let child = entity.start + child.start..entity.start + child.end;
            find(message, child, &part, depth + 1, found);
        }
        return;
    }
    let block = header::block(bytes).len();
    let body = bytes.get(block..).unwrap_or_default();
    let is_elsewhere = header::first(bytes, LENGTH).is_some() && body.trim_ascii().is_empty();
    if !is_elsewhere || found.len() >= PARTS {
        return;
    }
    let line = body
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1);
    let coding = header::first(bytes, "Content-Transfer-Encoding").unwrap_or_default();
    found.push(Gap {
        part: if part.is_empty() { "1" } else { part }.to_owned(),
        at: entity.start + block + line,
        has_line: line > 0,
        coding: if coding.eq_ignore_ascii_case(b"base64") {
            Coding::Base64
        } else if coding.eq_ignore_ascii_case(b"quoted-printable") {
            Coding::QuotedPrintable
        } else {
            Coding::None
        },
    });
}

/// What stands between the lines with this boundary.
fn children(entity: &[u8], boundary: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begun = None;
    let mut at = 0;
    for line in entity.split_inclusive(|byte| *byte == b'\n') {
        let rest = line
            .strip_prefix(b"--")
            .and_then(|line| line.strip_prefix(boundary));
        if let Some(rest) = rest.map(<[u8]>::trim_ascii_end)
            && matches!(rest, b"" | b"--")
        {
            found.extend(begun.map(|begun| begun..at));
            begun = (rest.is_empty() && found.len() < PARTS).then_some(at + line.len());
            if rest == b"--" {
                return found;
            }
        }
        at += line.len();
    }
    found.extend(begun.map(|begun| begun..at));
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MESSAGE: &str = "Subject: x\nContent-Type: multipart/mixed; boundary=\"a\"\n\n\
        --a\nContent-Type: multipart/alternative; boundary=aa\n\n\
        --aa\nContent-Type: text/plain\nX-Apple-Content-Length: 3\n\nDag\n\
        --aa\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nX-Apple-Content-Length: 9\n\n\
        --aa--\n\
        --a\nContent-Type: application/pdf; name=brief.pdf\nContent-Transfer-Encoding: BASE64\nX-Apple-Content-Length: 4\n\
        --a\nContent-Type: text/csv\nx-apple-content-length: 4\n\n\n--a--\n";

    fn store(files: &[(&str, &[u8])]) -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("Messages")).unwrap();
        for (name, bytes) in files {
            let path = dir.path().join("Attachments/12").join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let path = dir.path().join("Messages/12.partial.emlx");
        (dir, path)
    }

    #[test]
    fn each_part_gets_what_stands_under_its_number() {
        let (_dir, path) = store(&[
            ("1.2/Mail.html", b"<p a=1>Dag</p>"),
            ("2/brief.pdf", b"%PDF"),
            ("2/.DS_Store", b"x"),
            ("3/lijst.csv", b"a;b\n"),
        ]);
        let whole = join(&path, MESSAGE.as_bytes());
        let mail = mailwijs_mail::parse(&whole);
        assert_eq!(mail.body.content.trim(), "Dag");
        let files: Vec<_> = mail
            .attachments
            .iter()
            .map(|file| (file.name.as_str(), file.bytes.trim_ascii_end()))
            .collect();
        assert_eq!(files, [("brief.pdf", &b"%PDF"[..]), ("", b"a;b")]);
        assert!(memmem::find(&whole, b"<p a=3D1>Dag</p>").is_some());
    }

    #[test]
    fn what_is_not_there_stays_empty() {
        for files in [
            &[][..],
            &[("4/x", &b"x"[..])],
            &[("2/een", b"x"), ("2/twee", b"y")],
            &[("1.1/dag.txt", b"x")],
        ] {
            let (_dir, path) = store(files);
            assert_eq!(join(&path, MESSAGE.as_bytes()), MESSAGE.as_bytes(), "{files:?}");
        }
    }

    #[test]
    fn a_message_of_one_part() {
        let (_dir, path) = store(&[("1/dag.txt", b"Dag")]);
        let message = b"Subject: x\nX-Apple-Content-Length: 3\n\n";
        assert_eq!(
            join(&path, message),
            b"Subject: x\nX-Apple-Content-Length: 3\n\nDag\n"
        );
    }

    #[test]
    fn parts_within_parts_come_to_an_end() {
        let level = "Content-Type: multipart/mixed; boundary=a\n\n--a\n";
        assert_eq!(gaps(level.repeat(10_000).as_bytes()), []);
        let many = format!("{level}{}", "X-Apple-Content-Length: 1\n\n--a\n".repeat(5_000));
        assert!(gaps(many.as_bytes()).len() <= PARTS);
    }

    proptest! {
        #[test]
        fn any_cut_of_a_message_is_kept(end in 0..MESSAGE.len()) {
            let (_dir, path) = store(&[("9/x", b"x")]);
            let cut = &MESSAGE.as_bytes()[..end];
            prop_assert_eq!(join(&path, cut), cut);
        }
    }
}
