//! Messages that stand in no file, such as those on a server: compared by their headers first, and read only where that is
//! not enough.

use super::judge::kin;
use super::marks::mark;
use super::{Keyed, Kin, Sought};

/// A message, or only its header, to be compared with what is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// With every passage.
    mail: Sought,
    /// Its `Message-ID`, without angle brackets.
    pub message_id: Option<String>,
    /// Its subject.
    pub subject: String,
}

impl Compared {
    /// A message (RFC 5322), or a header with at least `Message-ID`, `In-Reply-To`, `References`, `Subject` and `Date`.
    pub fn read(bytes: &[u8], keyed: &dyn Keyed) -> Self {
        let mail = mailwijs_mail::parse(bytes);
        Self {
            mail: Sought::with_every_passage(0, &mail, keyed),
            message_id: mail.message_id,
            subject: mail.subject,
        }
    }

    /// Its `Date`, in seconds since the Unix epoch.
    pub fn date(&self) -> Option<i64> {
        self.mail.date
    }

    /// What the message is to the mail, as far as it was read.
    pub fn kin(&self, sought: &Sought) -> Option<Kin> {
        kin(sought, &self.mail)
    }

    /// Whether by its header it may be the mail itself under another `Message-ID`: its text tells.
    pub fn may_be(&self, sought: &Sought) -> bool {
        let is_mail = sought.message_id.is_some() && sought.message_id == self.mail.message_id;
        let same = sought.subject.is_some() && sought.subject == self.mail.subject;
        !is_mail && (same || (sought.date.is_some() && sought.date == self.mail.date))
    }

    /// Short hashes of what its header says: who shares none with [`Sought::marks`] is neither the mail nor akin to it.
    pub fn marks(&self, keyed: &dyn Keyed) -> Box<[u64]> {
        self.mail.marks(keyed).collect()
    }
}

impl Sought {
    /// Short hashes of `Message-ID`, conversation, subject and date.
    pub fn marks<'a>(&'a self, keyed: &'a dyn Keyed) -> impl Iterator<Item = u64> + 'a {
        let date = self.date.map(|date| keyed.hash("date", &date.to_string()));
        let own = [self.message_id, self.subject, date].into_iter().flatten();
        own.chain(self.conversation.iter().copied()).map(mark)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};

    use super::*;
    use crate::copies::KeyedHash;

    struct Plain;

    impl Keyed for Plain {
        fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
            let mut hasher = DefaultHasher::new();
            (kind, words).hash(&mut hasher);
            (u128::from(hasher.finish()) << 64).to_be_bytes()
        }
    }

    const TEXT: &str = "Dag juf, Lotte is vandaag bij de dokter geweest en blijft morgen thuis.\n";

    fn sought() -> Sought {
        let mail =
            format!("Message-ID: <m@x>\nDate: Mon, 23 Nov 2026 10:00:00 +0100\nSubject: Ziek\n\n{TEXT}");
        Sought::of(1, &mailwijs_mail::parse(mail.as_bytes()), &Plain)
    }

    fn compared(mail: &str) -> (Option<Kin>, bool, bool) {
        let (sought, compared) = (sought(), Compared::read(mail.as_bytes(), &Plain));
        let marks = compared.marks(&Plain);
        let shares = sought.marks(&Plain).any(|mark| marks.contains(&mark));
        (compared.kin(&sought), compared.may_be(&sought), shares)
    }

    #[test]
    fn a_header_tells_most() {
        let same = "Message-ID: <m@x>\nSubject: Ziek\n\n";
        assert_eq!(compared(same), (Some(Kin::Same), false, true));
        let answer = "Message-ID: <n@x>\nIn-Reply-To: <m@x>\nSubject: x\n\n";
        assert_eq!(compared(answer), (Some(Kin::Conversation), false, true));
        assert_eq!(
            compared("Message-ID: <n@x>\nSubject: x\n\n"),
            (None, false, false)
        );
    }

    #[test]
    fn where_it_does_not_the_text_tells() {
        let other = "Message-ID: <n@x>\nSubject: Re: Ziek\n\n";
        assert_eq!(compared(other), (None, true, true));
        assert_eq!(compared(&format!("{other}{TEXT}")).0, Some(Kin::Same));
        let renamed = "Message-ID: <n@x>\nDate: Mon, 23 Nov 2026 09:00:00 +0000\nSubject: Anders\n\n";
        assert_eq!(compared(renamed), (None, true, true));
        assert_eq!(compared(&format!("{renamed}{TEXT}")).0, Some(Kin::Same));
    }
}
