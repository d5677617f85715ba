//! At which provider's page the teacher signed in.

use mailwijs_imap::oauth::{self, Provider, TokenSource, Tokens};
use mailwijs_imap::{Cause, ImapError, Trust};
use mailwijs_policy::{MailServer, SignIn, SignInPages};
use serde::{Deserialize, Serialize};
use toml::Table;
use url::Url;
use zeroize::Zeroizing;

use super::{Mailbox, MailboxSecrets};

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

    /// What the browser is to be opened with, for this mailbox.
    ///
    /// # Errors
    /// [`Cause::NotOffered`] when a provider is unknown to this version, or an address is none.
    pub fn page(&self, mailbox: &Mailbox) -> Result<oauth::SignIn, ImapError> {
        let page = match &self.provider {
            Some(id) => Provider::with_id(id).map(|provider| provider.sign_in(&self.client_id)),
            None => self.own_page(),
        };
        let page = page.ok_or_else(|| Cause::NotOffered.of(&mailbox.account))?;
        Ok(oauth::SignIn {
            client_secret: self.client_secret.clone(),
            login_hint: Some(mailbox.account.email.clone()),
            ..page
        })
    }

    fn own_page(&self) -> Option<oauth::SignIn> {
        let address = |text: &Option<String>| Url::parse(text.as_deref()?).ok();
        Some(oauth::SignIn::at(
            address(&self.authorize)?,
            address(&self.token)?,
            self.scopes.clone(),
            &self.client_id,
        ))
    }

    /// Whose certificates are believed at the provider: a big one has nothing to do with the school's own authority.
    pub fn trust(&self, trust: &Trust) -> Trust {
        if self.provider.is_some() {
            Trust::Platform
        } else {
            trust.clone()
        }
    }

    /// Access tokens from what keeps the teacher signed in; when the provider gives another, it is kept in its place.
    ///
    /// # Errors
    /// As for [`Self::page`], and when an address is not safe.
    pub(super) fn tokens(
        &self,
        mailbox: &Mailbox,
        refresh: Zeroizing<String>,
        trust: &Trust,
        secrets: &MailboxSecrets,
    ) -> Result<TokenSource, ImapError> {
        let (page, trust) = (self.page(mailbox)?, self.trust(trust));
        let (named, secrets) = (mailbox.clone(), secrets.clone());
        let keep = move |refresh: &str| drop(secrets.keep(&named, refresh));
        TokenSource::new(&mailbox.account, &page, &trust, Tokens::kept(refresh), keep)
    }
}
