//! What a nudge is about, without saying it.

/// A draft, for as long as the app runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DraftId(pub u64);

/// What set off a finding, in its context: a keyed hash of the rule, the normalised words or concept and the
/// context. It cannot be turned back into words; equal triggers are equal hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Trigger(pub [u8; 16]);
