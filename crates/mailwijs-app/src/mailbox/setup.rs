//! From an address to a mailbox: which server keeps it, and how one signs in there.

use std::path::PathBuf;

use mailwijs_imap::oauth::Provider;
use mailwijs_imap::{Account, Auth, Security};
use mailwijs_policy::{Domain, EmailAddress, MailServer, Policy, ServerSecurity, SignIn};

use super::{BrowserSignIn, Mailbox};
use crate::error::{AppError, ErrorCode};

/// What is known of a mailbox before it is set up; what is left out follows from the policy, or from what is usual.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The teacher's address.
    pub email: String,
    /// The name to log in with; the address when left out.
    pub user: Option<String>,
    /// The server.
    pub host: Option<String>,
    /// Its port.
    pub port: Option<u16>,
    /// Whether the connection begins in the clear.
    pub starttls: bool,
    /// How one signs in.
    pub sign_in: Option<WantedSignIn>,
    /// The only authorities whose certificates are believed (PEM).
    pub ca: Option<PathBuf>,
}

/// How one signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WantedSignIn {
    /// By a password, or an app password.
    Password,
    /// On Microsoft's page.
    Microsoft,
    /// On Google's page.
    Google,
}

impl WantedSignIn {
    /// The id of the provider; `None` for a password.
    const fn provider(self) -> Option<&'static str> {
        match self {
            Self::Password => None,
            Self::Microsoft => Some("microsoft"),
            Self::Google => Some("google"),
        }
    }
}

impl Wanted {
    /// The mailbox that is meant.
    ///
    /// # Errors
    /// When the address is none, nobody knows its server, or signing in takes an app that the school did not register.
    pub fn mailbox(self, policy: &Policy) -> Result<Mailbox, AppError> {
        let email = self.email.trim().to_owned();
        let address = EmailAddress::fold(&email)
            .filter(|address| !address.local().is_empty() && Domain::parse(address.domain()).is_some())
            .ok_or_else(|| AppError::new(ErrorCode::NotAnAddress))?;
        let server = policy
            .mail_servers(&address)
            .find(|server| self.host.as_deref().is_none_or(|host| is_host(server, host)));
        let provider = self
            .sign_in
            .and_then(WantedSignIn::provider)
            .and_then(Provider::with_id)
            .or_else(|| Provider::of_domain(address.domain()));
        let host = self
            .host
            .clone()
            .or_else(|| server.map(|server| server.host.as_ascii().to_owned()))
            .or_else(|| provider.map(|provider| provider.host.clone()))
            .ok_or_else(|| AppError::new(ErrorCode::UnknownServer).because(address.domain()))?;
        let sign_in = self.browser(server, &host, policy)?;
        let usual = server.map_or(ServerSecurity::Tls, |server| server.security);
        let security = if self.starttls {
            ServerSecurity::StartTls
        } else {
            usual
        };
        let told = server.filter(|_| security == usual).map(|server| server.port);
        let account = Account {
            user: self.user.unwrap_or_else(|| email.clone()),
            email,
            host,
            port: self.port.or(told).unwrap_or(security.usual_port()),
            security: match security {
                ServerSecurity::Tls => Security::Tls,
                ServerSecurity::StartTls => Security::StartTls,
            },
            auth: if sign_in.is_some() {
                Auth::OAuth
            } else {
                Auth::Password
            },
        };
        Ok(Mailbox {
            sign_in,
            ca: self.ca,
            ..Mailbox::new(account)
        })
    }

    /// Where one signs in: as asked, else as the policy has it, else in the only way a big provider takes.
    fn browser(
        &self,
        server: Option<&MailServer>,
        host: &str,
        policy: &Policy,
    ) -> Result<Option<BrowserSignIn>, AppError> {
        let id = match (self.sign_in, server) {
            (Some(WantedSignIn::Password), _) => return Ok(None),
            (Some(wanted), _) => wanted.provider(),
            (None, Some(server)) => return Ok(BrowserSignIn::of(server)),
            (None, None) => Provider::of_host(host)
                .filter(|provider| !provider.passwords)
                .map(|provider| provider.id.as_str()),
        };
        let Some(id) = id else {
            return Ok(None);
        };
        let mut registered = policy.mailboxes.iter().filter(|server| is_at(server, id));
        registered
            .find_map(BrowserSignIn::of)
            .map(Some)
            .ok_or_else(|| AppError::new(ErrorCode::NoClientId).because(id))
    }
}

fn is_host(server: &MailServer, host: &str) -> bool {
    server.host.as_ascii().eq_ignore_ascii_case(host)
}

/// Whether one signs in to this server at the provider with this id.
fn is_at(server: &MailServer, id: &str) -> bool {
    match server.sign_in {
        SignIn::Microsoft => id == "microsoft",
        SignIn::Google => id == "google",
        SignIn::Password | SignIn::Other(_) => false,
    }
}

#[cfg(test)]
mod tests;
