//! The reader who belongs least with the others, by how often people were written to together.
//!
//! The idea is Carvalho and Cohen's ("Preventing Information Leaks in Email", SIAM SDM 2007): of the readers of a mail, one
//! who was put in by mistake is the one least often written to together with the rest.

use super::{LIMITS, Standing};

/// How much being written to together takes away from oddness.
const COMPANY: f32 = 20.0;
/// How much mails to the others alone weigh beside mails to several of them.
const ALONE: f32 = 0.25;

/// The reader who belongs least.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Odd {
    /// Place among the readers.
    pub reader: usize,
    /// How many mails speak against this reader: those to the others, fewer the more often this one was among them.
    pub score: f32,
}

impl Standing {
    /// The odd one out; nobody among fewer than two readers.
    pub fn odd(&self) -> Option<Odd> {
        let least = (0..self.times.len())
            .map(|reader| (self.company(reader), self.times(reader), reader))
            .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)))?;
        let (company, _, reader) = least;
        let others = self.others(reader);
        let mut mails = 0.0;
        for one in others.clone() {
            mails += f32::from(self.times(one)) * ALONE;
            mails += others
                .clone()
                .filter(|other| *other > one)
                .map(|other| f32::from(self.pair(one, other)))
                .sum::<f32>();
        }
        (self.times.len() > 1).then_some(Odd {
            reader,
            score: mails / (1.0 + COMPANY * company),
        })
    }

    /// How many of the others, without this reader, belong together: each was written to several times together with
    /// two more of them, or with the one other of two.
    pub fn circle_without(&self, reader: usize) -> usize {
        let others = self.others(reader);
        let needed = (LIMITS.circle - 1).min(2);
        let belongs = |one: &usize| {
            let mates = others
                .clone()
                .filter(|other| other != one && self.pair(*one, *other) >= LIMITS.together);
            mates.count() >= needed
        };
        others.clone().filter(belongs).count()
    }

    /// Of the mails to the others, the share in which this reader was, added up.
    fn company(&self, reader: usize) -> f32 {
        let shares = self
            .others(reader)
            .map(|other| f32::from(self.pair(reader, other)) / (1.0 + f32::from(self.times(other))));
        shares.sum()
    }
}
