//! What a school must be able to say of a breach (GDPR article 33, paragraph 3), asked of the one who knows.

use jiff::Timestamp;
use mailwijs_detect::Category;
use serde::{Deserialize, Serialize};

/// Where it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// A mail.
    Mail,
    /// A cloud drive or a shared link.
    Cloud,
    /// The tracking system.
    TrackingSystem,
    /// Paper.
    Paper,
    /// A laptop, phone or stick.
    Device,
    /// Something else.
    Other,
}

/// Whether the data was encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encrypted {
    /// Yes: whoever has it cannot read it.
    Yes,
    /// No.
    No,
    /// The teacher does not know.
    Unknown,
}

/// What was done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// The mail was recalled.
    Recalled,
    /// Who got it was asked to delete it.
    AskedToDelete,
    /// They said that they did.
    ConfirmedDeleted,
    /// The link was closed.
    LinkClosed,
    /// The password was changed.
    PasswordChanged,
}

/// What the data is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// A category of sensitive data.
    Sensitive(Category),
    /// Names and addresses.
    Contact,
}

impl Topic {
    /// By its word: that of the category, or `contact`.
    pub fn parse(word: &str) -> Option<Self> {
        if word == "contact" {
            return Some(Self::Contact);
        }
        Category::parse(word).map(Self::Sensitive)
    }

    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sensitive(category) => category.as_str(),
            Self::Contact => "contact",
        }
    }
}

/// A question of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// What happened?
    What,
    /// When?
    Happened,
    /// What is the data about?
    Topics,
    /// Of how many people?
    People,
    /// Where?
    Place,
    /// Was it encrypted?
    Encrypted,
    /// What was done?
    Measures,
}

impl Question {
    /// Its word for windows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Happened => "happened",
            Self::Topics => "categories",
            Self::People => "people",
            Self::Place => "system",
            Self::Encrypted => "encrypted",
            Self::Measures => "measures",
        }
    }
}

/// The answers so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// What happened, in the teacher's words.
    pub what: String,
    /// When it happened.
    pub happened: Option<Timestamp>,
    /// Words of [`Topic`]s.
    pub topics: Vec<String>,
    /// Of how many people the data is.
    pub people: Option<u32>,
    /// To how many people it went.
    pub recipients: Option<u32>,
    /// Where it happened.
    pub place: Option<Place>,
    /// Whether it was encrypted.
    pub encrypted: Option<Encrypted>,
    /// What was done.
    pub measures: Vec<Measure>,
}

impl Answers {
    /// Topics, in the order of the contract.
    pub fn topics(&self) -> impl Iterator<Item = Topic> {
        self.topics.iter().filter_map(|word| Topic::parse(word))
    }

    /// What has no answer yet; the report can go out without.
    pub fn missing(&self) -> Vec<Question> {
        [
            (Question::What, self.what.trim().is_empty()),
            (Question::Happened, self.happened.is_none()),
            (Question::Topics, self.topics.is_empty()),
            (Question::People, self.people.is_none()),
            (Question::Place, self.place.is_none()),
            (Question::Encrypted, self.encrypted.is_none()),
            (Question::Measures, self.measures.is_empty()),
        ]
        .into_iter()
        .filter_map(|(question, is_missing)| is_missing.then_some(question))
        .collect()
    }
}
