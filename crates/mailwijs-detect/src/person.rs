//! Who a sentence is about.
//!
//! Data is only sensitive when somebody can tell whose it is. A name from the class list is surest; then a name from the
//! name lists, initials with a class, "your son", a pronoun. The people a mail is written by and to are not the pupil.

use std::collections::HashSet;
use std::ops::Range;

use mailwijs_mail::{Part, ZoneKind};

use crate::class_list::{ClassList, Pupil};
use crate::document::Document;
use crate::entity::Person;
use crate::names::{NameLists, Roles};
use crate::normalise::fold;
use crate::reading::Reading;
use crate::tokens::{Shape, Token};

/// The knowledge that tells persons apart.
pub(crate) struct PersonResolver {
    class_list: ClassList,
    names: NameLists,
    roles: Roles,
}

/// A pupil named or described in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// First to last token.
    pub tokens: Range<usize>,
    /// How the pupil is identified.
    pub person: Person,
}

/// The persons of one reading.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// Pupils, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Sentences the writer speaks of himself in.
    own: Vec<bool>,
    /// Per sentence, the best that is in the sentence itself.
    local: Vec<Person>,
    /// The best that is named anywhere in this text or one before it.
    overall: Person,
    /// The best that the mail's subject names: it covers the whole mail.
    subject: Person,
}

/// What ties a sentence to a pupil.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tie {
    /// What identifies the person.
    pub person: Person,
    /// How firmly, from 0 to 1.
    pub weight: f32,
    /// The person is in the sentence itself.
    pub local: bool,
}

/// Words of the people who write and read the mail.
#[derive(Debug, Default)]
pub(crate) struct Correspondents(HashSet<String>);

impl Correspondents {
    /// Collects the words of display names and local parts.
    pub fn new(document: &Document<'_>) -> Self {
        let words = document.correspondents.iter().flat_map(|text| {
            let name = text.split_once('@').map_or(*text, |(local, _)| local);
            fold(name)
                .split(|c: char| !c.is_alphabetic())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        });
        Self(words.filter(|word| word.len() > 1).collect())
    }
}

impl PersonResolver {
    /// A resolver that knows this class list besides the name lists.
    pub fn new(class_list: ClassList) -> Self {
        Self {
            class_list,
            names: NameLists::embedded(),
            roles: Roles::embedded(),
        }
    }

    /// Finds the people of a reading and marks the tokens of pupils' names.
    pub fn resolve(&self, reading: &mut Reading<'_>, correspondents: &Correspondents) -> People {
        let adults = self.adults(reading, correspondents);
        let mut people = People::default();
        let mut index = 0;
        while index < reading.tokens.len() {
            let mention = self.mention(reading, index, &adults);
            index = mention
                .as_ref()
                .map_or(index + 1, |mention| mention.tokens.end.max(index + 1));
            people.mentions.extend(mention);
        }
        for mention in people
            .mentions
            .iter()
            .filter(|mention| mention.person >= Person::Name)
        {
            for token in reading
                .tokens
                .get_mut(mention.tokens.clone())
                .into_iter()
                .flatten()
            {
                token.pupil = true;
            }
        }
        people.local = reading
            .sentences
            .iter()
            .map(|sentence| self.pronoun(reading, &sentence.tokens))
            .collect();
        people.own = reading
            .sentences
            .iter()
            .map(|sentence| self.of_the_writer(reading, &sentence.tokens))
            .collect();
        for mention in &people.mentions {
            if let Some(local) = people.local.get_mut(reading.sentence_of(mention.tokens.start)) {
                *local = mention.person.max(*local);
            }
        }
        people.overall = people
            .mentions
            .iter()
            .map(|mention| mention.person)
            .max()
            .unwrap_or(Person::None);
        people
    }

    /// Words that name the writer, the readers and other adults.
    fn adults(&self, reading: &Reading<'_>, correspondents: &Correspondents) -> HashSet<String> {
        let mut adults = correspondents.0.clone();
        for (index, sentence) in reading.sentences.iter().enumerate() {
            let tokens = sentence.tokens.clone();
            let first = reading.word_at(tokens.start);
            let greeting = self.roles.greeting.contains(first) && tokens.len() <= 25;
            let last =
                index + 1 == reading.sentences.len() && tokens.clone().all(|at| self.signs(reading, at));
            let closing = tokens.len() <= 6 && (last || self.roles.closing.contains(first));
            let body = matches!(reading.segment.part, Part::Body { .. });
            if greeting {
                adults.extend(self.addressed(reading, tokens.start + 1..tokens.end));
            } else if closing && body {
                adults.extend(capitals(reading, tokens.clone()));
            } else if index == 0 && body && reading.between(tokens.start).starts_with(',') {
                adults.extend(capitals(reading, tokens.start..tokens.start + 1));
            }
            let titled = tokens
                .clone()
                .filter(|&at| self.roles.title.contains(reading.word_at(at)));
            for title in titled {
                adults.extend(capitals(reading, title + 1..(title + 3).min(tokens.end)));
            }
        }
        adults
    }

    /// The names a greeting addresses: "Dag Els en Tom," but not the child of "Beste mama van Lotte".
    fn addressed(&self, reading: &Reading<'_>, tokens: Range<usize>) -> Vec<String> {
        let mut names = Vec::new();
        for at in tokens {
            let Some(token) = reading.tokens.get(at) else {
                break;
            };
            let word = reading.word(token);
            if self.roles.kin.contains(word) {
                break;
            }
            if token.shape == Shape::Capital {
                names.push(word.to_owned());
            }
            let next = reading.word_at(at + 1);
            let goes_on = self.names.first.contains(next) || self.roles.greeting.contains(next);
            if reading.between(at).contains([',', '\n', '!', ':']) && !goes_on {
                break;
            }
        }
        names
    }

    /// Whether a word may be all that stands under a mail: a name, a title, a greeting.
    fn signs(&self, reading: &Reading<'_>, at: usize) -> bool {
        let word = reading.word_at(at);
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.shape == Shape::Capital)
            || [&self.roles.title, &self.roles.closing]
                .iter()
                .any(|words| words.contains(word))
    }

    fn mention(&self, reading: &Reading<'_>, index: usize, adults: &HashSet<String>) -> Option<Mention> {
        let token = reading.tokens.get(index)?;
        let sentence = reading.sentences.get(token.sentence)?;
        if matches!(
            sentence.zone,
            ZoneKind::Disclaimer | ZoneKind::Hidden | ZoneKind::Signature
        ) {
            return None;
        }
        self.on_class_list(reading, index, token, adults)
            .or_else(|| self.named(reading, index, token, adults))
            .or_else(|| self.initials(reading, index, token))
            .or_else(|| self.role(reading, index))
    }

    fn on_class_list(
        &self,
        reading: &Reading<'_>,
        index: usize,
        token: &Token,
        adults: &HashSet<String>,
    ) -> Option<Mention> {
        let word = reading.word(token);
        let pupils = self.class_list.named(word);
        let longest = pupils
            .iter()
            .filter_map(|pupil| full_name(reading, index, pupil))
            .max();
        if let Some(end) = longest {
            return Some(Mention {
                tokens: index..end,
                person: Person::ClassList,
            });
        }
        if let Some(end) = self.initial_and_family(reading, index) {
            return Some(Mention {
                tokens: index..end,
                person: Person::Initials,
            });
        }
        let previous = index.checked_sub(1).map_or("", |before| reading.word_at(before));
        let capital = matches!(token.shape, Shape::Capital | Shape::Upper);
        let distinct = token.shape == Shape::Lower && word.len() > 3 && !self.names.ambiguous.contains(word);
        if !pupils.is_empty()
            && !adults.contains(word)
            && !self.roles.title.contains(previous)
            && (capital || distinct)
            && !self.is_ambiguous(reading, index)
        {
            return Some(Mention {
                tokens: index..index + 1,
                person: Person::ClassList,
            });
        }
        let family = capital && is_family(previous);
        (family && self.class_list.has_family(word)).then_some(Mention {
            tokens: index..index + 1,
            person: Person::ClassList,
        })
    }

    /// "S. Wauters", when a pupil is called Wauters and an adult of this mail is not.
    fn initial_and_family(&self, reading: &Reading<'_>, index: usize) -> Option<usize> {
        let initial = reading.tokens.get(index)?;
        if initial.range.len() != 1 || initial.shape != Shape::Capital || reading.between(index) != ". " {
            return None;
        }
        (index + 2..=index + 4).find(|&end| {
            let words: Vec<&str> = (index + 1..end).map(|at| reading.word_at(at)).collect();
            self.class_list.has_pupil(reading.word(initial), &words.join(" "))
        })
    }

    fn named(
        &self,
        reading: &Reading<'_>,
        index: usize,
        token: &Token,
        adults: &HashSet<String>,
    ) -> Option<Mention> {
        if token.shape != Shape::Capital || token.range.len() < 2 {
            return None;
        }
        let word = reading.word(token);
        let previous = index.checked_sub(1).map_or("", |before| reading.word_at(before));
        if adults.contains(word) || self.roles.title.contains(previous) || self.roles.place.contains(previous)
        {
            return None;
        }
        let first_in_sentence = starts_sentence(reading, index);
        let ambiguous = self.is_ambiguous(reading, index);
        let family = surname(reading, index + 1, &self.names);
        let known = self.names.first.contains(word) && (!ambiguous || family.is_some());
        let cued = self.roles.about.contains(previous)
            || is_family(previous)
            || (matches!(previous, "van" | "de" | "of") && self.kin_before(reading, index))
            || self.class_follows(reading, index);
        let shaped = family.is_some() && !first_in_sentence && !self.roles.greeting.contains(word);
        let common = self.roles.greeting.contains(word) || self.roles.parent.contains(word);
        if common || !(known || cued || shaped) {
            return None;
        }
        Some(Mention {
            tokens: index..family.unwrap_or(index + 1),
            person: Person::Name,
        })
    }

    /// An ordinary word that only has a capital because it begins the sentence: "Storm op komst", but "Storm is ziek".
    fn is_ambiguous(&self, reading: &Reading<'_>, index: usize) -> bool {
        let acts = self.roles.verb.contains(reading.word_at(index + 1));
        self.names.ambiguous.contains(reading.word_at(index)) && starts_sentence(reading, index) && !acts
    }

    fn kin_before(&self, reading: &Reading<'_>, index: usize) -> bool {
        index
            .checked_sub(2)
            .is_some_and(|at| self.roles.kin.contains(reading.word_at(at)))
    }

    /// "Amélie (3B)", "Amélie uit 3B".
    fn class_follows(&self, reading: &Reading<'_>, index: usize) -> bool {
        let next = reading.word_at(index + 1);
        let at = if matches!(next, "uit" | "van" | "in" | "from" | "de" | "en") {
            index + 2
        } else {
            index + 1
        };
        self.is_class(reading, at)
    }

    /// A class code: `3B`, `5WEWI`, `L3`, `K2`, `groep 6`, `2 havo`.
    fn is_class(&self, reading: &Reading<'_>, index: usize) -> bool {
        let word = reading.word_at(index);
        let mut chars = word.chars();
        let code = match (chars.next(), chars.as_str()) {
            (Some('1'..='7'), letters) if !letters.is_empty() => {
                letters.len() <= 5 && letters.chars().all(|c| c.is_ascii_alphabetic())
            }
            (Some('l' | 'k'), digits) => {
                matches!(digits.chars().next(), Some('1'..='6')) && digits.len() <= 2
            }
            _ => false,
        };
        let written = reading
            .tokens
            .get(index)
            .map_or("", |token| reading.written(&token.range));
        let upper = written.chars().any(char::is_uppercase);
        let number = |at: usize| {
            reading
                .word_at(at)
                .parse::<u8>()
                .is_ok_and(|n| (1..=8).contains(&n))
        };
        (code && upper)
            || (number(index)
                && (self.roles.grade.contains(reading.word_at(index + 1)) || is_course(reading, index + 1)))
            || (self.roles.grade.contains(word) && number(index + 1))
    }

    /// "J.V. uit 3B", "leerling J.V.", "Delano W."
    fn initials(&self, reading: &Reading<'_>, index: usize, token: &Token) -> Option<Mention> {
        let single = |at: usize| {
            reading
                .tokens
                .get(at)
                .is_some_and(|token| token.range.len() == 1 && token.shape == Shape::Capital)
        };
        let dotted = |at: usize| reading.between(at).starts_with('.');
        let previous = index.checked_sub(1).map_or("", |before| reading.word_at(before));
        if single(index) && dotted(index) && single(index + 1) && reading.between(index).trim() == "." {
            let classed = (index + 2..index + 5).any(|at| self.is_class(reading, at));
            let cued = self.roles.about.contains(previous) || self.roles.child.contains(previous);
            return (classed || cued).then_some(Mention {
                tokens: index..index + 2,
                person: Person::Initials,
            });
        }
        let name = token.shape == Shape::Capital && self.names.first.contains(reading.word(token));
        let classed = (index + 2..index + 4).any(|at| self.is_class(reading, at));
        (name && single(index + 1) && dotted(index + 1) && classed).then_some(Mention {
            tokens: index..index + 2,
            person: Person::Initials,
        })
    }

    /// "uw zoon", "die jongen uit L4", "mijn jongste dochter".
    fn role(&self, reading: &Reading<'_>, index: usize) -> Option<Mention> {
        let word = reading.word_at(index);
        if !self.roles.owner.contains(word) {
            return None;
        }
        let child = (index + 1..=index + 2).find(|&at| {
            self.roles.child.contains(reading.word_at(at))
                && reading.sentence_of(at) == reading.sentence_of(index)
        })?;
        let indefinite = matches!(word, "een" | "ne" | "nen" | "un" | "une" | "a" | "the");
        let placed = (child + 1..child + 5).any(|at| self.is_class(reading, at));
        (!indefinite || placed).then_some(Mention {
            tokens: index..child + 1,
            person: Person::Role,
        })
    }

    fn of_the_writer(&self, reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
        tokens
            .clone()
            .any(|at| self.roles.own.contains(reading.word_at(at)))
    }

    fn pronoun(&self, reading: &Reading<'_>, tokens: &Range<usize>) -> Person {
        let words = tokens.clone().map(|at| reading.word_at(at));
        let mut refers =
            words.filter(|word| self.roles.pronoun.contains(*word) || self.roles.parent.contains(*word));
        if refers.next().is_some() {
            Person::Pronoun
        } else {
            Person::None
        }
    }
}

impl People {
    /// Lets people named in the subject and in earlier texts of the mail cover this one.
    pub fn cover(&mut self, subject: Person, before: Person) {
        self.subject = subject;
        self.overall = self.overall.max(before);
    }

    /// The best that is named in this text or covers it.
    pub fn overall(&self) -> Person {
        self.overall
    }

    /// What ties a sentence to a pupil. In a mail to many, only a name does: "your child" is every child.
    pub fn tie(&self, sentence: usize, to_many: bool) -> Tie {
        let least = if to_many { Person::Initials } else { Person::Role };
        let at = |index: usize| {
            let local = self.local.get(index).copied().unwrap_or(Person::None);
            if local == Person::Role && to_many {
                Person::None
            } else {
                local
            }
        };
        let local = at(sentence);
        let beside = at(sentence + 1).max(sentence.checked_sub(1).map_or(Person::None, at));
        let pronoun = local == Person::Pronoun;
        let tie = |person: Person, weight: f32| Tie {
            person,
            weight,
            local: local >= least,
        };
        if local >= least {
            tie(local, 1.0)
        } else if self.subject >= least {
            tie(self.subject, if pronoun { 1.0 } else { 0.8 })
        } else if beside >= least {
            tie(beside, if pronoun { 1.0 } else { 0.8 })
        } else if self.overall >= least {
            let own = self.own.get(sentence).copied().unwrap_or(false);
            tie(
                self.overall,
                if pronoun {
                    0.9
                } else if own {
                    0.75
                } else {
                    0.5
                },
            )
        } else if pronoun && !to_many {
            tie(local, 0.7)
        } else if beside == Person::Pronoun && !to_many {
            tie(beside, 0.4)
        } else {
            tie(Person::None, 0.25)
        }
    }
}

/// The token after the pupil's whole name, when it stands at `index`, given name first.
fn full_name(reading: &Reading<'_>, index: usize, pupil: &Pupil) -> Option<usize> {
    let rest = pupil.given_rest.iter().chain(&pupil.family);
    let mut end = index + 1;
    for word in rest {
        if reading.word_at(end) != word {
            return None;
        }
        end += 1;
    }
    (!pupil.family.is_empty()).then_some(end)
}

/// The token after a family name that starts at `index`: "Maes", "De Wachter", "van der Berg".
fn surname(reading: &Reading<'_>, index: usize, names: &NameLists) -> Option<usize> {
    let adjacent = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|left| matches!(reading.between(left), " " | "-" | "'"))
    };
    let mut at = index;
    while at < index + 3
        && adjacent(at)
        && matches!(
            reading.word_at(at),
            "van" | "de" | "der" | "den" | "het" | "t" | "ten" | "el" | "da" | "du" | "le" | "la" | "o" | "d"
        )
    {
        at += 1;
    }
    let token = reading.tokens.get(at)?;
    let fits = adjacent(at)
        && token.shape == Shape::Capital
        && (at > index || names.surnames.contains(reading.word(token)));
    fits.then_some(at + 1)
}

/// Whether a word makes the name after it a family's: "gezin Yilmaz".
fn is_family(word: &str) -> bool {
    matches!(word, "familie" | "gezin" | "fam" | "famille" | "family")
}

/// A course of study after its year: "5 Kantoor", "6 Latijn".
fn is_course(reading: &Reading<'_>, index: usize) -> bool {
    let capital = reading
        .tokens
        .get(index)
        .is_some_and(|token| token.shape == Shape::Capital && token.range.len() > 3);
    capital
        && index
            .checked_sub(1)
            .is_some_and(|year| reading.between(year) == " ")
}

fn starts_sentence(reading: &Reading<'_>, index: usize) -> bool {
    reading
        .sentences
        .get(reading.sentence_of(index))
        .is_some_and(|sentence| sentence.tokens.start == index)
}

fn capitals(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<String> {
    let capital = tokens
        .filter_map(|at| reading.tokens.get(at))
        .filter(|token| token.shape == Shape::Capital);
    capital.map(|token| reading.word(token).to_owned()).collect()
}
