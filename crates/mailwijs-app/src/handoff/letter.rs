//! A new mail, opened in the mail client's compose window: to a colleague, to who got something wrong, to the school's contact.

use mailwijs_mail::Address;

use super::{Client, Corrected, HandoffPlan, Lost, Way, mailto};
use crate::handoff::plan::{LONGEST_ARGUMENT, LONGEST_LINK};

/// The mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Vec<Address>,
    /// Who gets it unseen by the others.
    pub bcc: Vec<Address>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

impl Letter {
    /// Which ways there are to open it in this client, best first.
    pub fn plan(&self, client: &Client) -> HandoffPlan {
        let addresses = Corrected {
            to: self.to.clone(),
            bcc: self.bcc.clone(),
            ..Corrected::default()
        };
        let whole = mailto::link(&addresses, &self.subject, Some(&self.text));
        let mut ways = Vec::new();
        if let Some(args) = client.compose(&whole).filter(|_| whole.len() <= LONGEST_ARGUMENT) {
            ways.push(Way::Start {
                programs: client.programs(),
                args,
                lost: Lost::default(),
            });
        }
        let (url, clipboard) = if whole.len() <= LONGEST_LINK {
            (whole, None)
        } else {
            (
                mailto::link(&addresses, &self.subject, None),
                Some(self.text.clone()),
            )
        };
        if url.len() <= LONGEST_LINK {
            ways.push(Way::Link {
                url,
                clipboard,
                lost: Lost::default(),
            });
        }
        let everyone: Vec<&str> = addresses
            .everyone()
            .map(|address| address.email.as_str())
            .collect();
        ways.push(Way::Copy {
            addresses: everyone.join(", "),
        });
        HandoffPlan { ways }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(text: &str) -> Letter {
        let address = |email: &str| Address {
            name: String::new(),
            email: email.to_owned(),
        };
        Letter {
            to: vec![address("privacy@sintjan.example")],
            bcc: vec![address("mama@familie.example")],
            subject: "Melding".to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_client_is_started_with_the_whole_letter() {
        let client = Client::Thunderbird {
            profile: "/home/an/.thunderbird/x".into(),
        };
        let plan = letter("Dag\nAn").plan(&client);
        let Some(Way::Start { args, .. }) = plan.ways.first() else {
            panic!("{plan:?}")
        };
        assert_eq!(
            args.join(" ".as_ref()),
            "-profile /home/an/.thunderbird/x mailto:privacy@sintjan.example?bcc=mama@familie.example&subject=Melding&body=Dag%0D%0AAn"
        );
    }

    #[test]
    fn a_long_text_goes_by_the_clipboard() {
        let text = "Wat er gebeurde. ".repeat(400);
        let plan = letter(&text).plan(&Client::Other);
        let Some(Way::Link { url, clipboard, .. }) = plan.ways.first() else {
            panic!("{plan:?}")
        };
        assert!(url.len() < 200 && clipboard.as_deref() == Some(&*text));
    }
}
