//! A word that announces a secret (`secret` and `code` in `cues.tsv`) and, close to it, a word that looks like one.
//! Talk about passwords ("vergeten", "op papier") has no such word.

use std::ops::Range;

use super::scene::Scene;
use super::shape::{Grade, LONGEST, grade, is_year};
use super::written::{Written, end_of, trim, words, words_before};
use crate::lexicon::Sighting;
use crate::meaning::{Cue, Meaning};
use crate::reading::Reading;

/// How many words may stand between the keyword and the secret.
const BETWEEN: usize = 6;
/// Farther from the keyword, in bytes, nothing is looked at.
const NEAR: usize = 256;
/// What may stand between the keyword and a secret that is a plain word: "het wachtwoord is zonnebloem".
const COPULAS: [&str; 11] = [
    "is", "=", ":", "blijft", "wordt", "est", "luidt", "was", "->", "remains", "reste",
];

/// Numbers near these words are dates, lengths and places, or the pin of a game on the screen.
const VETOES: [&str; 44] = [
    "spel",
    "spelletje",
    "kahoot",
    "quiz",
    "game",
    "jeu",
    "escaperoom",
    "fout",
    "foutcode",
    "erreur",
    "error",
    "verlopen",
    "verloopt",
    "sinds",
    "minstens",
    "minimaal",
    "minimum",
    "tekens",
    "karakters",
    "papier",
    "vergeten",
    "volgt",
    "volgen",
    "onbekend",
    "vanaf",
    "tot",
    "uur",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "caracteres",
    "characters",
    "depuis",
    "expired",
    "expire",
];

/// What is said of a password instead of telling it: "je wachtwoord is gewijzigd", "blijft hetzelfde".
const SAID_OF_IT: [&str; 22] = [
    "gewijzigd",
    "veranderd",
    "aangepast",
    "vernieuwd",
    "hersteld",
    "ingesteld",
    "gereset",
    "hetzelfde",
    "ongewijzigd",
    "geblokkeerd",
    "vervallen",
    "verplicht",
    "persoonlijk",
    "geheim",
    "changed",
    "updated",
    "reset",
    "required",
    "modifie",
    "identique",
    "inchange",
    "obligatoire",
];

/// What a keyword announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A password.
    Secret,
    /// A code in digits.
    Code,
}

/// Finds secrets by the word that announces them, in folded bytes, in the order of the text.
pub(super) fn find(reading: &Reading<'_>, sightings: &[Sighting<'_>], scene: &Scene) -> Vec<Range<usize>> {
    let text = reading.folded.text.as_str();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (hit, meaning) in sightings {
        let kind = match meaning {
            Meaning::Cue(Cue::Secret) => Kind::Secret,
            Meaning::Cue(Cue::Code) => Kind::Code,
            _ => continue,
        };
        let keyword = reading.bytes_of(&hit.tokens);
        if found.last().is_some_and(|last| keyword.start < last.end) {
            continue;
        }
        found.extend(after(text, &keyword, kind, scene).or_else(|| before(text, &keyword, kind)));
    }
    found
}

/// From the keyword to the secret after it.
fn after(text: &str, keyword: &Range<usize>, kind: Kind, scene: &Scene) -> Option<Range<usize>> {
    let rest = text.get(keyword.end..)?;
    let rest = rest.get(..rest.floor_char_boundary(NEAR))?;
    let line = rest.split('\n').next().unwrap_or_default();
    let blank = line.trim_matches([' ', ':', '=', '\t']).is_empty();
    // "Wachtwoord:" with the secret on the next line.
    let reach = if blank && line.contains([':', '=']) {
        rest.splitn(3, '\n').take(2).map(|l| l.len() + 1).sum()
    } else {
        line.len()
    };
    if let Some(end) = blank.then(|| below(text, rest, keyword)).flatten() {
        return Some(keyword.start..end);
    }
    let words = words(rest.get(..reach.min(rest.len())).unwrap_or_default(), keyword.end);
    let mut announced = false;
    // What stands where a name does: only without another is it the secret.
    let mut name = None;
    for (index, word) in words.iter().enumerate().take(BETWEEN + 1) {
        let copula = COPULAS.contains(&word.text);
        if !copula {
            let (lead, value) = value_of(word.text);
            announced |= lead;
            let alone = announced && index + 1 == words.len() && words.len() <= 3 && is_plain_word(value);
            let beside =
                index == 0 && kind == Kind::Code && (grade(value) >= Some(Grade::Likely) || is_jumble(value));
            // "gebruiker bib / paswoord leesbeest"
            let paired = kind == Kind::Secret
                && index == 0
                && is_plain_word(value)
                && ends_a_clause(&words, index)
                && follows_name(text, keyword, scene);
            // "6 WW: examenreeks 2021" has a year some words on.
            let year = index > 1 && is_year(value);
            let told = is_secret(value, kind, announced) && !year;
            if (told || beside || paired || kind == Kind::Secret && alone) && !vetoed(&words, index) {
                let range = keyword.start..end_of(word);
                // "Wifi: netwerk Gast-2, sleutel …"
                let label = index.checked_sub(1).and_then(|label| words.get(label));
                if !label.is_some_and(|label| scene.covers(Cue::Account, label.range.start)) {
                    return Some(range);
                }
                name = name.or(Some(range));
            }
        }
        announced |= copula || word.text.ends_with([':', '=']);
        if word.text.ends_with(['.', '?', '!']) && !word.text.ends_with("..") {
            break;
        }
    }
    name
}

/// Whether a name to log in with stands before the keyword: "gebruiker bib / paswoord", "login: bib, wachtwoord".
fn follows_name(text: &str, keyword: &Range<usize>, scene: &Scene) -> bool {
    let words = words_before(text, keyword.start, NEAR);
    let apart = |word: &Written<'_>| matches!(word.text, "/" | "|" | "-" | "+" | "en" | "et" | "and");
    let labelled = match words.as_slice() {
        [.., label, _, last] if apart(last) => Some(label),
        [.., label, name] if name.text.ends_with([',', '/', '|', ';']) => Some(label),
        _ => None,
    };
    labelled.is_some_and(|label| scene.covers(Cue::Account, label.range.start))
}

/// Whether the word is the last of its clause.
fn ends_a_clause(words: &[Written<'_>], index: usize) -> bool {
    let ends = |word: &Written<'_>| word.text.ends_with(['.', ',', ';', ')', '!', '?']);
    index + 1 == words.len() || words.get(index).is_some_and(ends)
}

/// A keyword alone on its line, a secret alone on the next one.
fn below(text: &str, rest: &str, keyword: &Range<usize>) -> Option<usize> {
    let begins = text.get(..keyword.start)?.trim_end_matches(' ').ends_with('\n');
    let words = words(rest.split('\n').nth(1)?, keyword.end + rest.find('\n')? + 1);
    match words.as_slice() {
        [word] if begins && grade(trim(word.text)).is_some() => Some(end_of(word)),
        _ => None,
    }
}

/// "Zebra-2019 als wachtwoord": from the secret to the keyword after it.
fn before(text: &str, keyword: &Range<usize>, kind: Kind) -> Option<Range<usize>> {
    let words = words_before(text, keyword.start, NEAR);
    let (joiner, rest) = words.split_last()?;
    let word = rest.last()?;
    let linked = matches!(joiner.text, "als" | "comme" | "as");
    (linked && is_secret(trim(word.text), kind, true)).then_some(word.range.start..keyword.end)
}

/// The value in a word, and whether a colon or equals sign leads to it: `:Zomer1`, `login/Zomer1`.
fn value_of(word: &str) -> (bool, &str) {
    let value = word.trim_start_matches([':', '=']);
    (value.len() < word.len(), trim(value))
}

/// Whether a word looks like a secret rather than like language.
fn is_secret(value: &str, kind: Kind, announced: bool) -> bool {
    let length = value.chars().count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let link =
        value.contains("://") || value.starts_with("www.") || value.contains('@') && value.contains('.');
    let time = value
        .split(['.', ':', 'u', 'h', '/'])
        .all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    if link || time || length > LONGEST {
        return false;
    }
    match kind {
        Kind::Code if letters == 0 => (3..=12).contains(&digits),
        Kind::Code => announced && digits >= 1 && length >= 4,
        Kind::Secret if digits >= 1 && letters >= 1 => length >= 5,
        Kind::Secret if announced => {
            digits >= 4 && letters == 0
                || letters >= 5
                    && value.contains(['_', '!', '#', '$', '%', '&', '*', '+', '-'])
                    && length >= 8
        }
        Kind::Secret => digits >= 4 && length == digits,
    }
}

/// Letters and digits through one another: `61hxc9`.
fn is_jumble(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    value.len() >= 6
        && digits >= 2
        && value.len() - digits >= 2
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A word that is alone after its colon: "wachtwoord: zonnebloem".
fn is_plain_word(value: &str) -> bool {
    value.chars().count() >= 5
        && value.chars().all(char::is_alphanumeric)
        && !VETOES.contains(&value)
        && !SAID_OF_IT.contains(&value)
}

fn vetoed(words: &[Written<'_>], index: usize) -> bool {
    // What follows a full stop speaks of something else.
    let ends = words
        .get(index)
        .is_some_and(|word| word.text.ends_with(['.', ';']));
    let end = if ends { index + 1 } else { index + 2 };
    let near = words
        .get(index.saturating_sub(4)..end.min(words.len()))
        .unwrap_or_default();
    near.iter().any(|word| VETOES.contains(&trim(word.text)))
}
