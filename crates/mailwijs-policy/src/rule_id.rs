//! The names of the rules: stable, used in policy files, JSON and scripts.

use crate::topic::Topic;

/// One rule of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum RuleId {
    /// People outside the school see each other's addresses.
    VisibleRecipients,
    /// A group address stands in To or Cc.
    GroupAddressVisible,
    /// A private account is used for school matters.
    PrivateAccount,
    /// Somebody's private address is given to outsiders.
    PrivateAddressExposed,
    /// A national number or bank account of a person.
    Identifier,
    /// A password, login code or PIN.
    Password,
    /// Sensitive personal data about a pupil or the family.
    SensitivePupilData,
    /// Insulting, discriminating, threatening or sexual language.
    ImproperContent,
    /// A recipient this teacher never writes to in this company.
    UnusualRecipient,
    /// A link that shares a file with everyone who has it.
    PublicShareLink,
    /// Received mail that looks like fraud.
    SuspiciousMail,
    /// The school account was used to sign up on a platform the job does not need.
    PlatformSignup,
    /// A photo or film of pupils without known consent.
    PhotoConsent,
}

impl RuleId {
    /// Every rule, in the order of the rule pages.
    pub const ALL: [Self; 13] = [
        Self::VisibleRecipients,
        Self::GroupAddressVisible,
        Self::PrivateAccount,
        Self::PrivateAddressExposed,
        Self::Identifier,
        Self::Password,
        Self::SensitivePupilData,
        Self::ImproperContent,
        Self::UnusualRecipient,
        Self::PublicShareLink,
        Self::SuspiciousMail,
        Self::PlatformSignup,
        Self::PhotoConsent,
    ];

    /// The stable id, for example `visible-recipients`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::VisibleRecipients => "visible-recipients",
            Self::GroupAddressVisible => "group-address-visible",
            Self::PrivateAccount => "private-account",
            Self::PrivateAddressExposed => "private-address-exposed",
            Self::Identifier => "identifier",
            Self::Password => "password",
            Self::SensitivePupilData => "sensitive-pupil-data",
            Self::ImproperContent => "improper-content",
            Self::UnusualRecipient => "unusual-recipient",
            Self::PublicShareLink => "public-share-link",
            Self::SuspiciousMail => "suspicious-mail",
            Self::PlatformSignup => "platform-signup",
            Self::PhotoConsent => "photo-consent",
        }
    }

    /// The topic of the agreements under which a school has its say about this rule.
    pub const fn topic(self) -> Topic {
        match self {
            Self::VisibleRecipients
            | Self::GroupAddressVisible
            | Self::PrivateAccount
            | Self::PrivateAddressExposed
            | Self::SensitivePupilData
            | Self::UnusualRecipient => Topic::SafeSharing,
            Self::Identifier => Topic::Confidentiality,
            Self::Password | Self::ImproperContent | Self::SuspiciousMail => Topic::Internet,
            Self::PublicShareLink | Self::PlatformSignup => Topic::Cloud,
            Self::PhotoConsent => Topic::Photos,
        }
    }

    /// The rule with this id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == id)
    }
}
