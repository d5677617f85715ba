//! What a paragraph is about.

use crate::keyword::Keyword;

/// A fixed topic of the agreements (Kennisnet, code of conduct for ICT and personal data).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Topic {
    /// Security incidents and data breaches.
    Incidents,
    /// Social media.
    SocialMedia,
    /// Working in the cloud.
    Cloud,
    /// Own phone, tablet or laptop at work.
    OwnDevice,
    /// Confidentiality.
    Confidentiality,
    /// Safe use of the internet.
    Internet,
    /// Sharing information and personal data safely.
    SafeSharing,
    /// Online lessons and meetings.
    OnlineLessons,
    /// Photos and videos.
    Photos,
    /// How compliance is checked.
    Compliance,
}

impl Topic {
    /// Every topic, in the order of the templates.
    pub const ALL: [Self; 10] = [
        Self::Incidents,
        Self::SocialMedia,
        Self::Cloud,
        Self::OwnDevice,
        Self::Confidentiality,
        Self::Internet,
        Self::SafeSharing,
        Self::OnlineLessons,
        Self::Photos,
        Self::Compliance,
    ];

    /// The word in the policy file, for example `safe-sharing`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::SocialMedia => "social-media",
            Self::Cloud => "cloud",
            Self::OwnDevice => "own-device",
            Self::Confidentiality => "confidentiality",
            Self::Internet => "internet",
            Self::SafeSharing => "safe-sharing",
            Self::OnlineLessons => "online-lessons",
            Self::Photos => "photos",
            Self::Compliance => "compliance",
        }
    }
}

impl Keyword for Topic {
    const WORDS: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.as_str()
    }
}
