//! A private account is used for school matters (communication policy §3.2 and §3.3).
//!
//! Private mail from a private account is nobody's business, so this check needs evidence: words of school life that
//! outweigh those of private life, and a reader to whom the writer speaks as a teacher.

use std::collections::BTreeSet;

use mailwijs_detect::{EntityKind, Person as About, Span};
use mailwijs_mail::{Part, ZoneKind};
use mailwijs_policy::{AccountKind, RuleId};

use crate::people::{AddressWord, Person, address_word};
use crate::registry::{ONLY_MAIL, OUTGOING};
use crate::words::{Found as Words, Tag, Token, private_life, school_life, tokens};
use crate::{Check, Context, Fact, Fix, Found};

/// How much more school than private life there must be, to people of the school.
const TO_SCHOOL: u32 = 1;
/// The same to anybody else.
const TO_OTHERS: u32 = 3;
/// What an entity about a pupil adds: teachers write about pupils at work.
const ABOUT_A_PUPIL: u32 = 3;
/// What a class label adds: "3B", "4 vwo".
const CLASS_LABEL: u32 = 2;
/// The least a mail must say to count as a school matter when only a reply's quote speaks of school.
const QUOTE_SHARE: u32 = 2;

/// How many lines at the end may say who the writer is, and how short such a line is.
const CLOSING_LINES: usize = 4;
const CLOSING_WORDS: usize = 6;

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
    let subject = Subject::of(context, Person::new(from).staff);
    let to = addressed(&readers, &subject)?;
    let evidence = context.evidence(&Span {
        part: Part::From,
        range: 0..context.mail.from_text().len(),
    })?;
    Some(Found {
        facts: vec![("to", Fact::Word(to.to_owned()))],
        evidence: vec![evidence],
        fixes: vec![Fix::UseSchoolAccount],
        ..Found::default()
    })
}

/// To whom the writer speaks about school; `None` for private mail.
fn addressed(readers: &BTreeSet<AccountKind>, subject: &Subject) -> Option<&'static str> {
    let any = |kinds: &[AccountKind]| kinds.iter().any(|kind| readers.contains(kind));
    if subject.own_child {
        None
    } else if any(&[AccountKind::School, AccountKind::General, AccountKind::Group]) {
        subject.is_school(TO_SCHOOL).then_some("colleagues")
    } else if any(&[AccountKind::Pupil]) {
        (subject.school >= subject.private).then_some("pupils")
    } else if readers.is_empty() || !subject.is_school(TO_OTHERS) {
        None
    } else if subject.parents {
        Some("parents")
    } else {
        subject.teacher.then_some("others")
    }
}

/// What the mail is about.
struct Subject {
    school: u32,
    private: u32,
    /// The writer speaks to parents of pupils.
    parents: bool,
    /// The writer speaks as a teacher.
    teacher: bool,
    /// The writer speaks as a parent.
    own_child: bool,
}

impl Subject {
    fn of(context: &Context<'_>, staff_address: bool) -> Self {
        let own = tokens(&format!(
            "{}\n{}",
            context.mail.subject,
            context.zones(&[ZoneKind::Own, ZoneKind::Signature])
        ));
        let names = context
            .mail
            .attachments
            .iter()
            .map(|attachment| attachment.name.as_str());
        let names = tokens(&names.collect::<Vec<_>>().join("\n"));
        let own = [own, names].concat();
        let school = school_life().find(&own);
        let private = private_life().find(&own);
        let quoted = school_life().find(&tokens(&context.zones(&[ZoneKind::Quoted])));
        let pupil = if mentions_pupil(context) { ABOUT_A_PUPIL } else { 0 };
        let class = if own.iter().any(is_class_label) {
            CLASS_LABEL
        } else {
            0
        };
        let speaks_as_parent = private.tags.contains(&Tag::OwnChild) || signs_as_parent(context);
        let own_child = speaks_as_parent && !school.tags.contains(&Tag::Parents);
        let teacher = staff_address || speaks_as_teacher(&school) || names_school(context, &own);
        Self {
            school: school.weight + quoted.weight / QUOTE_SHARE + pupil + class,
            private: private.weight,
            parents: school.tags.contains(&Tag::Parents),
            teacher: teacher || pupil > 0,
            own_child,
        }
    }

    const fn is_school(&self, margin: u32) -> bool {
        self.school >= self.private + margin
    }
}

/// Words of a teacher, or so many of school life that only a teacher writes them.
fn speaks_as_teacher(school: &Words) -> bool {
    school.tags.contains(&Tag::Teacher) || school.weight >= 2 * TO_OTHERS
}

/// The last lines say whose parent the writer is: "mama van Kobe".
fn signs_as_parent(context: &Context<'_>) -> bool {
    let text = context.zones(&[ZoneKind::Own, ZoneKind::Signature]);
    text.lines()
        .rev()
        .filter(|line| !line.trim().is_empty())
        .take(CLOSING_LINES)
        .any(|line| {
            let words = tokens(line);
            words.len() <= CLOSING_WORDS
                && words.windows(2).any(|pair| match pair {
                    [role, of] => {
                        address_word(&role.word) == Some(AddressWord::Role)
                            && ["van", "de", "of"].contains(&of.word.as_str())
                    }
                    _ => false,
                })
        })
}

/// The writer names the own school.
fn names_school(context: &Context<'_>, own: &[Token]) -> bool {
    let name = tokens(&context.policy.school.name);
    let words: Vec<&str> = own.iter().map(|token| token.word.as_str()).collect();
    let name: Vec<&str> = name.iter().map(|token| token.word.as_str()).collect();
    !name.is_empty() && words.windows(name.len()).any(|window| window == name)
}

fn mentions_pupil(context: &Context<'_>) -> bool {
    context.entities.all.iter().any(|entity| match entity.kind {
        EntityKind::Sensitive { person, .. } => person >= About::Pronoun && entity.score >= 0.5,
        EntityKind::Pupil(person) => person == About::ClassList,
        _ => false,
    })
}

/// "3B", "4LA", "L1A", "5WEWI": a year and a letter code, at least one of them a capital in the text.
fn is_class_label(token: &Token) -> bool {
    let word = token.word.strip_prefix('l').unwrap_or(&token.word);
    let letters = word.strip_prefix(|c: char| ('1'..='7').contains(&c));
    letters.is_some_and(|letters| {
        let known_unit = matches!(
            letters,
            "e" | "de"
                | "ste"
                | "u"
                | "x"
                | "km"
                | "m"
                | "kg"
                | "g"
                | "cm"
                | "h"
                | "am"
                | "pm"
                | "th"
                | "nd"
                | "rd"
                | "st"
                | "d"
                | "euro"
                | "eur"
                | "k"
                | "p"
                | "l"
        );
        (1..=4).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_lowercase()) && !known_unit
    })
}
