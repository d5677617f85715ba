//! Passwords, login codes and PINs that are written out.
//!
//! Three ways to write one: after a word that announces it, beside a name in a login, and as something to type on a door,
//! a safe or a machine.

mod code;
mod dial;
mod entry;
mod keyword;
mod login;
mod pictures;
mod quoted;
mod scene;
mod shape;
mod typed;
mod written;

pub use typed::looks_like_code;

use crate::entity::{Entity, EntityKind};
use crate::lexicon::Sighting;
use crate::meaning::Cues;
use crate::reading::Reading;

/// Finds secrets; `subject` are the cues of the mail's subject.
pub(crate) fn detect(reading: &Reading<'_>, sightings: &[Sighting<'_>], subject: Cues) -> Vec<Entity> {
    let scene = scene::Scene::new(reading, sightings, subject);
    let mut found = keyword::find(reading, sightings, &scene);
    for range in login::find(reading, &scene)
        .into_iter()
        .chain(entry::find(reading, &scene))
        .chain(pictures::find(reading, &scene))
        .chain(quoted::find(reading, &scene))
    {
        if found
            .iter()
            .all(|other| range.end <= other.start || other.end <= range.start)
        {
            found.push(range);
        }
    }
    let entity = |range| Entity {
        kind: EntityKind::Password,
        span: reading.span(&range),
        score: 1.0,
    };
    found.into_iter().map(entity).collect()
}
