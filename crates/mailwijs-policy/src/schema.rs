//! The JSON Schema of policy files, for editors.

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema, transform::RecursiveTransform,
};
use serde_json::{Map, Value, json};

use crate::{
    policy::{Policy, RuleSettings},
    rule_id::RuleId,
};

/// The JSON Schema (draft 7, which TOML editors such as Taplo read) of policy files, generated from the types they are read into.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(without_null));
    settings
        .into_generator()
        .into_root_schema_for::<Policy>()
        .to_value()
}

/// TOML has no null: a key that may be left out is left out.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    for key in ["type", "enum", "anyOf"] {
        if let Some(Value::Array(choices)) = object.get_mut(key) {
            choices.retain(|choice| {
                !choice.is_null() && *choice != "null" && *choice != json!({ "type": "null" })
            });
        }
    }
    if let Some([only]) = object.get("type").and_then(Value::as_array).map(Vec::as_slice) {
        let only = only.clone();
        object.insert("type".to_owned(), only);
    }
    if object
        .get("anyOf")
        .and_then(Value::as_array)
        .is_some_and(|choices| choices.len() == 1)
        && let Some(only) = object.remove("anyOf")
    {
        object.insert("allOf".to_owned(), only);
    }
}

/// One key per rule, with the rule's description.
pub(crate) fn rules(generator: &mut SchemaGenerator) -> Schema {
    let settings = generator.subschema_for::<RuleSettings>().to_value();
    let ids = RuleId::json_schema(generator).to_value();
    let described = |rule: RuleId| {
        let variants = ids.get("oneOf").and_then(Value::as_array).into_iter().flatten();
        variants
            .into_iter()
            .find(|id| id.get("const").and_then(Value::as_str) == Some(rule.as_str()))?
            .get("description")
    };
    let properties: Map<String, Value> = RuleId::ALL
        .into_iter()
        .map(|rule| {
            (
                rule.as_str().to_owned(),
                json!({ "description": described(rule), "allOf": [settings] }),
            )
        })
        .collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}
