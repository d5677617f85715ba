//! The canonical text of a mail's parts, which evidence points into.

use crate::address::SEPARATOR;
use crate::model::{Field, Mail, Part};
use std::borrow::Cow;

impl Mail {
    /// The text of a recipient header: `Name <email>, Name2 <email2>`. [`crate::Recipient::at`] points into it.
    pub fn field_text(&self, field: Field) -> String {
        let mut text = String::new();
        for recipient in self.recipients.iter().filter(|r| r.field == field) {
            if !text.is_empty() {
                text.push_str(SEPARATOR);
            }
            text.push_str(&recipient.address.to_string());
        }
        text
    }

    /// The text of the `From` header: `Name <email>`; empty when there is none.
    pub fn from_text(&self) -> String {
        self.from.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// The text of a part, which offsets of evidence count in; `None` for an attachment (its text is drawn from
    /// its bytes elsewhere) and for a link that does not exist.
    pub fn part_text(&self, part: Part) -> Option<Cow<'_, str>> {
        match part {
            Part::From => Some(Cow::Owned(self.from_text())),
            Part::Recipients(field) => Some(Cow::Owned(self.field_text(field))),
            Part::Subject => Some(Cow::Borrowed(&self.subject)),
            Part::Body { .. } => Some(Cow::Borrowed(&self.body.content)),
            Part::Attachment(_) => None,
            Part::Link(index) => self.links.get(index).map(|link| Cow::Owned(link.to_string())),
        }
    }

    /// The recipients of one header.
    pub fn recipients_in(&self, field: Field) -> impl Iterator<Item = &crate::Recipient> {
        self.recipients.iter().filter(move |r| r.field == field)
    }
}

impl crate::Attachment {
    /// The message this attachment holds, when it is a forwarded one (`message/rfc822`, an `.eml` or a `.msg` file).
    pub fn message(&self) -> Option<Mail> {
        let ends = |ending: &str| {
            let name = self.name.rsplit_once('.');
            name.is_some_and(|(_, found)| found.eq_ignore_ascii_case(ending))
        };
        let outlook = ends("msg") && crate::outlook::is_compound(&self.bytes);
        let named = ends("eml") || outlook;
        (named || matches!(self.media_type.as_str(), "message/rfc822" | "message/global"))
            .then(|| crate::parse(&self.bytes))
    }
}

impl std::fmt::Display for crate::Link {
    /// The canonical text: `text <target>`, or the bare target when the text says the same.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.text.is_empty() || self.text == self.target {
            f.write_str(&self.target)
        } else {
            write!(f, "{} <{}>", self.text, self.target)
        }
    }
}
