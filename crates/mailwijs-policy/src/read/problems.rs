//! What is wrong so far.

use std::{cell::RefCell, ops::Range};

use crate::{error::PolicyError, error_kind::PolicyErrorKind, position::Lines};

/// More problems than this are not told: the file is something else than a policy, and a longer list helps nobody.
const MOST: usize = 100;

/// The problems found so far in one file.
pub(super) struct Problems<'s> {
    lines: Lines<'s>,
    found: RefCell<Vec<PolicyError>>,
}

impl<'s> Problems<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            lines: Lines::of(source),
            found: RefCell::new(Vec::new()),
        }
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.lines.line(offset)
    }

    pub(super) fn add(&self, span: &Range<usize>, kind: PolicyErrorKind) {
        if !self.suffice() {
            self.found.borrow_mut().push(PolicyError {
                position: self.lines.position(span),
                kind,
            });
        }
    }

    /// Whether more problems are no longer told.
    pub(super) fn suffice(&self) -> bool {
        self.found.borrow().len() >= MOST
    }

    pub(super) fn into_found(self) -> Vec<PolicyError> {
        self.found.into_inner()
    }
}
