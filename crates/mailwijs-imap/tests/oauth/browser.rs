//! What a browser does for a sign-in.

use std::thread;
use std::time::Duration;

use mailwijs_imap::oauth::{Pages, SignInError, Tokens, Waiting};
use tokio_rustls::rustls::crypto::ring;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Error};
use url::Url;

use crate::provider::Provider;

/// More than a test needs.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub fn pages() -> Pages {
    Pages {
        language: "nl".to_owned(),
        done: "Je bent aangemeld. Je kunt dit venster sluiten.".to_owned(),
        failed: "Aanmelden is niet gelukt.".to_owned(),
    }
}

/// A browser that trusts the provider and goes where it is sent.
pub fn agent(provider: &Provider) -> Agent {
    let root = Certificate::from_der(provider.root()).to_owned();
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&[root]))
        .unversioned_rustls_crypto_provider(ring::default_provider().into())
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .proxy(None)
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .build();
    config.into()
}

/// Opens a page; status and text of where it ends.
pub fn open(provider: &Provider, url: &Url) -> Result<(u16, String), Error> {
    let mut answer = agent(provider).get(url.as_str()).call()?;
    Ok((answer.status().as_u16(), answer.body_mut().read_to_string()?))
}

/// Waits while the browser opens the page; what the browser shows in the end, too.
pub fn signed_in(provider: &Provider, waiting: Waiting) -> (Result<Tokens, SignInError>, String) {
    let url = waiting.url().clone();
    thread::scope(|scope| {
        let browser = scope.spawn(|| open(provider, &url));
        let outcome = waiting.wait(&pages(), PATIENCE);
        (outcome, browser.join().unwrap().unwrap().1)
    })
}
