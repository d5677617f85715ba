//! What the teacher copies into the tracking system, and what a colleague is asked: neither repeats more than it must.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use mailwijs_handover::judging_words;
use mailwijs_i18n::{Arg, Texts};
use mailwijs_mail::Part;

use super::OneCase;
use super::dto::telling;
use crate::desktop::replace::sentence;
use crate::desktop::state::State;
use crate::ipc::{NoteDto, ToneDto};

/// So many sentences of the mail stand in the note.
const SENTENCES: usize = 6;

impl State {
    /// The pieces to copy.
    pub fn note(&self, one: &OneCase) -> NoteDto {
        let Some(examined) = one.mail.as_deref() else {
            return NoteDto::default();
        };
        let texts = &self.texts;
        let sent = examined.mail.date.and_then(|at| Timestamp::from_second(at).ok());
        let day = long_date(
            texts,
            &sent
                .unwrap_or_else(|| one.case.opened())
                .to_zoned(TimeZone::system()),
        );
        let categories: Vec<String> = one
            .case
            .categories()
            .map(|category| self.category(category))
            .collect();
        let from = examined
            .mail
            .from
            .as_ref()
            .map_or_else(String::new, |from| from.email.clone());
        let args = [
            ("date", Arg::from(day.as_str())),
            ("from", Arg::from(from)),
            ("category", Arg::from(categories.join(", "))),
        ];
        let report = one.read.as_ref().unwrap_or(&examined.report);
        let quotes = telling(report).map(|finding| {
            let body = &examined.mail.body.content;
            let places = finding
                .evidence
                .iter()
                .filter(|evidence| matches!(evidence.span.part, Part::Body { .. }));
            let mut sentences: Vec<&str> = places
                .filter_map(|evidence| body.get(sentence(body, &evidence.span.range)))
                .map(str::trim)
                .collect();
            sentences.dedup();
            sentences.truncate(SENTENCES);
            sentences.join("\n")
        });
        let intro = texts.get("note-text", &args);
        let quotes = quotes.filter(|quotes| !quotes.is_empty());
        NoteDto {
            title: texts.get("note-title", &args),
            text: quotes.map_or_else(|| intro.clone(), |quotes| format!("{intro}\n\n{quotes}")),
            category: categories.join(", "),
            date: day,
        }
    }
}

/// A day as the language writes it in full.
pub fn long_date(texts: &Texts, day: &Zoned) -> String {
    let args = [
        ("day", Arg::from(u32::try_from(day.day()).unwrap_or(1))),
        ("month", Arg::from(format!("{:02}", day.month()))),
        ("year", Arg::from(day.year().to_string())),
    ];
    texts.get("date-long", &args)
}

/// Words in a note that judge, each with what to write instead; a word that comes back is told once.
pub fn check_note(note: &str, texts: &Texts) -> Vec<ToneDto> {
    let mut told: Vec<ToneDto> = Vec::new();
    for judging in judging_words(note, texts.lang().as_str()) {
        let word = note.get(judging.range).unwrap_or_default().to_owned();
        if told
            .iter()
            .all(|tone| tone.word.to_lowercase() != word.to_lowercase())
        {
            told.push(ToneDto {
                word,
                advice: texts.get(&format!("note-advice-{}", judging.why), &[]),
            });
        }
    }
    told
}
