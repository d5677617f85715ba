//! The school's policy: one TOML file, read strictly, with errors that point at a line and column.
#![forbid(unsafe_code)]

mod account_kind;
mod account_number;
mod authority;
mod classify;
mod conduct;
mod country;
mod domain;
mod email;
mod error;
mod error_kind;
mod expected;
mod keyword;
mod known_system;
mod level;
mod mailbox;
mod pattern;
mod platforms;
mod policy;
mod position;
mod preset;
mod providers;
mod read;
mod retention;
mod rule_id;
mod schema;
mod severity;
mod show;
mod signature;
mod slip;
mod template;
mod topic;

pub use account_kind::AccountKind;
pub use account_number::AccountNumber;
pub use authority::Authority;
pub use classify::KindOverrides;
pub use conduct::{CodeOfConduct, Paragraph};
pub use country::Country;
pub use domain::Domain;
pub use email::EmailAddress;
pub use error::{PolicyError, PolicyErrors};
pub use error_kind::PolicyErrorKind;
pub use expected::{Form, ValueType};
pub use known_system::KnownSystem;
pub use level::Level;
pub use mailbox::{MailServer, ServerSecurity, SignIn, SignInPages};
pub use pattern::AddressPattern;
pub use platforms::Platforms;
pub use policy::{
    Addresses, Contact, Contacts, Decision, Limits, Policy, RuleSettings, School, TrackingSystem,
};
pub use position::Position;
pub use providers::Provider;
pub use retention::Retention;
pub use rule_id::RuleId;
pub use schema::schema;
pub use severity::Severity;
pub use signature::{SignatureError, SigningKeys, sign, verify};
pub use slip::Slip;
pub use template::Template;
pub use topic::Topic;
