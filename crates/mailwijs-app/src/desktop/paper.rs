//! Documents as PDF: the receipt of a case, the proof of cleaning up, the report of a breach, a mail for the tracking system.

use jiff::Timestamp;
use mailwijs_handover::{Case, End, FiledIn};
use mailwijs_i18n::{Arg, Texts};
use mailwijs_mail::Mail;
use mailwijs_print::{Document, Frame, MailPdfTexts, PrintError, mail_pdf};

use super::event::Paper;
use super::state::State;
use crate::error::{AppError, ErrorCode};

impl State {
    /// The document, as PDF.
    pub fn print(&self, paper: Paper) -> Result<Vec<u8>, AppError> {
        let missing = |what| AppError::new(ErrorCode::UnknownAction).because(what);
        match paper {
            Paper::Receipt(id) => self.receipt(id).ok_or_else(|| missing("case"))?,
            Paper::Report(id) => self.breach_report(id).ok_or_else(|| missing("breach"))?,
            Paper::CleanUp(year) => self.clean_up(year).ok_or_else(|| missing("case"))?,
        }
        .map_err(|error| AppError::new(ErrorCode::ExportFailed).because(error))
    }

    /// When, which category, how many copies; nothing of the mail.
    pub(super) fn receipt_facts(&self, case: &Case) -> Vec<(String, String)> {
        let texts = &self.texts;
        let fact = |id: &str, value: String| (texts.get(id, &[]), value);
        let categories: Vec<String> = case
            .categories()
            .map(|category| self.category(category))
            .collect();
        let filed = case.filed().map_or_else(
            || texts.get("receipt-not-filed", &[]),
            |filed| {
                let args = [
                    ("system", Arg::from(self.tracking_system())),
                    ("when", Arg::from(self.when(filed.at))),
                ];
                texts.get(filed_text(filed.place), &args)
            },
        );
        let mut facts = vec![
            fact("receipt-opened", self.when(case.opened())),
            fact("receipt-category", categories.join(", ")),
            fact("receipt-filed", filed),
            fact("receipt-copies", case.deleted().to_string()),
        ];
        if let Some(last) = case.said().max() {
            let args = [
                ("count", number(case.said().count())),
                ("when", Arg::from(self.when(last))),
            ];
            facts.push(fact("receipt-said", texts.get("receipt-said-no-copy", &args)));
        }
        let done = case.end().filter(|end| matches!(end, End::Done(_)));
        match done {
            Some(end) => facts.push(fact("receipt-done", self.when(end.at()))),
            None => facts.push(fact("receipt-left", case.left().to_string())),
        }
        facts
    }

    fn receipt(&self, id: u32) -> Option<Result<Vec<u8>, PrintError>> {
        let case = self.cases.get(id)?;
        let texts = &self.texts;
        let facts = self.receipt_facts(case);
        let intro = if matches!(case.end(), Some(End::Done(_))) {
            "receipt-intro"
        } else {
            "receipt-open"
        };
        Some(self.on_paper("receipt-title", |document| {
            document.paragraph(&texts.get(intro, &[]));
            document.facts(&facts);
            document.note(&texts.get("receipt-honest", &[]));
        }))
    }

    fn breach_report(&self, id: u32) -> Option<Result<Vec<u8>, PrintError>> {
        let breach = self.breaches.get(id)?;
        let args = [("authority", Arg::from(self.policy.policy.authority().full_name()))];
        let (intro, outro) = (
            self.texts.get("report-intro", &[]),
            self.texts.get("report-outro", &args),
        );
        let lines = self.report_lines(&breach);
        Some(self.on_paper("report-title", |document| {
            document.paragraph(&intro);
            document.facts(&lines);
            document.paragraph(&outro);
        }))
    }

    pub(super) fn on_paper(
        &self,
        title: &str,
        write: impl FnOnce(&mut Document<'_>),
    ) -> Result<Vec<u8>, PrintError> {
        let school = &self.policy.policy.school.name;
        let words = Words::new(&self.texts, self.texts.get(title, &[]), school);
        words.frame(self.now().timestamp(), |frame| {
            let mut document = Document::new(frame);
            write(&mut document);
            document.into_pdf()
        })
    }

    /// The mail, as it is read.
    pub fn mail_on_paper(&self, mail: &Mail) -> Result<Vec<u8>, PrintError> {
        let texts = &self.texts;
        let text = |id: &str| texts.get(id, &[]);
        let subject = if mail.subject.trim().is_empty() {
            text("paper-no-subject")
        } else {
            mail.subject.clone()
        };
        let words = Words::new(texts, subject, "");
        let sent = mail.date.and_then(|at| Timestamp::from_second(at).ok());
        let [from, to, cc, bcc] = ["from", "to", "cc", "bcc"].map(|id| text(&format!("paper-{id}")));
        let [date, subject, attachments] =
            ["date", "subject", "attachments"].map(|id| text(&format!("paper-{id}")));
        let around = MailPdfTexts {
            from: &from,
            to: &to,
            cc: &cc,
            bcc: &bcc,
            date: &date,
            subject: &subject,
            attachments: &attachments,
            no_subject: &text("paper-no-subject"),
            no_name: &text("paper-no-name"),
            sent: &sent.map(|at| self.when(at)).unwrap_or_default(),
            size: &|bytes| size(bytes, texts),
            and_more: &|count| texts.get("paper-more", &[("count", number(count))]),
        };
        words.frame(self.now().timestamp(), |frame| mail_pdf(mail, frame, &around))
    }
}

const fn filed_text(place: FiledIn) -> &'static str {
    match place {
        FiledIn::System => "receipt-filed-system",
        FiledIn::Share => "receipt-filed-share",
        FiledIn::Colleague => "receipt-filed-colleague",
        FiledIn::Elsewhere => "receipt-filed-elsewhere",
    }
}

/// What stands around every document, in the teacher's language.
struct Words<'a> {
    texts: &'a Texts,
    title: String,
    footer: String,
    cut: String,
}

impl<'a> Words<'a> {
    fn new(texts: &'a Texts, title: String, school: &str) -> Self {
        let made = texts.get("paper-footer", &[]);
        let footer: Vec<&str> = [school, &made]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        Self {
            texts,
            title,
            footer: footer.join(" · "),
            cut: texts.get("paper-cut", &[]),
        }
    }

    fn frame<T>(&self, made: Timestamp, print: impl FnOnce(Frame<'_>) -> T) -> T {
        let page = |page, pages| {
            self.texts
                .get("paper-page", &[("page", number(page)), ("pages", number(pages))])
        };
        let unshown = |count| self.texts.get("paper-unshown", &[("count", number(count))]);
        print(Frame {
            language: self.texts.lang().as_str(),
            title: &self.title,
            made,
            footer: &self.footer,
            page: &page,
            unshown: &unshown,
            cut: &self.cut,
        })
    }
}

pub(super) fn number(count: usize) -> Arg {
    Arg::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A size as people say it.
fn size(bytes: u64, texts: &Texts) -> String {
    let (id, whole) = if bytes < 1_000_000 {
        ("paper-kilobytes", bytes.div_ceil(1000))
    } else {
        ("paper-megabytes", bytes.div_ceil(1_000_000))
    };
    texts.get(
        id,
        &[("count", Arg::from(u32::try_from(whole).unwrap_or(u32::MAX)))],
    )
}
