//! Other ways to write the given names of a class list: short, small and mistyped.
//!
//! Every unknown capital of a mail is looked up here, so what names become is kept by itself: to go through a list of a thousand
//! pupils each time would be a fifth of all work on a thread.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// Names shorter than this have too many neighbours to guess at.
const GUESSED: usize = 6;
/// The fewest letters of a short form: "Seb".
const SHORT_FORM: usize = 3;
/// Endings that make a name small.
const DIMINUTIVES: [&str; 6] = ["tje", "eke", "ske", "je", "ke", "ie"];

/// Short names by the full names they do not look like, from `assets/checks/nicknames.tsv`.
static NICKNAMES: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let rows = include_str!("../../../../assets/checks/nicknames.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let (short, full) = line.split_once('\t')?;
        Some((short, full.split(' ').collect()))
    })
    .collect()
});

/// What given names become.
#[derive(Debug, Clone, Default)]
pub(super) struct OtherNames {
    /// Beginnings of names that have at least two letters more.
    short: FxHashSet<String>,
    /// Longer names, whole and with one letter left out: what a mistyped name still has in common with them.
    lacking: FxHashMap<String, Vec<String>>,
}

impl OtherNames {
    /// Adds what a folded name becomes.
    pub fn add(&mut self, name: &str) {
        let beginnings = (SHORT_FORM..name.len().saturating_sub(1)).filter_map(|length| name.get(..length));
        self.short.extend(beginnings.map(str::to_owned));
        if name.chars().count() >= GUESSED {
            let mut add = |form: &str| {
                let names = self.lacking.entry(form.to_owned()).or_default();
                names.push(name.to_owned());
                false
            };
            add(name);
            any_without_a_letter(name, add);
        }
    }

    /// Whether a folded word is the nickname, the diminutive or the short form of a name; `is_given` tells given names.
    pub fn are_short_for(&self, word: &str, is_given: impl Fn(&str) -> bool) -> bool {
        let stands_for = NICKNAMES.get(word).into_iter().flatten();
        let small = DIMINUTIVES.iter().filter_map(|ending| word.strip_suffix(ending));
        let small = small.filter(|stem| stem.len() >= SHORT_FORM);
        stands_for.into_iter().any(|name| is_given(name))
            || small
                .chain([word])
                .any(|stem| is_given(stem) || self.short.contains(stem))
    }

    /// Whether a folded word is a longer name with one letter wrong, missing, doubled or two swapped.
    pub fn are_mistyped_as(&self, word: &str) -> bool {
        let slipped = |form: &str| {
            let names = self.lacking.get(form).into_iter().flatten();
            names.into_iter().any(|name| is_one_slip(word, name))
        };
        word.chars().count() + 1 >= GUESSED && (slipped(word) || any_without_a_letter(word, slipped))
    }
}

/// Whether something holds of a word that lacks one letter, of any of its letters.
fn any_without_a_letter(word: &str, mut holds: impl FnMut(&str) -> bool) -> bool {
    let mut form = String::with_capacity(word.len());
    word.char_indices().any(|(at, letter)| {
        form.clear();
        form.push_str(word.get(..at).unwrap_or_default());
        form.push_str(word.get(at + letter.len_utf8()..).unwrap_or_default());
        holds(&form)
    })
}

/// One letter wrong, missing or added, or two neighbours swapped (Damerau).
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let alike = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let rest = |word: &[char], skip: usize| word.get(alike + skip..).map(<[char]>::to_vec);
    let swapped = rest(&one, 2) == rest(&other, 2)
        && rest(&one, 2).is_some()
        && one.get(alike) == other.get(alike + 1)
        && one.get(alike + 1) == other.get(alike);
    let same = |skip: usize, other_skip: usize| {
        rest(&one, skip).is_some() && rest(&one, skip) == rest(&other, other_skip)
    };
    one != other && (same(1, 1) || same(1, 0) || same(0, 1) || swapped)
}

#[cfg(test)]
mod tests {
    use crate::class_list::ClassList;

    #[test]
    fn knows_pupils_by_other_names() {
        let list = "given_name,family_name\nLotte,Peeters\nSebastiaan,Maes\nJozef,Claes\nAlexander,Vos\nRune,Baetens\n";
        let list = ClassList::parse(list.as_bytes()).unwrap();
        for nickname in ["lotje", "lot", "seb", "jef", "runeke", "alex"] {
            assert!(list.has_nickname(nickname), "{nickname}");
        }
        for other in ["lo", "lotus", "jan", "maes"] {
            assert!(!list.has_nickname(other), "{other}");
        }
        for mistyped in ["alxander", "alexandre", "alexsander", "sebastaan", "sebastiaen"] {
            assert!(list.has_mistyped(mistyped), "{mistyped}");
        }
        for other in ["alexander", "alexandra2", "lotta", "leander", "sebas"] {
            assert!(!list.has_mistyped(other), "{other}");
        }
    }
}
