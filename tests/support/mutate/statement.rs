//! One plain sentence more: about a pupil, and about nobody.

use crate::corpus::Labelled;

/// What may be said of a pupil, by language: the words between the name and it, the words of nobody in particular, and
/// conditions of several categories.
struct Words {
    has: &'static str,
    some_have: &'static str,
    conditions: [&'static str; 4],
}

const DUTCH: Words = Words {
    has: "heeft",
    some_have: "Sommige leerlingen hebben",
    conditions: ["epilepsie", "dyslexie", "een angststoornis", "gescheiden ouders"],
};
const FRENCH: Words = Words {
    has: "a",
    some_have: "Certains élèves ont",
    conditions: [
        "des crises d'épilepsie",
        "une dyslexie",
        "des idées noires",
        "des parents divorcés",
    ],
};
const ENGLISH: Words = Words {
    has: "has",
    some_have: "Some pupils have",
    conditions: ["epilepsy", "dyslexia", "an eating disorder", "divorced parents"],
};

/// The mail with a sentence about this pupil in its middle; `index` chooses what is said.
pub fn telling_of(mail: &Labelled, pupil: &str, index: usize) -> Labelled {
    let words = Words::of(mail);
    amid(
        mail,
        &format!("{pupil} {} {}.", words.has, words.condition(index)),
    )
}

/// The mail with the same said of nobody in particular.
pub fn telling_of_nobody(mail: &Labelled, index: usize) -> Labelled {
    let words = Words::of(mail);
    amid(mail, &format!("{} {}.", words.some_have, words.condition(index)))
}

impl Words {
    fn of(mail: &Labelled) -> &'static Self {
        match mail.lang.as_str() {
            "fr" => &FRENCH,
            "en" => &ENGLISH,
            _ => &DUTCH,
        }
    }

    fn condition(&self, index: usize) -> &'static str {
        let place = index % self.conditions.len();
        self.conditions.get(place).copied().unwrap_or_default()
    }
}

/// The mail with a paragraph more, after its greeting: at the end it could be taken for a signature.
fn amid(mail: &Labelled, sentence: &str) -> Labelled {
    let body = match mail.body.split_once("\n\n") {
        Some((greeting, rest)) => format!("{greeting}\n\n{sentence}\n\n{rest}"),
        None => format!("{sentence}\n\n{}", mail.body),
    };
    Labelled { body, ..mail.clone() }
}
