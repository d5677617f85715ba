//! Which server the mail of a school can be read from, for who reads it in a browser.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use url::Url;

use crate::{domain::Domain, email::EmailAddress, keyword::Keyword, policy::Policy};

/// A mail server (IMAP) that keeps the mailboxes of some domains.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MailServer {
    /// How colleagues call it, for example Schoolmail.
    pub name: String,
    /// The domains whose mailboxes it keeps; those of the school's staff when left out.
    #[schemars(with = "Option<Vec<Domain>>", length(min = 1))]
    pub domains: Vec<Domain>,
    /// The server's name, as its certificate bears it.
    pub host: Domain,
    /// Its port; 993 for `tls` and 143 for `starttls` when left out.
    #[schemars(with = "Option<u16>", range(min = 1, max = 65535))]
    pub port: u16,
    /// How the connection is made safe; `tls` when left out.
    #[schemars(default)]
    pub security: ServerSecurity,
    /// How colleagues prove who they are; by their password when left out.
    #[schemars(default)]
    pub sign_in: SignIn,
    /// The id of the app that the school registered with its provider; needed to sign in in the browser.
    pub client_id: Option<String>,
    /// What Google gives with the id. It is no secret in an app that everybody can download, and opens nothing by itself.
    pub client_secret: Option<String>,
}

/// How the connection to a mail server is made safe. There is no third way: mail never travels in the clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum ServerSecurity {
    /// Encrypted from the first byte.
    #[default]
    Tls,
    /// Begins in the clear and is encrypted before anything is said.
    StartTls,
}

/// How colleagues prove to a mail server who they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SignIn {
    /// By a password, or an app password.
    #[default]
    Password,
    /// On Microsoft's own page, in the browser.
    Microsoft,
    /// On Google's own page, in the browser.
    Google,
    /// On the page of another provider, in the browser.
    Other(SignInPages),
}

/// Where another provider lets people sign in (OAuth 2.0, RFC 6749, with PKCE, RFC 7636).
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SignInPages {
    /// The page that opens in the browser.
    #[schemars(with = "String", extend("format" = "uri", "pattern" = "^https://"))]
    pub authorize: Url,
    /// The address where the app gets its access.
    #[schemars(with = "String", extend("format" = "uri", "pattern" = "^https://"))]
    pub token: Url,
    /// What is asked for, in the provider's words.
    #[schemars(length(min = 1))]
    pub scopes: Vec<String>,
}

impl ServerSecurity {
    /// The word in the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tls => "tls",
            Self::StartTls => "starttls",
        }
    }

    /// The port that servers listen on for it (RFC 8314, RFC 9051).
    pub const fn usual_port(self) -> u16 {
        match self {
            Self::Tls => 993,
            Self::StartTls => 143,
        }
    }
}

impl Keyword for ServerSecurity {
    const WORDS: &'static [Self] = &[Self::Tls, Self::StartTls];

    fn word(self) -> &'static str {
        self.as_str()
    }
}

/// The ways to sign in that have a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub(crate) enum SignInWord {
    /// By a password, or an app password.
    Password,
    /// On Microsoft's own page, in the browser.
    Microsoft,
    /// On Google's own page, in the browser.
    Google,
}

impl Keyword for SignInWord {
    const WORDS: &'static [Self] = &[Self::Password, Self::Microsoft, Self::Google];

    fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Microsoft => "microsoft",
            Self::Google => "google",
        }
    }
}

impl From<SignInWord> for SignIn {
    fn from(word: SignInWord) -> Self {
        match word {
            SignInWord::Password => Self::Password,
            SignInWord::Microsoft => Self::Microsoft,
            SignInWord::Google => Self::Google,
        }
    }
}

impl SignIn {
    /// Its word in the file; `None` when its pages are written out.
    pub(crate) fn word(&self) -> Option<&'static str> {
        Some(match self {
            Self::Password => SignInWord::Password.word(),
            Self::Microsoft => SignInWord::Microsoft.word(),
            Self::Google => SignInWord::Google.word(),
            Self::Other(_) => return None,
        })
    }
}

impl JsonSchema for SignIn {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SignIn".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (word, pages) = (
            generator.subschema_for::<SignInWord>(),
            generator.subschema_for::<SignInPages>(),
        );
        json_schema!({
            "description": "How colleagues prove to a mail server who they are: a word, or the pages of another provider.",
            "anyOf": [word, pages],
        })
    }
}

impl Policy {
    /// The servers that may keep the mailbox of this address, in the order of the file.
    pub fn mail_servers(&self, address: &EmailAddress) -> impl Iterator<Item = &MailServer> {
        let keeps = |server: &&MailServer| {
            let mut domains = server.domains.iter();
            domains.any(|domain| domain.as_ascii() == address.domain())
        };
        self.mailboxes.iter().filter(keeps)
    }
}
