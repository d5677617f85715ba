//! Name lists and word classes that tell persons apart.

use rustc_hash::FxHashSet;

use crate::lexicon;
use crate::normalise::fold;
use crate::pattern::Word;

const FIRST_NAMES: &str = include_str!("../../../assets/names/first-names.txt");
const MORE_FIRST_NAMES: &str = include_str!("../../../assets/names/more-first-names.txt");
const SURNAMES: &str = include_str!("../../../assets/names/surnames.txt");
const AMBIGUOUS: &str = include_str!("../../../assets/names/ambiguous.txt");

/// Names by list, folded.
#[derive(Debug)]
pub(crate) struct NameLists {
    /// First names.
    pub first: FxHashSet<String>,
    /// Last words of surnames.
    pub surnames: FxHashSet<String>,
    /// First names that are ordinary words too.
    pub ambiguous: FxHashSet<String>,
}

impl NameLists {
    /// The embedded lists.
    pub fn embedded() -> Self {
        let set = |file: &'static str| -> FxHashSet<String> {
            file.lines().map(fold).filter(|name| !name.is_empty()).collect()
        };
        let last_word = |name: &str| {
            fold(name)
                .rsplit([' ', '-', '\''])
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        Self {
            first: &set(FIRST_NAMES) | &set(MORE_FIRST_NAMES),
            surnames: SURNAMES
                .lines()
                .map(last_word)
                .filter(|name| name.len() > 2)
                .collect(),
            ambiguous: set(AMBIGUOUS),
        }
    }
}

/// Words that show who a sentence is about, from `persons.tsv`.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    /// Parents and family: `mama`, `oma`.
    pub parent: FxHashSet<String>,
    /// `hij`, `elle`, `her`.
    pub pronoun: FxHashSet<String>,
    /// The writer's: `ik`, `mijn`. In a parent's mail about a child, the family.
    pub own: FxHashSet<String>,
    /// Words for one child: `zoon`, `leerling`.
    pub child: FxHashSet<String>,
    /// What stands before one: `uw`, `die`.
    pub owner: FxHashSet<String>,
    /// What stands before an adult's name: `juf`, `meneer`.
    pub title: FxHashSet<String>,
    /// `Dag`, `Beste`.
    pub greeting: FxHashSet<String>,
    /// `Groetjes`, `Mvg`.
    pub closing: FxHashSet<String>,
    /// What stands before a child's name: `leerling`, `zoon`.
    pub about: FxHashSet<String>,
    /// What stands, with "van", before a child's name: `ouders`, `mama`.
    pub kin: FxHashSet<String>,
    /// `havo`, `leerjaar`.
    pub grade: FxHashSet<String>,
    /// Verbs that follow a name at the start of a sentence: "Merel is".
    pub verb: FxHashSet<String>,
    /// What leads in a clause whose subject comes next: `dat`, `omdat`, `que`, `because`.
    pub leads: FxHashSet<String>,
    /// Verbs a person follows rather than a thing: `mag`, `durft`.
    pub asks: FxHashSet<String>,
    /// What makes a following capital no child: `Sint`, `Campus`.
    pub place: FxHashSet<String>,
}

impl Roles {
    /// The embedded classes; of phrases only single words count here.
    pub fn embedded() -> Self {
        let classes = lexicon::classes();
        let take = |names: &[&str]| -> FxHashSet<String> {
            let phrases = names.iter().filter_map(|name| classes.get(name)).flatten();
            let single = phrases.filter_map(|phrase| match phrase.as_slice() {
                [Word::Literal { text, .. }] => Some(text.clone()),
                _ => None,
            });
            single.collect()
        };
        Self {
            parent: take(&["par", "fam"]),
            pronoun: take(&["pronoun"]),
            own: take(&["self"]),
            child: take(&["child"]),
            owner: take(&["owner"]),
            title: take(&["title"]),
            greeting: take(&["greeting"]),
            closing: take(&["closing"]),
            about: take(&["about"]),
            kin: take(&["kin"]),
            grade: take(&["grade"]),
            verb: take(&["verb"]),
            leads: take(&["leads"]),
            asks: take(&["asks"]),
            place: take(&["abstains"]),
        }
    }
}
