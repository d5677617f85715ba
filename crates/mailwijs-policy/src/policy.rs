//! What a school's policy says, once it is read.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use url::Url;

use crate::{
    account_number::AccountNumber,
    authority::Authority,
    conduct::{CodeOfConduct, Paragraph},
    country::Country,
    domain::Domain,
    email::EmailAddress,
    error::PolicyErrors,
    known_system,
    level::Level,
    mailbox::MailServer,
    pattern::AddressPattern,
    platforms::Platforms,
    providers::Provider,
    read,
    retention::Retention,
    rule_id::RuleId,
    schema,
    template::Template,
};

/// The school's policy.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(title = "Mailwijs policy", deny_unknown_fields)]
pub struct Policy {
    /// Version of this file format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub format: u32,
    /// The school itself.
    pub school: School,
    /// Addresses that are more than one person's school account.
    #[schemars(default)]
    pub addresses: Addresses,
    /// Whom to turn to.
    #[schemars(default)]
    pub contacts: Contacts,
    /// The student tracking system (leerlingvolgsysteem, LVS).
    pub tracking_system: Option<TrackingSystem>,
    /// Mail servers whose mailboxes can be read, for schools that read their mail in a browser.
    #[schemars(default)]
    pub mailboxes: Vec<MailServer>,
    /// Which platforms on the web staff may use with their school account.
    #[schemars(default)]
    pub platforms: Platforms,
    /// How many people may see each other's address.
    #[schemars(default)]
    pub limits: Limits,
    /// How long sensitive mail that came in may stay.
    #[schemars(default)]
    pub retention: Retention,
    /// How each rule is applied.
    #[schemars(default, schema_with = "schema::rules")]
    pub rules: BTreeMap<RuleId, RuleSettings>,
    /// The agreements themselves, as colleagues read and sign them.
    pub code_of_conduct: Option<CodeOfConduct>,
}

/// The school itself.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct School {
    /// The school's name, as colleagues know it.
    pub name: String,
    /// Decides on identifiers, supervisory authority and vocabulary. BE when left out.
    #[schemars(default)]
    pub country: Country,
    /// Domains of the staff's school accounts. Subdomains do not count: list them too.
    #[schemars(length(min = 1))]
    pub domains: Vec<Domain>,
    /// Domains of the pupils' accounts.
    #[schemars(default)]
    pub pupil_domains: Vec<Domain>,
}

/// Addresses that are more than one person's school account.
#[derive(Debug, Clone, PartialEq, Eq, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Addresses {
    /// Role mailboxes that everybody may know (info@, secretariaat@).
    #[schemars(default)]
    pub general: Vec<AddressPattern>,
    /// Addresses that stand for several persons: always in BCC.
    #[schemars(default)]
    pub groups: Vec<AddressPattern>,
    /// Organisations the school works with under its own agreements.
    #[schemars(default)]
    pub partners: Vec<AddressPattern>,
    /// Private addresses that no list of providers can know, such as a colleague's own domain.
    #[schemars(default)]
    pub private: Vec<AddressPattern>,
    /// Providers of private mail, on top of the built-in list.
    #[schemars(default)]
    pub private_providers: Vec<Provider>,
    /// The school's own bank accounts: never a finding.
    #[schemars(default)]
    pub ibans: Vec<AccountNumber>,
}

/// Whom to turn to.
#[derive(Debug, Clone, PartialEq, Eq, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Contacts {
    /// Where a suspected data breach is reported inside the school.
    pub breach: Option<Contact>,
    /// Who answers questions about information security.
    pub security: Option<Contact>,
    /// The supervisory authority; follows the country when left out.
    pub authority: Option<Authority>,
}

/// A person or team with a mailbox.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Contact {
    /// The name colleagues see.
    pub name: String,
    /// Where mail to this contact goes.
    pub email: EmailAddress,
}

/// The student tracking system (leerlingvolgsysteem, LVS).
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TrackingSystem {
    /// Its name, for example Smartschool or ParnasSys.
    #[schemars(extend("examples" = known_system::names()))]
    pub name: String,
    /// The page that "move to the LVS" opens.
    #[schemars(with = "Option<String>", extend("format" = "uri", "pattern" = "^https?://", "examples" = known_system::pages()))]
    pub url: Option<Url>,
    /// A folder of the school's file share, over WebDAV (RFC 4918), in which mails can be put.
    #[schemars(with = "Option<String>", extend("format" = "uri", "pattern" = "^https://[^@?#]+$"))]
    pub webdav: Option<Url>,
    /// Colleagues who may file information in it for others.
    #[schemars(default)]
    pub delegates: Vec<Contact>,
}

/// How many people may see each other's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Limits {
    /// From this many outside households in To and Cc together, they belong in BCC.
    #[schemars(default = "Limits::default_external", range(min = 2, max = 1000))]
    pub visible_external: u32,
    /// From this many colleagues listed one by one, a group address in BCC is better.
    #[schemars(default = "Limits::default_internal", range(min = 2, max = 1000))]
    pub visible_internal: u32,
}

impl Limits {
    /// The smallest and largest limit.
    pub(crate) const BOUNDS: (u32, u32) = (2, 1000);

    const fn default_external() -> u32 {
        3
    }

    const fn default_internal() -> u32 {
        10
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            visible_external: Self::default_external(),
            visible_internal: Self::default_internal(),
        }
    }
}

/// How one rule is applied.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RuleSettings {
    /// How loudly it speaks; the built-in level of the rule when left out.
    #[schemars(with = "Option<Level>")]
    pub level: Level,
    /// The paragraph of the agreements it rests on.
    pub paragraph: Option<String>,
}

/// A decision on the agreements: by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Decision {
    /// The body that decided.
    pub by: String,
    /// The day of the decision, as a TOML date without quotes: 2026-09-01.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub on: Option<Date>,
}

impl Policy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// Everything that is wrong with the file, each with its line and column.
    pub fn parse(toml: &str) -> Result<Self, PolicyErrors> {
        read::read(toml, |country| Some(Template::of(country).shared()))
    }

    /// How a rule is applied; without a word of the school, as in the template of its country.
    pub fn settings(&self, rule: RuleId) -> RuleSettings {
        self.rules.get(&rule).cloned().unwrap_or(RuleSettings {
            level: Level::Warn,
            paragraph: None,
        })
    }

    /// The paragraph of the agreements with this id.
    pub fn paragraph(&self, id: &str) -> Option<&Paragraph> {
        self.code_of_conduct.as_ref()?.paragraph(id)
    }

    /// Whether this is a bank account of the school, in whatever way it is written.
    pub fn is_school_iban(&self, text: &str) -> bool {
        AccountNumber::parse(text).is_some_and(|number| self.addresses.ibans.contains(&number))
    }

    /// The supervisory authority, by the school's word or its country.
    pub fn authority(&self) -> Authority {
        self.contacts
            .authority
            .unwrap_or(Authority::of(self.school.country))
    }
}
