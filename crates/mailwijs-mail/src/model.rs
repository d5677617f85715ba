//! What a message is to the rest of the product.

use std::ops::Range;

/// One message, decoded. Every text is Unicode with `\n` line ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// `Message-ID` without angle brackets (RFC 5322 §3.6.4).
    pub message_id: Option<String>,
    /// `In-Reply-To` and `References`, oldest first, without angle brackets or repeats.
    pub references: Vec<String>,
    /// `Date` in seconds since the Unix epoch.
    pub date: Option<i64>,
    /// The first `From` mailbox; absent in a draft that has none yet.
    pub from: Option<Address>,
    /// `Reply-To` mailboxes.
    pub reply_to: Vec<Address>,
    /// Everyone in `To`, `Cc` and `Bcc`, in header order.
    pub recipients: Vec<Recipient>,
    /// `Subject`, decoded (RFC 2047) and unfolded.
    pub subject: String,
    /// The text a reader sees, with its zones.
    pub body: Text,
    /// Files that travel along, in message order; a forwarded message is one too.
    pub attachments: Vec<Attachment>,
    /// Links of the HTML and plain text, in reading order.
    pub links: Vec<Link>,
    /// What the headers say about where this message stands in its life.
    pub marks: Marks,
    /// What the receiving host says of where the message comes from.
    pub authentication: Authentication,
    /// What was wrong with the bytes.
    pub problems: Vec<Problem>,
}

/// A mailbox of a header.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    /// Display name, decoded; empty when there is none.
    pub name: String,
    /// `local@domain`, trimmed, domain in lower case; free text as typed when it is no address (drafts hold half-typed ones).
    pub email: String,
}

/// A mailbox in `To`, `Cc` or `Bcc`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The header it stands in.
    pub field: Field,
    /// The mailbox.
    pub address: Address,
    /// Byte range of this mailbox in [`Mail::field_text`] of its field.
    pub at: Range<usize>,
}

/// A recipient header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// `To`
    To,
    /// `Cc`
    Cc,
    /// `Bcc`
    Bcc,
}

/// Text and the zones that partition it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The whole decoded text: own words, quotes, signature and all.
    pub content: String,
    /// Non-overlapping, in order, covering `content` completely; byte ranges on character boundaries.
    pub zones: Vec<Zone>,
}

/// A stretch of text of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Whose words these are.
    pub kind: ZoneKind,
    /// Byte range in [`Text::content`].
    pub range: Range<usize>,
}

/// Whose words a stretch of text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ZoneKind {
    /// The writer's own words.
    Own,
    /// A quoted or forwarded earlier message, with its introduction line ("Op … schreef …:", "Van: … Verzonden: …").
    Quoted,
    /// The writer's signature.
    Signature,
    /// A confidentiality notice.
    Disclaimer,
    /// Text in the HTML that no reader sees (display:none, size 0 and the like).
    Hidden,
}

/// A place in a message that text can stand in; evidence points into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The `From` header.
    From,
    /// A recipient header.
    Recipients(Field),
    /// The subject.
    Subject,
    /// [`Mail::body`], offsets in its whole content; `quoted` says that the place lies in a quoted zone.
    Body {
        /// Whether the place lies in a [`ZoneKind::Quoted`] zone.
        quoted: bool,
    },
    /// The text (or the name) of the attachment with this index.
    Attachment(usize),
    /// The link with this index.
    Link(usize),
}

/// A file that travels with the message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment {
    /// File name, decoded; empty when there is none.
    pub name: String,
    /// Media type in lower case, for example `application/pdf`.
    pub media_type: String,
    /// Shown inside the HTML (a logo) rather than as a file.
    pub inline: bool,
    /// The decoded bytes; only the first of them in a file that was not wanted ([`crate::parse_with_files`]).
    pub bytes: Vec<u8>,
}

/// A link as a reader meets it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Link {
    /// The text that is clicked; the address itself in plain text.
    pub text: String,
    /// Where it leads.
    pub target: String,
}

/// What headers say about a message's place in its life.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent observations, not states"
)]
pub struct Marks {
    /// `X-Mozilla-Draft-Info` or `X-Unsent: 1` or a Claws/Evolution draft header: surely a draft or still unsent.
    pub draft: bool,
    /// `X-Unsent: 0`: a message of Outlook that is no draft any more.
    pub sent: bool,
    /// `Received` or `Return-Path` or `Delivered-To` present: it has travelled.
    pub delivered: bool,
    /// The message has a `Bcc` header, even an empty one.
    pub bcc_header: bool,
    /// The identity the client composes with (`X-Identity-Key`, `X-Claws-Account-Id`, `X-Evolution-Identity`).
    pub identity: Option<String>,
    /// The saved draft this one replaces (`X-Evolution-Draft-Message` and the like), when the client tells.
    pub replaces: Option<String>,
    /// `X-Mozilla-Status` bits, of the first such header (Thunderbird writes a second, stale one now and then).
    pub mozilla_status: Option<u16>,
    /// `List-Id`, `List-Unsubscribe` or `Precedence: bulk` present: a mailing list or newsletter.
    pub bulk: bool,
}

/// What the receiving host found when it checked where a message comes from (`Authentication-Results`, RFC 8601).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Authentication {
    /// Whether the sending host may send for the envelope's domain (RFC 7208).
    pub spf: Verdict,
    /// Whether a signature is right (RFC 6376).
    pub dkim: Verdict,
    /// Whether one of these holds for the domain in `From` (RFC 7489).
    pub dmarc: Verdict,
}

/// One result of such a check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Not checked, or neither the one nor the other (`none`, `softfail`, `temperror` …).
    #[default]
    Unknown,
    /// `pass`
    Pass,
    /// `fail`
    Fail,
}

/// Something wrong with a message, in words without mail text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Problem {
    /// No header could be recognised.
    NoHeaders,
    /// The parser could not make anything of it (or crashed): headers and text are what plain splitting yields.
    Unparsable,
    /// Parts are nested deeper than is followed.
    TooDeep,
    /// There are more parts than are looked at.
    TooManyParts,
    /// Text was longer than is looked at; the middle was left out.
    TextCut,
    /// Bytes did not fit the declared character set.
    Charset,
    /// A multipart message ends without its closing boundary.
    Truncated,
}

/// Which way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// Being written, not sent yet.
    Draft,
    /// Came in.
    Received,
    /// Went out.
    Sent,
}
