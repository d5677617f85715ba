use super::*;

const BODY: Part = Part::Body { quoted: false };

fn span(range: std::ops::Range<usize>) -> Span {
    Span { part: BODY, range }
}

fn said(sensitive: f32) -> SentenceScore {
    let mut topics = [-4.0; 7];
    topics[2] = 3.0;
    SentenceScore {
        span: span(0..40),
        code: false,
        sensitive,
        password: -6.0,
        improper: -6.0,
        topics: Topics(topics),
    }
}

fn hint() -> Entity {
    Entity {
        kind: EntityKind::Sensitive {
            category: Category::Medical,
            concept: "pil".to_owned(),
            person: Person::Name,
        },
        span: span(10..14),
        score: 0.4,
    }
}

fn limit() -> f32 {
    CALIBRATION.sensitive.told
}

fn surest(entities: &Entities) -> f32 {
    entities.all.iter().map(|entity| entity.score).fold(0.0, f32::max)
}

#[test]
fn a_sentence_without_a_telling_word_is_found_when_the_encoder_is_sure() {
    let found = Entities::default().with_sentences(&[said(CALIBRATION.sensitive.even + 1.0)]);
    assert_eq!(found.all.len(), 1);
    assert!(matches!(
        found.all[0].kind,
        EntityKind::Sensitive {
            category: Category::Medical,
            ..
        }
    ));
    assert!(surest(&found) > limit());
}

#[test]
fn telling_words_in_a_harmless_sentence_are_a_hint() {
    let told = Entity { score: 1.0, ..hint() };
    let lesson = Entities {
        all: vec![told],
        ..Entities::default()
    };
    let elsewhere = SentenceScore {
        span: span(50..90),
        ..said(0.0)
    };
    assert!(surest(&lesson.clone().with_sentences(&[said(-5.0), elsewhere])) < limit());
    assert!(surest(&lesson.clone().with_sentences(&[said(0.0)])) > limit());
    assert!(surest(&lesson.with_sentences(&[])) > limit(), "nobody read it");
}

#[test]
fn telling_words_beside_an_insult_are_told_as_well() {
    let words = || Entities {
        all: vec![Entity { score: 1.0, ..hint() }],
        ..Entities::default()
    };
    let insult = SentenceScore {
        improper: CALIBRATION.improper.even + 2.0,
        ..said(-6.0)
    };
    assert!(surest(&words().with_sentences(&[said(-6.0)])) < limit());
    let found = words().with_sentences(&[insult]);
    let sensitive = |entity: &&Entity| matches!(entity.kind, EntityKind::Sensitive { .. });
    assert_eq!(
        found.all.iter().find(sensitive).map(|entity| entity.score),
        Some(1.0)
    );
}

#[test]
fn a_password_and_an_insult_are_found_without_a_telling_word() {
    let login = SentenceScore {
        password: CALIBRATION.password.even + 1.0,
        ..said(-6.0)
    };
    assert_eq!(
        Entities::default()
            .with_sentences(std::slice::from_ref(&login))
            .all[0]
            .kind,
        EntityKind::UnseenPassword
    );
    let login = SentenceScore { code: true, ..login };
    assert_eq!(
        Entities::default().with_sentences(&[login]).all[0].kind,
        EntityKind::Password
    );
    let slur = SentenceScore {
        improper: CALIBRATION.improper.even + 1.0,
        ..said(3.0)
    };
    let found = Entities::default().with_sentences(&[slur]).all;
    assert_eq!(found.len(), 1, "about nobody's health");
    assert_eq!(found[0].kind, EntityKind::Improper(Improper::Hurtful));
}

#[test]
fn a_code_makes_a_password_likelier() {
    let login = SentenceScore {
        password: CALIBRATION.password.even - 1.0,
        ..said(-6.0)
    };
    assert!(
        Entities::default()
            .with_sentences(std::slice::from_ref(&login))
            .all
            .is_empty()
    );
    let login = SentenceScore { code: true, ..login };
    assert_eq!(Entities::default().with_sentences(&[login]).all.len(), 1);
}

#[test]
fn what_is_said_of_typing_a_code_is_no_second_password() {
    let code = SentenceScore {
        code: true,
        password: CALIBRATION.password.even,
        ..said(-6.0)
    };
    let green_key = SentenceScore {
        span: span(50..90),
        code: false,
        password: CALIBRATION.password.even + 1.0,
        ..said(-6.0)
    };
    assert_eq!(
        Entities::default()
            .with_sentences(&[code, green_key.clone()])
            .all
            .len(),
        1
    );
    assert_eq!(Entities::default().with_sentences(&[green_key]).all.len(), 1);
}

#[test]
fn what_words_tell_is_not_told_again_by_the_sentence() {
    let word = Entity {
        kind: EntityKind::Password,
        score: 0.9,
        ..hint()
    };
    let words = Entities {
        all: vec![word.clone()],
        ..Entities::default()
    };
    let login = SentenceScore {
        password: 9.0,
        ..said(-6.0)
    };
    assert_eq!(words.with_sentences(&[login]).all, [word]);
}

#[test]
fn an_insult_is_no_sensitive_sentence() {
    let insult = Entity {
        kind: EntityKind::Improper(Improper::Insult),
        score: 0.9,
        ..hint()
    };
    let found = Entities {
        all: vec![insult.clone()],
        ..Entities::default()
    };
    let sentence = SentenceScore {
        improper: 0.0,
        ..said(9.0)
    };
    assert_eq!(found.with_sentences(&[sentence]).all, [insult]);
}

#[test]
fn what_words_tell_of_a_colleague_is_neither_doubted_nor_told_of_a_pupil() {
    let colleague = Entity {
        kind: EntityKind::Sensitive {
            category: Category::Medical,
            concept: "collega-ziekte".to_owned(),
            person: Person::Colleague,
        },
        score: 1.0,
        ..hint()
    };
    let found = Entities {
        all: vec![colleague.clone()],
        ..Entities::default()
    };
    for sensitive in [-5.0, 9.0] {
        let all = found.clone().with_sentences(&[said(sensitive)]).all;
        assert_eq!(all, std::slice::from_ref(&colleague), "{sensitive}");
    }
}

#[test]
fn a_harmless_sentence_adds_nothing() {
    assert!(Entities::default().with_sentences(&[said(-4.0)]).all.is_empty());
}

#[test]
fn the_sentence_beside_a_telling_one_is_its_echo() {
    let beside = SentenceScore {
        span: span(41..60),
        ..said(CALIBRATION.sensitive.even + 0.2)
    };
    let found = Entities::default().with_sentences(&[beside.clone(), said(5.0)]);
    assert_eq!(found.all.len(), 1);
    let alone = Entities::default().with_sentences(&[beside, said(-3.0)]);
    assert!(surest(&alone) > limit());
}
