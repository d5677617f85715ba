//! The school's class list: the best way to know a pupil's name.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use thiserror::Error;

use crate::normalise::fold;

/// Headings that hold the given name, the family name, both, and the class: our own, and those that Smartschool,
/// Informat, Wisa, `ParnasSys`, Magister, Somtoday and Esis write.
const GIVEN: [&str; 9] = [
    "given_name",
    "voornaam",
    "roepnaam",
    "prenom",
    "first name",
    "firstname",
    "given name",
    "voornamen",
    "roepnaam leerling",
];
const INFIX: [&str; 5] = [
    "tussenvoegsel",
    "tussenv",
    "voorvoegsel",
    "voorvoegsels",
    "tussenvoegsels",
];
const FAMILY: [&str; 10] = [
    "family_name",
    "naam",
    "achternaam",
    "familienaam",
    "nom",
    "last name",
    "lastname",
    "surname",
    "family name",
    "nom de famille",
];
const CLASS: [&str; 12] = [
    "class",
    "klas",
    "klasnaam",
    "groep",
    "groepsnaam",
    "stamklas",
    "klascode",
    "officiele klas",
    "lesgroep",
    "basisgroep",
    "classe",
    "instructiegroep",
];

/// The pupils of a school, by name.
#[derive(Debug, Clone, Default)]
pub struct ClassList {
    /// Folded first word of a given name -> the pupils that have it.
    given: FxHashMap<String, Vec<Pupil>>,
    /// Folded family names, whole.
    families: FxHashSet<String>,
    /// Initials of a given and a family name, folded: "jv".
    initials: FxHashSet<String>,
    /// Longer given names, whole and with one letter left out: what a mistyped name still has in common with them.
    shortened: FxHashMap<String, Vec<String>>,
    pupils: usize,
}

/// Names shorter than this have too many neighbours to guess at.
const GUESSED: usize = 6;
/// The fewest letters of a short form: "Seb".
const SHORT_FORM: usize = 3;
/// Endings that make a name small.
const DIMINUTIVES: [&str; 6] = ["tje", "eke", "ske", "je", "ke", "ie"];

/// Short names by the full names they do not look like, from `assets/checks/nicknames.tsv`.
static NICKNAMES: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let rows = include_str!("../../../assets/checks/nicknames.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let (short, full) = line.split_once('\t')?;
        Some((short, full.split(' ').collect()))
    })
    .collect()
});

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
        if first.chars().count() >= GUESSED && !self.given.contains_key(first) {
            for shortened in without_a_letter(first).into_iter().chain([first.clone()]) {
                self.shortened.entry(shortened).or_default().push(first.clone());
            }
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
        let stands_for = NICKNAMES.get(word).into_iter().flatten();
        let small = DIMINUTIVES.iter().filter_map(|ending| word.strip_suffix(ending));
        let small = small.filter(|stem| stem.len() >= SHORT_FORM);
        stands_for.into_iter().any(|name| self.given.contains_key(*name))
            || small
                .chain([word])
                .any(|stem| self.given.contains_key(stem) || self.begins_a_name(stem))
    }

    /// A short form: the beginning of a given name that has at least two letters more.
    fn begins_a_name(&self, stem: &str) -> bool {
        stem.len() >= SHORT_FORM
            && self
                .given
                .keys()
                .any(|name| name.len() > stem.len() + 1 && name.starts_with(stem))
    }

    /// Whether a folded word is a longer given name with one letter wrong, missing, doubled or two swapped.
    pub(crate) fn has_mistyped(&self, word: &str) -> bool {
        let candidates = |form: &str| self.shortened.get(form).into_iter().flatten();
        word.chars().count() + 1 >= GUESSED
            && without_a_letter(word)
                .iter()
                .map(String::as_str)
                .chain([word])
                .flat_map(candidates)
                .any(|name| is_one_slip(word, name))
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

/// Every form of a word that lacks one letter.
fn without_a_letter(word: &str) -> Vec<String> {
    let forms = word.char_indices().map(|(at, letter)| {
        let rest = word.get(at + letter.len_utf8()..).unwrap_or_default();
        format!("{}{rest}", word.get(..at).unwrap_or_default())
    });
    forms.collect()
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

fn known(heading: &str) -> bool {
    [&GIVEN[..], &INFIX[..], &FAMILY[..], &CLASS[..]]
        .iter()
        .any(|names| names.contains(&heading))
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_or_else(|_| encoding_rs::WINDOWS_1252.decode(bytes).0, Cow::Borrowed)
}

fn delimiter(text: &str) -> u8 {
    let heading = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|&d| heading.bytes().filter(|&b| b == d).count())
        .unwrap_or(b',')
}

fn line_of(error: &csv::Error) -> ClassListError {
    ClassListError::Line(error.position().map_or(1, csv::Position::line))
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
        assert!(list.has_initials('j', 'c') && !list.has_initials('c', 'j'));
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
