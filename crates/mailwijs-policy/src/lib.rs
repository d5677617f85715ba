//! The school's policy: one TOML file, read strictly, with errors that point at a line and column.
#![forbid(unsafe_code)]

mod account_kind;
mod rule_id;
mod severity;

pub use account_kind::AccountKind;
pub use rule_id::RuleId;
pub use severity::Severity;
