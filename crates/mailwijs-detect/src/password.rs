//! Passwords, login codes and PINs that are written out.
//!
//! A keyword ("wachtwoord", "pincode") and, close after it, a word that looks like a secret; or the second line of a login block.
//! Talk about passwords ("vergeten", "op papier") has no such word.

use std::ops::Range;

use crate::entity::{Entity, EntityKind};
use crate::reading::Reading;

/// Words that announce a secret; a compound such as `wifiwachtwoord` counts as well.
const SECRET: [&str; 9] = [
    "wachtwoord",
    "paswoord",
    "password",
    "passwoord",
    "passwort",
    "kennwort",
    "passphrase",
    "passcode",
    "wachtzin",
];
/// Short ones, which must stand alone.
const SECRET_SHORT: [&str; 6] = ["pw", "ww", "mdp", "pwd", "psw", "pass"];
/// Words that announce a code in digits.
const CODE: [&str; 15] = [
    "pincode",
    "pin",
    "inlogcode",
    "toegangscode",
    "alarmcode",
    "deurcode",
    "wificode",
    "logincode",
    "aanmeldcode",
    "activatiecode",
    "kluiscode",
    "poortcode",
    "printcode",
    "kopieercode",
    "digicode",
];

/// How many words may stand between the keyword and the secret.
const BETWEEN: usize = 6;

/// A word as it is written, spaces to spaces.
#[derive(Debug, Clone)]
struct Written<'t> {
    range: Range<usize>,
    text: &'t str,
}

/// Finds secrets.
pub(crate) fn detect(reading: &Reading<'_>) -> Vec<Entity> {
    let mut found = Vec::new();
    let text = reading.folded.text.as_str();
    for line in lines(text) {
        let words = words(text, line);
        let mut from = 0;
        while from < words.len() {
            let Some(found_here) = secret_after_keyword(reading, &words, from) else {
                from += 1;
                continue;
            };
            let (range, next) = found_here;
            found.push(Entity {
                kind: EntityKind::Password,
                span: reading.span(&range),
                score: 1.0,
            });
            from = next;
        }
    }
    found
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches('\n').len()
    })
}

fn words(text: &str, line: Range<usize>) -> Vec<Written<'_>> {
    let source = text.get(line.clone()).unwrap_or_default();
    let mut words = Vec::new();
    let mut at = line.start;
    for piece in source.split(' ') {
        if !piece.is_empty() && piece.len() < 200 {
            words.push(Written {
                range: at..at + piece.len(),
                text: piece,
            });
        }
        at += piece.len() + 1;
    }
    words
}

/// The secret announced by the word at `at`, from the keyword to its end, and the word after it.
fn secret_after_keyword(
    reading: &Reading<'_>,
    words: &[Written<'_>],
    at: usize,
) -> Option<(Range<usize>, usize)> {
    let keyword = words.get(at)?;
    let (kind, glued) = keyword_in(keyword.text)?;
    let colon = keyword.text.ends_with([':', '=']);
    let mut announced = colon;
    if let Some(value) = glued
        && is_secret(value, kind, true)
    {
        return Some((keyword.range.clone(), at + 1));
    }
    for (index, word) in words.iter().enumerate().skip(at + 1).take(BETWEEN + 1) {
        let copula = matches!(
            word.text,
            "is" | "=" | ":" | "blijft" | "wordt" | "est" | "luidt" | "was" | "->" | "met" | "with"
        );
        announced |= copula || word.text.ends_with([':', '=']);
        let value = trim(word.text);
        let written = reading.written(&word.range);
        let last = index + 1 == words.len();
        if !copula && is_secret(value, kind, announced) && !vetoed(words, index)
            || (announced && last && !copula && is_word_secret(trim(written), words.len() - at))
        {
            let end = word.range.start + word.text.trim_end_matches(['.', ',', ')', ';', '"', '\'']).len();
            return Some((keyword.range.start..end.max(word.range.start + 1), index + 1));
        }
        if word.text.ends_with(['.', '?', '!']) && !word.text.ends_with("..") {
            return None;
        }
    }
    None
}

/// Whether a word is a keyword; with the value when it is glued on: `ww:Zomer1`.
fn keyword_in(word: &str) -> Option<(Kind, Option<&str>)> {
    let (head, value) = word
        .split_once([':', '='])
        .map_or((word, None), |(head, value)| (head, Some(value)));
    let head = head.trim_matches(|c: char| !c.is_alphanumeric());
    let glued = value.filter(|value| !value.is_empty());
    let parts = || head.split(['-', '/']);
    let kind = if SECRET.iter().any(|secret| head.contains(secret))
        || parts().any(|part| SECRET_SHORT.contains(&part))
    {
        Kind::Secret
    } else if CODE
        .iter()
        .any(|code| head == *code || head.replace('-', "") == *code)
    {
        Kind::Code
    } else {
        return None;
    };
    Some((kind, glued))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Secret,
    Code,
}

/// Whether a word looks like a secret rather than like language.
fn is_secret(value: &str, kind: Kind, announced: bool) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let symbols = value.chars().count() - digits - letters;
    let link =
        value.contains("://") || value.starts_with("www.") || value.contains('@') && value.contains('.');
    if link {
        return false;
    }
    match kind {
        Kind::Code => {
            (3..=12).contains(&digits) && letters <= 12 || digits >= 1 && letters >= 3 && value.len() >= 6
        }
        Kind::Secret if digits >= 1 && letters >= 1 => value.chars().count() >= 5,
        Kind::Secret if announced => {
            digits >= 4 && letters == 0
                || symbols >= 1 && letters >= 5 && value.contains(['_', '!', '#', '$', '%', '&', '*', '+'])
        }
        Kind::Secret => digits >= 4 && letters == 0 && symbols == 0,
    }
}

/// A word that ends a short line "wachtwoord: zonnebloem".
fn is_word_secret(value: &str, words: usize) -> bool {
    words == 2 && value.chars().count() >= 5 && value.chars().all(char::is_alphanumeric)
}

/// "verlopen sinds 12 maart 2025", "minstens 12 tekens": numbers that are no secret.
fn vetoed(words: &[Written<'_>], index: usize) -> bool {
    let near = words
        .get(index.saturating_sub(4)..(index + 2).min(words.len()))
        .unwrap_or_default();
    near.iter().any(|word| {
        let word = trim(word.text);
        matches!(
            word,
            "verlopen"
                | "verloopt"
                | "sinds"
                | "minstens"
                | "minimaal"
                | "minimum"
                | "tekens"
                | "karakters"
                | "papier"
                | "vergeten"
                | "vanaf"
                | "tot"
                | "uur"
                | "lokaal"
                | "januari"
                | "februari"
                | "maart"
                | "april"
                | "mei"
                | "juni"
                | "juli"
                | "augustus"
                | "september"
                | "oktober"
                | "november"
                | "december"
                | "caracteres"
                | "characters"
                | "depuis"
                | "expired"
        )
    })
}

fn trim(word: &str) -> &str {
    word.trim_matches(['.', ',', ')', '(', ';', '"', '\'', ':', '?'])
}
