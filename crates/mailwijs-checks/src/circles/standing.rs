//! How the readers of one mail stand to one another in the mails before it.

use mailwijs_mail::Mail;

use super::{Circles, Id, LIMITS, hash};

/// A mail that counts no more than this hardly counts.
const HARDLY: f32 = 0.5;

/// Counts over the mails sent before.
#[derive(Debug, Clone)]
pub struct Standing {
    /// How often each reader was written to.
    pub times: Vec<u16>,
    /// How often two readers were written to together, at `one * readers + other`.
    pairs: Vec<u16>,
    /// The same two counts, in which a mail counts less the more were sent after it.
    pub(super) lately: Lately,
}

/// How often readers were written to of late.
#[derive(Debug, Clone)]
pub(super) struct Lately {
    times: Vec<f32>,
    pairs: Vec<f32>,
}

impl Circles {
    /// The standing of readers (`None`: never written to) in the mails sent before this one.
    pub fn standing(&self, readers: &[Option<Id>], before: Option<&Mail>) -> Standing {
        let count = readers.len();
        let mut standing = Standing {
            times: vec![0; count],
            pairs: vec![0; count * count],
            lately: Lately {
                times: vec![0.0; count],
                pairs: vec![0.0; count * count],
            },
        };
        let name = before.and_then(|mail| mail.message_id.as_ref()).map(hash);
        let at = before.and_then(|mail| mail.date);
        let fading = 0.5_f32.powf(1.0 / f32::from(LIMITS.fading));
        let mut weight = 1.0;
        let mut present = Vec::new();
        for mail in self.mails.iter().rev() {
            let itself = name.is_some() && mail.name == name;
            let later = at.zip(mail.at).is_some_and(|(at, sent)| sent > at);
            if itself || later {
                continue;
            }
            weight *= fading;
            present.clear();
            present.extend(mail.together.iter().filter_map(|id| place(readers, *id)));
            for one in mail
                .apart
                .iter()
                .filter_map(|id| place(readers, *id))
                .chain(present.iter().copied())
            {
                if let Some(times) = standing.times.get_mut(one) {
                    *times = times.saturating_add(1);
                }
                add(&mut standing.lately.times, one, weight);
            }
            for one in &present {
                for other in present.iter().filter(|other| *other != one) {
                    if let Some(pair) = standing.pairs.get_mut(one * count + other) {
                        *pair = pair.saturating_add(1);
                    }
                    add(&mut standing.lately.pairs, one * count + other, weight);
                }
            }
        }
        standing
    }
}

fn add(counts: &mut [f32], at: usize, weight: f32) {
    if let Some(count) = counts.get_mut(at) {
        *count += weight;
    }
}

fn place(readers: &[Option<Id>], id: Id) -> Option<usize> {
    readers.iter().position(|reader| *reader == Some(id))
}

impl Standing {
    /// How often this reader was written to.
    pub fn times(&self, reader: usize) -> u16 {
        self.times.get(reader).copied().unwrap_or_default()
    }

    /// How often two readers were written to together.
    pub fn pair(&self, one: usize, other: usize) -> u16 {
        self.pairs
            .get(one * self.times.len() + other)
            .copied()
            .unwrap_or_default()
    }

    /// Of what was lately written to the reader `other`, the share that went to `reader` as well: 0 to 1, and less than 1
    /// as long as `other` was hardly written to.
    pub(super) fn share_of(&self, other: usize, reader: usize) -> f32 {
        let together = self.lately.pairs.get(reader * self.times.len() + other);
        let all = self.lately.times.get(other);
        together
            .zip(all)
            .map_or(0.0, |(together, all)| together / (HARDLY + all))
    }

    /// The share of one reader in what was lately written to all of them.
    pub(super) fn lately(&self, reader: usize) -> f32 {
        let all: f32 = self.lately.times.iter().sum();
        self.lately
            .times
            .get(reader)
            .map_or(0.0, |times| times / all.max(HARDLY))
    }

    /// The other readers.
    pub fn others(&self, reader: usize) -> impl Iterator<Item = usize> + Clone {
        (0..self.times.len()).filter(move |other| *other != reader)
    }

    /// Whether this reader was ever written to together with one of the others.
    pub fn is_alone(&self, reader: usize) -> bool {
        self.others(reader).all(|other| self.pair(reader, other) == 0)
    }
}
