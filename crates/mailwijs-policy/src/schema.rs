//! The JSON Schema of policy files, for editors.

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::{Map, Value, json};

use crate::{
    level::Level,
    policy::{Policy, RuleSettings},
    rule_id::RuleId,
};

/// The JSON Schema (draft 7, which TOML editors such as Taplo read) of policy files, generated from the types they are read into.
pub fn schema() -> Value {
    SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<Policy>()
        .to_value()
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

pub(crate) fn optional_level(generator: &mut SchemaGenerator) -> Schema {
    Option::<Level>::json_schema(generator)
}

pub(crate) fn web_address(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "uri", "pattern": "^https?://" })
}

pub(crate) fn date(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "date" })
}
