//! Names that an address book completes wrongly: the other Jan Peeters.

use mailwijs_mail::Mail;

use super::{Circles, Id, LIMITS, Standing};
use crate::people::{Likeness, Person};

impl Circles {
    /// The frequent correspondent who fits the other readers and whose name is like this reader's, when there is one.
    pub fn meant(
        &self,
        person: &Person,
        reader: usize,
        readers: &[Option<Id>],
        mail: &Mail,
    ) -> Option<Likeness> {
        let known = self.people.iter().enumerate().filter_map(|(index, known)| {
            let id = Id::try_from(index).ok()?;
            let taken = readers.contains(&Some(id));
            let likeness = person.likeness(known).filter(|_| !taken)?;
            let mut instead = readers.to_vec();
            *instead.get_mut(reader)? = Some(id);
            fits(&self.standing(&instead, Some(mail)), reader, likeness).then_some(likeness)
        });
        known.max()
    }
}

/// Whether somebody often written to belongs with the others: with most of them, or with all when the name is less alike.
fn fits(standing: &Standing, reader: usize, likeness: Likeness) -> bool {
    let others = standing.others(reader);
    let (all, mates) = (
        others.clone().count(),
        others
            .filter(|other| standing.pair(reader, *other) >= LIMITS.together)
            .count(),
    );
    let enough = match likeness {
        Likeness::Whole => mates * 2 >= all,
        Likeness::Given => mates == all,
    };
    standing.times(reader) >= LIMITS.often && mates > 0 && enough
}
