//! What the integration tests share: the labelled corpus, the pipeline from bytes to report, figures, and sample stores.

#[cfg(unix)]
pub mod apache;
pub mod authority;
pub mod baseline;
pub mod cores;
pub mod corpus;
#[cfg(unix)]
pub mod dovecot;
pub mod figures;
pub mod hostile;
pub mod mutate;
pub mod paths;
pub mod pipeline;
#[cfg(unix)]
pub mod provider;
pub mod render;
pub mod stores;

/// Anything that stops a test from running.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
