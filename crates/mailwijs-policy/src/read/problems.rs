//! What is wrong so far.

use std::{cell::RefCell, ops::Range};

use crate::{
    error::{PolicyError, PolicyErrorKind},
    position::Position,
};

/// The problems found so far in one file.
pub(super) struct Problems<'s> {
    source: &'s str,
    found: RefCell<Vec<PolicyError>>,
}

impl<'s> Problems<'s> {
    pub(super) const fn new(source: &'s str) -> Self {
        Self {
            source,
            found: RefCell::new(Vec::new()),
        }
    }

    pub(super) fn position(&self, span: &Range<usize>) -> Position {
        Position::of(span, self.source)
    }

    pub(super) fn add(&self, span: &Range<usize>, kind: PolicyErrorKind) {
        self.found.borrow_mut().push(PolicyError {
            position: self.position(span),
            kind,
        });
    }

    pub(super) fn into_found(self) -> Vec<PolicyError> {
        self.found.into_inner()
    }
}
