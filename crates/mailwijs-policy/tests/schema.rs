//! The JSON Schema says the same as the reader.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

use std::collections::{BTreeMap, BTreeSet};

use mailwijs_policy::{Policy, PolicyErrorKind, RuleId, Template, schema};
use serde_json::Value;

const EVERYTHING: &str = include_str!("../../../tests/fixtures/policy/good-everything.toml");

#[test]
fn the_schema_in_the_docs_is_this_one() {
    let kept: Value = serde_json::from_str(include_str!("../../../docs/policy.schema.json")).unwrap();
    assert!(
        kept == schema(),
        "make it anew, look at what changed, and commit it: cargo xtask gen"
    );
}

/// The subschema that a `$ref`, alone or in an `allOf`, stands for.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let target = schema.get("$ref").or_else(|| schema["allOf"][0].get("$ref"));
    match target.and_then(Value::as_str) {
        Some(target) => root.pointer(target.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

/// Of the schemas a value may fit, the one for a value of this type.
fn chosen<'a>(root: &'a Value, schema: &'a Value, document: &toml::Value) -> &'a Value {
    let schema = resolved(root, schema);
    let Some(choices) = schema["anyOf"].as_array() else {
        return schema;
    };
    let mut choices = choices.iter().map(|choice| resolved(root, choice));
    choices
        .find(|choice| (choice["type"] == "object") == document.is_table())
        .unwrap()
}

/// Reports what in a document the schema does not allow, and collects the keys of every table it has.
fn walk(
    root: &Value,
    schema: &Value,
    document: &toml::Value,
    path: &str,
    seen: &mut BTreeMap<String, BTreeSet<String>>,
) {
    let schema = chosen(root, schema, document);
    match document {
        toml::Value::Table(table) => {
            assert_eq!(schema["type"], "object", "{path}");
            assert_eq!(schema["additionalProperties"], false, "{path} takes any key");
            for required in schema["required"].as_array().into_iter().flatten() {
                assert!(
                    table.contains_key(required.as_str().unwrap()),
                    "{path} lacks {required}"
                );
            }
            for (key, value) in table {
                let property = &schema["properties"][key];
                assert!(property.is_object(), "{path}.{key} is not in the schema");
                walk(root, property, value, &format!("{path}.{key}"), seen);
            }
            seen.entry(path.to_owned())
                .or_default()
                .extend(table.keys().cloned());
            let all: BTreeSet<String> = schema["properties"]
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect();
            seen.entry(format!("{path}!")).or_default().extend(all);
        }
        toml::Value::Array(values) => {
            assert_eq!(schema["type"], "array", "{path}");
            for value in values {
                walk(root, &schema["items"], value, path, seen);
            }
        }
        toml::Value::Integer(_) => assert_eq!(schema["type"], "integer", "{path}"),
        toml::Value::String(_) | toml::Value::Datetime(_) => {
            let words = schema["oneOf"].as_array();
            let is_word = words.is_some_and(|words| {
                words
                    .iter()
                    .any(|word| word["const"] == *document.as_str().unwrap())
            });
            assert!(schema["type"] == "string" || is_word, "{path}: {schema}");
        }
        other => panic!("{path}: {other}"),
    }
}

fn keys_of(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (root, mut seen) = (schema(), BTreeMap::new());
    walk(
        &root,
        &root,
        &toml::Value::Table(source.parse().unwrap()),
        "",
        &mut seen,
    );
    seen
}

#[test]
fn every_template_fits_the_schema() {
    for template in Template::ALL {
        keys_of(template.toml());
        keys_of(&template.policy().to_toml());
    }
}

#[test]
fn the_reader_knows_every_key_of_the_schema() {
    Policy::parse(EVERYTHING).unwrap();
    let seen = keys_of(EVERYTHING);
    for (path, all) in seen
        .iter()
        .filter_map(|(path, keys)| Some((path.strip_suffix('!')?, keys)))
    {
        assert_eq!(&seen[path], all, "the fixture does not show every key of {path}");
    }
}

#[test]
fn the_schema_knows_every_key_of_the_reader() {
    let rules = &schema()["properties"]["rules"]["properties"];
    assert!(
        RuleId::ALL
            .iter()
            .all(|rule| rules[rule.as_str()]["description"].is_string()),
        "{rules:#}"
    );

    // A key that has one letter too many is answered with the known key: so the reader tells its keys.
    for (path, keys) in keys_of(EVERYTHING) {
        for key in keys.iter().filter(|_| !path.contains('!')) {
            let before = ["\n", "{ ", ", "].map(|before| format!("{before}{key} ="));
            let Some(written) = before
                .iter()
                .find(|written| EVERYTHING.contains(written.as_str()))
            else {
                continue; // a table
            };
            let misspelt = EVERYTHING.replacen(written, &written.replace(" =", "x ="), 1);
            let errors = Policy::parse(&misspelt).unwrap_err();
            let suggested = errors.iter().find_map(|error| match &error.kind {
                PolicyErrorKind::UnknownKey { suggestion, .. }
                | PolicyErrorKind::UnknownRule { suggestion, .. } => suggestion.clone(),
                _ => None,
            });
            assert_eq!(suggested.as_ref(), Some(key), "{path}.{key}: {errors}");
        }
    }
}

/// Every key of the document, as the keys that lead to it.
fn paths(table: &toml::Table) -> Vec<Vec<String>> {
    let below = |(key, value): (&String, &toml::Value)| {
        let inner = match value {
            toml::Value::Table(table) => paths(table),
            toml::Value::Array(values) => values
                .first()
                .and_then(toml::Value::as_table)
                .map(paths)
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        let inner = inner.into_iter().map(|path| [vec![key.clone()], path].concat());
        [vec![vec![key.clone()]], inner.collect()].concat()
    };
    table.iter().flat_map(below).collect()
}

#[test]
fn a_key_may_be_left_out_exactly_where_the_schema_says_so() {
    let (root, document) = (schema(), EVERYTHING.parse::<toml::Table>().unwrap());
    for path in paths(&document) {
        let (last, way) = path.split_last().unwrap();
        let mut without = document.clone();
        let (mut table, mut place) = (&mut without, resolved(&root, &root));
        for key in way {
            place = resolved(&root, &place["properties"][key]);
            table = match &mut table[key] {
                toml::Value::Array(values) => {
                    place = resolved(&root, &place["items"]);
                    values[0].as_table_mut().unwrap()
                }
                value => value.as_table_mut().unwrap(),
            };
        }
        table.remove(last).unwrap();
        let is_required = place["required"]
            .as_array()
            .is_some_and(|keys| keys.contains(&Value::from(last.as_str())));
        assert_eq!(
            Policy::parse(&without.to_string()).is_err(),
            is_required,
            "{path:?}"
        );
    }
}
