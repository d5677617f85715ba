//! Looking things up in a text and its zones.

use crate::model::{Text, Zone, ZoneKind};
use std::ops::Range;

impl Text {
    /// The zone that holds this byte offset; the end of the text belongs to the last zone.
    pub fn zone_at(&self, offset: usize) -> Option<&Zone> {
        let next = self.zones.partition_point(|zone| zone.range.start <= offset);
        self.zones
            .get(next.checked_sub(1)?)
            .filter(|zone| offset <= zone.range.end)
    }

    /// The stretches of one kind, in order.
    pub fn slices(&self, kind: ZoneKind) -> impl Iterator<Item = &str> {
        self.zones
            .iter()
            .filter(move |z| z.kind == kind)
            .filter_map(|z| self.content.get(z.range.clone()))
    }
}

/// Byte range to offsets in Unicode scalar values, as evidence reports them. A bound inside a character or past the
/// end counts the characters that start before it.
pub fn char_offsets(text: &str, range: Range<usize>) -> (usize, usize) {
    let before = |end: usize| {
        // Every byte but UTF-8's continuation bytes starts a character.
        text.as_bytes()
            .iter()
            .take(end)
            .filter(|&&b| b & 0xC0 != 0x80)
            .count()
    };
    (before(range.start), before(range.end))
}
