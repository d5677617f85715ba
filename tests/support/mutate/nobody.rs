//! What a mail says of a pupil, said of nobody: a line in a policy text.

use std::collections::HashMap;

use crate::corpus::Labelled;

/// How often each word stands with a capital, less how often without: names are those that mostly have one.
pub struct Vocabulary(HashMap<String, i32>);

impl Vocabulary {
    /// The words of these mails.
    pub fn of<'c>(mails: impl IntoIterator<Item = &'c Labelled>) -> Self {
        let mut capitals = HashMap::new();
        for word in mails.into_iter().flat_map(|mail| mail.body.split_whitespace()) {
            let word = core(word);
            let capital = if word.starts_with(char::is_uppercase) {
                1
            } else {
                -1
            };
            *capitals.entry(word.to_lowercase()).or_default() += capital;
        }
        Self(capitals)
    }

    /// It is written with a capital as a rule, and more than an abbreviation.
    fn is_name(&self, core: &str) -> bool {
        let usually = self
            .0
            .get(&core.to_lowercase())
            .is_none_or(|balance| *balance > 0);
        core.starts_with(char::is_uppercase) && core.chars().any(char::is_lowercase) && usually
    }
}

/// A class code: 3B, 2KK.
fn is_class(core: &str) -> bool {
    let mut letters = core.chars();
    letters.next().is_some_and(|first| first.is_ascii_digit())
        && !letters.as_str().is_empty()
        && letters.all(|letter| letter.is_ascii_uppercase())
}

fn core(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Words for a particular child, and for any.
const ROLES: &[(&str, &str)] = &[
    ("mijn zoon", "een kind"),
    ("mijn dochter", "een kind"),
    ("uw zoon", "een kind"),
    ("uw dochter", "een kind"),
    ("je zoon", "een kind"),
    ("je dochter", "een kind"),
    ("jullie zoon", "een kind"),
    ("jullie dochter", "een kind"),
    ("onze zoon", "een kind"),
    ("onze dochter", "een kind"),
    ("hij", "een leerling"),
    ("zij", "een leerling"),
    ("ze", "een leerling"),
    ("hem", "een leerling"),
    ("die", "een"),
    ("deze", "een"),
];

/// The mail's labelled statements as examples in the school's policy, with every name and "he" replaced by "a pupil". For
/// Dutch; nothing when no statement is labelled.
pub fn about_nobody(mail: &Labelled, vocabulary: &Vocabulary) -> Option<Labelled> {
    if !mail.lang.starts_with("nl") || mail.evidence.is_empty() {
        return None;
    }
    let examples = mail.evidence.iter();
    let examples: Vec<String> = examples
        .map(|piece| format!("- {}", generic(piece, vocabulary)))
        .collect();
    Some(Labelled {
        subject: "Ontwerp van onze visietekst zorg".to_owned(),
        body: format!(
            "Beste collega's\n\nIn de visietekst beschrijven we in het algemeen wat de school doet bij zorgvragen. Voorbeelden \
             van wat kan voorkomen:\n\n{}\n\nOpmerkingen zijn welkom tot vrijdag.\n\nAn",
            examples.join("\n")
        ),
        html: false,
        attachments: Vec::new(),
        direction: "draft".to_owned(),
        from: "An Peeters <an.peeters@sintjan.example>".to_owned(),
        to: vec!["Koen Lemmens <koen.lemmens@sintjan.example>".to_owned()],
        cc: Vec::new(),
        bcc: Vec::new(),
        ..mail.clone()
    })
}

fn generic(piece: &str, vocabulary: &Vocabulary) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in piece.split_whitespace() {
        let core = core(word);
        if vocabulary.is_name(core) {
            // A surname joins the given name before it.
            if words.last().is_none_or(|last| last != "een leerling") {
                words.push(word.replace(core, "een leerling"));
            }
        } else if !is_class(core) {
            words.push(word.to_owned());
        }
    }
    let mut text = format!(" {} ", words.join(" "));
    for (particular, any) in ROLES {
        text = text.replace(&format!(" {particular} "), &format!(" {any} "));
        text = text.replace(&format!(" {} ", capital(particular)), &format!(" {any} "));
    }
    text.trim().to_owned()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
