//! How long sensitive mail that came in may stay in a mailbox.

use std::num::NonZeroU16;

use schemars::JsonSchema;

/// How long mail may stay before its reader is reminded of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Retention {
    /// From this many days after it came in, Mailwijs reminds of sensitive mail; never when left out.
    #[schemars(rename = "received_sensitive_days", range(min = 1, max = 3650))]
    pub received_sensitive: Option<NonZeroU16>,
}

impl Retention {
    /// The fewest and most days: one day, ten years.
    pub(crate) const BOUNDS: (u32, u32) = (1, 3650);
}
