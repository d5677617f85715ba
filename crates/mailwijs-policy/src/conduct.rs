//! The agreements themselves, as colleagues read and sign them.

use schemars::JsonSchema;

use crate::{policy::Decision, topic::Topic};

/// The school's communication policy or code of conduct.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CodeOfConduct {
    /// The title of the document.
    pub title: String,
    /// Its version; a new one asks colleagues to sign again.
    pub version: String,
    /// Who adopted it, and when.
    pub adopted: Option<Decision>,
    /// Which council consented, and when.
    pub consent: Option<Decision>,
    /// The text, paragraph by paragraph.
    #[schemars(default)]
    pub paragraphs: Vec<Paragraph>,
}

impl CodeOfConduct {
    /// The paragraph with this id.
    pub fn paragraph(&self, id: &str) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|paragraph| paragraph.id == id)
    }
}

/// One paragraph of the agreements.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Paragraph {
    /// The number or name by which rules refer to it, for example 3.3.
    #[schemars(length(min = 1))]
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// Its heading.
    pub title: String,
    /// Plain text; an empty line starts a new alinea, a line that starts with a dash is a list item.
    pub text: String,
}
