//! Whose words are whose: the writer's own, quoted, signature, disclaimer, hidden.
//!
//! Line by line: first what is quoted, then in what is left the signature and the disclaimer, then what the HTML's
//! markup says about parts of lines.

mod disclaimer;
mod lines;
mod quote;
mod signature;
mod table;

use crate::model::{Text, Zone, ZoneKind};
use lines::Lines;
use std::ops::Range;

/// Divides a text into zones. `marks` are stretches whose kind is known from markup, in order.
pub(crate) fn annotate(content: String, marks: &[(ZoneKind, Range<usize>)]) -> Text {
    let mut lines = Lines::of(&content, marks);
    quote::find(&mut lines);
    signature::find(&mut lines);
    disclaimer::find(&mut lines);
    let zones = overlay(lines.zones(), marks);
    Text { content, zones }
}

/// Lays the marks over zones that cover everything; both are in order, so one pass does.
fn overlay(zones: Vec<Zone>, marks: &[(ZoneKind, Range<usize>)]) -> Vec<Zone> {
    let mut result: Vec<Zone> = Vec::with_capacity(zones.len() + marks.len());
    let mut push = |kind: ZoneKind, range: Range<usize>| {
        if range.is_empty() {
            return;
        }
        match result.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.range.end = range.end,
            None => result.push(Zone { kind, range }),
        }
    };
    let mut marks = marks.iter().peekable();
    for zone in zones {
        let mut at = zone.range.start;
        while let Some((kind, mark)) = marks.peek() {
            if mark.start >= zone.range.end {
                break;
            }
            let start = mark.start.max(at);
            push(zone.kind, at..start);
            let end = mark.end.min(zone.range.end);
            push(*kind, start..end);
            at = end.max(start);
            if mark.end > zone.range.end {
                break;
            }
            marks.next();
        }
        push(zone.kind, at..zone.range.end);
    }
    result
}
