//! What Mailwijs says, in Dutch, French and English.
//!
//! The texts are Fluent files: `assets/rules/<rule>/<lang>.ftl` for what a rule says and `assets/i18n/<lang>/*.ftl` for
//! everything else. They are embedded; a text that is missing in one language falls back to Dutch, then to its id.
#![forbid(unsafe_code)]

mod arg;
mod lang;
mod rule_page;
mod source;
mod texts;
mod typography;

pub use arg::Arg;
pub use lang::Lang;
pub use rule_page::rule_page;
pub use source::{Source, sources};
pub use texts::{RuleText, Texts};
