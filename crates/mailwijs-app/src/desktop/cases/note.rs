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
        ("month", Arg::from(u32::try_from(day.month()).unwrap_or(1))),
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use mailwijs_i18n::Lang;

    use super::*;

    #[test]
    fn a_day_is_written_as_people_write_it() {
        let written = |lang, month| {
            let day = date(2026, month, 1).to_zoned(TimeZone::UTC).unwrap();
            long_date(&Texts::new(lang), &day)
        };
        assert_eq!(written(Lang::Nl, 3), "1 maart 2026");
        assert_eq!(written(Lang::Nl, 11), "1 november 2026");
        assert_eq!(written(Lang::Fr, 8), "1 août 2026");
        assert_eq!(written(Lang::En, 12), "1 December 2026");
        let all: std::collections::BTreeSet<String> =
            (1..=12).map(|month| written(Lang::Nl, month)).collect();
        assert_eq!(all.len(), 12);
    }

    #[test]
    fn a_word_that_judges_is_told_once_with_what_to_write_instead() {
        let told = check_note("Lena is lui. Lui en brutaal.", &Texts::new(Lang::Nl));
        let words: Vec<&str> = told.iter().map(|tone| tone.word.as_str()).collect();
        assert_eq!(words, ["lui", "brutaal"]);
        assert_eq!(
            told[0].advice,
            "Dat is een oordeel. Schrijf wat je zag of hoorde."
        );
    }
}
