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
