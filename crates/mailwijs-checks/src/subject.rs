//! What a mail is about: school or private life, and as whom the writer speaks.

use mailwijs_detect::{EntityKind, Person as About, Span};
use mailwijs_mail::{Part, ZoneKind};

use crate::people::{AddressWord, Person, address_word, greets_with_title};
use crate::words::{Found as Words, Tag, Token, private_life, school_life, tokens};
use crate::{Context, Evidence};

/// What an entity about a pupil adds: teachers write about pupils at work.
const ABOUT_A_PUPIL: u32 = 3;
/// What a class label adds: "3B", "4 vwo".
const CLASS_LABEL: u32 = 2;
/// Words in a quote count for this part: the mail it answers was about school.
const QUOTE_SHARE: u32 = 2;
/// So many words of school life are a teacher's.
const MANY: u32 = 6;
/// How many words of school life are shown.
const SHOWN: usize = 3;
/// How many lines at the end may say who the writer is, and how many words such a line has.
const CLOSING_LINES: usize = 4;
const CLOSING_WORDS: usize = 6;

/// What a mail is about.
#[derive(Debug)]
pub struct Subject {
    /// The weight of school life in it.
    school: u32,
    /// The weight of private life in it.
    private: u32,
    /// As whom the writer speaks.
    pub voice: Voice,
    /// A pupil of the class list is named.
    pub class_list: bool,
}

/// As whom somebody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// As a teacher, to parents of pupils.
    TeacherToParents,
    /// As a teacher.
    Teacher,
    /// As the parent of a child.
    Parent,
    /// As anybody.
    Anybody,
}

impl Subject {
    /// What this mail is about.
    pub fn of(context: &Context<'_>) -> Self {
        let own = own_words(context);
        let school = school_life().find(&own);
        let private = private_life().find(&[own.clone(), readers(context)].concat());
        let quoted = school_life().find(&tokens(&context.zones(&[ZoneKind::Quoted])));
        let class_list = names_pupil_of_class_list(context);
        let pupil = if class_list || shares_pupil_data(context) {
            ABOUT_A_PUPIL
        } else {
            0
        };
        let class = if own.iter().any(is_class_label) {
            CLASS_LABEL
        } else {
            0
        };
        let parent = private.tags.contains(&Tag::OwnChild) || signs_as_parent(context);
        let teacher = speaks_as_teacher(context, &school, &own);
        let formal = greets_with_title(&context.zones(&[ZoneKind::Own]));
        let to_parents = school.tags.contains(&Tag::Parents) || formal && is_staff(context);
        let voice = if to_parents || formal && teacher && !parent {
            Voice::TeacherToParents
        } else if parent {
            Voice::Parent
        } else if pupil > 0 || (class > 0 && school.weight > 0) || teacher {
            Voice::Teacher
        } else {
            Voice::Anybody
        };
        Self {
            school: school.weight + quoted.weight / QUOTE_SHARE + pupil + class,
            private: private.weight,
            voice,
            class_list,
        }
    }

    /// Whether private life outweighs school by this margin.
    pub const fn is_private(&self, margin: u32) -> bool {
        self.private >= self.school + margin
    }

    /// Whether school outweighs private life by this margin.
    pub const fn is_school(&self, margin: u32) -> bool {
        self.school >= self.private + margin
    }
}

/// The first few places in the writer's own words that speak of school, for the teacher to see.
pub fn school_words(context: &Context<'_>) -> Vec<Evidence> {
    let body = &context.mail.body;
    let own = body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own);
    let mut spans = places(Part::Subject, 0, &context.mail.subject);
    for zone in own {
        let text = body.content.get(zone.range.clone()).unwrap_or_default();
        spans.extend(places(Part::Body { quoted: false }, zone.range.start, text));
    }
    spans
        .iter()
        .take(SHOWN)
        .filter_map(|span| context.evidence(span))
        .collect()
}

fn places(part: Part, start: usize, text: &str) -> Vec<Span> {
    let tokens = tokens(text);
    let mut end = 0;
    let mut spans = Vec::new();
    for place in school_life().find(&tokens).places {
        let words = tokens.get(place).unwrap_or_default();
        if let (Some(first), Some(last)) = (words.first(), words.last())
            && first.range.start >= end
        {
            end = last.range.end;
            spans.push(Span {
                part,
                range: start + first.range.start..start + end,
            });
        }
    }
    spans
}

/// Subject, own words, signature and the names of attachments.
fn own_words(context: &Context<'_>) -> Vec<Token> {
    let names = context
        .mail
        .attachments
        .iter()
        .map(|attachment| attachment.name.as_str());
    let body = context.zones(&[ZoneKind::Own, ZoneKind::Signature]);
    let texts: Vec<&str> = [context.mail.subject.as_str(), &body]
        .into_iter()
        .chain(names)
        .collect();
    tokens(&texts.join("\n"))
}

/// Whom the mail goes to: a garage or a notary says that it is private.
fn readers(context: &Context<'_>) -> Vec<Token> {
    context
        .everyone()
        .flat_map(|recipient| tokens(&recipient.address.to_string()))
        .collect()
}

/// Who is "meester Tygo" in his own address. Who then greets "mevrouw Schutte" writes to a parent, not to a friend.
fn is_staff(context: &Context<'_>) -> bool {
    let from = context.mail.from.as_ref();
    from.is_some_and(|from| Person::new(from).staff)
}

/// By the address, the words, the school's name, or so much of school life that only a teacher writes it.
fn speaks_as_teacher(context: &Context<'_>, school: &Words, own: &[Token]) -> bool {
    is_staff(context)
        || school.tags.contains(&Tag::Teacher)
        || school.weight >= MANY
        || names_school(context, own)
}

fn names_school(context: &Context<'_>, own: &[Token]) -> bool {
    let name = tokens(&context.policy.school.name);
    let same = |window: &[Token]| {
        window
            .iter()
            .zip(&name)
            .all(|(one, other)| one.word == other.word)
    };
    !name.is_empty() && own.windows(name.len()).any(same)
}

/// The last lines say whose parent the writer is, or that he is one: "mama van Kobe", "Katrien, mama van Fien", "Dirk (papa)".
fn signs_as_parent(context: &Context<'_>) -> bool {
    let text = context.zones(&[ZoneKind::Own, ZoneKind::Signature]);
    let lines = text
        .lines()
        .rev()
        .filter(|line| !line.trim().is_empty())
        .take(CLOSING_LINES);
    let mut pieces = lines.flat_map(|line| line.split([',', '(']).enumerate());
    pieces.any(|(place, piece)| {
        let words = tokens(piece);
        let is_role = |word: &Token| address_word(&word.word) == Some(AddressWord::Role);
        match words.as_slice() {
            [role] => place > 0 && is_role(role),
            [role, of, ..] => {
                words.len() <= CLOSING_WORDS
                    && is_role(role)
                    && ["van", "de", "of"].contains(&of.word.as_str())
            }
            [] => false,
        }
    })
}

fn shares_pupil_data(context: &Context<'_>) -> bool {
    context.entities.all.iter().any(|entity| match entity.kind {
        EntityKind::Sensitive { person, .. } => person >= About::Pronoun && entity.score >= 0.5,
        _ => false,
    })
}

fn names_pupil_of_class_list(context: &Context<'_>) -> bool {
    context
        .entities
        .all
        .iter()
        .any(|entity| entity.kind == EntityKind::Pupil(About::ClassList))
}

/// Units that look like a class in lower case: "3d", "5m".
const UNITS: [&str; 10] = ["d", "e", "g", "h", "k", "l", "m", "p", "u", "x"];

/// "3B", "4LA", "L1A", "5WEWI": a year of school and one to four letters.
fn is_class_label(token: &Token) -> bool {
    let word = token.word.strip_prefix('l').unwrap_or(&token.word);
    word.strip_prefix(|c: char| ('1'..='7').contains(&c))
        .is_some_and(|letters| {
            let short = (1..=4).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_lowercase());
            short && (token.any_capital || (letters.len() == 1 && !UNITS.contains(&letters)))
        })
}

#[cfg(test)]
mod tests {
    use super::is_class_label;
    use crate::words::tokens;

    #[test]
    fn class_labels() {
        for label in ["3B", "4LA", "L1A", "5WEWI", "1D", "3b", "6HUM"] {
            assert!(is_class_label(&tokens(label)[0]), "{label}");
        }
        for other in ["3d", "5m", "8u", "4x", "2de", "19u15", "6e", "3", "B"] {
            assert!(!is_class_label(&tokens(other)[0]), "{other}");
        }
    }
}
