//! A text without the sentences that do not belong in a mail.

use std::ops::Range;

/// The text with every sentence that holds one of these byte ranges replaced; neighbours that both go are replaced once.
pub(super) fn without_sentences(text: &str, places: &[Range<usize>], instead: &str) -> String {
    let mut gone: Vec<Range<usize>> = places.iter().map(|place| sentence(text, place)).collect();
    gone.sort_by_key(|range| range.start);
    let mut kept = String::new();
    let mut at = 0;
    for range in gone {
        let between = text.get(at..range.start).unwrap_or_default();
        if at == 0 || !between.trim().is_empty() {
            kept.push_str(between);
            kept.push_str(instead);
        }
        at = at.max(range.end);
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

/// From behind the end of the sentence before to the end of this one; a line end ends a sentence too.
pub(super) fn sentence(text: &str, place: &Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    let start = before.rfind(ends).map_or(0, |at| at + 1);
    let start = start
        + before
            .get(start..)
            .map_or(0, |rest| rest.len() - rest.trim_start().len());
    let after = text.get(place.end..).unwrap_or_default();
    let end = after.find(ends).map_or(text.len(), |at| {
        let mark = usize::from(!after.get(at..).is_some_and(|rest| rest.starts_with('\n')));
        place.end + at + mark
    });
    start..end
}

const fn ends(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '\n')
}

#[cfg(test)]
mod tests {
    use super::without_sentences;

    fn without(text: &str, words: &[&str]) -> String {
        let places: Vec<_> = words
            .iter()
            .map(|word| {
                let start = text.find(word).unwrap();
                start..start + word.len()
            })
            .collect();
        without_sentences(text, &places, "(zie Smartschool)")
    }

    #[test]
    fn only_the_sentence_goes() {
        assert_eq!(
            without("Dag An\n\nNoor heeft epilepsie. Tot morgen!", &["epilepsie"]),
            "Dag An\n\n(zie Smartschool) Tot morgen!"
        );
        assert_eq!(
            without("Noor heeft epilepsie\nGroeten", &["epilepsie"]),
            "(zie Smartschool)\nGroeten"
        );
    }

    #[test]
    fn neighbours_are_replaced_once_and_a_sentence_with_two_places_too() {
        assert_eq!(
            without(
                "Hallo. Zij heeft epilepsie en astma. En diabetes. Dag.",
                &["epilepsie", "astma", "diabetes"]
            ),
            "Hallo. (zie Smartschool) Dag."
        );
    }

    #[test]
    fn a_text_of_one_sentence_is_replaced_whole() {
        assert_eq!(without("épilepsie één", &["épilepsie"]), "(zie Smartschool)");
    }
}
