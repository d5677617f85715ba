//! The reader who belongs least with the others, by how often people were written to together.
//!
//! The idea is Carvalho and Cohen's ("Preventing Information Leaks in Email", SIAM SDM 2007): of the readers of a mail, one
//! who was put in by mistake is the one least often written to together with the rest.

use super::{LIMITS, Standing};

/// How much being written to together takes away from oddness.
const COMPANY: f32 = 20.0;
/// How much mails to the others alone weigh beside mails to several of them.
const ALONE: f32 = 0.25;
/// How much being written to at all weighs beside being written to in this company.
const AT_ALL: f32 = 0.1;

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
            .map(|reader| (reader, self.company(reader)))
            .min_by(|one, other| self.belonging(*one).total_cmp(&self.belonging(*other)))?;
        let (reader, company) = least;
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

    /// How much a reader belongs here, beside the other readers.
    fn belonging(&self, (reader, company): (usize, f32)) -> f32 {
        let others = self.others(reader).count().max(1);
        #[expect(clippy::cast_precision_loss, reason = "a list of readers is short")]
        let company = company / others as f32;
        company + AT_ALL * self.lately(reader)
    }

    /// Of what was lately written to each of the others, the share that this reader got too, added up.
    fn company(&self, reader: usize) -> f32 {
        self.others(reader)
            .map(|other| self.share_of(other, reader))
            .sum()
    }
}
