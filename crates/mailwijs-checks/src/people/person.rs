//! Who an address belongs to, as far as its name and its part before the @ tell.

use std::collections::BTreeSet;

use mailwijs_mail::Address;
use strsim::osa_distance;

/// The fewest letters for a name to count as the same by chance only rarely.
pub(super) const TELLING: usize = 4;
/// The same for a full name or a name run together.
pub(super) const TELLING_WHOLE: usize = 7;

/// How alike two people's names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same given name.
    Given,
    /// The same name, or one letter apart.
    Whole,
}

/// What an address says about its owner.
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// The mailbox, folded, without `+tag`.
    pub mailbox: String,
    /// Given and family name run together, in either order.
    pub(super) whole: BTreeSet<String>,
    /// Given names, as far as they are common ones.
    pub(super) given: BTreeSet<String>,
    /// Family names.
    pub(super) families: BTreeSet<String>,
    /// The mailbox's name when it is one word: may be an initial or given name with a family name behind it.
    pub(super) run_together: Option<String>,
    /// The child an address names as its parents': "mama van Lotte".
    pub(super) child: Vec<String>,
    /// The words say that the owner works at a school: "juf Eline".
    pub staff: bool,
    /// The words say that it is a parent: "mama van Lotte".
    pub parent: bool,
    /// The words say that it is a desk, a firm or a club.
    pub office: bool,
}

impl Person {
    /// Whether both addresses are the same person's.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.mailbox == other.mailbox
            || self
                .whole
                .iter()
                .any(|mine| other.whole.iter().any(|theirs| same_whole(mine, theirs)))
    }

    /// Whether both addresses are of one household: the same person, the same family name, or parents of the same child.
    pub fn lives_with(&self, other: &Self) -> bool {
        self.is_same_as(other)
            || self.families.intersection(&other.families).next().is_some()
            || same_child(&self.child, &other.child)
            || self.ends_in_family_of(other)
            || other.ends_in_family_of(self)
            || self.ends_like(other)
    }

    /// `mvanbelle` beside `jan.vanbelle`.
    fn ends_in_family_of(&self, other: &Self) -> bool {
        self.run_together.as_ref().is_some_and(|whole| {
            other
                .families
                .iter()
                .any(|family| family.len() > TELLING && whole.ends_with(family.as_str()))
        })
    }

    /// `mvanbelle` beside `pvanbelle`, `annapeeters` beside `tompeeters`.
    fn ends_like(&self, other: &Self) -> bool {
        let (Some(mine), Some(theirs)) = (&self.run_together, &other.run_together) else {
            return false;
        };
        let shared = mine
            .chars()
            .rev()
            .zip(theirs.chars().rev())
            .take_while(|(a, b)| a == b)
            .count();
        shared >= TELLING_WHOLE - 1 && shared < mine.chars().count() && shared < theirs.chars().count()
    }

    /// How alike the names of two different addresses are, when they are.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.mailbox == other.mailbox || self.office || other.office {
            return None;
        }
        let (one, two) = (self.local(), other.local());
        let alike = |one: &str, two: &str| {
            one == two && one.len() > TELLING
                || one.len().min(two.len()) >= TELLING_WHOLE
                    && one.len().abs_diff(two.len()) <= 1
                    && osa_distance(one, two) <= 1
        };
        let whole = alike(one, two)
            || self
                .whole
                .iter()
                .any(|mine| other.whole.iter().any(|theirs| alike(mine, theirs)));
        let given = self.given.intersection(&other.given).next().is_some();
        match (whole, given) {
            (true, _) => Some(Likeness::Whole),
            (false, true) => Some(Likeness::Given),
            (false, false) => None,
        }
    }

    /// Whether another reading of the same address knows more names.
    pub fn says_less_than(&self, other: &Self) -> bool {
        self.whole.len() + self.given.len() < other.whole.len() + other.given.len()
    }

    fn local(&self) -> &str {
        self.mailbox.split('@').next().unwrap_or_default()
    }

    /// Whether a folded word is one of this person's names.
    pub fn is_called(&self, word: &str) -> bool {
        let names_whole = |whole: &String| whole.starts_with(word) || whole.ends_with(word);
        word.len() >= 3 && (self.families.contains(word) || self.whole.iter().any(names_whole))
    }
}

/// Whether two addresses are the same person's, as far as they tell.
pub fn same_person(one: &Address, other: &Address) -> bool {
    Person::new(one).is_same_as(&Person::new(other))
}

/// A full name equals the other, or has something added: `stevencoppens` and `stevencoppensvv`.
fn same_whole(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    long.strip_prefix(short)
        .is_some_and(|added| added.len() < TELLING)
}

/// The same child, named by the given name alone or in full.
fn same_child(one: &[String], other: &[String]) -> bool {
    match (one, other) {
        ([given, family @ ..], [other_given, other_family @ ..]) => {
            given == other_given && (family.is_empty() || other_family.is_empty() || family == other_family)
        }
        _ => false,
    }
}
