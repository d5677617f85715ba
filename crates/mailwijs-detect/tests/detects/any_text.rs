//! What holds of every text: order, bounds, time.

use proptest::prelude::*;

use crate::{detect, is_number};

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
