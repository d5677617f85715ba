//! The copies of a case's mail.

use std::collections::BTreeSet;

use super::{Case, CopyOf};
use crate::{CopyId, Kin, Look, MailId, Seen, Stand};

impl Case {
    /// Whether a copy that has to go was farther on its way out, or never there.
    pub(super) fn comes_back(&self, look: &Look) -> bool {
        look.seen.iter().any(|seen| {
            let was = self
                .copies
                .get(&seen.copy)
                .map_or(Stand::Gone, |known| known.stand);
            seen.stand < was && self.matters(seen.kin, seen.mail) && !self.is_new_talk(seen)
        })
    }

    /// Somebody answers "thank you".
    fn is_new_talk(&self, seen: &Seen) -> bool {
        seen.kin == Kin::Conversation && !self.copies.values().any(|copy| copy.mail == seen.mail)
    }

    /// Takes in what was seen. Of a case that is done, a new mail in the conversation is no copy.
    pub(super) fn take_in(&mut self, look: &Look) {
        let mut seen_now = BTreeSet::new();
        let is_done = self.end.is_some();
        let counts = |case: &Self, seen: &Seen| !(is_done && case.is_new_talk(seen));
        let counted: Vec<Seen> = look
            .seen
            .iter()
            .copied()
            .filter(|seen| counts(self, seen))
            .collect();
        for seen in counted {
            let is_again = !seen_now.insert(seen.copy);
            // One mail twice in one folder: the copy that is farthest from gone tells.
            let stand = match self.copies.get(&seen.copy) {
                Some(known) if is_again => seen.stand.min(known.stand),
                _ => seen.stand,
            };
            let copy = CopyOf {
                mail: seen.mail,
                source: seen.source,
                kin: seen.kin,
                stand,
                in_trash: seen.in_trash,
            };
            self.copies.insert(seen.copy, copy);
        }
        let blind = self.blind(look);
        for (id, copy) in &mut self.copies {
            if !seen_now.contains(id) && look.reads(copy.source) && !blind.contains(&copy.source) {
                copy.stand = Stand::Gone;
            }
        }
    }

    /// Whether a mail has to go.
    fn matters(&self, kin: Kin, mail: MailId) -> bool {
        kin == Kin::Same || !self.stay.contains(&mail)
    }

    /// Whether any copy that has to go stands like this.
    pub(super) fn any(&self, stand: Stand) -> bool {
        self.to_go().any(|(_, copy)| copy.stand == stand)
    }

    fn to_go(&self) -> impl Iterator<Item = (CopyId, &CopyOf)> {
        self.copies()
            .filter(|(_, copy)| self.matters(copy.kin, copy.mail))
    }

    /// Every copy that was ever seen.
    pub fn copies(&self) -> impl Iterator<Item = (CopyId, &CopyOf)> {
        self.copies.iter().map(|(id, copy)| (*id, copy))
    }

    /// Whether the teacher lets this mail of the conversation stay.
    pub fn may_stay(&self, mail: MailId) -> bool {
        self.stay.contains(&mail)
    }

    /// How many copies are still to go, those in the trash and those of which only bytes are left included.
    pub fn left(&self) -> usize {
        self.to_go().filter(|(_, copy)| copy.stand != Stand::Gone).count()
    }

    /// How many copies were deleted; one that went by way of the trash is counted once.
    pub fn deleted(&self) -> usize {
        let folders = self.to_go().filter(|(_, copy)| !copy.in_trash);
        folders.filter(|(_, copy)| copy.stand > Stand::Trash).count()
    }
}
