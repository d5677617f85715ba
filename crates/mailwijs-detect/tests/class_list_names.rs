//! Pupils of the class list, by whatever name a teacher writes.

#![allow(clippy::expect_used, reason = "a test may panic")]

use mailwijs_detect::{ClassList, Detector, Document, EntityKind, Person, Segment};
use mailwijs_mail::Part;

const LIST: &str = "given_name,family_name,class\nLotte,Peeters,3B\nSebastiaan,Maes,3B\nJozef,Verstraete,3B\nAlexander,Vos,L4\n";

fn pupils(text: &str) -> Vec<(String, Person)> {
    let list = ClassList::parse(LIST.as_bytes()).expect("a good list");
    let document = Document {
        segments: vec![Segment::own(Part::Body { quoted: false }, text)],
        correspondents: vec!["Jef Cuypers", "jef.cuypers@school.example"],
    };
    let found = Detector::new(&list).detect(&document).all.into_iter();
    found
        .filter_map(|entity| match entity.kind {
            EntityKind::Pupil(person) => Some((text.get(entity.span.range)?.to_owned(), person)),
            _ => None,
        })
        .collect()
}

#[test]
fn nicknames_typing_errors_and_initials() {
    for (text, name, person) in [
        (
            "Ik maak me zorgen over Sebastiaanke.",
            "Sebastiaanke",
            Person::ClassList,
        ),
        ("Gisteren was Seb er niet.", "Seb", Person::Name),
        ("Volgens Alexnader was het de bal.", "Alexnader", Person::Name),
        ("Kan je eens met J.V. praten?", "J.V", Person::Initials),
        ("Het zusje van Lotte komt ook.", "Lotte", Person::ClassList),
    ] {
        assert!(
            pupils(text).contains(&(name.to_owned(), person)),
            "{text} {:?}",
            pupils(text)
        );
    }
}

#[test]
fn what_only_resembles_a_pupil() {
    for text in [
        "Het Lotto-formulier ligt klaar.",
        "N.B. de bus vertrekt vroeger.",
        "Dag Jef,\n\nTot straks!",
        "De Alexanderbrug is dicht.",
        "P.V. van de vergadering",
    ] {
        assert_eq!(pupils(text), [], "{text}");
    }
}
