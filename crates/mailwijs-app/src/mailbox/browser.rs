//! At which provider's page the teacher signed in.

use mailwijs_policy::{MailServer, SignIn, SignInPages};
use serde::{Deserialize, Serialize};
use toml::Table;

/// At which provider's page the teacher signed in, and as which app. Nothing of it is secret.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BrowserSignIn {
    /// A provider that is known by name (`microsoft`, `google`); else its pages follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The page that opens in the browser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorize: Option<String>,
    /// The address where the app gets its access.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// What is asked for, in the provider's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<String>,
    /// The id of the app that the school registered there.
    pub client_id: String,
    /// What some providers give with the id, and call a secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// Keys of a newer version.
    #[serde(flatten)]
    pub(super) newer: Table,
}

impl BrowserSignIn {
    /// As the school's policy has it for this server; `None` where a password is asked.
    pub fn of(server: &MailServer) -> Option<Self> {
        let blank = Self {
            provider: None,
            authorize: None,
            token: None,
            scopes: Vec::new(),
            client_id: server.client_id.clone()?,
            client_secret: server.client_secret.clone(),
            newer: Table::new(),
        };
        let known = |name: &str| Self {
            provider: Some(name.to_owned()),
            ..blank.clone()
        };
        match &server.sign_in {
            SignIn::Password => None,
            SignIn::Microsoft => Some(known("microsoft")),
            SignIn::Google => Some(known("google")),
            SignIn::Other(SignInPages {
                authorize,
                token,
                scopes,
            }) => Some(Self {
                authorize: Some(authorize.to_string()),
                token: Some(token.to_string()),
                scopes: scopes.clone(),
                ..blank
            }),
        }
    }
}
