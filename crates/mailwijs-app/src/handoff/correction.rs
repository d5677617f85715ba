//! What is put right in a draft's addresses.

use std::collections::BTreeSet;

use mailwijs_checks::Fix;
use mailwijs_mail::{Address, Field, Mail, Rewrite};

/// What to put right.
#[derive(Debug, Clone, Copy)]
pub enum Correction<'a> {
    /// Everyone goes to Bcc.
    AllToBcc,
    /// These addresses go to Bcc, the others stay where they are.
    GroupsToBcc(&'a [String]),
    /// These addresses are left out.
    Without(&'a [String]),
    /// It is written from this address.
    From(&'a Address),
}

impl<'a> Correction<'a> {
    /// The correction a way out stands for: `addresses` are those it is about, `school` is the teacher's own school address.
    /// `None` for ways out that are not about addresses, or without the address they need.
    pub fn of(fix: Fix, addresses: &'a [String], school: Option<&'a Address>) -> Option<Self> {
        match fix {
            Fix::MoveToBcc => Some(Self::AllToBcc),
            Fix::GroupToBcc => (!addresses.is_empty()).then_some(Self::GroupsToBcc(addresses)),
            Fix::RemoveRecipient => (!addresses.is_empty()).then_some(Self::Without(addresses)),
            Fix::UseSchoolAccount => school.map(Self::From),
            Fix::MoveToLvs | Fix::ReplaceSentence | Fix::RemoveText | Fix::SeparateMails => None,
        }
    }
}

/// A draft's addresses, put right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrected {
    /// The new sender; `None` leaves it as it is.
    pub from: Option<Address>,
    /// `To`
    pub to: Vec<Address>,
    /// `Cc`
    pub cc: Vec<Address>,
    /// `Bcc`
    pub bcc: Vec<Address>,
}

impl Corrected {
    /// This draft's addresses with the correction made. Nobody else is lost; who stood in it twice stands in Bcc once.
    pub fn new(mail: &Mail, correction: Correction<'_>) -> Self {
        let is_one_of =
            |addresses: &[String], address: &Address| addresses.iter().any(|one| same(one, &address.email));
        let goes_to_bcc = |address: &Address| match correction {
            Correction::AllToBcc => true,
            Correction::GroupsToBcc(groups) => is_one_of(groups, address),
            Correction::Without(_) | Correction::From(_) => false,
        };
        let is_left_out =
            |address: &Address| matches!(correction, Correction::Without(out) if is_one_of(out, address));
        let mut corrected = Self { ..Self::default() };
        if let Correction::From(address) = correction {
            corrected.from = Some(address.clone());
        }
        for recipient in &mail.recipients {
            let address = recipient.address.clone();
            match recipient.field {
                _ if is_left_out(&address) => {}
                _ if goes_to_bcc(&address) => corrected.bcc.push(address),
                Field::To => corrected.to.push(address),
                Field::Cc => corrected.cc.push(address),
                Field::Bcc => corrected.bcc.push(address),
            }
        }
        let mut seen = BTreeSet::new();
        corrected
            .bcc
            .retain(|address| seen.insert(address.email.to_lowercase()));
        corrected
    }

    /// As a change of the draft's own bytes.
    pub(super) fn rewrite(&self) -> Rewrite {
        Rewrite {
            to: self.to.clone(),
            cc: self.cc.clone(),
            bcc: self.bcc.clone(),
            from: self.from.clone(),
        }
    }

    /// Everyone it goes to.
    pub(super) fn everyone(&self) -> impl Iterator<Item = &Address> {
        self.to.iter().chain(&self.cc).chain(&self.bcc)
    }
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
