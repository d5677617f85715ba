//! The agreements and their paragraphs.

use std::{
    cell::RefCell,
    collections::{BTreeMap, btree_map::Entry},
};

use super::{table::Table, value::Value};
use crate::{
    conduct::{CodeOfConduct, Paragraph},
    error_kind::PolicyErrorKind,
    policy::Decision,
};

pub(super) fn conduct(table: &mut Table<'_, '_>) -> Option<CodeOfConduct> {
    let title = table.required("title", Value::words);
    let version = table.required("version", Value::words);
    let adopted = table.optional("adopted", |value| {
        value.table("code_of_conduct.adopted", decision)?
    });
    let consent = table.optional("consent", |value| {
        value.table("code_of_conduct.consent", decision)?
    });
    let lines = RefCell::new(BTreeMap::new());
    let paragraphs = table.list("paragraphs", |value| {
        value.table("code_of_conduct.paragraphs", |table| paragraph(table, &lines))?
    });
    Some(CodeOfConduct {
        title: title?,
        version: version?,
        adopted,
        consent,
        paragraphs,
    })
}

/// `lines` holds the line of every paragraph id met before.
fn paragraph(table: &mut Table<'_, '_>, lines: &RefCell<BTreeMap<String, usize>>) -> Option<Paragraph> {
    let id = table.required("id", |value| {
        let id = value.words()?;
        match lines.borrow_mut().entry(id.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(value.line());
            }
            Entry::Occupied(first) => {
                let first_line = *first.get();
                value.problem(PolicyErrorKind::DuplicateParagraph {
                    id: id.clone(),
                    first_line,
                });
            }
        }
        Some(id)
    });
    let topic = table.required("topic", Value::keyword);
    let title = table.required("title", Value::words);
    let text = table.required("text", Value::words);
    Some(Paragraph {
        id: id?,
        topic: topic?,
        title: title?,
        text: text?,
    })
}

fn decision(table: &mut Table<'_, '_>) -> Option<Decision> {
    let by = table.required("by", Value::words);
    let on = table.optional("on", Value::date);
    Some(Decision { by: by?, on })
}
