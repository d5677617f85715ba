//! Where the school is.

use crate::keyword::Keyword;

/// The country whose identifiers, vocabulary and supervisory authority apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, schemars::JsonSchema)]
pub enum Country {
    /// Belgium: rijksregisternummer, leersteun, CLB.
    #[default]
    #[schemars(rename = "BE")]
    Belgium,
    /// The Netherlands: BSN, samenwerkingsverband, OPP.
    #[schemars(rename = "NL")]
    Netherlands,
}

impl Country {
    /// The month (1 to 12) on whose first day the school year begins: 1 September in Belgium, 1 August in the Netherlands (Wet op
    /// het primair onderwijs, article 1).
    pub const fn first_school_month(self) -> i8 {
        match self {
            Self::Belgium => 9,
            Self::Netherlands => 8,
        }
    }

    /// `BE` or `NL` (ISO 3166-1).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Belgium => "BE",
            Self::Netherlands => "NL",
        }
    }
}

impl Keyword for Country {
    const WORDS: &'static [Self] = &[Self::Belgium, Self::Netherlands];

    fn word(self) -> &'static str {
        self.as_str()
    }
}
