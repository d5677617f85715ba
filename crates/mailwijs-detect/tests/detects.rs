//! What must be found and what must be left alone, in the words of a school day.

#![allow(clippy::string_slice, clippy::expect_used, reason = "a test may panic")]

use mailwijs_detect::{Category, ClassList, Detector, Document, Entities, EntityKind, Person, Segment};
use mailwijs_mail::{Part, ZoneKind};
use proptest::prelude::*;
use std::sync::LazyLock;

/// The level from which a check warns by default.
const WARN: f32 = 0.6;

static DETECTOR: LazyLock<Detector> = LazyLock::new(|| {
    let list = "given_name,family_name,class\nRoos,Peeters,3B\nYusuf,El Amrani,3B\nLotte,De Wachter,L4\n";
    Detector::new(&ClassList::parse(list.as_bytes()).expect("a good list"))
});

fn detect(body: &str) -> Entities {
    let segments = vec![Segment::own(Part::Body { quoted: false }, body)];
    DETECTOR.detect(&Document {
        segments,
        correspondents: vec!["Els Maes", "els.maes@school.example"],
    })
}

/// The texts of what was found surely enough.
fn found(body: &str, wanted: impl Fn(&EntityKind) -> bool) -> Vec<String> {
    let all = detect(body).all;
    let sure = all
        .into_iter()
        .filter(|entity| entity.score >= WARN && wanted(&entity.kind));
    sure.map(|entity| body[entity.span.range].to_owned()).collect()
}

fn is_number(kind: &EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::BelgianNationalNumber | EntityKind::Bsn | EntityKind::Iban(_)
    )
}

fn is_password(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Password)
}

fn is_improper(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Improper(_))
}

#[test]
fn flag_identifiers() {
    for (text, expected) in [
        (
            "Het rijksregisternummer van Lotte is 11.02.14-257.82.",
            "11.02.14-257.82",
        ),
        ("rrn 85073003328 graag inschrijven", "85073003328"),
        ("Insz: 090912 113 02", "090912 113 02"),
        (
            "11\u{a0}.02.14\u{2011}257.82 (rijksregister)",
            "11\u{a0}.02.14\u{2011}257.82",
        ),
        ("RRN: 1\u{ad}1.02.14-257.82", "1\u{ad}1.02.14-257.82"),
        ("RRN: 11.02.14-\n> 257.82", "11.02.14-\n> 257.82"),
        ("RRN: １１.０２.１４-２５７.８２", "１１.０２.１４-２５７.８２"),
        ("Zijn BSN is 111222333, kun je hem aanmelden?", "111222333"),
        ("Burgerservicenummer: 111 222 333", "111 222 333"),
        ("terugbetaling op BE71 0961 2345 6769.", "BE71 0961 2345 6769"),
        ("op nl20ingb0001234567 graag", "nl20ingb0001234567"),
    ] {
        assert_eq!(found(text, is_number), [expected], "{text}");
    }
}

#[test]
fn pass_numbers_that_are_nobody() {
    for text in [
        "Bel 0470 12 34 56 of 09 123 45 67.",
        "Mededeling +++010/8068/17183+++",
        "Order 123456782, kopieerapparaat",
        "Zijn BSN is 123456789, dat klopt niet",
        "Het rijksregisternummer 11.02.14-257.83 is fout",
        "BE71 0961 2345 6768",
        "ISBN 978-90-5487-123-4",
        "dossier 85073003328",
    ] {
        assert_eq!(found(text, is_number), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn flag_passwords() {
    for (text, expected) in [
        ("login: docent\npaswoord: Lente2024sj\n", "paswoord: Lente2024sj"),
        (
            "Het wachtwoord van Yusuf voor Smartschool is Zomer2024!",
            "wachtwoord van Yusuf voor Smartschool is Zomer2024!",
        ),
        ("ontgrendelen met pincode 7391 (niet op de wagen)", "pincode 7391"),
        (
            "Mot de passe provisoire : Mésange-407. Merci",
            "Mot de passe provisoire : Mésange-407",
        ),
        (
            "Inloggen met juf als gebruiker en Gordijn-Open8 als ww.",
            "Gordijn-Open8 als ww",
        ),
        (
            "De code van het alarm is 4829, niet doorgeven.",
            "code van het alarm is 4829",
        ),
        ("De wifi-code is sintjan-2025.", "wifi-code is sintjan-2025"),
        ("ww:Kip12345", "ww:Kip12345"),
        (
            "Wifi op de kamers: netwerk Internaat-2, sleutel egelpad-noord-77. Om 22u valt die uit.",
            "Wifi op de kamers: netwerk Internaat-2, sleutel egelpad-noord-77",
        ),
        (
            "Wachtwoord van het netwerk Zonnebloem12, niet doorgeven.",
            "Wachtwoord van het netwerk Zonnebloem12",
        ),
        (
            "met wachtwoord 2CpraatMee!. Niet veranderen",
            "wachtwoord 2CpraatMee!",
        ),
    ] {
        assert_eq!(found(text, is_password), [expected], "{text}");
    }
}

#[test]
fn pass_talk_about_passwords() {
    for text in [
        "Ik ben mijn wachtwoord vergeten, kan je het resetten?",
        "Je wachtwoord krijg je morgen op papier.",
        "Een wachtwoord is minstens 12 tekens lang.",
        "Het wachtwoord is verlopen sinds 12 maart 2025.",
        "Kies een nieuw wachtwoord via https://accounts.example/reset?id=4a7f",
        "Mijn pincode werkt niet meer, kan iemand helpen?",
        "Wachtwoord: zie papier in je postvak",
        "Vanaf 1 maart 2025 wijzigt het wachtwoord van iedereen.",
        "wachtwoord resetten voor klas 3B",
    ] {
        assert_eq!(found(text, is_password), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn flag_improper_words_of_the_writer() {
    for text in [
        "Wat een debiele klas, die achterlijke kinderen leren het nooit.",
        "Hou je bek of ik sla je in elkaar.",
        "Zij is een domme trut en dat mag ze weten.",
        "Die marokkanen deugen allemaal niet.",
    ] {
        assert_ne!(found(text, is_improper), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn pass_reports_and_lessons() {
    for text in [
        "Lotte riep 'vuile trut' naar haar buurvrouw.",
        "Hij zei tegen Roos dat ze een idioot was.",
        "In de roman wordt de jongen een achterlijke idioot genoemd.",
    ] {
        assert_eq!(found(text, is_improper), Vec::<String>::new(), "{text}");
    }
}

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

/// What is told of colleagues.
fn of_colleagues(text: &str) -> Vec<String> {
    found(text, |kind| {
        matches!(
            kind,
            EntityKind::Sensitive {
                person: Person::Colleague,
                ..
            }
        )
    })
}

#[test]
fn flag_the_private_life_of_colleagues() {
    for (text, expected) in [
        (
            "Meneer Wouters zit thuis met een burn-out.",
            "Meneer Wouters zit thuis met een burn-out",
        ),
        (
            "Wist je van de echtscheiding van juf Karen?",
            "echtscheiding van juf Karen",
        ),
        (
            "Onze directrice heeft borstkanker.",
            "directrice heeft borstkanker",
        ),
        (
            "Mevr. Bos is afwezig. Ze heeft een zware depressie.",
            "Ze heeft een zware depressie",
        ),
        ("M. Petit est absent. Il fait un burn-out.", "Il fait un burn-out"),
        (
            "Mr Holt's divorce is the talk of the staffroom.",
            "Mr Holt's divorce",
        ),
    ] {
        assert_eq!(of_colleagues(text), [expected], "{text}");
    }
}

#[test]
fn a_colleague_by_a_bare_first_name_is_no_pupil() {
    for (text, expected) in [
        (
            "Onze collega Karen is er weer. Karen ligt in scheiding.",
            "Karen ligt in scheiding",
        ),
        (
            "Sofie van het secretariaat vroeg het na. Sofie heeft zware schulden.",
            "Sofie heeft zware schulden",
        ),
        (
            "Joris vervangt juf Karen tot Pasen. Joris kampt met een depressie.",
            "Joris kampt met een depressie",
        ),
        (
            "Ann from the office called. Ann is going through a divorce.",
            "Ann is going through a divorce",
        ),
        (
            "Sophie du secrétariat est là. Sophie fait un burn-out.",
            "Sophie fait un burn-out",
        ),
    ] {
        assert_eq!(of_colleagues(text), [expected], "{text}");
        let pupils = found(text, |kind| matches!(kind, EntityKind::Pupil(_)));
        assert_eq!(pupils, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_bare_first_name_that_may_be_a_pupil_s_stays_one() {
    for text in [
        "Karen heeft een zware depressie.",
        "Karen van de directie komt straks. Karen uit 3B heeft een zware depressie.",
        "Karen van de directie komt straks. Leerling Karen heeft een zware depressie.",
        "Roos van de directie komt straks. Roos heeft een zware depressie.",
        "Karen vervangt Lotte in het toneel. Karen heeft een zware depressie.",
    ] {
        assert_eq!(of_colleagues(text), Vec::<String>::new(), "{text}");
        let sensitive = found(text, |kind| matches!(kind, EntityKind::Sensitive { .. }));
        assert_ne!(sensitive, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn pass_what_staff_tell_of_one_another() {
    for text in [
        "Juf Karen is ziek, wie vangt op?",
        "Meneer Wouters is gevallen. Hij heeft zijn pols gebroken.",
        "Een collega heeft een burn-out.",
        "Ik lig in scheiding, schrijft juf Els.",
        "Mevrouw Maes zit thuis met een burn-out.",
        "Meneer Wouters weet dat zijn zoon een depressie heeft.",
        "De roman gaat over meester Adriaan. Meester Adriaan heeft een burn-out.",
    ] {
        let sensitive = found(text, |kind| matches!(kind, EntityKind::Sensitive { .. }));
        assert_eq!(sensitive, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_pupil_who_is_named_comes_before_a_colleague() {
    let text = "Mevrouw Peeters is afwezig. Ze heeft een zware depressie, en Roos slaapt slecht.";
    assert_eq!(of_colleagues(text), Vec::<String>::new());
    assert!(!found(text, |kind| matches!(kind, EntityKind::Sensitive { .. })).is_empty());
}

/// The sensitive entities of a body with these zones.
fn sensitive_in(zones: &[(ZoneKind, &str)]) -> Vec<(Part, f32)> {
    let body: String = zones.iter().map(|(_, text)| *text).collect();
    let mut end = 0;
    let ranges = zones.iter().map(|(kind, text)| {
        let start = end;
        end += text.len();
        (*kind, start..end)
    });
    let segment = Segment {
        part: Part::Body { quoted: false },
        text: &body,
        zones: ranges.collect(),
    };
    let entities = DETECTOR.detect(&Document {
        segments: vec![segment],
        correspondents: vec![],
    });
    let sensitive = entities
        .all
        .into_iter()
        .filter(|entity| matches!(entity.kind, EntityKind::Sensitive { .. }));
    sensitive.map(|entity| (entity.span.part, entity.score)).collect()
}

#[test]
fn quoted_words_count_a_little_less_and_notices_not_at_all() {
    const WORDS: &str = "Roos Peeters heeft suikerziekte.\n";
    assert_eq!(
        sensitive_in(&[(ZoneKind::Own, WORDS)]),
        [(Part::Body { quoted: false }, 1.0)]
    );
    assert_eq!(
        sensitive_in(&[(ZoneKind::Own, "Zie onder.\n"), (ZoneKind::Quoted, WORDS)]),
        [(Part::Body { quoted: true }, 0.8)]
    );
    for zone in [ZoneKind::Signature, ZoneKind::Disclaimer, ZoneKind::Hidden] {
        assert_eq!(
            sensitive_in(&[(ZoneKind::Own, "Dag\n"), (zone, WORDS)]),
            [],
            "{zone:?}"
        );
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

#[test]
fn further_numbers_of_a_column_need_no_keyword_of_their_own() {
    let text = "Naam | BSN\nVeldkamp | 191819906\nOudshoorn | 231255032\n";
    assert_eq!(found(text, is_number), ["191819906", "231255032"]);
}

#[test]
fn entities_come_in_reading_order() {
    let all = detect("Lotte heeft epilepsie. Roos wordt gepest. BE71 0961 2345 6769").all;
    let starts: Vec<usize> = all.iter().map(|entity| entity.span.range.start).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    assert!(all.len() >= 5);
}

#[test]
fn reads_the_beginning_and_end_of_a_very_long_text() {
    let text = format!(
        "RRN 11.02.14-257.82 {} RRN 85.07.30-033.28",
        "lorem ipsum ".repeat(100_000)
    );
    let entities = detect(&text);
    assert!(entities.partial);
    assert_eq!(
        entities
            .all
            .iter()
            .filter(|entity| is_number(&entity.kind))
            .count(),
        2
    );
}

#[test]
fn hostile_text_takes_no_longer_than_its_length_asks() {
    for unit in [
        "a.a.a.",
        "BE12 3456 ",
        "papa ",
        "1",
        "wachtwoord ",
        "\" '",
        "((((",
        "> \n",
        "niet betalen mama niet ",
    ] {
        let text = unit.repeat(100_000 / unit.len());
        let started = std::time::Instant::now();
        detect(&text);
        // Generous: a debug build on a busy machine; quadratic work would take minutes.
        assert!(
            started.elapsed().as_secs() < 10,
            "{unit:?} took {:?}",
            started.elapsed()
        );
    }
}

proptest! {
    #[test]
    fn never_panics_and_spans_are_slices(text in "\\PC{0,200}", tail in "(wachtwoord:|BE71 0961|Lotte|gepest|\n|\"|\u{ad}| ){0,12}") {
        let text = format!("{text}{tail}");
        for entity in detect(&text).all {
            prop_assert!(text.get(entity.span.range.clone()).is_some_and(|slice| !slice.is_empty()));
            prop_assert!((0.0..=1.0).contains(&entity.score));
        }
    }
}
