//! Where tokens are given out: for the code that the browser brought, and for the refresh token afterwards.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use oauth2::basic::{
    BasicClient, BasicErrorResponseType, BasicRequestTokenError, BasicTokenResponse, BasicTokenType,
};
use oauth2::{
    AuthType, AuthorizationCode, ClientId, ClientSecret, EndpointNotSet, EndpointSet, PkceCodeVerifier,
    RedirectUrl, RefreshToken, RequestTokenError, TokenResponse as _, TokenUrl,
};
use url::Url;
use zeroize::Zeroizing;

use super::http::Http;
use super::{Access, SignIn};
use crate::{Cause, Trust};

/// For a token whose provider does not say how long it lasts.
const UNTOLD: Duration = Duration::from_mins(5);
/// No token is believed to last longer.
const LONGEST: Duration = Duration::from_hours(24);
/// Tokens of Microsoft reach some KiB.
const LARGEST: usize = 32 * 1024;

type Client = BasicClient<EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// Where tokens are given out.
pub(super) struct TokenEndpoint {
    client: Client,
    http: Http,
}

/// What it gave: a refresh token only when there is a new one.
pub(super) struct Grant {
    pub(super) access: Access,
    pub(super) refresh: Option<Zeroizing<String>>,
}

impl TokenEndpoint {
    pub(super) fn new(sign_in: &SignIn, trust: &Trust) -> Result<Self, Cause> {
        safe(&sign_in.token)?;
        let mut client = BasicClient::new(ClientId::new(sign_in.client_id.clone()))
            .set_token_uri(TokenUrl::from_url(sign_in.token.clone()))
            .set_auth_type(AuthType::RequestBody);
        if let Some(secret) = &sign_in.client_secret {
            client = client.set_client_secret(ClientSecret::new(secret.clone()));
        }
        Ok(Self {
            client,
            http: Http::new(trust),
        })
    }

    /// For the code that the browser brought, once.
    pub(super) fn redeem(
        &self,
        code: AuthorizationCode,
        verifier: PkceCodeVerifier,
        redirect: RedirectUrl,
    ) -> Result<Grant, Cause> {
        let asked = SystemTime::now();
        let request = self.client.exchange_code(code).set_pkce_verifier(verifier);
        let request = request.set_redirect_uri(Cow::Owned(redirect));
        grant(request.request(&|request| self.http.ask(request)), asked)
    }

    /// For the refresh token.
    pub(super) fn renew(&self, refresh: &str) -> Result<Grant, Cause> {
        let asked = SystemTime::now();
        let refresh = RefreshToken::new(refresh.to_owned());
        let request = self.client.exchange_refresh_token(&refresh);
        grant(request.request(&|request| self.http.ask(request)), asked)
    }
}

/// Only an address to which a secret may be sent.
pub(super) fn safe(url: &Url) -> Result<(), Cause> {
    match url.scheme() {
        "https" => Ok(()),
        _ => Err(Cause::Unsafe("the sign-in has no https".to_owned())),
    }
}

/// What an `error` of RFC 6749, sections 4.1.2.1 and 5.2, of `OpenID` Connect or of Microsoft asks of the teacher.
pub(super) fn complaint(error: &str) -> Cause {
    match error {
        "invalid_grant" | "interaction_required" | "login_required" | "consent_required" => {
            Cause::SignInNeeded
        }
        "server_error" | "temporarily_unavailable" | "slow_down" => {
            Cause::Unreachable("the provider is out of order".to_owned())
        }
        "invalid_client"
        | "invalid_request"
        | "invalid_scope"
        | "unauthorized_client"
        | "unsupported_grant_type"
        | "unsupported_response_type" => Cause::NotOffered,
        _ => Cause::Nonsense("error"),
    }
}

fn grant(
    answer: Result<BasicTokenResponse, BasicRequestTokenError<Cause>>,
    asked: SystemTime,
) -> Result<Grant, Cause> {
    let answer = answer.map_err(|error| match error {
        RequestTokenError::ServerResponse(error) => {
            let error: &BasicErrorResponseType = error.error();
            complaint(error.as_ref())
        }
        RequestTokenError::Request(cause) => cause,
        // What it says may hold a part of a token.
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => Cause::Nonsense("token"),
    })?;
    if *answer.token_type() != BasicTokenType::Bearer {
        return Err(Cause::Nonsense("token"));
    }
    let lasts = answer.expires_in().unwrap_or(UNTOLD).min(LONGEST);
    let refresh = answer.refresh_token().map(|refresh| secret(refresh.secret()));
    Ok(Grant {
        access: Access {
            token: secret(answer.access_token().secret())?,
            until: asked + lasts,
        },
        refresh: refresh.transpose()?,
    })
}

/// A token is visible ASCII (RFC 6749, appendix A.12): anything else could say more to the mail server than who logs in.
fn secret(text: &str) -> Result<Zeroizing<String>, Cause> {
    let fits = !text.is_empty() && text.len() <= LARGEST && text.bytes().all(|byte| byte.is_ascii_graphic());
    if fits {
        Ok(Zeroizing::new(text.to_owned()))
    } else {
        Err(Cause::Nonsense("token"))
    }
}
