//! Who supervises the school's handling of personal data.

use crate::{country::Country, keyword::Keyword};

/// A supervisory authority (GDPR article 51): a data breach is reported to it within 72 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, schemars::JsonSchema)]
pub enum Authority {
    /// Vlaamse Toezichtcommissie: schools of the Flemish Community.
    #[schemars(rename = "VTC")]
    Vtc,
    /// Gegevensbeschermingsautoriteit: every other organisation in Belgium.
    #[schemars(rename = "GBA")]
    Gba,
    /// Autoriteit Persoonsgegevens: the Netherlands.
    #[schemars(rename = "AP")]
    Ap,
}

impl Authority {
    /// The authority of a school that names none.
    pub const fn of(country: Country) -> Self {
        match country {
            Country::Belgium => Self::Vtc,
            Country::Netherlands => Self::Ap,
        }
    }

    /// `VTC`, `GBA` or `AP`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vtc => "VTC",
            Self::Gba => "GBA",
            Self::Ap => "AP",
        }
    }

    /// The name in full.
    pub const fn full_name(self) -> &'static str {
        match self {
            Self::Vtc => "Vlaamse Toezichtcommissie",
            Self::Gba => "Gegevensbeschermingsautoriteit",
            Self::Ap => "Autoriteit Persoonsgegevens",
        }
    }
}

impl Keyword for Authority {
    const WORDS: &'static [Self] = &[Self::Vtc, Self::Gba, Self::Ap];

    fn word(self) -> &'static str {
        self.as_str()
    }
}
