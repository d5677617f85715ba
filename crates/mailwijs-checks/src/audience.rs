//! Who reads a mail: how sure a detection of sensitive data must be for them, and how it is told.

use std::collections::HashMap;
use std::sync::LazyLock;

use mailwijs_mail::{Address, Direction};
use mailwijs_policy::AccountKind;

use crate::Context;
use crate::people::{Person, addresses_one_family, households};
use crate::words::rows;

/// Readers of a mail, by what a mistake would cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// It came in.
    Received,
    /// No recipient is filled in.
    NobodyYet,
    /// Only colleagues, one by one.
    Colleagues,
    /// A whole group of colleagues.
    StaffGroup,
    /// Only the school's role mailboxes, partners under agreement and colleagues who file for others: the care team, the CLB.
    Care,
    /// One household, greeted as the parents of one child.
    OwnParents,
    /// One household, greeted in another way.
    OneFamily,
    /// The parents of several children, behind a group address.
    ParentsGroup,
    /// Several families.
    Families,
    /// Pupils.
    Pupils,
    /// A private address of the writer or a colleague.
    PrivateAddress,
    /// Anybody else from outside the school.
    Outside,
}

static THRESHOLDS: LazyLock<HashMap<&str, f32>> = LazyLock::new(|| {
    rows(include_str!("../../../assets/checks/audience.tsv"))
        .filter_map(|row| match row.as_slice() {
            [audience, threshold] => Some((*audience, threshold.parse().ok()?)),
            _ => None,
        })
        .collect()
});

impl Audience {
    #[cfg(test)]
    const ALL: [Self; 12] = [
        Self::Received,
        Self::NobodyYet,
        Self::Colleagues,
        Self::StaffGroup,
        Self::Care,
        Self::OwnParents,
        Self::OneFamily,
        Self::ParentsGroup,
        Self::Families,
        Self::Pupils,
        Self::PrivateAddress,
        Self::Outside,
    ];

    /// The audience of a mail.
    pub fn of(context: &Context<'_>) -> Self {
        if context.direction == Direction::Received {
            return Self::Received;
        }
        let (own, others): (Vec<_>, Vec<_>) = context
            .everyone()
            .map(|recipient| (&recipient.address, context.kind(&recipient.address)))
            .partition(|(address, _)| context.is_own(address));
        if others.is_empty() {
            let at_home = own.iter().any(|(_, kind)| *kind == AccountKind::Private);
            return if at_home {
                Self::PrivateAddress
            } else {
                Self::NobodyYet
            };
        }
        let inside =
            |(address, kind): &(&Address, AccountKind)| is_inside(*kind) && !is_parents_group(address, *kind);
        if others.iter().all(inside) {
            Self::inside(context, &others)
        } else {
            Self::outside(context, &others)
        }
    }

    fn inside(context: &Context<'_>, readers: &[(&Address, AccountKind)]) -> Self {
        let any = |wanted| readers.iter().any(|(_, kind)| *kind == wanted);
        let files = |(address, kind): &(&Address, AccountKind)| {
            matches!(kind, AccountKind::General | AccountKind::Partner) || is_delegate(context, address)
        };
        if readers.iter().all(files) {
            Self::Care
        } else if any(AccountKind::Group) {
            Self::StaffGroup
        } else {
            Self::Colleagues
        }
    }

    fn outside(context: &Context<'_>, readers: &[(&Address, AccountKind)]) -> Self {
        let outsiders: Vec<(&Address, AccountKind)> = readers
            .iter()
            .copied()
            .filter(|(address, kind)| !is_inside(*kind) || is_parents_group(address, *kind))
            .collect();
        let all = |wanted| outsiders.iter().all(|(_, kind)| *kind == wanted);
        let alone = outsiders.len() == readers.len();
        let staff = |(address, _): &(&Address, AccountKind)| Person::new(address).staff;
        if all(AccountKind::Group) {
            Self::ParentsGroup
        } else if outsiders.iter().any(|(_, kind)| *kind == AccountKind::Group) {
            Self::Families
        } else if all(AccountKind::Private) && outsiders.iter().all(staff) {
            Self::PrivateAddress
        } else if all(AccountKind::Private) && households(&outsiders).len() == 1 {
            if alone && addresses_one_family(&context.own_text()) {
                Self::OwnParents
            } else {
                Self::OneFamily
            }
        } else if all(AccountKind::Private) {
            Self::Families
        } else if all(AccountKind::Pupil) {
            Self::Pupils
        } else {
            Self::Outside
        }
    }

    /// The score from which the teacher is told.
    pub fn threshold(self) -> f32 {
        THRESHOLDS.get(self.as_str()).copied().unwrap_or(1.0)
    }

    /// What the texts call it; what is told in the same way has the same word.
    pub const fn told(self) -> &'static str {
        match self {
            Self::ParentsGroup => "families",
            other => other.as_str(),
        }
    }

    /// The word in the tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::NobodyYet => "nobody-yet",
            Self::Colleagues => "colleagues",
            Self::StaffGroup => "staff-group",
            Self::Care => "care",
            Self::OwnParents => "own-parents",
            Self::OneFamily => "one-family",
            Self::ParentsGroup => "parents-group",
            Self::Families => "families",
            Self::Pupils => "pupils",
            Self::PrivateAddress => "private-address",
            Self::Outside => "outside",
        }
    }
}

const fn is_inside(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::General | AccountKind::Partner | AccountKind::School | AccountKind::Group
    )
}

/// A group address whose name says that parents or pupils are behind it.
fn is_parents_group(address: &Address, kind: AccountKind) -> bool {
    let local = address
        .email
        .split('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let outsiders = ["ouder", "parent", "leerling", "eleve", "pupil"];
    kind == AccountKind::Group && outsiders.iter().any(|word| local.contains(word))
}

/// A colleague whom the policy allows to file for others.
fn is_delegate(context: &Context<'_>, address: &Address) -> bool {
    let system = context.policy.tracking_system.as_ref();
    system.is_some_and(|system| {
        system
            .delegates
            .iter()
            .any(|delegate| delegate.email.to_string().eq_ignore_ascii_case(&address.email))
    })
}

#[cfg(test)]
mod tests {
    use super::{Audience, THRESHOLDS};

    #[test]
    fn every_audience_has_a_threshold() {
        for audience in Audience::ALL {
            let threshold = THRESHOLDS.get(audience.as_str()).copied();
            assert!(
                threshold.is_some_and(|value| (0.0..=1.0).contains(&value)),
                "{audience:?}"
            );
        }
        assert_eq!(THRESHOLDS.len(), Audience::ALL.len());
    }
}
