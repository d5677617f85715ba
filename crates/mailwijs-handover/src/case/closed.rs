//! Places that do not open to this user, and what the teacher says of them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Case;
use crate::{Look, PlaceId, SourceId};

/// The teacher says that no copy stands in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    at: Timestamp,
    source: SourceId,
}

impl Case {
    /// The teacher says that no copy stands in a place of this store that does not open. It counts from the next look on.
    pub fn say_no_copy_in(&mut self, place: PlaceId, source: SourceId, at: Timestamp) {
        self.said.entry(place).or_insert(Said { at, source });
    }

    /// The teacher does not say so any more: what was proved with it is not.
    pub fn unsay_no_copy_in(&mut self, place: PlaceId, at: Timestamp) {
        if self.said.remove(&place).is_some() {
            self.proved = None;
            self.conclude(at);
        }
    }

    /// Whether the teacher says that no copy stands there.
    pub fn is_said_of(&self, place: PlaceId) -> bool {
        self.said.contains_key(&place)
    }

    /// When the teacher said of places that do not open that no copy stands there; once for each place.
    pub fn said(&self) -> impl Iterator<Item = Timestamp> {
        self.said.values().map(|said| said.at)
    }

    /// Of a place that opens again nobody has to say anything: it was looked into.
    pub(super) fn forget_what_opened(&mut self, look: &Look) {
        self.said
            .retain(|place, said| look.closed.contains_key(place) || !look.reads(said.source));
    }

    /// Stores with a place that does not open and of which the teacher said nothing.
    pub(super) fn blind(&self, look: &Look) -> BTreeSet<SourceId> {
        let closed = look.closed.iter().filter(|(place, _)| !self.is_said_of(**place));
        closed.map(|(_, source)| *source).collect()
    }

    /// Nothing that was not seen can be there.
    pub(super) fn is_complete(&self, look: &Look) -> bool {
        look.unread.is_empty() && self.blind(look).is_empty()
    }
}
