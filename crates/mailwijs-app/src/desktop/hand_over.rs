//! Opens the corrected draft in the mail client it came from.

use std::path::Path;

use mailwijs_checks::{Finding, Fix};
use mailwijs_i18n::Arg;
use mailwijs_mail::{Address, Mail, Part};
use mailwijs_policy::{AccountKind, RuleId};
use mailwijs_store::MailClient;

use super::state::{OpenDraft, State};
use crate::error::{AppError, ErrorCode};
use crate::handoff::{Client, Correction, HandedOver, Letter, Lost, plan};
use crate::ipc::OutcomeDto;

impl State {
    /// Opens a compose window with the draft put right.
    pub fn hand_over(&self, open: &OpenDraft, rule: RuleId, fix: Fix) -> Result<OutcomeDto, AppError> {
        let home = self.home_of(&open.message.key.path);
        let client = home.map_or(Client::Other, |client| Client::of(client.name, &client.profile));
        let addresses = match fix {
            Fix::RemoveRecipient => {
                let mut findings = open.examined.report.findings.iter();
                let finding = findings.find(|finding| finding.rule == rule);
                finding.map_or_else(Vec::new, |finding| pointed_at(finding, &open.examined.mail))
            }
            _ => self.group_addresses(open),
        };
        let school = self.school_identity(home);
        let correction = Correction::of(fix, &addresses, school.as_ref()).ok_or_else(|| match fix {
            Fix::UseSchoolAccount => AppError::new(ErrorCode::NoSchoolAccount),
            other => AppError::new(ErrorCode::UnknownAction).because(other.as_str()),
        })?;
        let handed = self
            .launcher
            .hand_over(plan(&open.message.bytes, correction, &client));
        Ok(match handed {
            HandedOver::Copy { .. } if fix == Fix::RemoveRecipient => self.to_remove_by_hand(&addresses),
            handed => self.outcome(handed),
        })
    }

    /// The mail client that keeps what stands at this path.
    fn home_of(&self, path: &Path) -> Option<&MailClient> {
        let keeps = |client: &&MailClient| client.stores.iter().any(|store| path.starts_with(&store.root));
        self.clients.iter().find(keeps)
    }

    /// How the mail client that keeps this store is started.
    pub fn client_of(&self, root: &Path) -> Option<Client> {
        self.home_of(root)
            .map(|client| Client::of(client.name, &client.profile))
    }

    /// Opens a new mail in a compose window: of the client that keeps this store, or of the first one there is.
    pub fn write_letter(&self, letter: &Letter, root: Option<&Path>) -> OutcomeDto {
        let home = root.and_then(|root| self.home_of(root)).or(self.clients.first());
        let client = home.map_or(Client::Other, |client| Client::of(client.name, &client.profile));
        match self.launcher.hand_over(letter.plan(&client)) {
            HandedOver::Opened(_) => OutcomeDto {
                message: self.texts.get("outcome-letter", &[]),
                ..OutcomeDto::done()
            },
            HandedOver::Link { url, clipboard, .. } => OutcomeDto {
                message: self.texts.get(letter_text(clipboard.is_some()), &[]),
                clipboard,
                open: Some(url),
                ..OutcomeDto::done()
            },
            HandedOver::Copy { .. } => OutcomeDto {
                message: self.texts.get("outcome-letter-copied", &[]),
                clipboard: Some(letter.text.clone()),
                ..OutcomeDto::done()
            },
        }
    }

    fn group_addresses(&self, open: &OpenDraft) -> Vec<String> {
        let engine = self.engine.get();
        let emails = open
            .examined
            .mail
            .recipients
            .iter()
            .map(|recipient| recipient.address.email.clone());
        emails
            .filter(|email| engine.kind_of(email) == AccountKind::Group)
            .collect()
    }

    /// The teacher's own school address, of the same mail client if it has one.
    pub(super) fn school_identity(&self, home: Option<&MailClient>) -> Option<Address> {
        let engine = self.engine.get();
        let identities = home
            .into_iter()
            .chain(&self.clients)
            .flat_map(|client| &client.identities);
        let mut school = identities.filter(|identity| engine.kind_of(&identity.email) == AccountKind::School);
        school.next().map(|identity| Address {
            name: identity.name.clone(),
            email: identity.email.clone(),
        })
    }

    /// No compose window can be opened: the teacher is told whom to take out.
    fn to_remove_by_hand(&self, addresses: &[String]) -> OutcomeDto {
        let args = [("addresses", Arg::from(addresses.join(", ")))];
        OutcomeDto {
            message: self.texts.get("outcome-remove-recipient", &args),
            ..OutcomeDto::done()
        }
    }

    fn outcome(&self, handed: HandedOver) -> OutcomeDto {
        match handed {
            HandedOver::Opened(lost) => OutcomeDto {
                message: self.handed_over(lost),
                ..OutcomeDto::done()
            },
            HandedOver::Link { url, clipboard, lost } => OutcomeDto {
                message: self.handed_over(lost),
                clipboard,
                open: Some(url),
                ..OutcomeDto::done()
            },
            HandedOver::Copy { addresses } => OutcomeDto {
                message: self.texts.get("outcome-clipboard", &[]),
                clipboard: Some(addresses),
                ..OutcomeDto::done()
            },
        }
    }

    /// A corrected mail is open, and what did not come along.
    fn handed_over(&self, lost: Lost) -> String {
        let mut sentences = vec![self.texts.get("outcome-handed-over", &[])];
        if lost.attachments > 0 {
            let count = u32::try_from(lost.attachments).unwrap_or(u32::MAX);
            sentences.push(
                self.texts
                    .get("outcome-lost-attachments", &[("count", Arg::from(count))]),
            );
        }
        if lost.formatting {
            sentences.push(self.texts.get("outcome-lost-formatting", &[]));
        }
        if lost.sender {
            sentences.push(self.texts.get("outcome-lost-sender", &[]));
        }
        sentences.join(" ")
    }
}

const fn letter_text(is_to_paste: bool) -> &'static str {
    if is_to_paste {
        "outcome-letter-paste"
    } else {
        "outcome-letter"
    }
}

/// The addresses that a finding points at.
pub(super) fn pointed_at(finding: &Finding, mail: &Mail) -> Vec<String> {
    let places = || finding.evidence.iter().map(|evidence| &evidence.span);
    let recipients = mail.recipients.iter();
    recipients
        .filter(|recipient| {
            let part = Part::Recipients(recipient.field);
            places().any(|place| place.part == part && place.range == recipient.at)
        })
        .map(|recipient| recipient.address.email.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use mailwijs_checks::{Evidence, Report};
    use mailwijs_detect::Span;
    use mailwijs_policy::Severity;

    use super::super::card::finding_dto;
    use super::super::drafts::with_report;
    use super::super::still_desk::StillDesk;
    use super::*;

    const DRAFT: &str = "From: An <an.peeters@sintjan.example>\nTo: Koen <koen@sintjan.example>, Jan <jan@elders.example>\n\
        Subject: Overleg\n\nTot dan.\n";

    #[test]
    fn the_recipient_pointed_at_is_named_on_the_button_and_left_out() {
        let mut desk = StillDesk::new();
        let examined = desk.save(DRAFT);
        let jan = &examined.mail.recipients[1];
        let finding = Finding {
            rule: RuleId::UnusualRecipient,
            severity: Severity::Warn,
            categories: Vec::new(),
            facts: BTreeMap::new(),
            evidence: vec![Evidence {
                span: Span {
                    part: Part::Recipients(jan.field),
                    range: jan.at.clone(),
                },
                text: "Jan <jan@elders.example>".to_owned(),
            }],
            fixes: vec![Fix::RemoveRecipient],
            paragraph: None,
        };
        let state = &mut desk.state;
        let dto = finding_dto(&finding, Some(&examined), &state.policy.policy, &state.texts);
        assert_eq!(dto.fixes[0].label, "Haal jan@elders.example weg");

        let report = Report {
            findings: vec![finding],
            ..Report::default()
        };
        let (_, mut open) = state.drafts.pop_first().unwrap();
        open.examined = with_report(Arc::clone(&examined), report);
        let handed = state.hand_over(&open, RuleId::UnusualRecipient, Fix::RemoveRecipient);
        let link = handed.ok().and_then(|outcome| outcome.open).unwrap();
        assert!(
            link.contains("koen") && !link.contains("jan%40elders") && !link.contains("jan@elders"),
            "{link}"
        );
    }
}
