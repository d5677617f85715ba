//! The login: a password or a token, never before the connection is safe.

use std::sync::Arc;
use std::time::Duration;

use async_imap::error::Error;
use async_imap::{Authenticator, Client, Session};
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::connect::abilities;
use super::stream::Stream;
use crate::{AccessToken, Account, Cause, Credential, Refusal};

/// Servers let a wrong password wait for some seconds.
const PATIENCE: Duration = Duration::from_secs(40);

/// Logs in with what the server offers.
pub(super) async fn log_in(
    mut client: Client<Stream>,
    account: &Account,
    credential: &Credential,
) -> Result<Session<Stream>, Cause> {
    let asked = timeout(PATIENCE, abilities(&mut client)).await;
    let can = asked.map_err(|_| Cause::Lost)??;
    match credential {
        Credential::Password(password) if can.plain => {
            let secret = Zeroizing::new(format!("\0{}\0{}", account.user, password.as_str()));
            in_time(client.authenticate("PLAIN", Answer::new(secret))).await
        }
        Credential::Password(password) if !can.no_login => {
            in_time(client.login(&account.user, password.as_str())).await
        }
        Credential::Token(token) if can.xoauth2 => {
            let secret = Zeroizing::new(format!(
                "user={}\x01auth=Bearer {}\x01\x01",
                account.user,
                ask(token).await?.as_str()
            ));
            let session = in_time(client.authenticate("XOAUTH2", Answer::new(secret))).await;
            if session.as_ref().is_err_and(|cause| *cause == Cause::Refused) {
                token.refused();
            }
            session
        }
        Credential::Password(_) | Credential::Token(_) => Err(Cause::NotOffered),
    }
}

/// A token that is valid now. Asking for one waits for the provider, so it is done aside.
async fn ask(token: &Arc<dyn AccessToken>) -> Result<Zeroizing<String>, Cause> {
    let token = Arc::clone(token);
    let asked = tokio::task::spawn_blocking(move || token.get()).await;
    asked.map_err(|_| Cause::Lost)?.map_err(|error| error.cause)
}

async fn in_time(
    login: impl Future<Output = Result<Session<Stream>, (Error, Client<Stream>)>>,
) -> Result<Session<Stream>, Cause> {
    let session = timeout(PATIENCE, login).await.map_err(|_| Cause::Lost)?;
    session.map_err(|(error, _)| match error {
        Error::No(why) => refusal(&why),
        Error::Validate(_) => Cause::Refused,
        Error::Bad(_) => Cause::NotOffered,
        _ => Cause::Lost,
    })
}

/// Codes of RFC 5530 that say nothing of the password.
fn refusal(why: &str) -> Cause {
    let passing = ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "CONTACTADMIN"];
    if passing.iter().any(|code| why.contains(code)) {
        Cause::Denied("LOGIN", Refusal::ForNow)
    } else {
        Cause::Refused
    }
}

/// One answer, and nothing more to whatever else is asked: after a refusal XOAUTH2 sends its reason and waits.
struct Answer(Option<Zeroizing<String>>);

impl Answer {
    const fn new(secret: Zeroizing<String>) -> Self {
        Self(Some(secret))
    }
}

impl Authenticator for Answer {
    type Response = Zeroizing<String>;

    fn process(&mut self, _challenge: &[u8]) -> Self::Response {
        self.0.take().unwrap_or_default()
    }
}
