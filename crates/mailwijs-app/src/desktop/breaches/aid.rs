//! First aid in words, and the messages that go with it.

use mailwijs_handover::{Aid, Breach};
use mailwijs_i18n::Arg;

use super::sent::SentMail;
use crate::desktop::state::State;
use crate::handoff::Letter;
use crate::ipc::{AidDto, OutcomeDto};

impl State {
    /// First aid for what went wrong.
    pub(super) fn aids(&self, breach: &Breach) -> Vec<AidDto> {
        let aids = breach.first_aid().into_iter();
        aids.map(|(aid, done)| AidDto {
            id: aid.as_str().to_owned(),
            title: self.texts.get(&format!("aid-{}", aid.as_str()), &self.aid_args()),
            text: self.aid_text(aid),
            done,
        })
        .collect()
    }

    fn aid_args(&self) -> [(&'static str, Arg); 2] {
        let contact = self.policy.policy.contacts.breach.as_ref();
        let named = contact.map_or_else(
            || self.texts.get("breach-contact", &[]),
            |contact| contact.name.clone(),
        );
        [
            ("system", Arg::from(self.tracking_system())),
            ("contact", Arg::from(named)),
        ]
    }

    fn aid_text(&self, aid: Aid) -> String {
        if !aid.is_message() && aid != Aid::AskContact {
            return String::new();
        }
        self.texts
            .get(&format!("aid-text-{}", aid.as_str()), &self.aid_args())
    }

    /// Goes with first aid: a message opens in the mail client, the tracking system opens, or there is nothing but to do it.
    pub(super) fn go_with(&self, aid: Aid, mail: Option<&SentMail>) -> OutcomeDto {
        match aid {
            Aid::AskToDelete | Aid::AskNotToUse => {
                let letter = Letter {
                    to: Vec::new(),
                    // Nobody needs to see once more who got it.
                    bcc: mail.map(|mail| mail.recipients.clone()).unwrap_or_default(),
                    subject: self.texts.get("aid-subject", &[]),
                    text: self.aid_text(aid),
                };
                self.write_letter(&letter, None)
            }
            Aid::AskContact => {
                let letter = Letter {
                    to: self.breach_contact().into_iter().collect(),
                    bcc: Vec::new(),
                    subject: self.texts.get("aid-question-subject", &[]),
                    text: self.aid_text(aid),
                };
                self.write_letter(&letter, None)
            }
            Aid::IntoLvs => {
                let system = self.policy.policy.tracking_system.as_ref();
                let url = system.and_then(|system| system.url.as_ref());
                OutcomeDto {
                    open: url.map(ToString::to_string),
                    ..OutcomeDto::done()
                }
            }
            Aid::CloseLink | Aid::ChangePassword | Aid::SendAgain | Aid::KeepMail => OutcomeDto::done(),
        }
    }
}
