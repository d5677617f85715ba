//! From TOML to [`Policy`]: every problem is collected, and nothing is taken over unless there is none.

mod conduct;
mod home;
mod mailboxes;
mod problems;
mod rules;
mod school;
mod suggest;
mod table;
mod value;

use std::collections::BTreeMap;

use toml::de::DeTable;

use crate::{
    country::Country,
    error::PolicyErrors,
    error_kind::PolicyErrorKind,
    policy::{Policy, School},
    slip::Slip,
};
use problems::Problems;
use table::Table;
use value::Value;

/// The version of the format this version of the program reads.
const FORMAT: u32 = 1;

/// The policy whose rule settings apply where a school of this country is silent.
pub(crate) type Fallback = fn(Country) -> Option<&'static Policy>;

/// Reads a policy file.
pub(crate) fn read(source: &str, fallback: Fallback) -> Result<Policy, PolicyErrors> {
    let problems = Problems::new(source);
    let (file, syntax_errors) = DeTable::parse_recoverable(source);
    report_syntax(&syntax_errors, &problems);
    // What the parser recovered after an error would only lead to more, puzzling, errors.
    let policy = if syntax_errors.is_empty() {
        Table::root(&file, &problems, |file| policy(file, fallback))
    } else {
        None
    };
    match (PolicyErrors::from_found(problems.into_found()), policy) {
        (None, Some(policy)) => Ok(policy),
        (Some(errors), _) => Err(errors),
        (None, None) => unreachable!("whatever is missing was reported"),
    }
}

/// Reports the first slip on each line; the others on that line often follow from it.
fn report_syntax(errors: &[toml::de::Error], problems: &Problems<'_>) {
    let mut first_of_line = BTreeMap::new();
    for error in errors {
        let span = error.span().unwrap_or_default();
        let first = first_of_line
            .entry(problems.line(span.start))
            .or_insert_with(|| (span.clone(), error));
        if span.start < first.0.start {
            *first = (span, error);
        }
    }
    for (span, error) in first_of_line.into_values() {
        let detail = error.message().to_owned();
        problems.add(
            &span,
            PolicyErrorKind::Syntax {
                slip: Slip::behind(&detail),
                detail,
            },
        );
    }
}

fn policy(file: &mut Table<'_, '_>, fallback: Fallback) -> Option<Policy> {
    let format = file.required("format", |value| Some(format(value)));
    if format == Some(None) {
        // Another version of the format may well have other keys: its version is the one thing to tell.
        file.allow_any_key();
        return None;
    }
    let school = file.required("school", |value| value.table("school", school::school)?);
    let addresses = file.optional("addresses", |value| value.table("addresses", school::addresses));
    let contacts = file.optional("contacts", |value| value.table("contacts", school::contacts));
    let tracking_system = file.optional("tracking_system", |value| {
        value.table("tracking_system", school::tracking)?
    });
    let domains = school.as_ref().map_or(&[][..], |school: &School| &school.domains);
    let mailboxes = file.list("mailboxes", |value| mailboxes::server(value, domains));
    let platforms = file.optional("platforms", |value| value.table("platforms", school::platforms));
    let limits = file.optional("limits", |value| value.table("limits", school::limits));
    let retention = file.optional("retention", |value| value.table("retention", school::retention));
    let written = file
        .optional("rules", |value| value.table("rules", rules::written))
        .unwrap_or_default();
    let code_of_conduct = file.optional("code_of_conduct", |value| {
        value.table("code_of_conduct", conduct::conduct)?
    });

    rules::check_paragraphs(&written, code_of_conduct.as_ref());
    let country = school
        .as_ref()
        .map_or_else(Country::default, |school: &School| school.country);
    Some(Policy {
        rules: rules::effective(&written, code_of_conduct.as_ref(), fallback(country)),
        format: format.flatten()?,
        school: school?,
        addresses: addresses.unwrap_or_default(),
        contacts: contacts.unwrap_or_default(),
        tracking_system,
        mailboxes,
        platforms: platforms.unwrap_or_default(),
        limits: limits.unwrap_or_default(),
        retention: retention.unwrap_or_default(),
        code_of_conduct,
    })
}

fn format(value: Value<'_, '_>) -> Option<u32> {
    let (written, number) = value.integer()?;
    if number == Some(i64::from(FORMAT)) {
        return Some(FORMAT);
    }
    value.problem(PolicyErrorKind::UnknownFormat {
        found: written.to_owned(),
        supported: FORMAT,
    });
    None
}
