//! The tables about the school and its people.

use super::{table::Table, value::Value};
use crate::{
    domain::Domain,
    error_kind::PolicyErrorKind,
    platforms::Platforms,
    policy::{Addresses, Contact, Contacts, Limits, School, TrackingSystem},
    retention::Retention,
};

pub(super) fn school(table: &mut Table<'_, '_>) -> Option<School> {
    let name = table.required("name", Value::words);
    let country = table.optional("country", Value::keyword);
    let domains = table.required("domains", |value| value.filled_list(Value::domain));
    let pupil_domains = table.list("pupil_domains", |value| {
        let domain = value.domain()?;
        if domains
            .iter()
            .flatten()
            .any(|staff: &Domain| staff.as_ascii() == domain.as_ascii())
        {
            value.problem(PolicyErrorKind::SharedDomain {
                domain: domain.to_string(),
            });
        }
        Some(domain)
    });
    Some(School {
        name: name?,
        country: country.unwrap_or_default(),
        domains: domains?,
        pupil_domains,
    })
}

pub(super) fn addresses(table: &mut Table<'_, '_>) -> Addresses {
    let groups = table.list("groups", Value::pattern);
    let general = table.list("general", |value| {
        let pattern = value.pattern()?;
        if let Some(group) = groups.iter().find(|group| group.covers(&pattern)) {
            let (address, group) = (pattern.to_string(), group.to_string());
            value.problem(PolicyErrorKind::GeneralInGroup { address, group });
        }
        Some(pattern)
    });
    Addresses {
        general,
        groups,
        partners: table.list("partners", Value::pattern),
        private: table.list("private", Value::pattern),
        private_providers: table.list("private_providers", Value::provider),
        ibans: table.list("ibans", Value::account_number),
    }
}

pub(super) fn contacts(table: &mut Table<'_, '_>) -> Contacts {
    Contacts {
        breach: table.optional("breach", |value| value.table("contacts.breach", contact)?),
        security: table.optional("security", |value| value.table("contacts.security", contact)?),
        authority: table.optional("authority", Value::keyword),
    }
}

fn contact(table: &mut Table<'_, '_>) -> Option<Contact> {
    let name = table.required("name", Value::words);
    let email = table.required("email", Value::address);
    Some(Contact {
        name: name?,
        email: email?,
    })
}

pub(super) fn tracking(table: &mut Table<'_, '_>) -> Option<TrackingSystem> {
    let name = table.required("name", Value::words);
    let url = table.optional("url", Value::start_page);
    let webdav = table.optional("webdav", Value::folder_address);
    let delegates = table.list("delegates", |value| {
        value.table("tracking_system.delegates", contact)?
    });
    Some(TrackingSystem {
        name: name?,
        url,
        webdav,
        delegates,
    })
}

pub(super) fn platforms(table: &mut Table<'_, '_>) -> Platforms {
    Platforms {
        allowed: table.list("allowed", Value::provider),
        refused: table.list("refused", Value::provider),
    }
}

pub(super) fn limits(table: &mut Table<'_, '_>) -> Limits {
    let (fewest, most) = Limits::BOUNDS;
    let default = Limits::default();
    Limits {
        visible_external: table
            .optional("visible_external", |value| value.count(fewest, most))
            .unwrap_or(default.visible_external),
        visible_internal: table
            .optional("visible_internal", |value| value.count(fewest, most))
            .unwrap_or(default.visible_internal),
    }
}

pub(super) fn retention(table: &mut Table<'_, '_>) -> Retention {
    let (fewest, most) = Retention::BOUNDS;
    Retention {
        received_sensitive: table.optional("received_sensitive_days", |value| {
            u16::try_from(value.count(fewest, most)?).ok()?.try_into().ok()
        }),
    }
}
