//! From bytes to [`Mail`].

use crate::address::{mailboxes, recipients};
use crate::headers::Headers;
use crate::model::{Attachment, Mail, Problem};
use crate::{authentication, body, input, marks, mime, outlook};
use mail_parser::HeaderValue;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads one message, RFC 5322 or an Outlook file. Never fails: whatever is wrong is named in [`Mail::problems`].
pub fn parse(bytes: &[u8]) -> Mail {
    parse_with_files(bytes, &|_| true)
}

/// The same, with only the beginning of files that nobody looks into: `wanted` is asked of each long file in base64, by an
/// [`Attachment`] that holds its first kilobyte or so.
pub fn parse_with_files(bytes: &[u8], wanted: &dyn Fn(&Attachment) -> bool) -> Mail {
    let from_outlook = outlook::from_outlook(bytes);
    let bytes = from_outlook.as_deref().unwrap_or(bytes);
    let message = input::unwrap_message(bytes);
    catch_unwind(AssertUnwindSafe(|| read(&message, wanted))).unwrap_or_else(|_| plain(&message))
}

fn read(message: &[u8], wanted: &dyn Fn(&Attachment) -> bool) -> Mail {
    let parts = mime::split(message);
    let mut problems = parts.problems.clone();
    let no_headers = Headers::default();
    let headers = parts.list.first().map_or(&no_headers, |part| &part.headers);
    if headers.is_empty() && !headers.unparsable {
        problems.push(Problem::NoHeaders);
    }
    let content = body::assemble(&parts, wanted, &mut problems);
    problems.sort_unstable();
    problems.dedup();
    Mail {
        message_id: headers.ids("Message-ID").next().map(str::to_owned),
        references: references(headers),
        date: date(headers),
        from: mailboxes(headers, "From").into_iter().next(),
        reply_to: mailboxes(headers, "Reply-To"),
        recipients: recipients(headers),
        subject: headers.subject.clone(),
        body: content.body,
        attachments: content.attachments,
        links: content.links,
        marks: marks::read(headers),
        authentication: authentication::read(headers),
        problems,
    }
}

/// `References` and `In-Reply-To`, oldest first, each once.
fn references(headers: &Headers) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let ids = headers.ids("References").chain(headers.ids("In-Reply-To"));
    ids.filter(|id| seen.insert(*id)).map(str::to_owned).collect()
}

fn date(headers: &Headers) -> Option<i64> {
    headers
        .all("Date")
        .find_map(HeaderValue::as_datetime)
        .filter(|d| d.is_valid())
        .map(mail_parser::DateTime::to_timestamp)
}

/// What is left when the parser crashed: the text after the first blank line.
fn plain(message: &[u8]) -> Mail {
    let (_, body_at) = input::header_end(message, |_| false);
    let rest = message.get(body_at..).unwrap_or_default();
    let mut problems = vec![Problem::Unparsable];
    let body = body::plain(rest, &mut problems);
    Mail {
        body,
        problems,
        ..Mail::default()
    }
}
