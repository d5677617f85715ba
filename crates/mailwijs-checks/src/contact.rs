//! Whom to turn to.

use mailwijs_policy::Policy;

use crate::Fact;

/// Who answers questions about information security, for the texts: a name and an address, or `none`.
pub fn security_contact(policy: &Policy) -> (&'static str, Fact) {
    let contact = policy.contacts.security.as_ref();
    let words = contact.map_or_else(
        || "none".to_owned(),
        |contact| format!("{} ({})", contact.name, contact.email),
    );
    ("contact", Fact::Word(words))
}
