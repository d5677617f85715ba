//! A mail that greets the parents of one child.

use super::{AddressWord, address_word};
use crate::words::{Token, tokens};

/// Whether the first words of a mail greet one child's family: "Beste ouders van Margaux,", "Dag mama en papa van Jef Nijs".
/// Not for "Beste ouders van 3B", "van de leerlingen" or "van Jef en Lotte".
pub fn addresses_one_family(own_text: &str) -> bool {
    greeted_child(own_text).is_some()
}

/// The given name, folded, of the child whose family the first words of a mail greet.
pub fn greeted_child(own_text: &str) -> Option<String> {
    let greeting = own_text.trim_start().lines().next().unwrap_or_default();
    let words = tokens(greeting);
    let role = words
        .iter()
        .rposition(|token| address_word(&token.word) == Some(AddressWord::Role))?;
    let mut rest = words.iter().skip(role + 1);
    let linked = rest
        .next()
        .is_some_and(|token| matches!(token.word.as_str(), "van" | "de" | "of"));
    let name: Vec<&Token> = rest.collect();
    let one = linked && is_one_name(&name) && stands_alone(greeting, &name);
    name.first().filter(|_| one).map(|first| first.word.clone())
}

/// One capitalised name of at most four words, particles included.
fn is_one_name(words: &[&Token]) -> bool {
    let particle = |token: &Token| address_word(&token.word) == Some(AddressWord::Particle);
    let name =
        |token: &Token| token.capital && token.word.chars().all(char::is_alphabetic) && token.word.len() > 2;
    (1..=4).contains(&words.len())
        && words.first().is_some_and(|token| name(token))
        && words.iter().all(|token| name(token) || particle(token))
}

/// No comma between the words: "ouders van Jef, Lotte" are two families.
fn stands_alone(greeting: &str, name: &[&Token]) -> bool {
    let (Some(first), Some(last)) = (name.first(), name.last()) else {
        return false;
    };
    greeting
        .get(first.range.start..last.range.end)
        .is_some_and(|written| !written.contains([',', '/', '&', '+']))
}

#[cfg(test)]
mod tests {
    use super::addresses_one_family;

    #[test]
    fn one_child_named() {
        for text in [
            "Beste ouders van Margaux,\n\nProficiat",
            "Dag mama en papa van Jef",
            "Beste ouders van Lotte Van den Broeck\nEen vraagje",
            "Chers parents de Noé,",
            "Dear parents of Aarav,",
        ] {
            assert!(addresses_one_family(text), "{text:?}");
        }
    }

    #[test]
    fn several_children_or_a_class() {
        for text in [
            "Beste ouders",
            "Beste ouders van 3B,",
            "Beste ouders van de leerlingen,",
            "Beste ouders van Jef en Lotte,",
            "Beste ouders van Jef, Lotte en Amina,",
            "Beste ouders van L1",
            "Dag Jef",
            "",
        ] {
            assert!(!addresses_one_family(text), "{text:?}");
        }
    }
}
