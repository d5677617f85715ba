//! What can be wrong with a policy file.

use std::{fmt, slice};

use crate::{error_kind::PolicyErrorKind, position::Position};

/// Every problem of a policy file, in the order of the file; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyErrors(Vec<PolicyError>);

impl PolicyErrors {
    /// Sorts the problems by their place; `None` when there are none.
    pub(crate) fn from_found(mut errors: Vec<PolicyError>) -> Option<Self> {
        errors.sort_by_key(|error| (error.position.span.start, error.position.span.end));
        (!errors.is_empty()).then_some(Self(errors))
    }

    /// The problems, in the order of the file.
    pub fn iter(&self) -> slice::Iter<'_, PolicyError> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a PolicyErrors {
    type Item = &'a PolicyError;
    type IntoIter = slice::Iter<'a, PolicyError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for PolicyErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for PolicyErrors {}

/// One problem of a policy file. Its `Display` is the English text; the Dutch and French ones are made from [`PolicyErrorKind::key`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{}: {kind}", position.line, position.column)]
pub struct PolicyError {
    /// Where it stands.
    pub position: Position,
    /// What it is.
    pub kind: PolicyErrorKind,
}
