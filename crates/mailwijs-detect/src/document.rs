//! What a detector reads.

use mailwijs_mail::{Mail, Part, ZoneKind};

/// The texts of one mail, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    /// Subject, body and attachment texts.
    pub segments: Vec<Segment<'a>>,
    /// The sender's and recipients' display names and local parts: a greeting or a signature, not the pupil.
    pub correspondents: Vec<&'a str>,
}

/// One text of a mail.
#[derive(Debug, Clone)]
pub struct Segment<'a> {
    /// Where it stands.
    pub part: Part,
    /// The part's text.
    pub text: &'a str,
    /// Whose words it holds, and where: byte ranges in `text` that cover it completely.
    pub zones: Vec<(ZoneKind, std::ops::Range<usize>)>,
}

impl<'a> Document<'a> {
    /// The document of a mail and the texts drawn from its attachments (index in [`Mail::attachments`], text).
    pub fn new(mail: &'a Mail, attachments: &'a [(usize, String)]) -> Self {
        let mut segments = vec![Segment::own(Part::Subject, &mail.subject)];
        segments.push(Segment {
            part: Part::Body { quoted: false },
            text: &mail.body.content,
            zones: mail
                .body
                .zones
                .iter()
                .map(|z| (z.kind, z.range.clone()))
                .collect(),
        });
        segments.extend(
            attachments
                .iter()
                .map(|(index, text)| Segment::own(Part::Attachment(*index), text)),
        );
        let people = mail.from.iter().chain(mail.recipients.iter().map(|r| &r.address));
        let correspondents = people
            .flat_map(|a| [a.name.as_str(), a.email.as_str()])
            .filter(|s| !s.is_empty())
            .collect();
        Self {
            segments,
            correspondents,
        }
    }
}

impl<'a> Segment<'a> {
    /// A text that is the writer's own from end to end.
    pub fn own(part: Part, text: &'a str) -> Self {
        Self {
            part,
            text,
            zones: vec![(ZoneKind::Own, 0..text.len())],
        }
    }
}
