//! Access tokens for as long as the provider honours the sign-in.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use zeroize::Zeroizing;

use super::endpoint::{Grant, TokenEndpoint};
use super::{Access, SignIn, Tokens};
use crate::{AccessToken, Account, Cause, ImapError, Trust};

/// Access tokens from a refresh token. Whoever asks while one is fetched waits for that one.
pub struct TokenSource {
    account: Account,
    endpoint: TokenEndpoint,
    keep: Box<dyn Fn(&str) + Send + Sync>,
    /// Held by the one who asks the provider.
    asking: Mutex<()>,
    known: Mutex<Known>,
}

struct Known {
    refresh: Zeroizing<String>,
    /// `Err` is what the provider last answered.
    access: Result<Option<Access>, Cause>,
    /// How often the provider answered.
    answers: u64,
}

impl TokenSource {
    /// For this mailbox. A provider may give a new refresh token at any time, after which the old one is worth nothing: it
    /// goes to `keep`, which stores it in the keyring, before the mailbox is opened with what came along. `keep` must not ask
    /// for a token itself.
    ///
    /// # Errors
    /// [`Cause::Unsafe`] when the provider's address is not `https`.
    pub fn new(
        account: &Account,
        sign_in: &SignIn,
        trust: &Trust,
        tokens: Tokens,
        keep: impl Fn(&str) + Send + Sync + 'static,
    ) -> Result<Self, ImapError> {
        Ok(Self {
            account: account.clone(),
            endpoint: TokenEndpoint::new(sign_in, trust).map_err(|cause| cause.of(account))?,
            keep: Box::new(keep),
            asking: Mutex::default(),
            known: Mutex::new(Known {
                refresh: tokens.refresh,
                access: Ok(tokens.access),
                answers: 0,
            }),
        })
    }

    fn renewed(&self) -> Result<Zeroizing<String>, Cause> {
        let answers = {
            let known = self.known();
            match &known.access {
                Ok(Some(access)) if access.lasts(SystemTime::now()) => return Ok(access.token.clone()),
                // It will say so again, and asking often looks like an attack.
                Err(Cause::SignInNeeded) => return Err(Cause::SignInNeeded),
                _ => known.answers,
            }
        };
        let _asking = self.asking.lock().unwrap_or_else(PoisonError::into_inner);
        let refresh = {
            let known = self.known();
            match &known.access {
                // Somebody else asked meanwhile; the answer is everybody's.
                Ok(Some(access)) if known.answers != answers => return Ok(access.token.clone()),
                Err(cause) if known.answers != answers => return Err(cause.clone()),
                _ => known.refresh.clone(),
            }
        };
        let answer = self.endpoint.renew(&refresh);
        if let Ok(Grant {
            refresh: Some(new), ..
        }) = &answer
            && *new != refresh
        {
            (self.keep)(new);
        }
        self.known().learn(answer)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn learn(&mut self, answer: Result<Grant, Cause>) -> Result<Zeroizing<String>, Cause> {
        self.answers += 1;
        match answer {
            Ok(Grant { access, refresh }) => {
                if let Some(refresh) = refresh {
                    self.refresh = refresh;
                }
                let token = access.token.clone();
                self.access = Ok(Some(access));
                Ok(token)
            }
            Err(cause) => {
                self.access = Err(cause.clone());
                Err(cause)
            }
        }
    }
}

impl AccessToken for TokenSource {
    fn get(&self) -> Result<Zeroizing<String>, ImapError> {
        self.renewed().map_err(|cause| cause.of(&self.account))
    }

    fn refused(&self) {
        let mut known = self.known();
        if known.access.is_ok() {
            known.access = Ok(None);
        }
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("TokenSource(…)")
    }
}
