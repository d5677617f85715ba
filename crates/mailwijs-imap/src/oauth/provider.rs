//! The big providers, from `assets/imap/providers.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use url::Url;

use super::{Redirect, SignIn};

static PROVIDERS: LazyLock<Vec<Provider>> =
    LazyLock::new(|| read(include_str!("../../../../assets/imap/providers.toml")).unwrap_or_default());

/// Where teachers with a mailbox at a big provider sign in, and where their mail is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// How the policy file calls it: `microsoft`.
    pub id: String,
    /// How people call it.
    pub name: String,
    /// The sign-in page.
    pub authorize: Url,
    /// Where tokens are given out.
    pub token: Url,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// How this computer is called in the answer.
    pub redirect: Redirect,
    /// What else the sign-in page is told.
    #[serde(default)]
    pub extra: BTreeMap<String, String>,
    /// The mail server.
    pub host: String,
    /// Its port, for TLS from the first byte.
    pub port: u16,
    /// Other names of the mail server.
    #[serde(default)]
    pub also: Vec<String>,
    /// Whose mailboxes are there, for everybody.
    #[serde(default)]
    pub domains: Vec<String>,
    /// Whether it still takes a password, such as an app password.
    pub passwords: bool,
}

impl Provider {
    /// All that are known.
    pub fn all() -> &'static [Self] {
        &PROVIDERS
    }

    /// The one with this id.
    pub fn with_id(id: &str) -> Option<&'static Self> {
        Self::all().iter().find(|provider| provider.id == id)
    }

    /// The one with a mail server of this name.
    pub fn of_host(host: &str) -> Option<&'static Self> {
        let has = |provider: &&Self| {
            let mut names = provider.also.iter().chain([&provider.host]);
            names.any(|name| name.eq_ignore_ascii_case(host))
        };
        Self::all().iter().find(has)
    }

    /// The one whose sign-in page is on the same server as this one.
    pub(super) fn with_page_at(page: &Url) -> Option<&'static Self> {
        let host = page.host_str()?;
        let mut all = Self::all().iter();
        all.find(|provider| provider.authorize.host_str() == Some(host))
    }

    /// The one that keeps everybody's mailboxes of this domain.
    pub fn of_domain(domain: &str) -> Option<&'static Self> {
        let keeps = |provider: &&Self| {
            let mut domains = provider.domains.iter();
            domains.any(|own| own.eq_ignore_ascii_case(domain))
        };
        Self::all().iter().find(keeps)
    }

    /// A sign-in here, for a client that is registered here.
    pub fn sign_in(&self, client_id: &str) -> SignIn {
        SignIn::at(
            self.authorize.clone(),
            self.token.clone(),
            self.scopes.clone(),
            client_id,
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Providers {
    provider: Vec<Provider>,
}

fn read(text: &str) -> Result<Vec<Provider>, toml::de::Error> {
    toml::from_str(text).map(|Providers { provider }| provider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_every_address_is_safe() {
        let providers = read(include_str!("../../../../assets/imap/providers.toml")).unwrap();
        assert_eq!(providers, Provider::all());
        for provider in &providers {
            assert_eq!(provider.authorize.scheme(), "https", "{}", provider.id);
            assert_eq!(provider.token.scheme(), "https", "{}", provider.id);
            assert!(!provider.scopes.is_empty(), "{}", provider.id);
            let sign_in = provider.sign_in("school");
            assert_eq!(
                (sign_in.redirect, &sign_in.extra),
                (provider.redirect, &provider.extra)
            );
            assert_eq!(Provider::with_id(&provider.id), Some(provider));
            assert_eq!(Provider::of_host(&provider.host.to_uppercase()), Some(provider));
        }
        assert_eq!(
            providers.len(),
            2,
            "a new provider needs its own look at what it asks for"
        );
    }

    #[test]
    fn a_school_of_its_own_is_no_provider() {
        assert_eq!(Provider::of_host("imap.school.example"), None);
        assert_eq!(Provider::with_id("school"), None);
        assert_eq!(Provider::of_domain("school.example"), None);
        assert_eq!(Provider::of_domain("Gmail.com"), Provider::with_id("google"));
    }
}
