//! What can go wrong.

/// The document cannot be written: it is longer than a PDF can be. Says nothing of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this cannot be written as a PDF")]
pub struct PrintError;
