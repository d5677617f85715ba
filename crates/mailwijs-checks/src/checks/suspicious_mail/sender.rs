//! Who sent a mail, as far as that can be told.

use mailwijs_policy::AccountKind;

use super::has_failed;
use crate::Context;
use crate::domains::{Brand, Host};

/// Who sent a mail.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent observations, not states"
)]
pub struct Sender<'c> {
    /// The display name, empty when there is none.
    pub name: &'c str,
    /// The host of the address.
    pub host: Option<Host>,
    /// The known provider whose host it is.
    pub brand: Option<&'static Brand>,
    /// The school, its pupils or its partners, and nothing says otherwise.
    pub trusted: bool,
    /// A private person's mailbox.
    pub private: bool,
    /// A list or newsletter.
    pub bulk: bool,
    /// The receiving host found that the sender is not who it says.
    pub failed: bool,
}

impl<'c> Sender<'c> {
    /// The sender of a mail.
    pub fn of(context: &Context<'c>) -> Self {
        let from = context.mail.from.as_ref();
        let kind = from.map_or(AccountKind::Outside, |from| context.kind(from));
        let host = from.and_then(|from| Host::of_email(&from.email));
        let failed = has_failed(context);
        let near = !matches!(kind, AccountKind::Outside | AccountKind::Private)
            || host.as_ref().is_some_and(|host| is_of_school(context, host));
        Self {
            name: from.map_or("", |from| from.name.as_str()),
            brand: host
                .as_ref()
                .filter(|_| kind != AccountKind::Private)
                .and_then(Brand::of),
            host,
            trusted: near && !failed,
            private: kind == AccountKind::Private,
            bulk: context.mail.marks.bulk,
            failed,
        }
    }

    /// Whether a host is of the same known provider.
    pub fn is_of_brand(&self, host: &Host) -> bool {
        self.brand.is_some_and(|brand| brand.owns(host))
    }
}

/// Whether a host is the school's own or a partner's.
pub fn is_known(context: &Context<'_>, host: &Host) -> bool {
    is_of_school(context, host) || known_domains(context).any(|known| known.registered() == host.registered())
}

/// Whether a host is the school's or its tracking system's.
pub fn is_of_school(context: &Context<'_>, host: &Host) -> bool {
    own_domains(context).any(|own| own.registered() == host.registered())
}

/// The school's own domains, its pupils' and its tracking system's.
pub fn own_domains(context: &Context<'_>) -> impl Iterator<Item = Host> {
    let school = &context.policy.school;
    let own = school.domains.iter().chain(&school.pupil_domains);
    let tracking = context.policy.tracking_system.as_ref();
    let tracking = tracking.and_then(|system| Host::parse(system.url.as_ref()?.host_str()?));
    own.filter_map(|domain| Host::parse(domain.as_ascii()))
        .chain(tracking)
}

/// The domains of the school's partners.
pub fn known_domains(context: &Context<'_>) -> impl Iterator<Item = Host> {
    let partners = context.policy.addresses.partners.iter();
    partners.filter_map(|pattern| Host::parse(pattern.domain()?))
}
