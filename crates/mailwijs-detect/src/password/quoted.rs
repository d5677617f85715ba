//! A passphrase between quotation marks, right after the word that announces it: `met als wachtzin "vier natte eenden"`.

use std::ops::Range;

use super::scene::Scene;
use super::shape::LONGEST;
use crate::meaning::Cue;
use crate::reading::Reading;

/// What may stand between the word that announces a secret and the quotation mark.
const LEADS: [&str; 14] = [
    "is", "=", ":", "blijft", "wordt", "luidt", "was", "nu", "est", "reste", "remains", "nog", "steeds",
    "still",
];
/// The shortest quoted secret, in bytes: "ok" is a button.
const SHORTEST: usize = 5;
/// What the quotation marks of a button or a message hold beside the word itself.
const OF_BUTTONS: [&str; 9] = [
    "verget", "wijzig", "verander", "reset", "opnieuw", "oublie", "forgot", "change", "verlopen",
];

/// Finds them, in folded bytes, in which all quotation marks are `"` or `'`.
pub(super) fn find(reading: &Reading<'_>, scene: &Scene) -> Vec<Range<usize>> {
    let text = reading.folded.text.as_str();
    let places = scene.places(Cue::Secret);
    places
        .filter(|(_, word)| !scene.covers(Cue::Account, word.start))
        .filter_map(|(_, word)| Some(word.start..end_of_quoted(text, word.end)?))
        .collect()
}

/// Where the quoted secret ends whose announcement ends at `from`.
fn end_of_quoted(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    // First cut, then split: a line may be as long as the text.
    let rest = rest.get(..rest.floor_char_boundary(4 * LONGEST))?;
    let line = rest.split('\n').next()?;
    let open = line.find(['"', '\''])?;
    let lead = line.get(..open)?;
    let apart = lead.ends_with([' ', ':', '=']);
    if !apart
        || !lead
            .split([' ', ':', '='])
            .all(|word| word.is_empty() || LEADS.contains(&word))
    {
        return None;
    }
    let mark = line.get(open..=open)?;
    let inside = line.get(open + 1..)?;
    // An apostrophe inside a word closes nothing.
    let close = inside.match_indices(mark).map(|(at, _)| at).find(|at| {
        let next = inside.get(at + 1..).and_then(|after| after.chars().next());
        !next.is_some_and(char::is_alphanumeric)
    })?;
    let secret = inside.get(..close)?;
    let whole = secret.trim() == secret && (SHORTEST..=LONGEST).contains(&secret.len());
    let button = OF_BUTTONS.iter().any(|word| secret.contains(word));
    (whole && !button).then_some(from + open + 1 + close)
}

#[cfg(test)]
mod tests {
    use super::end_of_quoted;

    #[test]
    fn what_is_quoted_after_the_word() {
        for (rest, secret) in [
            (
                " \"vier natte eenden op de trap\".",
                "vier natte eenden op de trap",
            ),
            (" is nog steeds 'zonnebloem'", "zonnebloem"),
            (": \"l'oie du lac\", merci", "l'oie du lac"),
        ] {
            let end = end_of_quoted(rest, 0).expect("a secret");
            assert!(rest[..end].ends_with(secret), "{rest}");
        }
        for rest in [
            "\" en kies \"nieuw wachtwoord\"",
            " \"vergeten?\" onderaan",
            " is \"ok\"",
            " dat in de zaal hangt is \"leuk\" bedacht",
            " 's avonds is 't druk",
        ] {
            assert_eq!(end_of_quoted(rest, 0), None, "{rest}");
        }
    }
}
