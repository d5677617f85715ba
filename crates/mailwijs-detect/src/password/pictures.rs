//! Picture logins, for the youngest: "drie plaatjes: bus, peer, maan".

use std::ops::Range;

use super::scene::{AGO, Scene};
use crate::meaning::Cue;
use crate::reading::Reading;

/// How many words may stand between the word for pictures and their list.
const BETWEEN: usize = 3;
/// A list of pictures that is longer, in bytes, is none.
const CLAUSE: usize = 1024;

/// A login for the youngest: pictures to choose, in order.
pub(super) fn find(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let text = reading.folded.text.as_str();
    let places = scene.places(Cue::Pictures);
    let list = places.filter_map(|(sentence, range)| {
        if !scene.has(Cue::Login, sentence, AGO) || scene.has(Cue::Riddle, sentence, AGO) {
            return None;
        }
        let rest = text.get(range.end..)?;
        let rest = rest.get(..rest.floor_char_boundary(CLAUSE))?;
        let clause = rest.split(['.', '\n', '!', '?']).next()?;
        if clause.len() + 4 > CLAUSE {
            return None;
        }
        let (lead, items) = clause.split_once(':')?;
        let names = items.split(',');
        let short = names
            .clone()
            .all(|name| (1..=3).contains(&name.split_whitespace().count()));
        (lead.split_whitespace().count() <= BETWEEN && names.count() >= 3 && short)
            .then(|| range.start..range.end + clause.len())
    });
    list.collect()
}
