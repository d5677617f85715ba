//! One question and its answer: no redirects, no cookies, an end to the waiting and to the length.

use std::io;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mailwijs_imap::{Trust, distrust};
use tokio_rustls::rustls;
use ureq::http::{Request, Response};
use ureq::{Agent, Body, Error};
use url::Url;
use zeroize::Zeroizing;

use crate::answer::trouble;
use crate::{FolderAddress, WebDavError};

/// For a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// For a question that is answered at once.
const PATIENCE: Duration = Duration::from_secs(30);
/// An answer about one file has a few KiB.
const LONGEST_ANSWER: u64 = 1024 * 1024;
/// The headers of an answer.
const LONGEST_HEAD: usize = 64 * 1024;
/// So many bytes a second are the slowest upload that is waited for.
const SLOWEST: u64 = 16 * 1024;

/// Who logs in.
pub struct Login(Zeroizing<String>);

impl Login {
    /// With a user name and a password (RFC 7617).
    ///
    /// # Errors
    /// [`WebDavError::User`].
    pub fn new(user: &str, password: &str) -> Result<Self, WebDavError> {
        let odd = |text: &str| text.chars().any(char::is_control);
        if user.is_empty() || user.contains(':') || odd(user) || odd(password) {
            return Err(WebDavError::User);
        }
        let both = Zeroizing::new(format!("{user}:{password}"));
        let encoded = Zeroizing::new(STANDARD.encode(both.as_bytes()));
        Ok(Self(Zeroizing::new(format!("Basic {}", encoded.as_str()))))
    }
}

/// Who asks.
pub(crate) struct Client {
    agent: Agent,
    login: Login,
    patience: Duration,
}

impl Client {
    pub(crate) fn new(
        folder: &FolderAddress,
        login: Login,
        trust: &Trust,
        patience: Option<Duration>,
    ) -> Self {
        let config = Agent::config_builder()
            .tls_config(trust.https())
            .https_only(!folder.is_plain())
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .max_response_header_size(LONGEST_HEAD)
            .timeout_connect(Some(CONNECT))
            .user_agent("Mailwijs")
            .build();
        Self {
            agent: config.into(),
            login,
            patience: patience.unwrap_or(PATIENCE),
        }
    }

    /// Asks with this method, these headers and this body. A redirect is not followed: what is sent is for one address alone.
    pub(crate) fn ask(
        &self,
        method: &str,
        url: &Url,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer, WebDavError> {
        let patience = self.patience + Duration::from_secs(body.len() as u64 / SLOWEST);
        let mut request = Request::builder().method(method).uri(url.as_str());
        request = request.header("Authorization", self.login.0.as_str());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).map_err(|_| WebDavError::Address)?;
        let request = self
            .agent
            .configure_request(request)
            .timeout_global(Some(patience))
            .build();
        let answer = self.agent.run(request).map_err(|error| cause(&error))?;
        Answer::of(answer)
    }
}

/// An answer that is no error, but for those that its reader knows what to do with.
pub(crate) struct Answer {
    pub(crate) status: u16,
    response: Response<Body>,
}

impl Answer {
    fn of(response: Response<Body>) -> Result<Self, WebDavError> {
        let status = response.status().as_u16();
        if status == 401 && !offers_basic(&response) {
            return Err(WebDavError::NotOffered);
        }
        Ok(Self { status, response })
    }

    /// Anything but success is an error.
    pub(crate) fn well(self) -> Result<Self, WebDavError> {
        match trouble(self.status) {
            Some(why) => Err(why),
            None => Ok(self),
        }
    }

    /// All headers of this name, with commas between.
    pub(crate) fn header(&self, name: &str) -> String {
        let all = self.response.headers().get_all(name).into_iter();
        let all: Vec<&str> = all.filter_map(|value| value.to_str().ok()).collect();
        all.join(",")
    }

    /// Its body, up to this length.
    pub(crate) fn body(self, longest: u64) -> Result<Vec<u8>, WebDavError> {
        let body = self
            .response
            .into_body()
            .into_with_config()
            .limit(longest)
            .read_to_vec();
        body.map_err(|error| cause(&error))
    }

    /// A body that tells of one file.
    pub(crate) fn told(self) -> Result<Vec<u8>, WebDavError> {
        self.body(LONGEST_ANSWER)
    }
}

/// Whether the password was wrong, and not the way to log in.
fn offers_basic(response: &Response<Body>) -> bool {
    let offers = response.headers().get_all("WWW-Authenticate").into_iter();
    let mut offers = offers.filter_map(|offer| offer.to_str().ok()).peekable();
    // Some say nothing at all.
    offers.peek().is_none() || offers.any(|offer| offer.to_ascii_lowercase().contains("basic"))
}

fn cause(error: &Error) -> WebDavError {
    let unreachable = |words: &str| WebDavError::Unreachable(words.to_owned());
    match error {
        Error::Io(error) => broken(error),
        Error::Rustls(error) => WebDavError::Unsafe(distrust(error).to_owned()),
        Error::Tls(_) | Error::RequireHttpsOnly(_) | Error::TlsRequired => {
            WebDavError::Unsafe("no TLS".to_owned())
        }
        Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => unreachable("no answer in time"),
        Error::Timeout(_) => WebDavError::Lost,
        Error::HostNotFound => unreachable("no such server"),
        Error::ConnectionFailed => unreachable("no connection"),
        Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => unreachable("the proxy refuses"),
        Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) => WebDavError::Nonsense("too long"),
        _ => WebDavError::Nonsense("HTTP"),
    }
}

/// The kind of what went wrong: the words may hold addresses.
fn broken(error: &io::Error) -> WebDavError {
    let inner = error.get_ref();
    if let Some(error) = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return WebDavError::Unsafe(distrust(error).to_owned());
    }
    if let Some(error) = inner.and_then(|inner| inner.downcast_ref::<Error>()) {
        return cause(error);
    }
    match error.kind() {
        io::ErrorKind::ConnectionRefused
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::AddrNotAvailable => WebDavError::Unreachable(error.kind().to_string()),
        _ => WebDavError::Lost,
    }
}
