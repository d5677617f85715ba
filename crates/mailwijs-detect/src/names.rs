//! Name lists and word classes that tell persons apart.

use crate::kinds::Kinds;
use crate::lexicon;
use crate::normalise::fold;
use crate::pattern::Word;
use crate::vocabulary::Vocabulary;

const FIRST_NAMES: &str = include_str!("../../../assets/names/first-names.txt");
const MORE_FIRST_NAMES: &str = include_str!("../../../assets/names/more-first-names.txt");
const SURNAMES: &str = include_str!("../../../assets/names/surnames.txt");
const AMBIGUOUS: &str = include_str!("../../../assets/names/ambiguous.txt");

/// Classes of `persons.tsv`, and what their words are; of phrases only single words count here.
const CLASSES: [(&str, Kinds); 20] = [
    ("par", Kinds::PARENT),
    ("fam", Kinds::PARENT),
    ("pronoun", Kinds::PRONOUN),
    ("self", Kinds::OWN),
    ("child", Kinds::CHILD),
    ("owner", Kinds::OWNER),
    ("title", Kinds::TITLE),
    ("col", Kinds::COLLEAGUE),
    ("greeting", Kinds::GREETING),
    ("closing", Kinds::CLOSING),
    ("about", Kinds::ABOUT),
    ("kin", Kinds::KIN),
    ("grade", Kinds::GRADE),
    ("verb", Kinds::VERB),
    ("leads", Kinds::LEADS),
    ("asks", Kinds::ASKS),
    ("abstains", Kinds::PLACE),
    ("no-name", Kinds::NO_NAME),
    ("desk", Kinds::DESK),
    ("stands-in", Kinds::STANDS_IN),
];

/// What makes the name after it a family's.
const FAMILIES: [&str; 8] = [
    "familie", "gezin", "fam", "kinderen", "broers", "zussen", "famille", "family",
];

/// Adds the embedded lists and classes.
pub(crate) fn add_to(vocabulary: &mut Vocabulary) {
    let classes = lexicon::classes();
    for (class, kinds) in CLASSES {
        for phrase in classes.get(class).into_iter().flatten() {
            if let [Word::Literal { text, .. }] = phrase.as_slice() {
                vocabulary.add(text, kinds);
            }
        }
    }
    for word in FAMILIES {
        vocabulary.add(word, Kinds::FAMILY);
    }
    for (file, kinds) in [
        (FIRST_NAMES, Kinds::FIRST_NAME),
        (MORE_FIRST_NAMES, Kinds::FIRST_NAME),
        (AMBIGUOUS, Kinds::AMBIGUOUS),
    ] {
        for name in file.lines().filter(|name| !name.is_empty()) {
            vocabulary.add(&fold(name), kinds);
        }
    }
    for name in SURNAMES.lines() {
        let name = fold(name);
        let last = name.rsplit([' ', '-', '\'']).next().unwrap_or_default();
        if last.len() > 2 {
            vocabulary.add(last, Kinds::SURNAME);
        }
    }
}
