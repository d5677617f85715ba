//! A private account is used for school matters (communication policy §3.2 and §3.3).
//!
//! Private mail from a private account is nobody's business, so this check needs evidence: words of school life that
//! outweigh those of private life, and a reader to whom the writer speaks as a teacher.

use std::collections::BTreeSet;

use mailwijs_detect::Span;
use mailwijs_mail::Part;
use mailwijs_policy::{AccountKind, RuleId};

use crate::registry::{ONLY_MAIL, OUTGOING};
use crate::subject::{Subject, Voice, school_words};
use crate::{Check, Context, Fact, Fix, Found};

/// How much more school than private life there must be, to people of the school.
const TO_SCHOOL: u32 = 1;
/// How much more private life there must be for a mail to a pupil's address to be nobody's business.
const TO_PUPILS: u32 = 3;
/// How much more school to parents of pupils, and to a company or service to which the writer speaks as a teacher.
const TO_PARENTS: u32 = 2;
/// The same to anybody at a private address: friends hear about school too.
const TO_PRIVATE: u32 = 4;

/// The check.
pub static CHECK: Check = Check {
    rule: RuleId::PrivateAccount,
    directions: OUTGOING,
    channels: ONLY_MAIL,
    run,
};

fn run(context: &Context<'_>) -> Option<Found> {
    let from = context.mail.from.as_ref()?;
    if context.kind(from) != AccountKind::Private {
        return None;
    }
    let readers: BTreeSet<AccountKind> = context
        .everyone()
        .filter(|recipient| !context.is_own(&recipient.address))
        .map(|recipient| context.kind(&recipient.address))
        .collect();
    let to = addressed(&readers, &Subject::of(context))?;
    let evidence = context.evidence(&Span {
        part: Part::From,
        range: 0..context.mail.from_text().len(),
    })?;
    Some(Found {
        facts: vec![("to", Fact::Word(to.to_owned()))],
        evidence: [vec![evidence], school_words(context)].concat(),
        fixes: vec![Fix::UseSchoolAccount],
        ..Found::default()
    })
}

/// Whether a mail is written at work: from an account of the school, or about school from a private one. What a teacher does with
/// an own account in private time is nobody's business.
pub fn is_written_at_work(context: &Context<'_>) -> bool {
    let private = |from| context.kind(from) == AccountKind::Private;
    !context.mail.from.as_ref().is_some_and(private) || run(context).is_some()
}

/// To whom the writer speaks about school; `None` for private mail.
fn addressed(readers: &BTreeSet<AccountKind>, subject: &Subject) -> Option<&'static str> {
    let any = |kinds: &[AccountKind]| kinds.iter().any(|kind| readers.contains(kind));
    if subject.voice == Voice::Parent || readers.is_empty() {
        None
    } else if any(&[AccountKind::School, AccountKind::General, AccountKind::Group]) {
        // A whole team is rarely written to in private.
        let margin = if any(&[AccountKind::Group]) { 0 } else { TO_SCHOOL };
        subject.is_school(margin).then_some("colleagues")
    } else if any(&[AccountKind::Pupil]) {
        // Few words of private life are enough to be kind; only much of it is a family's mail.
        (!subject.is_private(TO_PUPILS)).then_some("pupils")
    } else if subject.voice == Voice::TeacherToParents && subject.is_school(TO_PARENTS) {
        Some("parents")
    } else {
        let margin = match (
            subject.class_list,
            any(&[AccountKind::Partner, AccountKind::Outside]),
        ) {
            (true, _) => TO_SCHOOL,
            (false, true) => TO_PARENTS,
            (false, false) => TO_PRIVATE,
        };
        (subject.voice != Voice::Anybody && subject.is_school(margin)).then_some("others")
    }
}
