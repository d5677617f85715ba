//! From the open page to the tokens.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use oauth2::{CsrfToken, PkceCodeVerifier, RedirectUrl};
use tokio::runtime::Builder;
use tokio::sync::Notify;
use tokio::task::spawn_blocking;
use tokio::time::sleep;
use url::Url;

use super::endpoint::{TokenEndpoint, complaint};
use super::knock::Answer;
use super::listener::Listener;
use super::{Pages, SignInError, Tokens};

/// A sign-in whose page is to be opened, or is open.
pub struct Waiting {
    url: Url,
    listener: Listener,
    endpoint: TokenEndpoint,
    secrets: Secrets,
    cancelled: Arc<Notify>,
}

/// What only this sign-in knows.
struct Secrets {
    state: CsrfToken,
    verifier: PkceCodeVerifier,
    redirect: RedirectUrl,
}

/// Ends the waiting from another thread.
#[derive(Debug, Clone)]
pub struct Canceller(Arc<Notify>);

impl Canceller {
    /// Ends the waiting, or lets it end as soon as it begins. Listens no more.
    pub fn cancel(&self) {
        self.0.notify_one();
    }
}

impl Waiting {
    pub(super) fn new(
        url: Url,
        listener: Listener,
        state: CsrfToken,
        endpoint: TokenEndpoint,
        verifier: PkceCodeVerifier,
        redirect: RedirectUrl,
    ) -> Self {
        Self {
            url,
            listener,
            endpoint,
            secrets: Secrets {
                state,
                verifier,
                redirect,
            },
            cancelled: Arc::default(),
        }
    }

    /// The page to open in the browser. It holds the teacher's address: not for a log.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// For whoever may end the waiting.
    pub fn canceller(&self) -> Canceller {
        Canceller(Arc::clone(&self.cancelled))
    }

    /// Waits for the browser's answer and redeems it; then the browser shows one of the pages. Blocks: for a thread of its own.
    ///
    /// # Errors
    /// When nobody was signed in.
    pub fn wait(self, pages: &Pages, patience: Duration) -> Result<Tokens, SignInError> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| SignInError::NoListener(error.kind()))?;
        let cancelled = Arc::clone(&self.cancelled);
        let outcome = runtime.block_on(async {
            tokio::select! {
                biased;
                () = cancelled.notified() => Err(SignInError::Cancelled),
                outcome = self.answered(pages) => outcome,
                () = sleep(patience) => Err(SignInError::TimedOut),
            }
        });
        // A provider that is slow to answer keeps nobody.
        runtime.shutdown_background();
        outcome
    }

    async fn answered(self, pages: &Pages) -> Result<Tokens, SignInError> {
        let Secrets {
            state,
            verifier,
            redirect,
        } = self.secrets;
        let answer = self.listener.answer(&state).await;
        let (browser, answer) = answer.map_err(|error| SignInError::NoListener(error.kind()))?;
        let outcome = match answer {
            Answer::Error(error) if error == "access_denied" => Err(SignInError::Declined),
            Answer::Error(error) => Err(complaint(&error).into()),
            Answer::Code(code) => {
                let endpoint = self.endpoint;
                let redeemed = spawn_blocking(move || endpoint.redeem(code, verifier, redirect));
                match redeemed.await {
                    Ok(Ok(grant)) => grant.refresh.ok_or(SignInError::Fleeting).map(|refresh| Tokens {
                        refresh,
                        access: Some(grant.access),
                    }),
                    Ok(Err(cause)) => Err(cause.into()),
                    Err(_) => Err(SignInError::Cancelled),
                }
            }
        };
        browser.show(&pages.reply(outcome.is_ok())).await;
        outcome
    }
}

impl fmt::Debug for Waiting {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Waiting(…)")
    }
}
