//! The languages Mailwijs speaks.

use unic_langid::LanguageIdentifier;

/// A language of the texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Dutch: the language the texts are written in first.
    #[default]
    Nl,
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::Nl, Self::Fr, Self::En];

    /// The language of a tag or locale name: `nl`, `nl-BE` (BCP 47), `fr_BE.UTF-8` (POSIX); `None` for other languages.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        Self::ALL
            .into_iter()
            .find(|lang| lang.as_str().eq_ignore_ascii_case(primary))
    }

    /// The two-letter code (ISO 639-1).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// What decides on plural forms.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        // Two letters always parse; the default ("und") only has the "other" form.
        self.as_str().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn reads_tags_and_locale_names() {
        assert_eq!(Lang::parse("nl"), Some(Lang::Nl));
        assert_eq!(Lang::parse("nl-BE"), Some(Lang::Nl));
        assert_eq!(Lang::parse("fr_BE.UTF-8"), Some(Lang::Fr));
        assert_eq!(Lang::parse("EN"), Some(Lang::En));
    }

    #[test]
    fn does_not_guess_at_other_languages() {
        for tag in ["de-DE", "", "C", "nld", "n"] {
            assert_eq!(Lang::parse(tag), None, "{tag:?}");
        }
    }
}
