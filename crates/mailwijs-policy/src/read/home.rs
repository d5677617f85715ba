//! Where a key belongs that stands in the wrong table: a heading too early or too late moves everything below it.

use std::{collections::BTreeMap, slice, sync::LazyLock};

use serde_json::Value;

use crate::{error_kind::ROOT, schema::schema};

/// The tables that have a key of this name.
static HOMES: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let (schema, mut homes) = (schema(), BTreeMap::new());
    settle(&schema, &schema, ROOT, &mut homes);
    homes
});

/// The one table in which a key of this name belongs.
pub(super) fn home_of(key: &str) -> Option<&'static str> {
    match HOMES.get(key)?.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// Notes the keys of a table of the schema, and of the tables in it.
fn settle(root: &Value, table: &Value, path: &str, homes: &mut BTreeMap<String, Vec<String>>) {
    for (key, property) in table
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        homes.entry(key.clone()).or_default().push(path.to_owned());
        let inner = if path == ROOT {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        let element = property.get("items").unwrap_or(property);
        for choice in choices(definition(root, element)) {
            settle(root, definition(root, choice), &inner, homes);
        }
    }
}

/// The schemas that a value may fit: a word or a table, for example.
fn choices(schema: &Value) -> &[Value] {
    let choices = schema.get("anyOf").and_then(Value::as_array);
    choices.map_or(slice::from_ref(schema), Vec::as_slice)
}

/// What a reference stands for.
fn definition<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let reference = schema
        .get("$ref")
        .or_else(|| schema.pointer("/allOf/0/$ref"))
        .and_then(Value::as_str);
    reference
        .and_then(|reference| root.pointer(reference.trim_start_matches('#')))
        .unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use super::home_of;

    #[test]
    fn a_key_of_one_table_has_a_home() {
        assert_eq!(home_of("pupil_domains"), Some("school"));
        assert_eq!(home_of("delegates"), Some("tracking_system"));
        assert_eq!(home_of("topic"), Some("code_of_conduct.paragraphs"));
        assert_eq!(home_of("sensitive-pupil-data"), Some("rules"));
        assert_eq!(home_of("limits"), Some("root"));
        assert_eq!(home_of("host"), Some("mailboxes"));
        assert_eq!(home_of("scopes"), Some("mailboxes.sign_in"));
        assert_eq!(home_of("name"), None, "many tables have a name");
        assert_eq!(home_of("phone"), None);
    }
}
