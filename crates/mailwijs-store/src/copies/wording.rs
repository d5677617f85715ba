//! Texts brought into the form in which they are compared.

use mailwijs_mail::{Attachment, Mail, ZoneKind};

/// A text with fewer letters and signs than this is no proof: many mails say just "Oké, bedankt!".
const ENOUGH: usize = 40;

/// Words in a passage: hardly ever the same in two mails unless one quotes the other.
const PASSAGE: usize = 8;

/// Words of a text in which passages are looked for.
const WORDS: usize = 4000;

/// What a reader sees of the text.
pub(super) fn visible(mail: &Mail) -> String {
    let zones = mail
        .body
        .zones
        .iter()
        .filter(|zone| zone.kind != ZoneKind::Hidden);
    zones
        .filter_map(|zone| mail.body.content.get(zone.range.clone()))
        .collect()
}

/// The text without white space and quote marks, and the sizes of the files; `None` when that is too little to tell the mail
/// from others.
///
/// Line ends do not count in sizes: an mbox, a Maildir and a server keep them differently.
pub(super) fn content(mail: &Mail, visible: &str) -> Option<String> {
    let mut content = text(mail, visible)?;
    for file in &mail.attachments {
        content.push('\n');
        content.push_str(&size(file).to_string());
    }
    Some(content)
}

fn size(file: &Attachment) -> usize {
    file.bytes.len() - memchr::memchr2_iter(b'\r', b'\n', &file.bytes).count()
}

/// The text without white space and quote marks; a short one with the names of its files, for which they need not be read.
pub(super) fn text(mail: &Mail, visible: &str) -> Option<String> {
    let mut text = String::with_capacity(visible.len());
    for line in visible.lines() {
        let line = line.trim_start_matches(|sign: char| sign == '>' || sign.is_whitespace());
        text.extend(line.chars().filter(|sign| !sign.is_whitespace()));
    }
    if text.chars().nth(ENOUGH - 1).is_some() {
        return Some(text);
    }
    for file in &mail.attachments {
        text.push('\n');
        text.push_str(&file.name);
    }
    (!mail.attachments.is_empty()).then_some(text)
}

/// Words that mail clients put before the subject of an answer or a forwarded mail.
const PREFIXES: [&str; 17] = [
    "re",
    "ref",
    "antw",
    "antwoord",
    "aw",
    "fw",
    "fwd",
    "tr",
    "rép",
    "rep",
    "wg",
    "rv",
    "doorst",
    "doorgestuurd",
    "sv",
    "vs",
    "vb",
];

/// The subject in lower case without `Re:`, `Fwd:`, `Antw:`, `TR:` and the like; `None` when nothing is left.
pub(super) fn base_subject(subject: &str) -> Option<String> {
    let words: Vec<&str> = subject.split_whitespace().collect();
    let lower = words.join(" ").to_lowercase();
    let mut rest = lower.as_str();
    while let Some((before, after)) = rest.split_once(':') {
        // `Re[2]:` and the French `Re :`.
        let word = before.trim_end_matches(|sign: char| "[]()0123456789 ".contains(sign));
        if !PREFIXES.contains(&word) {
            break;
        }
        rest = after.trim_start();
    }
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// Every run of a few words, in lower case and without punctuation: line ends and quote marks make no difference.
pub(super) fn passages(visible: &str) -> impl Iterator<Item = String> {
    let words = visible.split(|sign: char| !sign.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(WORDS);
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let runs: Vec<String> = words.windows(PASSAGE).map(|run| run.join(" ")).collect();
    runs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_without_what_clients_put_before_them() {
        for subject in [
            "Verslag Lotte",
            "Re: Verslag  Lotte",
            "RE: Antw: verslag lotte",
            "TR : Verslag Lotte",
            "Re[2]: Fwd: Verslag\tLotte",
            "Doorst: RE: Verslag Lotte",
        ] {
            assert_eq!(base_subject(subject).unwrap(), "verslag lotte", "{subject}");
        }
        assert_eq!(base_subject("Klas 4B: uitstap").unwrap(), "klas 4b: uitstap");
        assert_eq!(base_subject("Re: "), None);
        assert_eq!(base_subject(""), None);
    }

    fn content_of(mail: &str) -> Option<String> {
        let mail = mailwijs_mail::parse(mail.as_bytes());
        content(&mail, &visible(&mail))
    }

    const TEXT: &str = "Beste collega,\n\nLotte heeft vandaag weer een moeilijke dag gehad in de klas.\n";

    #[test]
    fn the_same_text_in_another_guise_is_the_same() {
        let plain = content_of(&format!("Subject: a\n\n{TEXT}")).unwrap();
        let more = format!(
            "X-Mozilla-Status: 0009\r\nReceived: x\r\nSubject: b\r\n\r\n{}",
            TEXT.replace('\n', "\r\n")
        );
        assert_eq!(content_of(&more).unwrap(), plain);
        let quoted = TEXT.replace("\nLotte", "\n>Lotte");
        assert_eq!(content_of(&format!("Subject: a\n\n{quoted}")).unwrap(), plain);
        let other = TEXT.replace("Lotte", "Jef");
        assert_ne!(content_of(&format!("Subject: a\n\n{other}")).unwrap(), plain);
    }

    #[test]
    fn a_word_of_thanks_proves_nothing() {
        assert_eq!(content_of("Subject: a\n\nOké, bedankt!\n"), None);
        assert_eq!(content_of("Subject: a\n\n"), None);
    }

    #[test]
    fn a_file_more_or_less_is_another_mail() {
        let with = |file: &str| {
            format!(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nZie bijlage.\n--b\nContent-Type: text/csv\n\
                 Content-Disposition: attachment; filename=lijst.csv\n\n{file}\n--b--\n"
            )
        };
        let one = content_of(&with("an;tom\n1;2")).unwrap();
        assert_eq!(
            content_of(&with("an;tom\n1;2").replace('\n', "\r\n")).unwrap(),
            one
        );
        assert_ne!(content_of(&with("an;tom\n1;2\n3;4")).unwrap(), one);
    }

    #[test]
    fn passages_are_found_in_a_quote() {
        let text = "Lotte heeft vandaag weer een moeilijke dag gehad in de klas, zegt de juf.";
        let quote =
            "Wat erg!\n> Lotte heeft vandaag weer een moeilijke\n> dag gehad in de klas,\n> zegt de juf.";
        let own: Vec<String> = passages(text).collect();
        let quoted: Vec<String> = passages(quote).collect();
        assert!(own.len() > 5 && own.iter().all(|passage| quoted.contains(passage)));
    }
}
