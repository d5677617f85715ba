//! Which language to speak.

use std::env;

use mailwijs_app::i18n::{Lang, Texts};

use crate::args;

/// The texts of the language asked for, else of the system's language, else Dutch.
pub fn texts(asked: Option<args::Lang>) -> Texts {
    Texts::new(asked.map_or_else(system, Into::into))
}

fn system() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::parse(&value))
        .unwrap_or_default()
}

impl From<args::Lang> for Lang {
    fn from(lang: args::Lang) -> Self {
        match lang {
            args::Lang::Nl => Self::Nl,
            args::Lang::Fr => Self::Fr,
            args::Lang::En => Self::En,
        }
    }
}
