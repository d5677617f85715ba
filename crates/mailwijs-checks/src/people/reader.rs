//! Whether a name that a greeting calls can be a reader's.

use std::collections::HashMap;
use std::sync::LazyLock;

use mailwijs_mail::Address;

use super::{AddressWord, Greeted, Person, address_word, is_given_name};
use crate::words::{fold, rows, tokens};

/// So many letters alike at the beginning make one name of two: "Es" and "Esther".
const ALIKE: usize = 2;
/// A name this long may stand within another: "Lies" in "Elisabeth" does not, "Bert" in "Robert" does.
const WITHIN: usize = 3;

/// The names by which a reader can be called.
#[derive(Debug)]
pub struct Reader {
    /// Every word of the display name and of the part before the @, folded.
    words: Vec<String>,
    /// There is more than a given name.
    has_family: bool,
    /// The display name says so, not only the address.
    pub has_display_name: bool,
    /// One of the words is a common given name: it is a person, not a firm.
    pub is_surely_a_person: bool,
}

/// Short forms that do not look like the name they stand for.
static NICKNAMES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in rows(include_str!("../../../../assets/checks/nicknames.tsv")) {
        if let [short, full] = *row {
            names.entry(short).or_default().extend(full.split(' '));
        }
    }
    names
});

impl Reader {
    /// The names of an address; `None` when it does not tell surely who reads it: a desk, a family, initials, a made-up name.
    pub fn of(address: &Address) -> Option<Self> {
        let person = Person::new(address);
        if person.office || person.parent {
            return None;
        }
        let display = if address.name.contains('@') {
            Vec::new()
        } else {
            names(&address.name)
        };
        let local = address.email.split(['@', '+']).next().unwrap_or_default();
        let has_display_name = display.len() > 1;
        let words = [display, names(local)].concat();
        let is_surely_a_person = words.iter().any(|word| is_given_name(word));
        let long = words.iter().filter(|word| word.len() > WITHIN - 1).count();
        (has_display_name || is_surely_a_person).then_some(Self {
            words,
            has_family: has_display_name || long > 1,
            has_display_name,
            is_surely_a_person,
        })
    }

    /// Whether a greeting can be meant for this reader. When in doubt it can.
    pub fn may_be(&self, greeted: &Greeted) -> bool {
        // A given name is always known, or the reader would not be.
        let comparable = !greeted.titled || self.has_family;
        !comparable
            || greeted
                .words
                .iter()
                .any(|called| self.words.iter().any(|word| same_name(called, word)))
            || self.has_initials(greeted)
    }

    /// "PJ" for Pieter-Jan.
    fn has_initials(&self, greeted: &Greeted) -> bool {
        let initials: String = self.words.iter().filter_map(|word| word.chars().next()).collect();
        let called = greeted.words.concat();
        called.len() <= WITHIN && initials.contains(&called)
    }
}

/// Words of a name; "d'Hondt" is "hondt".
fn names(text: &str) -> Vec<String> {
    let words = tokens(text).into_iter().flat_map(|token| {
        let parts: Vec<String> = token
            .word
            .split(|c: char| !c.is_alphabetic())
            .map(str::to_owned)
            .collect();
        parts
    });
    let is_name = |word: &String| {
        word.len() > 1 && !matches!(address_word(word), Some(AddressWord::Title | AddressWord::Note))
    };
    words.filter(is_name).collect()
}

/// Whether two words may be forms of one name, as they are spelled and shortened.
fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (spelled(one), spelled(other));
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (short, long) = if one.len() < other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    alike >= ALIKE
        || short.len() >= WITHIN && long.contains(short.as_str())
        || abbreviates(short, long)
        || stands_for(&one, &other)
        || stands_for(&other, &one)
}

/// `vdb` for Van den Bussche: letters without a vowel, in the order of the name.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    let in_order = short
        .chars()
        .all(|letter| letters.by_ref().any(|other| other == letter));
    let vowel = short.contains(['a', 'e', 'i', 'o', 'u']);
    short.len() >= ALIKE && short.chars().next() == long.chars().next() && in_order && !vowel
}

fn stands_for(short: &str, full: &str) -> bool {
    NICKNAMES.get(short).is_some_and(|names| {
        names
            .iter()
            .any(|name| spelled(name) == full || full.starts_with(name))
    })
}

/// One spelling for names that sound alike: Sophie and Sofie, Erik and Eric, Ann and An.
fn spelled(name: &str) -> String {
    let sounds = fold(name)
        .replace("ph", "f")
        .replace("th", "t")
        .replace("ck", "k")
        .replace("ch", "k")
        .replace(['c', 'q'], "k")
        .replace('y', "i")
        .replace('z', "s");
    let mut spelled = String::with_capacity(sounds.len());
    for letter in sounds.chars() {
        if !spelled.ends_with(letter) {
            spelled.push(letter);
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(text: &str) -> Option<Reader> {
        let (name, email) = text.split_once('<').unwrap_or(("", text));
        Reader::of(&Address {
            name: name.trim().to_owned(),
            email: email.trim_end_matches('>').to_owned(),
        })
    }

    fn greeted(name: &str) -> Greeted {
        let titled = name.strip_prefix("mevrouw ");
        Greeted {
            words: fold(titled.unwrap_or(name))
                .split(' ')
                .map(str::to_owned)
                .collect(),
            titled: titled.is_some(),
            range: 0..0,
        }
    }

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../assets/checks/nicknames.tsv");
        assert_eq!(rows(table).count(), NICKNAMES.len());
    }

    #[test]
    fn names_that_fit() {
        for (name, address) in [
            ("Es", "Esther Mulder <esther.mulder@school.example>"),
            ("PJ", "Pieter-Jan Thys <pieter-jan.thys@school.example>"),
            ("Neleke", "Nele Pauwels <nele.pauwels@school.example>"),
            ("Bert", "Robert Maes <robert.maes@school.example>"),
            ("Jef", "Jozef Maes <jozef.maes@school.example>"),
            ("Sophie", "sofie.maes@school.example"),
            ("Katrien", "catherine.maes@school.example"),
            ("Ann", "Peeters, An <an.peeters@school.example>"),
            ("mevrouw Peeters", "An Peeters <anneke@gmail.com>"),
            ("mevrouw Van den Eynde", "h.vandeneynde@gmail.com"),
            ("mevrouw Vandenbroucke", "katrien.vdb@telenet.be"),
            ("mevrouw D'Hondt", "Sara D'hondt <sara@gmail.com>"),
            // Nothing to compare with.
            ("mevrouw Peeters", "sofie@gmail.com"),
        ] {
            let fits = reader(address).is_none_or(|reader| reader.may_be(&greeted(name)));
            assert!(fits, "{name} {address}");
        }
    }

    #[test]
    fn names_that_do_not() {
        for (name, address) in [
            ("Tom", "sofie@gmail.com"),
            ("Tom", "Sofie Maes <sofie.maes@school.example>"),
            ("mevrouw Peeters", "Ann Claes <ann.claes@school.example>"),
            ("Els", "ann.claes@school.example"),
            ("mevrouw Peeters", "katrien.vdb@telenet.be"),
        ] {
            assert!(
                !reader(address).unwrap().may_be(&greeted(name)),
                "{name} {address}"
            );
        }
    }

    #[test]
    fn readers_that_are_not_known() {
        for address in [
            "info@school.example",
            "familie.maes@telenet.be",
            "k.verlinden.hv@gmail.com",
            "zonnetje83@hotmail.com",
            "Mama van Lotte <zon@telenet.be>",
        ] {
            assert!(reader(address).is_none(), "{address}");
        }
    }
}
