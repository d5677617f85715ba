//! The effective policy as a policy file.

use std::{fmt::Display, num::NonZeroU16};

use toml::{Table, Value};

use crate::{
    conduct::{CodeOfConduct, Paragraph},
    mailbox::{MailServer, SignIn},
    platforms::Platforms,
    policy::{Addresses, Contact, Contacts, Decision, Limits, Policy, RuleSettings, School, TrackingSystem},
    retention::Retention,
};

impl Policy {
    /// The policy as a file that reads back to the same policy, with everything written out that follows from a default.
    pub fn to_toml(&self) -> String {
        let mut file = Table::new();
        file.insert("format".into(), self.format.into());
        file.insert("school".into(), school(&self.school));
        file.insert("addresses".into(), addresses(&self.addresses));
        file.insert("contacts".into(), contacts(self, &self.contacts));
        insert(
            &mut file,
            "tracking_system",
            self.tracking_system.as_ref().map(tracking_system),
        );
        if !self.mailboxes.is_empty() {
            let servers = self.mailboxes.iter().map(mail_server).collect();
            file.insert("mailboxes".into(), Value::Array(servers));
        }
        file.insert("platforms".into(), platforms(&self.platforms));
        file.insert("limits".into(), limits(self.limits));
        if self.retention != Retention::default() {
            file.insert("retention".into(), retention(self.retention));
        }
        let rules = self
            .rules
            .iter()
            .map(|(rule, settings)| (rule.as_str().to_owned(), rule_settings(settings)));
        file.insert("rules".into(), Value::Table(rules.collect()));
        insert(
            &mut file,
            "code_of_conduct",
            self.code_of_conduct.as_ref().map(conduct),
        );
        file.to_string()
    }
}

fn school(school: &School) -> Value {
    table([
        ("name", Some(text(&school.name))),
        ("country", Some(text(school.country.as_str()))),
        ("domains", Some(list(&school.domains))),
        ("pupil_domains", Some(list(&school.pupil_domains))),
    ])
}

fn addresses(addresses: &Addresses) -> Value {
    table([
        ("general", Some(list(&addresses.general))),
        ("groups", Some(list(&addresses.groups))),
        ("partners", Some(list(&addresses.partners))),
        ("private", Some(list(&addresses.private))),
        ("private_providers", Some(list(&addresses.private_providers))),
        ("ibans", Some(list(&addresses.ibans))),
    ])
}

fn contacts(policy: &Policy, contacts: &Contacts) -> Value {
    table([
        ("authority", Some(text(policy.authority().as_str()))),
        ("breach", contacts.breach.as_ref().map(contact)),
        ("security", contacts.security.as_ref().map(contact)),
    ])
}

fn contact(contact: &Contact) -> Value {
    table([
        ("name", Some(text(&contact.name))),
        ("email", Some(text(&contact.email))),
    ])
}

fn tracking_system(system: &TrackingSystem) -> Value {
    table([
        ("name", Some(text(&system.name))),
        ("url", system.url.as_ref().map(text)),
        ("webdav", system.webdav.as_ref().map(text)),
        (
            "delegates",
            Some(Value::Array(system.delegates.iter().map(contact).collect())),
        ),
    ])
}

fn mail_server(server: &MailServer) -> Value {
    table([
        ("name", Some(text(&server.name))),
        ("domains", Some(list(&server.domains))),
        ("host", Some(text(&server.host))),
        ("port", Some(i64::from(server.port).into())),
        ("security", Some(text(server.security.as_str()))),
        ("sign_in", Some(sign_in(&server.sign_in))),
        ("client_id", server.client_id.as_ref().map(text)),
        ("client_secret", server.client_secret.as_ref().map(text)),
    ])
}

fn sign_in(way: &SignIn) -> Value {
    match way {
        SignIn::Other(pages) => table([
            ("authorize", Some(text(&pages.authorize))),
            ("token", Some(text(&pages.token))),
            ("scopes", Some(list(&pages.scopes))),
        ]),
        word => text(word.word().unwrap_or_default()),
    }
}

fn platforms(platforms: &Platforms) -> Value {
    table([
        ("allowed", Some(list(&platforms.allowed))),
        ("refused", Some(list(&platforms.refused))),
    ])
}

fn limits(limits: Limits) -> Value {
    table([
        ("visible_external", Some(limits.visible_external.into())),
        ("visible_internal", Some(limits.visible_internal.into())),
    ])
}

fn retention(retention: Retention) -> Value {
    let days = |days: NonZeroU16| i64::from(days.get()).into();
    table([("received_sensitive_days", retention.received_sensitive.map(days))])
}

fn rule_settings(settings: &RuleSettings) -> Value {
    table([
        ("level", Some(text(settings.level.as_str()))),
        ("paragraph", settings.paragraph.as_ref().map(text)),
    ])
}

fn conduct(conduct: &CodeOfConduct) -> Value {
    table([
        ("title", Some(text(&conduct.title))),
        ("version", Some(text(&conduct.version))),
        ("adopted", conduct.adopted.as_ref().map(decision)),
        ("consent", conduct.consent.as_ref().map(decision)),
        (
            "paragraphs",
            Some(Value::Array(conduct.paragraphs.iter().map(paragraph).collect())),
        ),
    ])
}

fn decision(decision: &Decision) -> Value {
    let on = decision
        .on
        .and_then(|day| day.to_string().parse().ok())
        .map(Value::Datetime);
    table([("by", Some(text(&decision.by))), ("on", on)])
}

fn paragraph(paragraph: &Paragraph) -> Value {
    table([
        ("id", Some(text(&paragraph.id))),
        ("topic", Some(text(paragraph.topic.as_str()))),
        ("title", Some(text(&paragraph.title))),
        ("text", Some(text(&paragraph.text))),
    ])
}

fn text(value: impl Display) -> Value {
    Value::String(value.to_string())
}

fn list(values: &[impl Display]) -> Value {
    Value::Array(values.iter().map(text).collect())
}

fn table<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    let mut table = Table::new();
    for (key, value) in entries {
        insert(&mut table, key, value);
    }
    Value::Table(table)
}

fn insert(table: &mut Table, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        table.insert(key.to_owned(), value);
    }
}
