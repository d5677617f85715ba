//! What speaks against a mail, and how much.

use std::collections::BTreeSet;

use mailwijs_detect::Span;
use mailwijs_mail::Part;

use crate::{Context, Evidence, Weight};

/// What kind of thing speaks against a mail, from what is told first to what is told last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A file that is carried out.
    Program,
    /// A file whose name hides what it is.
    Disguise,
    /// A document with macros.
    Macro,
    /// A page that asks for something, or hides what it does.
    Page,
    /// An archive that is locked, with its key beside it.
    Locked,
    /// A name made to look like another.
    LookAlike,
    /// A link that leads elsewhere than it says.
    Link,
    /// A sender who passes for another.
    Pretence,
    /// Vouchers are to be bought, and their codes sent.
    Voucher,
    /// The receiving host found the sender not proved.
    Unproved,
    /// The words ask for what swindlers ask for.
    Wording,
    /// The answer goes elsewhere.
    ReplyTo,
}

/// One thing that speaks against a mail.
#[derive(Debug)]
pub struct Sign {
    /// What kind of thing.
    pub kind: Kind,
    /// Enough by itself.
    pub strong: bool,
    /// Where it shows.
    pub evidence: Evidence,
}

impl Kind {
    /// The word that the texts select on.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Disguise => "disguise",
            Self::Macro => "macro",
            Self::Page => "page",
            Self::Locked => "locked",
            Self::LookAlike => "look-alike",
            Self::Link => "link",
            Self::Pretence => "pretence",
            Self::Voucher => "voucher",
            Self::Unproved => "unproved",
            Self::Wording => "wording",
            Self::ReplyTo => "reply-to",
        }
    }
}

impl Sign {
    /// A sign that shows in the sender's name and address.
    pub fn of_sender(context: &Context<'_>, kind: Kind, strong: bool) -> Option<Self> {
        let span = Span {
            part: Part::From,
            range: 0..context.mail.from_text().len(),
        };
        Self::at(context, kind, strong, &span)
    }

    /// A sign that shows in a link.
    pub fn of_link(context: &Context<'_>, kind: Kind, strong: bool, index: usize) -> Option<Self> {
        let link = context.mail.links.get(index)?;
        let span = Span {
            part: Part::Link(index),
            range: 0..link.to_string().len(),
        };
        Self::at(context, kind, strong, &span)
    }

    /// A sign that shows in the name of a file, which stands behind its text.
    pub fn of_file(context: &Context<'_>, kind: Kind, strong: bool, index: usize) -> Option<Self> {
        let name = &context.mail.attachments.get(index)?.name;
        let text = context.text(Part::Attachment(index))?;
        let start = text.len().checked_sub(name.len())?;
        let whole = text.get(start..).is_some_and(|end| end == name) && !name.is_empty();
        // A file without a name is shown by how it begins.
        let range = if whole {
            start..text.len()
        } else {
            0..text.floor_char_boundary(60)
        };
        let span = Span {
            part: Part::Attachment(index),
            range,
        };
        Self::at(context, kind, strong, &span)
    }

    /// A sign that shows at a place.
    pub fn at(context: &Context<'_>, kind: Kind, strong: bool, span: &Span) -> Option<Self> {
        let evidence = context
            .evidence(span)
            .filter(|evidence| !evidence.text.is_empty())?;
        Some(Self {
            kind,
            strong,
            evidence,
        })
    }
}

/// What is told of a mail and how loudly; `None` when there is too little to tell.
pub fn verdict(signs: &[Sign]) -> Option<(Kind, Weight)> {
    let strongest = signs
        .iter()
        .filter(|sign| sign.strong)
        .map(|sign| sign.kind)
        .min();
    if let Some(kind) = strongest {
        return Some((kind, Weight::Full));
    }
    let kinds: BTreeSet<Kind> = signs.iter().map(|sign| sign.kind).collect();
    // A form on a website often sends in a visitor's name: the proof lacks and the answer goes to the visitor.
    let is_form = kinds
        .iter()
        .all(|kind| matches!(kind, Kind::Unproved | Kind::ReplyTo));
    let first = kinds.first().filter(|_| kinds.len() >= 2 && !is_form)?;
    Some((*first, Weight::Light))
}
