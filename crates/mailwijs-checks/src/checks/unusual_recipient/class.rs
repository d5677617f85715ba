//! The mail is for one class, the address is of another's: "Uitstap 1A" to ouders-3b@.

use mailwijs_detect::Span;
use mailwijs_mail::Recipient;
use mailwijs_policy::AccountKind;

use crate::people::ClassLabel;
use crate::words::{Sentence, Token, own_sentences};
use crate::{Context, Evidence, Fact, Found};

/// In the first lines a class is whom the mail is for; further on it may be anything.
const FIRST: usize = 2;
/// Words before a class that make it another than the readers': "samen met 1A".
const COMPANY: [&str; 12] = [
    "met", "bij", "tegen", "naast", "naar", "door", "with", "against", "by", "avec", "chez", "contre",
];
/// How many words before the class they stand.
const REACH: usize = 3;

/// Looks at a mail.
pub fn find(context: &Context<'_>) -> Option<Found> {
    let addressed: Vec<(&Recipient, ClassLabel)> = context
        .everyone()
        .filter(|recipient| context.kind(&recipient.address) == AccountKind::Group)
        .filter_map(|recipient| {
            let local = recipient.address.email.split('@').next()?;
            let label = local.split(['-', '_', '.']).find_map(ClassLabel::in_address)?;
            Some((recipient, label))
        })
        .collect();
    if addressed.is_empty() {
        return None;
    }
    let sentences = own_sentences(context);
    let named: Vec<(Span, ClassLabel)> = sentences.iter().take(FIRST).flat_map(labels).collect();
    let meets = |(_, named): &(Span, ClassLabel)| addressed.iter().any(|(_, label)| named.may_be(label));
    if named.is_empty() || named.iter().any(meets) {
        return None;
    }
    let words: Vec<Evidence> = named
        .iter()
        .filter_map(|(span, _)| context.evidence(span))
        .collect();
    let recipients = addressed.iter().map(|(recipient, _)| *recipient);
    Some(Found {
        facts: vec![("kind", Fact::Word("class".to_owned()))],
        evidence: [context.recipient_evidence(recipients), words].concat(),
        ..Found::default()
    })
}

/// The classes a sentence names: "3B", "L4".
fn labels(sentence: &Sentence) -> Vec<(Span, ClassLabel)> {
    let words = &sentence.words;
    let mut found = Vec::new();
    for (index, token) in words.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|last| words.get(last));
        let label = ClassLabel::written(token, before.map(|token: &Token| token.word.as_str()));
        let lead = words.get(index.saturating_sub(REACH)..index).unwrap_or_default();
        let company = lead.iter().any(|token| COMPANY.contains(&token.word.as_str()));
        if let Some(label) = label.filter(|_| !company)
            && let Some(span) = sentence.span(index..index + 1)
        {
            found.push((span, label));
        }
    }
    found
}
