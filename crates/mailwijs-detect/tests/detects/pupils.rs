//! What is told of pupils, and who they are.

use mailwijs_detect::{Category, Document, EntityKind, Person, Segment};
use mailwijs_mail::Part;

use crate::{DETECTOR, WARN, detect, found};

#[test]
fn flag_sensitive_data_about_a_pupil() {
    for (text, category, words) in [
        (
            "Lotte heeft suikerziekte en moet prikken.",
            Category::Medical,
            "suikerziekte",
        ),
        ("De ouders van Yusuf gaan scheiden.", Category::Family, "scheiden"),
        ("Uw zoon heeft een attest dyslexie.", Category::Care, "dyslexie"),
        ("J.V. uit 3B wordt gepest.", Category::Psychosocial, "gepest"),
        (
            "Roos Peeters moet voor de jeugdrechter komen.",
            Category::Judicial,
            "jeugdrechter",
        ),
    ] {
        let all = detect(text).all;
        let hit = all.iter().any(|entity| {
            matches!(&entity.kind, EntityKind::Sensitive { category: found, .. } if *found == category)
                && entity.score >= WARN
                && text[entity.span.range.clone()].contains(words)
        });
        assert!(hit, "{text}: {all:?}");
    }
}

#[test]
fn pass_what_is_about_nobody() {
    for text in [
        "Workshop over dyslexie voor alle leerkrachten op 5 maart.",
        "Het boek gaat over een jongen met autisme.",
        "De week tegen pesten begint maandag.",
        "Beste ouders, er zijn luizen vastgesteld in de klas.",
        "Afvalscheiding: we gaan stoffen scheiden in de les chemie van Lotte.",
    ] {
        let sensitive = found(text, |kind| matches!(kind, EntityKind::Sensitive { .. }));
        assert_eq!(sensitive, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_pronoun_is_nobody_s_name() {
    let named = |text| found(text, |kind| matches!(kind, EntityKind::Pupil(Person::Name)));
    for text in [
        "Elle est absente depuis lundi.",
        "Elle a eu une crise d'épilepsie hier.",
        "Elle doit prendre son traitement à midi, merci.",
        "Celle est rouge.",
        "Mark the tests before Friday, please.",
        "Bill to follow.",
    ] {
        assert_eq!(named(text), Vec::<String>::new(), "{text}");
    }
    for (text, name) in [
        ("Elle is ziek vandaag.", "Elle"),
        ("Elle heeft een epilepsieaanval gehad.", "Elle"),
        ("Elle Peeters est absente.", "Elle Peeters"),
        ("Mark has asthma.", "Mark"),
        ("Erin heeft dyslexie.", "Erin"),
    ] {
        assert_eq!(named(text), [name], "{text}");
    }
}

#[test]
fn a_name_in_the_subject_covers_the_mail() {
    let subject = Segment::own(Part::Subject, "Vraagje over Lotte");
    let body = Segment::own(
        Part::Body { quoted: false },
        "De diagnose epilepsie is bevestigd.",
    );
    let all = DETECTOR
        .detect(&Document {
            segments: vec![subject, body],
            correspondents: vec![],
        })
        .all;
    let person = all.iter().find_map(|entity| match &entity.kind {
        EntityKind::Sensitive { person, .. } if entity.score >= WARN => Some(*person),
        _ => None,
    });
    assert_eq!(person, Some(Person::ClassList));
}

#[test]
fn knows_what_identifies_a_pupil() {
    for (text, expected) in [
        ("Vandaag was Roos Peeters er niet.", Some(Person::ClassList)),
        ("Vandaag was Yusuf er niet.", Some(Person::ClassList)),
        ("R. Peeters was er niet.", Some(Person::Initials)),
        ("Vandaag was Emma er niet.", Some(Person::Name)),
        ("J.V. uit 3B was er niet.", Some(Person::Initials)),
        ("Uw zoon was er niet.", Some(Person::Role)),
        ("Dag Els, tot morgen.", None),
        ("Beste Emma, tot morgen.", None),
        ("Juf Emma was er niet.", None),
        ("Rozen en storm in de tuin.", None),
        ("Storm op komst, blijf binnen.", None),
        ("We gaan naar het Sint-Jan plein.", None),
    ] {
        let pupil = |entity: mailwijs_detect::Entity| match entity.kind {
            EntityKind::Pupil(person) => Some(person),
            _ => None,
        };
        let best = detect(text).all.into_iter().filter_map(pupil).max();
        assert_eq!(best, expected, "{text}");
    }
}
