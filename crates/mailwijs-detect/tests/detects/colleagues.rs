//! What is told of colleagues, and what they tell of themselves.

use mailwijs_detect::{EntityKind, Person};

use crate::found;

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
