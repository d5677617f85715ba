//! Somebody who was never written to in this company: another with the same name, a stranger among colleagues, one from a
//! different circle.

use mailwijs_mail::{Field, Mail, Recipient};
use mailwijs_policy::AccountKind;

use crate::circles::{LIMITS, Standing};
use crate::people::{Likeness, Person, new_readers};
use crate::{Circles, Context, Fact, Fix, Found, Weight};

/// The fewest colleagues among whom a stranger is noticed.
const COLLEAGUES: usize = 2;

/// Looks at a mail.
pub fn find(context: &Context<'_>) -> Option<Found> {
    let circles = context.circles.filter(|circles| circles.is_telling())?;
    let readers: Vec<&Recipient> = distinct(context);
    if readers.len() < 2 || readers.len() > LIMITS.list {
        return None;
    }
    let ids: Vec<_> = readers.iter().map(|reader| circles.id(&reader.address)).collect();
    let company = Company {
        context,
        circles,
        standing: circles.standing(&ids, Some(context.mail)),
        readers,
    };
    let reading = || 0..company.readers.len();
    reading()
        .find_map(|reader| company.namesake(reader, &ids))
        .or_else(|| reading().find_map(|reader| company.stranger(reader)))
        .or_else(|| company.out_of_circle())
}

/// The readers in To and Cc, each once, without the writer's own addresses.
fn distinct<'a>(context: &Context<'a>) -> Vec<&'a Recipient> {
    let mut readers: Vec<&Recipient> = Vec::new();
    for reader in context
        .visible()
        .filter(|reader| !context.is_own(&reader.address))
    {
        let known = |other: &&Recipient| other.address.email.eq_ignore_ascii_case(&reader.address.email);
        if !readers.iter().any(known) {
            readers.push(reader);
        }
    }
    readers
}

struct Company<'a> {
    context: &'a Context<'a>,
    circles: &'a Circles,
    readers: Vec<&'a Recipient>,
    standing: Standing,
}

impl Company<'_> {
    /// Hardly ever written to, but somebody of the same name is, and in this company.
    fn namesake(&self, reader: usize, ids: &[Option<u32>]) -> Option<Found> {
        if self.standing.times(reader) > LIMITS.rarely || !self.is_new(reader) {
            return None;
        }
        let person = Person::new(&self.readers.get(reader)?.address);
        let likeness = self.circles.meant(&person, reader, ids, self.context.mail)?;
        let weight = match likeness {
            Likeness::Whole => Weight::Full,
            Likeness::Given => Weight::Light,
        };
        self.found("namesake", reader, weight)
    }

    /// From outside and never written to, among colleagues who know one another.
    fn stranger(&self, reader: usize) -> Option<Found> {
        let recipient = self.readers.get(reader)?;
        let outside = !is_staff(self.context.kind(&recipient.address));
        if !outside || self.standing.times(reader) > 0 || !self.is_new(reader) || self.is_addressed(recipient)
        {
            return None;
        }
        let colleagues = self
            .standing
            .others(reader)
            .filter_map(|other| self.readers.get(other));
        let all_staff = colleagues
            .clone()
            .all(|other| is_staff(self.context.kind(&other.address)));
        let others = self.standing.others(reader);
        let knows_others = |one: &usize| {
            let mut others = others.clone().filter(|other| other != one);
            others.any(|other| self.standing.pair(*one, other) >= LIMITS.together)
        };
        let known = others.clone().filter(knows_others).count();
        if all_staff && known >= COLLEAGUES {
            self.found("stranger", reader, Weight::Full)
        } else {
            None
        }
    }

    /// The one who was never written to together with any of the others, who were so several times.
    fn out_of_circle(&self) -> Option<Found> {
        let odd = self.standing.odd()?;
        let circle = self.standing.circle_without(odd.reader) >= LIMITS.circle;
        let surely = circle && odd.score > self.circles.bar() && self.is_new(odd.reader);
        // New people join circles: that is why this is told softly.
        surely
            .then(|| self.found("circle", odd.reader, Weight::Light))
            .flatten()
    }

    /// Never written to in this company, and not somebody who is only answered.
    fn is_new(&self, reader: usize) -> bool {
        let is_answer = !self.context.mail.references.is_empty();
        let joins = || {
            let recipient = self.readers.get(reader);
            recipient.is_some_and(|recipient| new_readers(self.context).contains(recipient))
        };
        self.standing.is_alone(reader) && (!is_answer || joins())
    }

    /// The mail is to this reader, and others only get a copy.
    fn is_addressed(&self, recipient: &Recipient) -> bool {
        recipient.field == Field::To && readers_in(self.context.mail, Field::To) == 1
    }

    fn found(&self, kind: &str, reader: usize, weight: Weight) -> Option<Found> {
        let recipient = self.readers.get(reader)?;
        Some(Found {
            facts: vec![("kind", Fact::Word(kind.to_owned()))],
            evidence: self.context.recipient_evidence([*recipient]),
            // It points at one recipient, and others remain.
            fixes: vec![Fix::RemoveRecipient],
            weight,
            ..Found::default()
        })
    }
}

fn readers_in(mail: &Mail, field: Field) -> usize {
    mail.recipients
        .iter()
        .filter(|recipient| recipient.field == field)
        .count()
}

const fn is_staff(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::School | AccountKind::General | AccountKind::Group | AccountKind::Partner
    )
}
