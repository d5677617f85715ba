//! Who reads a mail, and how sure a detection of sensitive data must be for them.

use std::collections::HashMap;
use std::sync::LazyLock;

use mailwijs_mail::{Address, Direction};
use mailwijs_policy::AccountKind;

use crate::Context;
use crate::people::{addresses_one_family, households};
use crate::words::rows;

/// Readers of a mail, by what a mistake would cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// It came in.
    Received,
    /// No recipient is filled in.
    NobodyYet,
    /// Only colleagues.
    Colleagues,
    /// Only the school's role mailboxes and partners under agreement: the care team, the CLB.
    Care,
    /// One household, greeted as the parents of one child.
    OwnParents,
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
    const ALL: [Self; 6] = [
        Self::Received,
        Self::NobodyYet,
        Self::Colleagues,
        Self::Care,
        Self::OwnParents,
        Self::Outside,
    ];

    /// The audience of a mail.
    pub fn of(context: &Context<'_>) -> Self {
        if context.direction == Direction::Received {
            return Self::Received;
        }
        let readers: Vec<(&Address, AccountKind)> = context
            .everyone()
            .filter(|recipient| !context.is_own(&recipient.address))
            .map(|recipient| (&recipient.address, context.kind(&recipient.address)))
            .collect();
        let all = |wanted: &[AccountKind]| readers.iter().all(|(_, kind)| wanted.contains(kind));
        if readers.is_empty() {
            Self::NobodyYet
        } else if all(&[AccountKind::General, AccountKind::Partner]) {
            Self::Care
        } else if all(&[
            AccountKind::General,
            AccountKind::Partner,
            AccountKind::School,
            AccountKind::Group,
        ]) {
            Self::Colleagues
        } else if all(&[AccountKind::Private])
            && households(&readers).len() == 1
            && addresses_one_family(&context.own_text())
        {
            Self::OwnParents
        } else {
            Self::Outside
        }
    }

    /// The score from which the teacher is told.
    pub fn threshold(self) -> f32 {
        THRESHOLDS.get(self.as_str()).copied().unwrap_or(1.0)
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::NobodyYet => "nobody-yet",
            Self::Colleagues => "colleagues",
            Self::Care => "care",
            Self::OwnParents => "own-parents",
            Self::Outside => "outside",
        }
    }
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
