//! The built-in policies a school starts from.

use std::sync::LazyLock;

use crate::{country::Country, policy::Policy, read};

static FLEMISH: LazyLock<Policy> = LazyLock::new(|| built_in(Template::Flemish));
static DUTCH: LazyLock<Policy> = LazyLock::new(|| built_in(Template::Dutch));

/// A built-in policy, to start from and to fall back on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Template {
    /// The communication policy of a Flemish school; in force where none is installed.
    Flemish,
    /// A Dutch code of conduct with Kennisnet's ten topics, to fill in.
    Dutch,
}

impl Template {
    /// Every template.
    pub const ALL: [Self; 2] = [Self::Flemish, Self::Dutch];

    /// The template for schools of this country.
    pub const fn of(country: Country) -> Self {
        match country {
            Country::Belgium => Self::Flemish,
            Country::Netherlands => Self::Dutch,
        }
    }

    /// The name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Flemish => "vlaams",
            Self::Dutch => "nederlands",
        }
    }

    /// The template with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.as_str() == name)
    }

    /// The file, with comments that help to fill it in.
    pub const fn toml(self) -> &'static str {
        match self {
            Self::Flemish => include_str!("../../../assets/policies/vlaams.toml"),
            Self::Dutch => include_str!("../../../assets/policies/nederlands.toml"),
        }
    }

    /// The policy the file holds.
    pub fn policy(self) -> Policy {
        self.shared().clone()
    }

    /// The policy the file holds, read once.
    pub(crate) fn shared(self) -> &'static Policy {
        match self {
            Self::Flemish => &FLEMISH,
            Self::Dutch => &DUTCH,
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "the file is part of the program, and a test reads every template"
)]
fn built_in(template: Template) -> Policy {
    read::read(template.toml(), |_| None).expect("a built-in policy is right")
}

impl Default for Policy {
    /// The policy in force where none is installed.
    fn default() -> Self {
        Template::Flemish.policy()
    }
}
