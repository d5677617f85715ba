//! Whether a message is a sought mail, or akin to it.

use super::{KeyedHash, Kin, Sought};

/// What `other`, with every passage of its text, is to the mail.
///
/// A subject alone makes no kin: every month brings a mail called "Rapporten". With the same subject it takes the same people
/// or a quote.
pub(super) fn kin(sought: &Sought, other: &Sought) -> Option<Kin> {
    let same = |a: Option<KeyedHash>, b: Option<KeyedHash>| a.is_some() && a == b;
    if same(sought.message_id, other.message_id) || same(sought.content, other.content) {
        return Some(Kin::Same);
    }
    let answers = sought
        .conversation
        .iter()
        .any(|id| other.conversation.contains(id));
    let same_subject = same(sought.subject, other.subject);
    (answers || (same_subject && (has_same_people(sought, other) || quotes(other, sought))))
        .then_some(Kin::Conversation)
}

/// Two people at least, and nobody in the one who is not in the other.
fn has_same_people(a: &Sought, b: &Sought) -> bool {
    let common = a.people.iter().filter(|person| b.people.contains(person)).count();
    common >= 2 && common == a.people.len().min(b.people.len())
}

/// One passage may be a set phrase; two are no chance.
fn quotes(other: &Sought, sought: &Sought) -> bool {
    let found = sought
        .passages
        .iter()
        .filter(|passage| other.passages.contains(passage));
    let wanted = sought.passages.len().min(2);
    wanted > 0 && found.take(wanted).count() == wanted
}

#[cfg(test)]
mod tests {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};

    use super::*;
    use crate::copies::Keyed;

    struct Plain;

    impl Keyed for Plain {
        fn hash(&self, kind: &'static str, words: &str) -> KeyedHash {
            let mut hasher = DefaultHasher::new();
            (kind, words).hash(&mut hasher);
            u128::from(hasher.finish()).to_be_bytes()
        }
    }

    const MAIL: &str = "Message-ID: <m@x>\nReferences: <root@x>\nFrom: mama@x.example\nTo: juf@x.example\n\
        Subject: Verslag Lotte\n\n\
        Dag juf, Lotte heeft vandaag bij de dokter gehoord dat zij voortaan elke dag een pilletje moet nemen.\n";

    fn kin_of(other: &str) -> Option<Kin> {
        let parse = |mail: &str| mailwijs_mail::parse(mail.as_bytes());
        let sought = Sought::of(1, &parse(MAIL), &Plain);
        kin(&sought, &Sought::with_every_passage(0, &parse(other), &Plain))
    }

    fn text() -> &'static str {
        MAIL.split_once("\n\n").unwrap().1
    }

    #[test]
    fn the_mail_itself() {
        assert_eq!(kin_of(MAIL), Some(Kin::Same));
        assert_eq!(kin_of("Message-ID: <m@x>\nSubject: x\n\n\n"), Some(Kin::Same));
        let resent = format!("Message-ID: <n@y>\nReceived: x\nSubject: y\n\n{}", text());
        assert_eq!(kin_of(&resent), Some(Kin::Same));
    }

    #[test]
    fn what_answers_or_quotes_it() {
        for other in [
            "Message-ID: <a@x>\nIn-Reply-To: <m@x>\nSubject: Bedankt\n\nDag\n".to_owned(),
            "Message-ID: <root@x>\nSubject: Lotte\n\nDag\n".to_owned(),
            "Message-ID: <b@x>\nReferences: <root@x>\nSubject: Lotte\n\nDag\n".to_owned(),
            "From: juf@x.example\nTo: mama@x.example\nCc: clb@x.example\nSubject: Re: Verslag Lotte\n\nDag\n"
                .to_owned(),
            format!(
                "From: juf@x.example\nTo: clb@x.example\nSubject: Fwd: Verslag Lotte\n\nZie onder.\n\n> {}",
                text().replace("dat zij", "dat\n> zij")
            ),
        ] {
            assert_eq!(kin_of(&other), Some(Kin::Conversation), "{other}");
        }
    }

    #[test]
    fn a_subject_alone_makes_no_kin() {
        for other in [
            "From: papa@x.example\nTo: juf@x.example\nSubject: Re: Verslag Lotte\n\nDag juf\n",
            "From: mama@x.example\nSubject: Verslag Lotte\n\nDag\n",
            "From: mama@x.example\nTo: juf@x.example\nSubject: Verslag Jef\n\nDag\n",
            "Subject: \n\n\n",
        ] {
            assert_eq!(kin_of(other), None, "{other}");
        }
    }
}
