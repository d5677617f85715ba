//! First aid: what limits the damage at once.

use serde::{Deserialize, Serialize};

use super::Kind;

/// Something to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aid {
    /// Ask who got it to delete it, unread if they can, and to say so.
    AskToDelete,
    /// Ask everybody, in BCC, not to use the addresses and not to reply to all.
    AskNotToUse,
    /// Close the link, or take back who may open it.
    CloseLink,
    /// Change a password that was in it.
    ChangePassword,
    /// Send it again, to the right people only.
    SendAgain,
    /// Put what was in it into the tracking system.
    IntoLvs,
    /// Keep the mail until the school's contact has seen it: it tells what happened.
    KeepMail,
    /// Ask the school's contact: doubt is reason enough.
    AskContact,
}

impl Aid {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::AskToDelete,
        Self::AskNotToUse,
        Self::CloseLink,
        Self::ChangePassword,
        Self::SendAgain,
        Self::IntoLvs,
        Self::KeepMail,
        Self::AskContact,
    ];

    /// Its word for windows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AskToDelete => "ask-to-delete",
            Self::AskNotToUse => "ask-not-to-use",
            Self::CloseLink => "close-link",
            Self::ChangePassword => "change-password",
            Self::SendAgain => "send-again",
            Self::IntoLvs => "into-lvs",
            Self::KeepMail => "keep-mail",
            Self::AskContact => "ask-contact",
        }
    }

    /// It is a message to those who got the mail.
    pub const fn is_message(self) -> bool {
        matches!(self, Self::AskToDelete | Self::AskNotToUse)
    }

    /// What helps when this went wrong, most urgent first.
    pub(super) const fn for_kind(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::WrongPerson => &[Self::AskToDelete, Self::KeepMail, Self::SendAgain],
            Kind::VisibleAddresses => &[Self::AskNotToUse, Self::KeepMail],
            Kind::WrongAttachment => &[
                Self::CloseLink,
                Self::AskToDelete,
                Self::KeepMail,
                Self::SendAgain,
            ],
            Kind::SensitiveData => &[
                Self::AskToDelete,
                Self::ChangePassword,
                Self::KeepMail,
                Self::IntoLvs,
            ],
            Kind::NotSure => &[Self::AskContact, Self::KeepMail],
        }
    }
}
