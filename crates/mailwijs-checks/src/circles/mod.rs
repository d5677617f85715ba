//! Whom the teacher writes to, how often, and together with whom: learned from the headers of sent mail, kept in memory.

mod likeness;
mod limits;
mod odd;
mod standing;

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use mailwijs_mail::{Address, Field, Mail, Recipient};

use crate::people::Person;

pub(crate) use limits::LIMITS;
pub(crate) use standing::Standing;

/// The teacher's circles: what the headers of sent mail tell about who belongs together. No subject and no text is looked
/// at, and nothing of it is written down anywhere.
///
/// Give it the mails in the order in which they were sent: it also learns how often the teacher writes to new
/// combinations of people, and says less the more often that is.
#[derive(Debug, Clone, Default)]
pub struct Circles {
    people: Vec<Person>,
    by_mailbox: HashMap<String, Id>,
    mails: VecDeque<SentMail>,
    /// How odd each mail to several people was when it was sent, in rising order.
    habits: Vec<f32>,
}

/// How many times odder than the habit a mail must be: the same company grows odder with every mail to the others.
const BEYOND: f32 = 1.25;

/// Somebody's place in [`Circles::people`].
pub(crate) type Id = u32;

#[derive(Debug, Clone)]
struct SentMail {
    /// A hash of its Message-ID.
    name: Option<u64>,
    /// Seconds since the Unix epoch.
    at: Option<i64>,
    /// Its readers in To and Cc; nobody when they are too many to be a circle.
    together: Box<[Id]>,
    /// Everybody else who got it.
    apart: Box<[Id]>,
}

impl Circles {
    /// Takes in the headers of a mail that was sent; one that is known already is left out.
    pub fn learn(&mut self, mail: &Mail) {
        let name = mail.message_id.as_ref().map(hash);
        if name.is_some() && self.mails.iter().any(|known| known.name == name) {
            return;
        }
        let own = mail.from.as_ref().map(|from| Person::new(from).mailbox);
        let mut together = Vec::new();
        let mut apart = Vec::new();
        for recipient in &mail.recipients {
            let person = Person::new(&recipient.address);
            if own.as_ref() == Some(&person.mailbox) || person.mailbox.starts_with('@') {
                continue;
            }
            let id = self.meet(person);
            if recipient.field == Field::Bcc {
                apart.push(id);
            } else {
                together.push(id);
            }
        }
        for ids in [&mut together, &mut apart] {
            ids.sort_unstable();
            ids.dedup();
        }
        if together.len() > LIMITS.list {
            apart.append(&mut together);
        }
        if together.is_empty() && apart.is_empty() {
            return;
        }
        if together.len() > 1 {
            let readers: Vec<Option<Id>> = together.iter().copied().map(Some).collect();
            let odd = self.standing(&readers, None).odd().map_or(0.0, |odd| odd.score);
            let at = self.habits.partition_point(|known| *known <= odd);
            self.habits.insert(at, odd);
        }
        self.mails.push_back(SentMail {
            name,
            at: mail.date,
            together: together.into(),
            apart: apart.into(),
        });
        if self.mails.len() > LIMITS.mails {
            self.mails.pop_front();
        }
    }

    /// How many mails it learned from.
    pub fn mails(&self) -> usize {
        self.mails.len()
    }

    /// The reader in To or Cc who belongs least with the others by whom the teacher wrote to before, however well that still
    /// is: a place in `mail.recipients`. Nobody of a mail to one reader.
    pub fn least_expected(&self, mail: &Mail) -> Option<usize> {
        let seen = |(_, recipient): &(usize, &Recipient)| recipient.field != Field::Bcc;
        let (places, ids): (Vec<usize>, Vec<Option<Id>>) = mail
            .recipients
            .iter()
            .enumerate()
            .filter(seen)
            .map(|(place, recipient)| (place, self.id(&recipient.address)))
            .unzip();
        let odd = self.standing(&ids, Some(mail)).odd()?;
        places.get(odd.reader).copied()
    }

    /// Whether enough was sent to say anything about who belongs where.
    pub(crate) fn is_telling(&self) -> bool {
        self.mails.len() >= LIMITS.history
    }

    /// Where somebody stands among those who were written to.
    pub(crate) fn id(&self, address: &Address) -> Option<Id> {
        self.by_mailbox.get(&Person::new(address).mailbox).copied()
    }

    /// How odd a mail must be to be told of: odder than nearly all that the teacher sent.
    pub(crate) fn bar(&self) -> f32 {
        let allowed = self.mails.len() * LIMITS.habit / 1000;
        let habit = self.habits.iter().rev().nth(allowed).copied();
        (habit.unwrap_or_default() * BEYOND).max(f32::from(LIMITS.odd))
    }

    fn meet(&mut self, person: Person) -> Id {
        if let Some(id) = self.by_mailbox.get_mut(&person.mailbox) {
            let id = *id;
            // A display name may tell more than the bare address did.
            if let Some(known) = self
                .people
                .get_mut(id as usize)
                .filter(|known| known.says_less_than(&person))
            {
                *known = person;
            }
            return id;
        }
        let id = Id::try_from(self.people.len()).unwrap_or(Id::MAX);
        self.by_mailbox.insert(person.mailbox.clone(), id);
        self.people.push(person);
        id
    }
}

fn hash(text: &String) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests;
