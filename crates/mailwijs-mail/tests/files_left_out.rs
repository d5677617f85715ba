//! A file that nobody wants to look into is decoded at its beginning only; nothing else in the mail changes for that.

use mailwijs_mail::{Attachment, Mail, parse, parse_with_files};
use proptest::prelude::*;

/// Lines of base64, some of them not quite.
fn letters() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        8 => "[A-Za-z0-9+/]{76}",
        1 => "[A-Za-z0-9+/]{1,75}",
        1 => "[ -~]{0,20}",
        1 => Just("--x".to_owned()),
        1 => Just("--y-".to_owned()),
        1 => Just("--onbekend--".to_owned()),
        1 => Just("UEs=".to_owned()),
        1 => Just(String::new()),
    ];
    (proptest::collection::vec(line, 0..80), "\r?\n").prop_map(|(lines, end)| lines.join(&end))
}

fn part() -> impl Strategy<Value = String> {
    let kind = proptest::sample::select(vec![
        "application/pdf; name=\"a.pdf\"",
        "image/jpeg; name=\"a.jpg\"",
        "image/png\nContent-ID: <a>",
        "text/plain",
        "text/html; charset=utf-8",
        "message/rfc822",
        "multipart/mixed; boundary=y",
        "multipart/alternative; boundary=x",
    ]);
    let encoding = proptest::sample::select(vec![
        "base64",
        "BASE64 ",
        "quoted-printable",
        "8bit",
        "x-uuencode",
    ]);
    let disposition =
        proptest::sample::select(vec!["attachment", "inline", "attachment; filename=\"b.jpg\""]);
    (kind, encoding, disposition, letters()).prop_map(|(kind, encoding, disposition, letters)| {
        format!(
            "Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\nContent-Disposition: {disposition}\n\n{letters}\n"
        )
    })
}

fn message() -> impl Strategy<Value = String> {
    let border = proptest::sample::select(vec!["--x\n", "--y\n", "--x--\n", "--y--\n", ""]);
    let parts = proptest::collection::vec((border, part()), 1..6);
    let head = proptest::sample::select(vec![
        "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n",
        "From: a@b.example\n",
    ]);
    (head, parts).prop_map(|(head, parts)| {
        let parts = parts.iter().flat_map(|(border, part)| [*border, part]);
        [head].into_iter().chain(parts).collect()
    })
}

fn is_photo(file: &Attachment) -> bool {
    file.media_type.starts_with("image/")
}

/// The mail without what is in its files.
fn without_bytes(mail: &Mail) -> Mail {
    let mut mail = mail.clone();
    mail.attachments.iter_mut().for_each(|file| file.bytes.clear());
    mail
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn all_but_the_rest_of_the_file_is_the_same(message in message()) {
        let whole = parse(message.as_bytes());
        let some = parse_with_files(message.as_bytes(), &|file| !is_photo(file));
        prop_assert_eq!(without_bytes(&some), without_bytes(&whole));
        for (some, whole) in some.attachments.iter().zip(&whole.attachments) {
            if is_photo(some) {
                prop_assert!(whole.bytes.starts_with(&some.bytes));
            } else {
                prop_assert_eq!(&some.bytes, &whole.bytes);
            }
        }
    }
}
