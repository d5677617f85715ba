//! Which kind of account an address is.

use std::collections::BTreeMap;

use crate::{
    account_kind::AccountKind, domain::Domain, email::EmailAddress, pattern::AddressPattern, policy::Policy,
    providers,
};

impl Policy {
    /// The kind of account this address is. A group comes before a general address, then pupils, staff, partners and
    /// private mailboxes. Case, a `+tag` and the IDN form of the domain do not matter; what is no address is outside.
    pub fn kind_of(&self, email: &str) -> AccountKind {
        EmailAddress::fold(email).map_or(AccountKind::Outside, |address| self.kind_of_address(&address))
    }

    /// The kind of account this address is, where the teacher's correction comes first.
    pub fn kind_with_overrides(&self, email: &str, overrides: &KindOverrides) -> AccountKind {
        overrides.get(email).unwrap_or_else(|| self.kind_of(email))
    }

    fn kind_of_address(&self, address: &EmailAddress) -> AccountKind {
        let listed = |patterns: &[AddressPattern]| patterns.iter().any(|pattern| pattern.matches(address));
        let at = |domains: &[Domain]| domains.iter().any(|domain| domain.as_ascii() == address.domain());
        let at_provider = || {
            providers::is_private(address.domain())
                || self
                    .addresses
                    .private_providers
                    .iter()
                    .any(|provider| provider.has(address.domain()))
        };
        if listed(&self.addresses.groups) {
            AccountKind::Group
        } else if listed(&self.addresses.general) {
            AccountKind::General
        } else if at(&self.school.pupil_domains) {
            AccountKind::Pupil
        } else if at(&self.school.domains) {
            AccountKind::School
        } else if listed(&self.addresses.partners) {
            AccountKind::Partner
        } else if listed(&self.addresses.private) || at_provider() {
            AccountKind::Private
        } else {
            AccountKind::Outside
        }
    }
}

/// The teacher's corrections of account kinds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KindOverrides(BTreeMap<EmailAddress, AccountKind>);

impl KindOverrides {
    /// Corrects the kind of an address; `None` follows the policy again. What is no address is ignored.
    pub fn set(&mut self, email: &str, kind: Option<AccountKind>) {
        let Some(address) = EmailAddress::fold(email) else {
            return;
        };
        match kind {
            Some(kind) => self.0.insert(address.mailbox(), kind),
            None => self.0.remove(&address.mailbox()),
        };
    }

    /// The corrected kind of an address, with or without a `+tag`.
    pub fn get(&self, email: &str) -> Option<AccountKind> {
        self.0.get(&EmailAddress::fold(email)?.mailbox()).copied()
    }
}

impl<E: AsRef<str>> FromIterator<(E, AccountKind)> for KindOverrides {
    fn from_iter<I: IntoIterator<Item = (E, AccountKind)>>(corrections: I) -> Self {
        let mut overrides = Self::default();
        for (email, kind) in corrections {
            overrides.set(email.as_ref(), Some(kind));
        }
        overrides
    }
}
