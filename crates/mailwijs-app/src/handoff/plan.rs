//! Which ways there are to open the corrected draft.

use std::ffi::OsString;

use mailwijs_mail::{Mail, ZoneKind, rewrite};

use super::{Client, Corrected, Correction, mailto};

/// Links longer than this are cut off by some programs, Outlook among them.
pub(super) const LONGEST_LINK: usize = 2000;
/// Windows takes 32,767 characters on a command line.
pub(super) const LONGEST_ARGUMENT: usize = 30_000;

/// The ways, best first; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoffPlan {
    /// Each is tried when the one before cannot be gone.
    pub ways: Vec<Way>,
}

/// One way to open the corrected draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Write the message to a private file and start the client with it.
    OpenMessage {
        /// What the client may be installed as.
        programs: Vec<OsString>,
        /// The arguments before the file's path.
        args: Vec<OsString>,
        /// The message, RFC 5322.
        message: Vec<u8>,
    },
    /// Start the client with a link.
    Start {
        /// What the client may be installed as.
        programs: Vec<OsString>,
        /// Its arguments.
        args: Vec<OsString>,
        /// What does not come along.
        lost: Lost,
    },
    /// Let the desktop open a link.
    Link {
        /// `mailto:`
        url: String,
        /// The text, when it is too long for the link.
        clipboard: Option<String>,
        /// What does not come along.
        lost: Lost,
    },
    /// Put the addresses on the clipboard, to be pasted in Bcc.
    Copy {
        /// The addresses, separated by commas.
        addresses: String,
    },
}

/// What a link cannot carry; the teacher is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lost {
    /// So many files.
    pub attachments: usize,
    /// Bold, colours, tables.
    pub formatting: bool,
    /// The account to write from has to be chosen by hand.
    pub sender: bool,
}

/// How to open this draft, corrected, in the client it came from.
pub fn plan(bytes: &[u8], correction: Correction<'_>, client: &Client) -> HandoffPlan {
    let mail = mailwijs_mail::parse(bytes);
    let corrected = Corrected::new(&mail, correction);
    let lost = Lost {
        attachments: mail
            .attachments
            .iter()
            .filter(|attachment| !attachment.inline)
            .count(),
        formatting: is_html(bytes),
        sender: matches!(correction, Correction::From(_)),
    };
    let text = visible_text(&mail);
    let whole = mailto::link(&corrected, &mail.subject, Some(&text));
    let mut ways = Vec::new();
    match client {
        Client::Thunderbird { profile } => ways.push(Way::OpenMessage {
            programs: client.programs(),
            args: vec!["-profile".into(), profile.into()],
            message: rewrite(bytes, &corrected.rewrite()),
        }),
        Client::Evolution | Client::Claws if whole.len() <= LONGEST_ARGUMENT => {
            ways.extend(client.compose(&whole).map(|args| Way::Start {
                programs: client.programs(),
                args,
                lost,
            }));
        }
        Client::Evolution | Client::Claws | Client::Other => {}
    }
    ways.extend(link(whole, &corrected, &mail.subject, text, lost));
    let addresses = corrected
        .everyone()
        .map(|address| address.email.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    ways.push(Way::Copy { addresses });
    HandoffPlan { ways }
}

/// The link with everything; else with the text on the clipboard; none when even the addresses are too many.
fn link(whole: String, corrected: &Corrected, subject: &str, text: String, lost: Lost) -> Option<Way> {
    if whole.len() <= LONGEST_LINK {
        return Some(Way::Link {
            url: whole,
            clipboard: None,
            lost,
        });
    }
    let url = mailto::link(corrected, subject, None);
    (url.len() <= LONGEST_LINK).then_some(Way::Link {
        url,
        clipboard: Some(text),
        lost,
    })
}

/// What a reader of the draft sees.
fn visible_text(mail: &Mail) -> String {
    let visible = mail
        .body
        .zones
        .iter()
        .filter(|zone| zone.kind != ZoneKind::Hidden);
    visible
        .filter_map(|zone| mail.body.content.get(zone.range.clone()))
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// A part of the draft is HTML: a link carries plain text only.
fn is_html(bytes: &[u8]) -> bool {
    let html = b"\ncontent-type: text/html";
    bytes
        .windows(html.len())
        .any(|window| window.eq_ignore_ascii_case(html))
        || html.get(1..).is_some_and(|first| {
            bytes
                .get(..first.len())
                .is_some_and(|b| b.eq_ignore_ascii_case(first))
        })
}
