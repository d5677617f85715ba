//! One file per command.

pub mod cases;
pub mod check;
pub mod completions;
pub mod doctor;
pub mod mailbox;
pub mod policy;
pub mod rules;
pub mod scan;
pub mod stores;
pub mod watch;

use mailwijs_app::check::{Checker, Layers};
use mailwijs_app::i18n::Texts;

use crate::args::{Layer, RulesOfPlay};
use crate::language;
use crate::outcome::Failure;

/// The checker that these options ask for, and the texts to speak with.
fn checker(rules: &RulesOfPlay) -> Result<Checker, Failure> {
    let texts = language::texts(rules.lang);
    let (policy, class_list) = (rules.policy.as_deref(), rules.class_list.as_deref());
    Checker::open(policy, class_list, rules.layer.into(), texts.lang())
        .map_err(|error| Failure::of(&error, &texts))
}

/// Says an engine error on standard error, and goes on.
fn note(error: &mailwijs_app::AppError, texts: &Texts) {
    crate::outcome::complain(&error.say(texts));
}

impl From<Layer> for Layers {
    fn from(layer: Layer) -> Self {
        match layer {
            Layer::Rules => Self::Rules,
            Layer::Both => Self::Both,
        }
    }
}
