//! What a pattern of the lexicon means.

use crate::entity::{Category, Improper};

/// What a pattern says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning {
    /// Something that is not to be shared.
    Concept(Concept),
    /// Harmless words: what lies in them does not count.
    Mask,
    /// Something that changes what its surroundings mean.
    Cue(Cue),
}

/// A concept of the lexicon.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Concept {
    /// Index in [`LANGUAGES`](crate::language::LANGUAGES) of the lexicon it is from.
    pub language: usize,
    /// Its name, for explanation and for silencing.
    pub name: &'static str,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// How much it says by itself.
    pub strength: Strength,
}

/// What a concept is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    /// Sensitive pupil data.
    Sensitive(Category),
    /// Improper language.
    Improper(Improper),
    /// The private life of a colleague: the whole sentence, with who it is.
    Colleague(Category),
}

impl Topic {
    /// The topic with this word of the lexicon.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "insult" => Self::Improper(Improper::Insult),
            "discrimination" => Self::Improper(Improper::Discrimination),
            "threat" => Self::Improper(Improper::Threat),
            "sexual" => Self::Improper(Improper::Sexual),
            other => match other.strip_prefix("colleague-") {
                Some(category) => Self::Colleague(Category::parse(category)?),
                None => Self::Sensitive(Category::parse(other)?),
            },
        })
    }
}

/// How much a pattern says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Needs another one beside it.
    Weak,
    /// A situation that is usually, not always, sensitive.
    Frame,
    /// Plain words.
    Strong,
}

impl Strength {
    /// Evidence between 0 and 1. Only plain words reach the thresholds at which a teacher is warned; what is less than that is a
    /// hint, for a second opinion to raise.
    pub fn evidence(self) -> f32 {
        match self {
            Self::Weak => 0.25,
            Self::Frame => 0.4,
            Self::Strong => 1.0,
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "weak" => Some(Self::Weak),
            "frame" => Some(Self::Frame),
            "strong" => Some(Self::Strong),
            _ => None,
        }
    }
}

/// Something that changes what its surroundings mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Cue {
    /// Policy, training, all pupils: nobody in particular.
    Generic,
    /// A book, film, play or lesson.
    Fiction,
    /// A joke: what it tells of a pupil is no more true than a story, but an insult stays one.
    Jest,
    /// A colleague's own life, or the writer's.
    Staff,
    /// The writer's own body or family. Between colleagues, that is no pupil's; in a parent's mail it is.
    Own,
    /// What somebody else said.
    Report,
    /// Words that take the sting out: "nooit gepest".
    Denied,
    /// A form that is still to be filled in, or the request to do so: its own words say nothing about anybody.
    Blank,
    /// The mail goes to many at once: "your child" is nobody in particular.
    Many,
    /// A word that announces a password.
    Secret,
    /// A word that announces a code in digits.
    Code,
    /// Logging in, and accounts.
    Login,
    /// What one logs in to.
    Platform,
    /// What a login calls the name: "gebruiker", "identifiant".
    Account,
    /// A thing that a code opens, or that asks for one.
    Lock,
    /// Typing or turning a code.
    Entry,
    /// Pictures to choose one after another.
    Pictures,
    /// Words that come with a number: "groep7", "windows11".
    Series,
    /// A game, a sum, a story with codes in it.
    Riddle,
}

/// A set of cues.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Cues(u32);

impl Cues {
    /// These cues.
    pub const fn of(cues: &[Cue]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < cues.len() {
            #[expect(
                clippy::indexing_slicing,
                reason = "`get` is no const fn, and `at` is below the length"
            )]
            let cue = cues[at];
            set |= 1 << cue as u32;
            at += 1;
        }
        Self(set)
    }

    /// Adds the cues of another set.
    pub const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether the cue is one of them.
    pub const fn has(self, cue: Cue) -> bool {
        self.has_any(Self::of(&[cue]))
    }

    /// Whether one of these cues is.
    pub const fn has_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

impl Cue {
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "generic" => Some(Self::Generic),
            "fiction" => Some(Self::Fiction),
            "jest" => Some(Self::Jest),
            "staff" => Some(Self::Staff),
            "own" => Some(Self::Own),
            "report" => Some(Self::Report),
            "denied" => Some(Self::Denied),
            "blank" => Some(Self::Blank),
            "many" => Some(Self::Many),
            "secret" => Some(Self::Secret),
            "code" => Some(Self::Code),
            "login" => Some(Self::Login),
            "platform" => Some(Self::Platform),
            "account" => Some(Self::Account),
            "lock" => Some(Self::Lock),
            "entry" => Some(Self::Entry),
            "pictures" => Some(Self::Pictures),
            "series" => Some(Self::Series),
            "riddle" => Some(Self::Riddle),
            _ => None,
        }
    }
}
