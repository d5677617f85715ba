//! How the readers of one mail stand to one another in the mails before it.

use mailwijs_mail::Mail;

use super::{Circles, Id, hash};

/// Counts over the mails sent before.
#[derive(Debug, Clone)]
pub struct Standing {
    /// How often each reader was written to.
    pub times: Vec<u16>,
    /// How often two readers were written to together, at `one * readers + other`.
    pairs: Vec<u16>,
}

impl Circles {
    /// The standing of readers (`None`: never written to) in the mails sent before this one.
    pub fn standing(&self, readers: &[Option<Id>], before: Option<&Mail>) -> Standing {
        let count = readers.len();
        let mut standing = Standing {
            times: vec![0; count],
            pairs: vec![0; count * count],
        };
        let name = before.and_then(|mail| mail.message_id.as_ref()).map(hash);
        let at = before.and_then(|mail| mail.date);
        let mut present = Vec::new();
        for mail in &self.mails {
            let itself = name.is_some() && mail.name == name;
            let later = at.zip(mail.at).is_some_and(|(at, sent)| sent > at);
            if itself || later {
                continue;
            }
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
            }
            for one in &present {
                for other in present.iter().filter(|other| *other != one) {
                    if let Some(pair) = standing.pairs.get_mut(one * count + other) {
                        *pair = pair.saturating_add(1);
                    }
                }
            }
        }
        standing
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

    /// The other readers.
    pub fn others(&self, reader: usize) -> impl Iterator<Item = usize> + Clone {
        (0..self.times.len()).filter(move |other| *other != reader)
    }

    /// Whether this reader was ever written to together with one of the others.
    pub fn is_alone(&self, reader: usize) -> bool {
        self.others(reader).all(|other| self.pair(reader, other) == 0)
    }
}
