//! The school's class list: the best way to know a pupil's name.

mod other_names;
mod table;

use rustc_hash::{FxHashMap, FxHashSet};
use thiserror::Error;

use crate::normalise::fold;
use other_names::OtherNames;
use table::{FAMILY, GIVEN, INFIX, decode, delimiter, known, line_of};

/// The pupils of a school, by name.
#[derive(Debug, Clone, Default)]
pub struct ClassList {
    /// Folded first word of a given name -> the pupils that have it.
    given: FxHashMap<String, Vec<Pupil>>,
    /// Folded family names, whole.
    families: FxHashSet<String>,
    /// Initials of a given and a family name, folded: "jv".
    initials: FxHashSet<String>,
    /// What given names become when they are shortened or mistyped.
    others: OtherNames,
    pupils: usize,
}

/// One pupil, folded into words as the text is.
#[derive(Debug, Clone)]
pub(crate) struct Pupil {
    /// Words of the given name after the first.
    pub given_rest: Vec<String>,
    /// Words of the family name.
    pub family: Vec<String>,
}

/// Why a class list cannot be used. Messages name columns and lines, never pupils.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ClassListError {
    /// Nothing in the file.
    #[error("the class list is empty: export it again with a heading line and one pupil a line")]
    Empty,
    /// No column with given names.
    #[error("no column with first names: call it given_name, Voornaam or Roepnaam (found: {0})")]
    NoGivenName(String),
    /// No column with family names.
    #[error("no column with family names: call it family_name, Naam or Achternaam (found: {0})")]
    NoFamilyName(String),
    /// A line that is no CSV.
    #[error(
        "line {0} cannot be read: check its quotation marks, and that the file was saved as CSV and not as a workbook"
    )]
    Line(u64),
    /// A heading and nothing else.
    #[error("the class list has a heading line but no pupils")]
    NoPupils,
}

impl ClassList {
    /// Reads a CSV file with a heading line: comma, semicolon or tab between columns, UTF-8 (with or without byte order
    /// mark) or Windows-1252.
    ///
    /// # Errors
    /// Says what is missing and what to do about it, without naming a pupil.
    pub fn parse(bytes: &[u8]) -> Result<Self, ClassListError> {
        let text = decode(bytes);
        if text.trim().is_empty() {
            return Err(ClassListError::Empty);
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(&text))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let headings: Vec<String> = reader
            .headers()
            .map_err(|error| line_of(&error))?
            .iter()
            .map(fold)
            .collect();
        let column = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| headings.iter().position(|h| h == name))
        };
        // Not the headings themselves when they may be a pupil: a list without heading line is a common mistake.
        let found = || {
            headings
                .iter()
                .filter(|h| known(h))
                .cloned()
                .collect::<Vec<_>>()
                .join(", ")
        };
        let given = column(&GIVEN).ok_or_else(|| ClassListError::NoGivenName(found()))?;
        let family = column(&FAMILY).ok_or_else(|| ClassListError::NoFamilyName(found()))?;
        let infix = column(&INFIX);
        let mut list = Self::default();
        for record in reader.records() {
            let record = record.map_err(|error| line_of(&error))?;
            let field = |column: usize| record.get(column).unwrap_or_default();
            let family = format!("{} {}", infix.map_or("", field), field(family));
            list.add(field(given), &family);
        }
        if list.pupils == 0 {
            Err(ClassListError::NoPupils)
        } else {
            Ok(list)
        }
    }

    /// How many pupils it holds.
    pub fn len(&self) -> usize {
        self.pupils
    }

    /// Whether it holds nobody.
    pub fn is_empty(&self) -> bool {
        self.pupils == 0
    }

    fn add(&mut self, given: &str, family: &str) {
        let (given, family) = (words(given), words(family));
        let Some((first, rest)) = given.split_first() else {
            return;
        };
        self.pupils += 1;
        if !family.is_empty() {
            self.families.insert(family.join(" "));
        }
        if let (Some(given), Some(family)) = (
            first.chars().next(),
            family.first().and_then(|f| f.chars().next()),
        ) {
            self.initials.insert([given, family].iter().collect());
        }
        if !self.given.contains_key(first) {
            self.others.add(first);
        }
        let pupil = Pupil {
            given_rest: rest.to_vec(),
            family,
        };
        self.given.entry(first.clone()).or_default().push(pupil);
    }

    /// The first words of given names, folded.
    pub(crate) fn given_names(&self) -> impl Iterator<Item = &str> {
        self.given.keys().map(String::as_str)
    }

    /// Pupils whose given name begins with this folded word.
    pub(crate) fn named(&self, word: &str) -> &[Pupil] {
        self.given.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a pupil has this family name and a given name that begins so (both folded).
    pub(crate) fn has_pupil(&self, initial: &str, family: &str) -> bool {
        self.families.contains(family)
            && self.given.iter().any(|(given, pupils)| {
                given.starts_with(initial) && pupils.iter().any(|pupil| pupil.family.join(" ") == family)
            })
    }

    /// Whether a folded word is a pupil's nickname: "Lotje" and "Lot" for Lotte, "Jef" for Jozef.
    pub(crate) fn has_nickname(&self, word: &str) -> bool {
        self.others
            .are_short_for(word, |name| self.given.contains_key(name))
    }

    /// Whether a folded word is a longer given name with one letter wrong, missing, doubled or two swapped.
    pub(crate) fn has_mistyped(&self, word: &str) -> bool {
        self.others.are_mistyped_as(word)
    }

    /// Whether a pupil has these initials: folded, given name first.
    pub(crate) fn has_initials(&self, given: char, family: char) -> bool {
        self.initials
            .contains(&[given, family].iter().collect::<String>())
    }

    /// Whether this is a pupil's whole family name (folded, words with a space between).
    pub(crate) fn has_family(&self, name: &str) -> bool {
        self.families.contains(name)
    }
}

fn words(name: &str) -> Vec<String> {
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_school_software_writes() {
        for bytes in [
            &b"given_name,family_name,class\nRune,Baetens,1A\n"[..],
            b"\xef\xbb\xbfNaam;Voornaam;Klas\nBaetens;Rune;1A\n",
            b"Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas\r\n1;Rune;;Baetens;1A\r\n",
            b"\"Achternaam\",\"Roepnaam\",\"Groep\"\n\"Baetens\",\"Rune\",\"5\"\n",
        ] {
            let list = ClassList::parse(bytes).unwrap();
            assert_eq!(list.len(), 1);
            assert_eq!(list.named("rune").first().unwrap().family, ["baetens"]);
        }
    }

    #[test]
    fn reads_windows_1252_and_infixes() {
        let list = ClassList::parse(b"Roepnaam;Tussenvoegsel;Achternaam\nZo\xeb;van der;Bru\xefn\n").unwrap();
        assert_eq!(list.named("zoe").first().unwrap().family, ["van", "der", "bruin"]);
        assert!(list.has_family("van der bruin"));
    }

    #[test]
    fn errors_say_what_to_do_and_name_no_pupil() {
        for (bytes, error) in [
            (&b"  "[..], ClassListError::Empty),
            (
                b"Rune,Baetens,1A\nFleur,Cornelis,1A\n",
                ClassListError::NoGivenName(String::new()),
            ),
            (
                b"Voornaam;Klas\nRune;1A\n",
                ClassListError::NoFamilyName("voornaam, klas".into()),
            ),
            (b"Voornaam;Naam\n", ClassListError::NoPupils),
        ] {
            assert_eq!(ClassList::parse(bytes).unwrap_err(), error);
        }
    }
}
