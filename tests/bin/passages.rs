//! Writes labelled mails as the sentences the encoder is trained on, cut as the product cuts them.
//!
//! `mailwijs-passages CORPUS OUT` writes for each part of a corpus `OUT/<part>.jsonl`, one JSON object per mail: its label, and
//! per text the sentences with their own labels and what the rule layer saw in each.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use mailwijs_detect::{ClassList, Detector, Document, Entities, EntityKind, Span, looks_like_code, passages};
use mailwijs_mail::{Mail, Part, parse};
use mailwijs_tests::Error;
use mailwijs_tests::corpus::{Corpus, Labelled};
use mailwijs_tests::{pipeline, render};
use serde::Serialize;

/// A mail for training.
#[derive(Serialize)]
struct Example<'a> {
    id: &'a str,
    lang: &'a str,
    difficulty: &'a str,
    direction: &'a str,
    clean: bool,
    expect: Vec<&'a str>,
    categories: Vec<&'a str>,
    subject: &'a str,
    texts: Vec<Vec<Sentence<'a>>>,
}

/// A sentence for training.
#[derive(Serialize)]
struct Sentence<'a> {
    text: &'a str,
    part: &'static str,
    /// It holds a piece of the labelled evidence, of whichever rule the mail breaks.
    evidence: bool,
    /// Category, score and concept of what the rule layer found in it.
    rules: Vec<(&'static str, f32, String)>,
    /// How surely it saw a password and improper language in it.
    others: [f32; 2],
    /// A word in it could be typed as a code or a password.
    code: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mailwijs-passages: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Error> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(place), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: mailwijs-passages CORPUS OUT".into());
    };
    fs::create_dir_all(&out)?;
    let detector = Detector::new(&ClassList::default());
    for part in Corpus::read(&place)?.parts {
        let mut file = BufWriter::new(File::create(
            out.join(format!("{}.jsonl", part.name.replace('/', "-"))),
        )?);
        for (index, labelled) in part.mails.iter().enumerate() {
            let mail = parse(&render::message(labelled, index));
            let attachments = pipeline::attachment_texts(&mail);
            let document = Document::new(&mail, &attachments);
            let entities = detector.detect(&document);
            serde_json::to_writer(&mut file, &example(labelled, &mail, &document, &entities))?;
            writeln!(file)?;
        }
        file.flush()?;
    }
    Ok(())
}

fn example<'a>(
    labelled: &'a Labelled,
    mail: &'a Mail,
    document: &Document<'a>,
    entities: &Entities,
) -> Example<'a> {
    let evidence = labelled.evidence.as_slice();
    let passages = passages(document);
    let subject = passages
        .iter()
        .filter_map(|passage| passage.subject_span.as_ref());
    let subject: Vec<Sentence<'a>> = subject
        .filter_map(|span| sentence(document, entities, span, evidence))
        .collect();
    let bodies = passages.iter().map(|passage| {
        let spans = passage.sentences.iter().map(|sentence| &sentence.span);
        spans
            .filter_map(|span| sentence(document, entities, span, evidence))
            .collect()
    });
    let texts = std::iter::once(subject).chain(bodies);
    Example {
        id: &labelled.id,
        lang: &labelled.lang,
        difficulty: &labelled.difficulty,
        direction: &labelled.direction,
        clean: labelled.expect.is_empty(),
        expect: labelled.expect.iter().map(String::as_str).collect(),
        categories: labelled.categories.iter().map(String::as_str).collect(),
        subject: &mail.subject,
        texts: texts
            .filter(|text: &Vec<Sentence<'_>>| !text.is_empty())
            .collect(),
    }
}

fn sentence<'a>(
    document: &Document<'a>,
    entities: &Entities,
    span: &Span,
    evidence: &[String],
) -> Option<Sentence<'a>> {
    let segment = document.segments.iter().find(|segment| {
        matches!((segment.part, span.part), (Part::Body { .. }, Part::Body { .. }))
            || segment.part == span.part
    })?;
    let text = segment.text.get(span.range.clone())?;
    let held = evidence.iter().any(|piece| {
        segment.text.match_indices(piece.as_str()).any(|(at, piece)| {
            let end = at + piece.len();
            let shared = end.min(span.range.end).saturating_sub(at.max(span.range.start));
            shared >= 3
        })
    });
    let (mut rules, mut others) = (Vec::new(), [0.0_f32; 2]);
    for entity in &entities.all {
        let inside = entity.span.part == span.part
            && entity.span.range.start < span.range.end
            && span.range.start < entity.span.range.end;
        match &entity.kind {
            EntityKind::Sensitive {
                category, concept, ..
            } if inside => {
                rules.push((category.as_str(), entity.score, concept.clone()));
            }
            EntityKind::Password | EntityKind::UnseenPassword if inside => {
                others[0] = others[0].max(entity.score);
            }
            EntityKind::Improper(_) if inside => others[1] = others[1].max(entity.score),
            _ => {}
        }
    }
    let part = match span.part {
        Part::Body { quoted: true } => "quoted",
        Part::Body { quoted: false } => "body",
        Part::Attachment(_) => "attachment",
        _ => "subject",
    };
    Some(Sentence {
        text,
        part,
        evidence: held,
        rules,
        others,
        code: looks_like_code(text),
    })
}
