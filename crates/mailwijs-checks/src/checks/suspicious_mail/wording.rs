//! What swindlers ask for, from `assets/checks/fraud-words.tsv`.

use std::sync::LazyLock;

use mailwijs_policy::AccountKind;

use super::sender::Sender;
use super::sign::{Kind, Sign};
use crate::Context;
use crate::words::{Phrases, Sentence, Token, own_sentences, two_columns};

/// So many sentences are looked at.
const LOOKED_AT: usize = 60;

/// What words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Sign in, or lose the account or the mailbox.
    Login,
    /// Pay, to another account or in a hurry.
    Payment,
    /// Pay a little for a parcel, a fine or a refund.
    Parcel,
    /// Switch on what a document carries out.
    Macro,
    /// Are you there, I need a favour.
    Errand,
    /// Vouchers.
    Voucher,
    /// Send their codes.
    Codes,
    /// Somebody at the head of the school, or its helpdesk.
    Role,
    /// What offices are called.
    Office,
    /// What a file is called that one should open.
    Lure,
}

static WORDS: LazyLock<Phrases<Said>> = LazyLock::new(|| {
    Phrases::new(
        include_str!("../../../../../assets/checks/fraud-words.tsv"),
        two_columns(Said::parse),
    )
});

/// What is asked for.
#[derive(Debug)]
pub struct Ask(Sign);

impl Ask {
    /// The sign it is.
    pub fn into_sign(self) -> Sign {
        self.0
    }
}

impl Said {
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "login" => Self::Login,
            "payment" => Self::Payment,
            "parcel" => Self::Parcel,
            "macro" => Self::Macro,
            "errand" => Self::Errand,
            "voucher" => Self::Voucher,
            "codes" => Self::Codes,
            "role" => Self::Role,
            "office" => Self::Office,
            "lure" => Self::Lure,
            _ => return None,
        })
    }
}

/// Whether words say this.
pub fn says(words: &[Token], said: Said) -> bool {
    WORDS.all(words).any(|(one, _)| *one == said)
}

/// Whether a word is what offices are called.
pub fn is_office(word: &str) -> bool {
    let token = Token {
        word: word.to_owned(),
        range: 0..word.len(),
        capital: false,
        any_capital: false,
    };
    says(&[token], Said::Office)
}

/// What a mail asks for that swindlers ask for; known senders and newsletters may ask.
pub fn ask(context: &Context<'_>, sender: &Sender<'_>) -> Option<Ask> {
    let platform = sender
        .host
        .as_ref()
        .is_some_and(|host| !sender.failed && !sender.private && context.policy.allows_platform(&host.name));
    if sender.trusted || sender.bulk || platform || (sender.brand.is_some() && !sender.failed) {
        return None;
    }
    let sentences = own_sentences(context);
    let sentences = sentences.get(..LOOKED_AT).unwrap_or(&sentences);
    let finds = |said| sentences.iter().find_map(|sentence| place(sentence, said));
    if let (Some(span), Some(_)) = (finds(Said::Voucher), finds(Said::Codes)) {
        let stranger =
            context.mail.from.as_ref().is_some_and(|from| {
                matches!(context.kind(from), AccountKind::Private | AccountKind::Outside)
            });
        return Sign::at(context, Kind::Voucher, stranger, &span).map(Ask);
    }
    let asks = [
        Said::Login,
        Said::Payment,
        Said::Parcel,
        Said::Macro,
        Said::Errand,
        Said::Voucher,
    ];
    let span = asks.into_iter().find_map(finds)?;
    Sign::at(context, Kind::Wording, false, &span).map(Ask)
}

fn place(sentence: &Sentence, said: Said) -> Option<mailwijs_detect::Span> {
    let (_, words) = WORDS.all(&sentence.words).find(|(one, _)| **one == said)?;
    sentence.span(words)
}

#[cfg(test)]
mod tests {
    use super::Said;
    use crate::words::{faults, two_columns};

    #[test]
    fn every_row_is_understood() {
        let table = include_str!("../../../../../assets/checks/fraud-words.tsv");
        assert_eq!(faults(table, two_columns(Said::parse)), [""; 0]);
    }
}
