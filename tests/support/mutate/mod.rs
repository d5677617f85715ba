//! The same words in another shape: findings must follow the words, not the shape.

mod nobody;
mod statement;
mod trial;

pub use nobody::{Vocabulary, about_nobody};
pub use statement::{telling_of, telling_of_nobody};
pub use trial::{Trial, trials};

use crate::corpus::{File, Labelled};

/// Written in HTML too, as most clients do.
pub fn in_html(mail: &Labelled) -> Labelled {
    Labelled {
        html: true,
        ..mail.clone()
    }
}

/// Quoted below a short answer.
pub fn quoted(mail: &Labelled) -> Labelled {
    let (answer, wrote) = (note(mail), introduction(mail));
    let lines: Vec<String> = mail.body.lines().map(|line| format!("> {line}")).collect();
    Labelled {
        subject: format!("Re: {}", mail.subject),
        body: format!("{answer}\n\n{wrote}\n{}", lines.join("\n")),
        ..mail.clone()
    }
}

/// As a text file under a short note.
pub fn attached(mail: &Labelled) -> Labelled {
    let file = File {
        name: "nota.txt".to_owned(),
        text: mail.body.clone(),
    };
    Labelled {
        body: note(mail).to_owned(),
        html: false,
        attachments: std::iter::once(file)
            .chain(mail.attachments.iter().cloned())
            .collect(),
        ..mail.clone()
    }
}

/// A single sentence as the subject of a short note.
pub fn in_the_subject(sentence: &Labelled) -> Labelled {
    Labelled {
        subject: sentence.body.clone(),
        body: note(sentence).to_owned(),
        ..sentence.clone()
    }
}

/// A few harmless words.
fn note(mail: &Labelled) -> &'static str {
    match mail.lang.as_str() {
        "fr" => "Bonjour,\n\nMerci, bien reçu.\n\nBien à vous",
        "en" => "Hello,\n\nThanks, got it.\n\nKind regards",
        _ => "Dag\n\nDank je, goed ontvangen.\n\nGroeten",
    }
}

/// How a mail client introduces what it quotes.
fn introduction(mail: &Labelled) -> String {
    let from = &mail.from;
    match mail.lang.as_str() {
        "fr" => format!("Le lun. 6 nov. 2023 à 08:05, {from} a écrit :"),
        "en" => format!("On Mon, 6 Nov 2023 at 08:05, {from} wrote:"),
        _ => format!("Op ma 6 nov. 2023 om 08:05 schreef {from}:"),
    }
}
