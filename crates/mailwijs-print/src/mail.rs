//! A mail on paper.

use mailwijs_mail::{Address, Field, Mail, ZoneKind};

use crate::document::Tone;
use crate::quote::unquote;
use crate::text::{one_line, short};
use crate::{Document, Frame, PrintError};

/// More addresses or attachments of one mail are not printed.
const MOST_NAMED: usize = 500;
/// Longer names and addresses are broken off; a mail system takes no more than 254 characters (RFC 5321).
const LONGEST_NAME: usize = 254;
/// More empty lines after each other are one too many.
const MOST_EMPTY: usize = 2;

/// The words around a mail, in the language of [`Frame::language`].
#[derive(Clone, Copy)]
pub struct MailPdfTexts<'a> {
    /// "Van"
    pub from: &'a str,
    /// "Aan"
    pub to: &'a str,
    /// "CC"
    pub cc: &'a str,
    /// "BCC"
    pub bcc: &'a str,
    /// "Datum"
    pub date: &'a str,
    /// "Onderwerp"
    pub subject: &'a str,
    /// "Bijlagen"
    pub attachments: &'a str,
    /// In the place of a subject that is empty: "(geen onderwerp)".
    pub no_subject: &'a str,
    /// In the place of a file name that is empty: "(zonder naam)".
    pub no_name: &'a str,
    /// [`Mail::date`] in words; the line is left out when it is empty.
    pub sent: &'a str,
    /// A number of bytes in words: "24 kB".
    pub size: &'a dyn Fn(u64) -> String,
    /// Instead of the rest of a very long list of addresses or files: "en nog 12".
    pub and_more: &'a dyn Fn(usize) -> String,
}

/// A mail as somebody reads it: who, when, about what, which files with their sizes, then its text with bars beside what
/// is quoted. What no reader sees in the HTML is not printed. The mail must have been read with its files whole
/// ([`mailwijs_mail::parse`]), or their sizes are wrong.
///
/// # Errors
/// When a PDF cannot hold it.
pub fn mail_pdf(mail: &Mail, frame: Frame<'_>, texts: &MailPdfTexts<'_>) -> Result<Vec<u8>, PrintError> {
    let mut document = Document::new(frame);
    let facts: Vec<_> = facts(mail, texts)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    document.facts(&facts);
    document.rule();
    body(&mut document, mail);
    document.into_pdf()
}

fn facts<'a>(mail: &Mail, texts: &MailPdfTexts<'a>) -> [(&'a str, String); 7] {
    let subject = if mail.subject.trim().is_empty() {
        texts.no_subject
    } else {
        &mail.subject
    };
    [
        (texts.from, mail.from.iter().map(named).collect()),
        (texts.to, recipients(mail, Field::To, texts)),
        (texts.cc, recipients(mail, Field::Cc, texts)),
        (texts.bcc, recipients(mail, Field::Bcc, texts)),
        (texts.date, texts.sent.to_owned()),
        (texts.subject, one_line(subject)),
        (texts.attachments, files(mail, texts)),
    ]
}

fn named(address: &Address) -> String {
    let (name, email) = (
        short(&address.name, LONGEST_NAME),
        short(&address.email, LONGEST_NAME),
    );
    if name.is_empty() || name == email {
        email
    } else {
        format!("{name} <{email}>")
    }
}

fn recipients(mail: &Mail, field: Field, texts: &MailPdfTexts<'_>) -> String {
    let all = mail.recipients.iter().filter(|one| one.field == field);
    some(all.map(|one| named(&one.address)), ", ", texts)
}

fn files(mail: &Mail, texts: &MailPdfTexts<'_>) -> String {
    let all = mail.attachments.iter().filter(|file| !file.inline);
    let one = all.map(|file| {
        let name = short(&file.name, LONGEST_NAME);
        let name = if name.is_empty() { texts.no_name } else { &name };
        let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
        format!("{name} ({})", (texts.size)(size))
    });
    some(one, "\n", texts)
}

/// The first of them, and how many there are more.
fn some(all: impl Iterator<Item = String>, between: &str, texts: &MailPdfTexts<'_>) -> String {
    let mut all = all.fuse();
    let mut shown: Vec<String> = all.by_ref().take(MOST_NAMED).collect();
    let more = all.count();
    if more > 0 {
        shown.push((texts.and_more)(more));
    }
    shown.join(between)
}

fn body(document: &mut Document<'_>, mail: &Mail) {
    document.space();
    let (mut empty, mut begun) = (0, false);
    for zone in &mail.body.zones {
        if zone.kind == ZoneKind::Hidden {
            continue;
        }
        let text = mail.body.content.get(zone.range.clone()).unwrap_or_default();
        let tone = match zone.kind {
            ZoneKind::Disclaimer => Tone::Small,
            _ => Tone::Own,
        };
        document.next_zone();
        for line in text.lines() {
            let (depth, line) = match zone.kind {
                ZoneKind::Quoted => {
                    let (depth, line) = unquote(line);
                    (depth.max(1), line)
                }
                _ => (0, line),
            };
            empty = if line.trim().is_empty() { empty + 1 } else { 0 };
            begun |= empty == 0;
            if begun && empty <= MOST_EMPTY {
                document.mail_line(line, depth, tone);
            }
        }
    }
}
