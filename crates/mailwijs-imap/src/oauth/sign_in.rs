//! Everything that a sign-in needs to know beforehand.

use std::collections::BTreeMap;
use std::fmt;

use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, PkceCodeChallenge, RedirectUrl, Scope};
use serde::Deserialize;
use url::Url;

use super::endpoint::{TokenEndpoint, safe};
use super::listener::Listener;
use super::{Provider, SignInError, Waiting};
use crate::Trust;

/// Everything that a sign-in needs to know beforehand. Its `Debug` shows nothing of the person or the client.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The sign-in page, `https`.
    pub authorize: Url,
    /// Where tokens are given out, `https`.
    pub token: Url,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// The name under which the school or Mailwijs is registered with the provider.
    pub client_id: String,
    /// Google gives one to programs on a computer and says that it is none; others want none.
    pub client_secret: Option<String>,
    /// The address that the page shows as filled in.
    pub login_hint: Option<String>,
    /// How this computer is called in the answer.
    pub redirect: Redirect,
    /// What else the page is told.
    pub extra: BTreeMap<String, String>,
}

/// How this computer is called in the answer; the provider decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Redirect {
    /// `http://127.0.0.1:PORT/`, as RFC 8252, section 7.3 has it.
    #[default]
    Address,
    /// `http://localhost:PORT/`, as Microsoft has it.
    Localhost,
}

impl Redirect {
    /// The host in the answer's address.
    pub(super) const fn host(self) -> &'static str {
        match self {
            Self::Address => "127.0.0.1",
            Self::Localhost => "localhost",
        }
    }
}

impl SignIn {
    /// At the addresses that a school gives. Where they are a big provider's, for the school alone, the answer is asked for
    /// as that provider has it.
    pub fn at(authorize: Url, token: Url, scopes: Vec<String>, client_id: &str) -> Self {
        let known = Provider::with_page_at(&authorize);
        Self {
            redirect: known.map_or_else(Redirect::default, |provider| provider.redirect),
            extra: known.map(|provider| provider.extra.clone()).unwrap_or_default(),
            authorize,
            token,
            scopes,
            client_id: client_id.to_owned(),
            client_secret: None,
            login_hint: None,
        }
    }

    /// Starts listening for the browser's answer. Now [`Waiting::url`] is to be opened in the browser.
    ///
    /// # Errors
    /// [`SignInError::NoListener`]; [`SignInError::Provider`] with [`crate::Cause::Unsafe`] when an address is not `https`.
    pub fn begin(&self, trust: &Trust) -> Result<Waiting, SignInError> {
        safe(&self.authorize)?;
        let endpoint = TokenEndpoint::new(self, trust)?;
        let listener =
            Listener::open(self.redirect).map_err(|error| SignInError::NoListener(error.kind()))?;
        let redirect = RedirectUrl::from_url(listener.url().clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let client = BasicClient::new(ClientId::new(self.client_id.clone()))
            .set_auth_uri(AuthUrl::from_url(self.authorize.clone()))
            .set_redirect_uri(redirect.clone());
        let mut question = client
            .authorize_url(CsrfToken::new_random)
            .add_scopes(self.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(challenge);
        for (name, value) in &self.extra {
            question = question.add_extra_param(name, value);
        }
        if let Some(hint) = &self.login_hint {
            question = question.add_extra_param("login_hint", hint);
        }
        let (url, state) = question.url();
        Ok(Waiting::new(url, listener, state, endpoint, verifier, redirect))
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SignIn({})", self.token.host_str().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_with_a_big_provider_is_answered_as_the_provider_has_it() {
        let at = |page: &str| {
            let page = Url::parse(page).unwrap();
            SignIn::at(page.clone(), page, vec!["imap".to_owned()], "school")
        };
        let tenant = at("https://login.microsoftonline.com/school.example/oauth2/v2.0/authorize");
        assert_eq!(tenant.redirect, Redirect::Localhost);
        let google = at("https://accounts.google.com/o/oauth2/auth");
        assert_eq!(google.extra["access_type"], "offline");
        let own = at("https://login.school.example/authorize");
        assert_eq!((own.redirect, own.extra.len()), (Redirect::Address, 0));
    }
}
