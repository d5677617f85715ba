//! What the lists and classes of `assets/` say of a word, as a set: a word of a text is looked up once, whoever asks.

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u32);

impl Kinds {
    /// Parents and family: `mama`, `oma`.
    pub const PARENT: Self = Self(1);
    /// `hij`, `elle`, `her`.
    pub const PRONOUN: Self = Self(1 << 1);
    /// The writer's: `ik`, `mijn`. In a parent's mail about a child, the family.
    pub const OWN: Self = Self(1 << 2);
    /// Words for one child: `zoon`, `leerling`.
    pub const CHILD: Self = Self(1 << 3);
    /// What stands before one: `uw`, `die`.
    pub const OWNER: Self = Self(1 << 4);
    /// What stands before an adult's name: `juf`, `meneer`.
    pub const TITLE: Self = Self(1 << 5);
    /// `Dag`, `Beste`.
    pub const GREETING: Self = Self(1 << 6);
    /// `Groetjes`, `Mvg`.
    pub const CLOSING: Self = Self(1 << 7);
    /// What stands before a child's name: `leerling`, `zoon`.
    pub const ABOUT: Self = Self(1 << 8);
    /// What stands, with "van", before a child's name: `ouders`, `mama`.
    pub const KIN: Self = Self(1 << 9);
    /// `havo`, `leerjaar`.
    pub const GRADE: Self = Self(1 << 10);
    /// Verbs that follow a name at the start of a sentence: "Merel is".
    pub const VERB: Self = Self(1 << 11);
    /// What leads in a clause whose subject comes next: `dat`, `omdat`, `que`, `because`.
    pub const LEADS: Self = Self(1 << 12);
    /// Verbs a person follows rather than a thing: `mag`, `durft`.
    pub const ASKS: Self = Self(1 << 13);
    /// What makes a following capital no child: `Sint`, `Campus`.
    pub const PLACE: Self = Self(1 << 14);
    /// A first name.
    pub const FIRST_NAME: Self = Self(1 << 15);
    /// The last word of a surname.
    pub const SURNAME: Self = Self(1 << 16);
    /// A first name that is an ordinary word too.
    pub const AMBIGUOUS: Self = Self(1 << 17);
    /// The first word of a given name on the class list.
    pub const LISTED: Self = Self(1 << 18);
    /// A common word of Dutch.
    pub const DUTCH: Self = Self(1 << 19);
    /// A common word of French.
    pub const FRENCH: Self = Self(1 << 20);
    /// A common word of English.
    pub const ENGLISH: Self = Self(1 << 21);
    /// A word that patterns are looked for around.
    pub const ANCHOR: Self = Self(1 << 22);

    /// A word that fits one with a star.
    pub const STARRED: Self = Self(1 << 23);

    /// A word of the vocabulary that fits none with a star.
    pub const UNSTARRED: Self = Self(1 << 24);

    /// What a colleague is called: `juf`, `meneer`, `titularis`.
    pub const COLLEAGUE: Self = Self(1 << 25);

    /// A first name that begins many sentences of its language as another word: `elle`, `mon`.
    pub const NO_NAME: Self = Self(1 << 26);

    /// Where colleagues work that no pupil belongs to: `secretariaat`.
    pub const DESK: Self = Self(1 << 27);

    /// What a colleague does for another: `vervangt`.
    pub const STANDS_IN: Self = Self(1 << 28);

    /// What stands before a family's name: `gezin`.
    pub const FAMILY: Self = Self(1 << 29);

    /// A bit each for [`DUTCH`](Self::DUTCH), [`FRENCH`](Self::FRENCH) and [`ENGLISH`](Self::ENGLISH), the lowest first.
    pub const fn languages(self) -> u64 {
        (self.0 >> Self::DUTCH.0.trailing_zeros() & 0b111) as u64
    }

    /// What is in either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of `others` is in it.
    pub const fn has_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}
