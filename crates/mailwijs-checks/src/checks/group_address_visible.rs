//! An address that stands for a group of persons stands in To or Cc (communication policy §3.1).

use mailwijs_mail::Recipient;
use mailwijs_policy::{AccountKind, RuleId};

use crate::registry::{ONLY_MAIL, OUTGOING};
use crate::{Check, Context, Fact, Fix, Found};

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::GroupAddressVisible,
    directions: OUTGOING,
    channels: ONLY_MAIL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let groups: Vec<&Recipient> = context
        .visible()
        .filter(|recipient| context.kind(&recipient.address) == AccountKind::Group)
        .collect();
    (!groups.is_empty()).then(|| Found {
        facts: vec![(
            "count",
            Fact::Count(u32::try_from(groups.len()).unwrap_or(u32::MAX)),
        )],
        evidence: context.recipient_evidence(groups),
        fixes: vec![Fix::GroupToBcc],
        ..Found::default()
    })
}
