//! A mail, what was detected in it and the school's policy become a [`Report`]: one file per check.
#![forbid(unsafe_code)]

mod finding;

pub use finding::{Evidence, Fact, Finding, Fix, Report};
