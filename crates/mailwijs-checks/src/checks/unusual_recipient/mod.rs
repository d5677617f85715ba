//! A recipient who does not belong: the wrong Tom, the parents of another class (communication policy §3.3: mind whom you put in To
//! and Cc).
//!
//! What the mail itself tells: a greeting that calls somebody else, a class that is not the readers'. And what earlier mails tell:
//! somebody who was never written to in this company.

mod circle;
mod class;
mod greeting;

use mailwijs_policy::RuleId;

use crate::registry::{ONLY_MAIL, OUTGOING};
use crate::{Check, Context, Found};

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::UnusualRecipient,
    directions: OUTGOING,
    channels: ONLY_MAIL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    greeting::find(context)
        .or_else(|| class::find(context))
        .or_else(|| circle::find(context))
}
