//! The report for the school's contact: answers to what a school must be able to say, never the data itself.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use mailwijs_handover::{Answers, Breach, Topic};
use mailwijs_i18n::Arg;
use mailwijs_mail::Address;

use super::answers::{encrypted_word, measure_word, place_word};
use crate::desktop::cases::long_date;
use crate::desktop::state::State;
use crate::handoff::Letter;
use crate::ipc::OutcomeDto;

impl State {
    /// Each question with its answer.
    pub fn report_lines(&self, breach: &Breach) -> Vec<(String, String)> {
        let texts = &self.texts;
        let unknown = || texts.get("report-unknown", &[]);
        let answers = breach.answers();
        let number = |count: Option<u32>| count.map_or_else(unknown, |count| count.to_string());
        let or_unknown = |words: Vec<String>| {
            if words.is_empty() {
                unknown()
            } else {
                words.join(", ")
            }
        };
        let me = self.school_identity(None);
        let me = me.map(|me| format!("{} <{}>", me.name, me.email).trim().to_owned());
        let kind = breach
            .kind()
            .map(|kind| texts.get(&format!("breach-kind-{}", kind.as_str()), &[]));
        let what = [kind, Some(answers.what.trim().to_owned())];
        let what: Vec<String> = what
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty())
            .collect();
        let measures = answers
            .measures
            .iter()
            .map(|measure| texts.get(&format!("report-measure-{}", measure_word(*measure)), &[]));
        let said = |id: &str, value: String| (texts.get(id, &[]), value);
        vec![
            said("report-who", me.unwrap_or_else(unknown)),
            said("report-noticed", self.when(breach.noticed())),
            said(
                "report-happened",
                answers.happened.map_or_else(unknown, |at| self.when(at)),
            ),
            said(
                "report-what",
                if what.is_empty() {
                    unknown()
                } else {
                    what.join(". ")
                },
            ),
            said("report-topics", or_unknown(self.topics(answers))),
            said("report-people", number(answers.people)),
            said("report-recipients", number(answers.recipients)),
            said(
                "report-place",
                answers.place.map_or_else(unknown, |place| {
                    texts.get(&format!("report-place-{}", place_word(place)), &[])
                }),
            ),
            said(
                "report-encrypted",
                answers.encrypted.map_or_else(unknown, |one| {
                    texts.get(&format!("report-encrypted-{}", encrypted_word(one)), &[])
                }),
            ),
            said("report-measures", or_unknown(measures.collect())),
            said("report-deadline", self.when(breach.deadline())),
        ]
    }

    fn topics(&self, answers: &Answers) -> Vec<String> {
        let words = answers.topics().map(|topic| match topic {
            Topic::Sensitive(category) => self.category(category),
            Topic::Contact => self.texts.get("report-contact-data", &[]),
        });
        words.collect()
    }

    /// A moment as the language writes it, by the clock on the wall.
    pub fn when(&self, at: Timestamp) -> String {
        let at = at.to_zoned(TimeZone::system());
        let args = [
            ("date", Arg::from(long_date(&self.texts, &at))),
            ("time", Arg::from(at.strftime("%H:%M").to_string())),
        ];
        self.texts.get("date-time", &args)
    }

    /// The report as text.
    pub(super) fn report_text(&self, breach: &Breach) -> String {
        let args = [("authority", Arg::from(self.policy.policy.authority().full_name()))];
        let lines = self.report_lines(breach);
        let lines: Vec<String> = lines
            .into_iter()
            .map(|(question, answer)| {
                let args = [("question", Arg::from(question)), ("answer", Arg::from(answer))];
                self.texts.get("report-line", &args)
            })
            .collect();
        let (intro, outro) = (
            self.texts.get("report-intro", &[]),
            self.texts.get("report-outro", &args),
        );
        format!("{intro}\n\n{}\n\n{outro}", lines.join("\n"))
    }

    /// The school's contact for breaches.
    pub(super) fn breach_contact(&self) -> Option<Address> {
        let contact = self.policy.policy.contacts.breach.as_ref()?;
        Some(Address {
            name: contact.name.clone(),
            email: contact.email.to_string(),
        })
    }

    /// Opens the report as a mail.
    pub(super) fn send_report(&self, breach: &Breach) -> OutcomeDto {
        let letter = Letter {
            to: self.breach_contact().into_iter().collect(),
            bcc: Vec::new(),
            subject: self.texts.get("report-subject", &[]),
            text: self.report_text(breach),
        };
        self.write_letter(&letter, None)
    }
}
