//! What two saves of one draft have in common, small enough to keep for every draft.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use mailwijs_mail::{Mail, ZoneKind};

/// A draft or message in hashes: enough to recognise it, too little to read it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sketch {
    /// Hash of the Message-ID; most clients make a new one at each save.
    pub id: Option<u64>,
    /// The client's own name for the copy that this one replaces.
    pub replaces: Option<String>,
    /// Hash of everything that a reader sees.
    pub content: u64,
    subject: Option<u64>,
    recipients: BTreeSet<u64>,
    /// Hash of the message that is answered.
    answers: Option<u64>,
    /// Words of the writer's own text.
    words: HashSet<u64>,
}

/// Texts are compared by their first words; a longer text needs no more to be recognised.
const WORDS: usize = 2000;

/// From this likeness on, two messages count as saves of one draft.
const SAME: f32 = 4.0;

impl Sketch {
    pub(crate) fn of(mail: &Mail) -> Self {
        let own = mail.body.zones.iter().filter(|zone| zone.kind == ZoneKind::Own);
        let own = own.filter_map(|zone| mail.body.content.get(zone.range.clone()));
        let words = own.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
        let subject = mail.subject.trim().to_lowercase();
        Self {
            id: mail.message_id.as_ref().map(hash),
            replaces: mail.marks.replaces.clone(),
            content: content(mail),
            subject: (!subject.is_empty()).then(|| hash(subject)),
            recipients: mail
                .recipients
                .iter()
                .map(|to| hash(to.address.email.to_lowercase()))
                .collect(),
            answers: mail.references.last().map(hash),
            words: words
                .filter(|word| !word.is_empty())
                .take(WORDS)
                .map(|word| hash(word.to_lowercase()))
                .collect(),
        }
    }

    /// What tells a message that was sent from any other: its Message-ID, else everything that a reader sees.
    pub(crate) fn identity(&self) -> u64 {
        self.id.unwrap_or(self.content)
    }

    /// How alike two saves are, when alike enough to be one draft.
    ///
    /// Drafts to wholly different people are never one draft by likeness alone: a teacher sends the same text to one
    /// parent after another.
    pub(crate) fn likeness(&self, other: &Self) -> Option<f32> {
        if self.has_other_recipients(other) {
            return None;
        }
        let mut score = self.likeness_of_recipients(other) + self.likeness_of_text(other);
        if self.subject.is_some() && self.subject == other.subject {
            score += 3.0;
        }
        if self.answers.is_some() && self.answers == other.answers {
            score += 3.0;
        }
        (score >= SAME).then_some(score)
    }

    /// Whether the two could be one draft in which much was changed between two saves.
    pub(crate) fn could_be(&self, other: &Self) -> bool {
        let other_text = self.likeness_of_text(other) < 0.0;
        !(self.has_other_subject(other) && other_text && self.recipients != other.recipients)
    }

    /// Whether only the recipients tell the two apart.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        (self.subject.is_some() && self.subject == other.subject) || self.likeness_of_text(other) >= 1.5
    }

    /// Whether both have a subject, and not the same one.
    pub(crate) fn has_other_subject(&self, other: &Self) -> bool {
        self.subject.is_some() && other.subject.is_some() && self.subject != other.subject
    }

    fn has_other_recipients(&self, other: &Self) -> bool {
        !self.recipients.is_empty()
            && !other.recipients.is_empty()
            && self.recipients.is_disjoint(&other.recipients)
    }

    fn likeness_of_recipients(&self, other: &Self) -> f32 {
        let common = self.recipients.intersection(&other.recipients).count();
        let all = self.recipients.union(&other.recipients).count();
        if all == 0 { 1.0 } else { 3.0 * ratio(common, all) }
    }

    /// A draft that grows holds all its earlier words.
    fn likeness_of_text(&self, other: &Self) -> f32 {
        let fewer = self.words.len().min(other.words.len());
        let common = self.words.intersection(&other.words).count();
        match (fewer, ratio(common, fewer)) {
            (0, _) => 0.0,
            (8.., ..0.2) => -1.5,
            (_, share) => 3.0 * share,
        }
    }
}

fn ratio(part: usize, whole: usize) -> f32 {
    let [part, whole] = [part, whole].map(|count| f32::from(u16::try_from(count).unwrap_or(u16::MAX)));
    if whole > 0.0 { part / whole } else { 0.0 }
}

fn content(mail: &Mail) -> u64 {
    let mut hasher = DefaultHasher::new();
    mail.subject.hash(&mut hasher);
    mail.from.hash(&mut hasher);
    for recipient in &mail.recipients {
        (recipient.field, &recipient.address).hash(&mut hasher);
    }
    mail.body.content.trim_end().hash(&mut hasher);
    for attachment in &mail.attachments {
        (&attachment.name, &attachment.bytes).hash(&mut hasher);
    }
    hasher.finish()
}

/// A hash that stays the same while the program runs.
pub(crate) fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(subject: &str, to: &str, text: &str) -> Sketch {
        Sketch::of(&mailwijs_mail::parse(
            format!("Subject: {subject}\nTo: {to}\n\n{text}\n").as_bytes(),
        ))
    }

    fn same(a: &Sketch, b: &Sketch) -> bool {
        assert_eq!(a.likeness(b), b.likeness(a));
        a.likeness(b).is_some()
    }

    #[test]
    fn a_draft_that_grows_stays_the_same() {
        let start = sketch("", "", "Beste ouders");
        let text = sketch("", "", "Beste ouders, het oudercontact is op 3 december.");
        let subject = sketch(
            "Oudercontact",
            "",
            "Beste ouders, het oudercontact is op 3 december.",
        );
        let all = sketch(
            "Oudercontact",
            "a@x.example, b@x.example",
            "Beste ouders, het oudercontact is op 4 december.",
        );
        assert!(same(&start, &text) && same(&text, &subject) && same(&subject, &all));
    }

    #[test]
    fn the_same_text_to_other_people_is_another_draft() {
        let one = sketch("Rapport", "a@x.example", "Beste mama van Lotte, kom even langs.");
        let two = sketch("Rapport", "b@x.example", "Beste mama van Jef, kom even langs.");
        assert!(!same(&one, &two));
        assert!(one.could_be(&two));
    }

    #[test]
    fn drafts_without_anything_in_common_differ() {
        let one = sketch(
            "Rapport",
            "a@x.example",
            "Beste mama van Lotte, kom even langs op school morgen.",
        );
        let two = sketch(
            "Nascholing",
            "dir@x.example",
            "Dag Ria, mag ik donderdag naar die studiedag in Gent gaan?",
        );
        assert!(!same(&one, &two) && !one.could_be(&two));
        assert!(!same(&sketch("", "", ""), &two));
    }
}
