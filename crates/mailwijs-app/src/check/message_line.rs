//! One checked message as a JSON line.

use mailwijs_i18n::Texts;
use mailwijs_mail::Direction;

use crate::engine::Examined;
use crate::ipc::line::{MessageLine, Summary};
use crate::render::finding_lines;

/// The contract's word for a direction.
pub const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Draft => "draft",
        Direction::Received => "received",
        Direction::Sent => "sent",
    }
}

impl MessageLine {
    /// A message that was checked.
    pub(super) fn checked(path: String, offset: Option<u64>, examined: &Examined, texts: &Texts) -> Self {
        let mail = &examined.mail;
        Self {
            path,
            offset,
            message_id: mail.message_id.clone(),
            direction: Some(direction_word(examined.direction)),
            subject: Some(mail.subject.clone()),
            from: mail.from.as_ref().map(|from| from.email.clone()),
            findings: finding_lines(texts, examined, &examined.report),
            skipped: examined.report.skipped.clone(),
            error: None,
        }
    }

    /// A message that could not be read.
    pub(crate) fn unreadable(path: String, offset: Option<u64>, error: String) -> Self {
        Self {
            path,
            offset,
            message_id: None,
            direction: None,
            subject: None,
            from: None,
            findings: Vec::new(),
            skipped: Vec::new(),
            error: Some(error),
        }
    }
}

impl Summary {
    /// Adds a message to the totals.
    pub fn count(&mut self, line: &MessageLine) {
        self.messages += 1;
        self.errors += u64::from(line.error.is_some());
        self.with_findings += u64::from(!line.findings.is_empty());
        for finding in &line.findings {
            *self.rules.entry(finding.rule).or_default() += 1;
        }
    }
}
