//! What detectors find.

use std::ops::Range;

use mailwijs_mail::Part;

/// Everything found in one document, in reading order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entities {
    /// What was found.
    pub all: Vec<Entity>,
    /// Only a part of a very long text was looked at.
    pub partial: bool,
    /// So many invisible characters (soft hyphens, zero-width spaces) stand in it that somebody may be hiding words.
    pub hidden: bool,
}

/// A place in a part's text, in bytes on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// The part; for the body, `quoted` is set when the place lies in a quoted zone.
    pub part: Part,
    /// Byte range in that part's text.
    pub range: Range<usize>,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The words that show it: what a person would point at.
    pub span: Span,
    /// How sure, from 0 to 1 (evidence × person × context); checks compare it with their audience's threshold.
    pub score: f32,
}

/// Kinds of things that are found.
#[derive(Debug, Clone, PartialEq)]
pub enum EntityKind {
    /// A Belgian national number (rijksregister) with a right checksum: 97 − n mod 97.
    BelgianNationalNumber,
    /// A Belgian BIS number, of somebody who is not in the national register: the same with 20 or 40 added to the month.
    BelgianBisNumber,
    /// The number of a Belgian identity card, with its keyword near.
    BelgianIdentityCard,
    /// A Dutch citizen service number that satisfies the 11-test, with its keyword near.
    Bsn,
    /// A Dutch education number, of a pupil without BSN, with its keyword near.
    DutchEducationNumber,
    /// The number of a passport or a Dutch identity card, by its shape and keyword.
    TravelDocument,
    /// The number of a payment card: a known network, its length and the Luhn check digit.
    PaymentCard,
    /// An IBAN that satisfies mod 97; normalised, no spaces, upper case.
    Iban(String),
    /// A password, login code or PIN.
    Password,
    /// A sentence that seems to give a password, though nothing in it could be typed as one.
    UnseenPassword,
    /// Improper language of the writer.
    Improper(Improper),
    /// Sensitive data, with the person it is about.
    Sensitive {
        /// What it covers; one entity per category and concept.
        category: Category,
        /// The lexicon's concept, for explanation and for "not right" silencing.
        concept: String,
        /// What ties it to a pupil.
        person: Person,
    },
    /// A pupil is named or described.
    Pupil(Person),
}

/// What identifies the person, weakest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Person {
    /// Nobody in particular.
    #[default]
    None,
    /// A colleague, who is no pupil: named with a title or described.
    Colleague,
    /// A pronoun or a parent's role.
    Pronoun,
    /// "your son", "that boy in 3B".
    Role,
    /// Initials with a class or role.
    Initials,
    /// A name from the name lists or by its shape and place.
    Name,
    /// A name of the class list.
    ClassList,
}

/// What sensitive data is about (labelling guide).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Home situation.
    Family,
    /// Behaviour, emotions, bullying, self-harm, addiction.
    Psychosocial,
    /// Illness, medication, diagnosis.
    Medical,
    /// Learning-support need.
    Care,
    /// Poverty, unpaid bills.
    Financial,
    /// Police, youth court.
    Judicial,
    /// Religion, origin, residence status, orientation (GDPR art. 9).
    Special,
}

impl Category {
    /// Every category, in the order of the contract.
    pub const ALL: [Self; 7] = [
        Self::Family,
        Self::Psychosocial,
        Self::Medical,
        Self::Care,
        Self::Financial,
        Self::Judicial,
        Self::Special,
    ];

    /// The word used in JSON and in the lexicon.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Psychosocial => "psychosocial",
            Self::Medical => "medical",
            Self::Care => "care",
            Self::Financial => "financial",
            Self::Judicial => "judicial",
            Self::Special => "special",
        }
    }

    /// The category with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.as_str() == word)
    }
}

/// Kinds of improper language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Improper {
    /// Hurtful as a whole sentence, without a word that tells how.
    Hurtful,
    /// Insulting a person.
    Insult,
    /// Racist or otherwise discriminating.
    Discrimination,
    /// Threatening or inciting to violence.
    Threat,
    /// Sexually intimidating or pornographic.
    Sexual,
}
