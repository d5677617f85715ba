//! A mail, what was detected in it and the school's policy become a [`Report`]: one file per check.
//!
//! A check is a [`Check`] in `checks/`, a line in the registry, a folder of texts in `assets/rules/` and a folder of
//! example mails in `tests/checks/`. It cannot fail and touches no file, clock or network.
#![forbid(unsafe_code)]

mod audience;
mod checks;
mod circles;
mod contact;
mod context;
mod domains;
mod finding;
mod links;
mod people;
mod registry;
mod subject;
mod told_by;
mod words;

pub use audience::Audience;
pub use circles::Circles;
pub use context::{Channel, Context};
pub use finding::{Evidence, Fact, Finding, Fix, Report};
pub use people::same_person;
pub use registry::{CHECKS, Check, Found, Weight, check};
