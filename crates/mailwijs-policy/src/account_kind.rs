//! What an address is to the school.

/// The kind of account an address is, by the policy's words (communication policy §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccountKind {
    /// A staff member's own address at one of the school's domains.
    School,
    /// A role mailbox of the school, free to publish (info@, secretariaat@).
    General,
    /// An address that stands for a group of persons.
    Group,
    /// A pupil's address at one of the pupil domains.
    Pupil,
    /// An address at a free-mail or access provider.
    Private,
    /// An organisation the school works with under its own agreements.
    Partner,
    /// Anything else.
    Outside,
}

impl AccountKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::School,
        Self::General,
        Self::Group,
        Self::Pupil,
        Self::Private,
        Self::Partner,
        Self::Outside,
    ];

    /// The word used between the app and its windows, and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::General => "general",
            Self::Group => "group",
            Self::Pupil => "pupil",
            Self::Private => "private",
            Self::Partner => "partner",
            Self::Outside => "outside",
        }
    }

    /// The kind with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}
