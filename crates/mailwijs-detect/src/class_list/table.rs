//! How class lists are written: headings, separators, encodings.

use std::borrow::Cow;

use super::ClassListError;

/// Headings that hold the given name, the family name, both, and the class: our own, and those that Smartschool,
/// Informat, Wisa, `ParnasSys`, Magister, Somtoday and Esis write.
pub(super) const GIVEN: [&str; 9] = [
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
pub(super) const INFIX: [&str; 5] = [
    "tussenvoegsel",
    "tussenv",
    "voorvoegsel",
    "voorvoegsels",
    "tussenvoegsels",
];
pub(super) const FAMILY: [&str; 10] = [
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
pub(super) const CLASS: [&str; 12] = [
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

pub(super) fn known(heading: &str) -> bool {
    [&GIVEN[..], &INFIX[..], &FAMILY[..], &CLASS[..]]
        .iter()
        .any(|names| names.contains(&heading))
}

pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_or_else(|_| encoding_rs::WINDOWS_1252.decode(bytes).0, Cow::Borrowed)
}

pub(super) fn delimiter(text: &str) -> u8 {
    let heading = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|&d| heading.bytes().filter(|&b| b == d).count())
        .unwrap_or(b',')
}

pub(super) fn line_of(error: &csv::Error) -> ClassListError {
    ClassListError::Line(error.position().map_or(1, csv::Position::line))
}
