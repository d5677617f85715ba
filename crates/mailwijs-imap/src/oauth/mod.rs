//! Signing in at the provider's own page (OAuth 2.0, RFC 6749) for SASL XOAUTH2: Mailwijs never sees the password.
//!
//! The page opens in the teacher's browser and answers to a listener on this computer (RFC 8252), with a proof that the
//! answer and the question belong together (PKCE, RFC 7636). What comes of it is a refresh token, which the app keeps in the
//! keyring, and from it access tokens that last an hour or so. None of these is ever in an error, a log or a `Debug`.

mod endpoint;
mod error;
mod http;
mod knock;
mod listener;
mod page;
mod provider;
mod sign_in;
mod source;
mod tokens;
mod waiting;

pub use error::SignInError;
pub use page::Pages;
pub use provider::Provider;
pub use sign_in::{Redirect, SignIn};
pub use source::TokenSource;
pub use tokens::{Access, Tokens};
pub use waiting::{Canceller, Waiting};
