//! One question and its answer over HTTPS: no redirects, no cookies, an end to the waiting and to the length.

use std::io;
use std::time::Duration;

use oauth2::{HttpRequest, HttpResponse};
use tokio_rustls::rustls;
use ureq::{Agent, Error};

use crate::trust::distrust;
use crate::{Cause, Trust};

/// For the whole of it.
const PATIENCE: Duration = Duration::from_secs(30);
/// For a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// An answer with tokens has a few KiB.
const LONGEST: u64 = 256 * 1024;

/// Who asks.
pub(super) struct Http(Agent);

impl Http {
    pub(super) fn new(trust: &Trust) -> Self {
        Self::patient(trust, PATIENCE)
    }

    fn patient(trust: &Trust, patience: Duration) -> Self {
        let config = Agent::config_builder()
            .tls_config(trust.https())
            .https_only(true)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .timeout_global(Some(patience))
            .timeout_connect(Some(CONNECT))
            .user_agent("Mailwijs")
            .build();
        Self(config.into())
    }

    /// Asks. A redirect is not followed: what is sent is for one address alone.
    ///
    /// # Errors
    /// [`Cause::Unreachable`] also for a provider that is out of order, [`Cause::Unsafe`], [`Cause::Nonsense`].
    pub(super) fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Cause> {
        let (head, mut body) = self.0.run(request).map_err(|error| cause(&error))?.into_parts();
        let status = head.status;
        if status.is_server_error() || matches!(status.as_u16(), 408 | 429) {
            return Err(Cause::Unreachable("the provider is out of order".to_owned()));
        }
        if status.is_redirection() {
            return Err(Cause::Nonsense("redirect"));
        }
        let body = body.with_config().limit(LONGEST).read_to_vec();
        body.map(|body| HttpResponse::from_parts(head, body))
            .map_err(|error| cause(&error))
    }
}

fn cause(error: &Error) -> Cause {
    let unreachable = |words: &str| Cause::Unreachable(words.to_owned());
    match error {
        Error::Io(error) => broken(error),
        Error::Rustls(error) => Cause::Unsafe(distrust(error).to_owned()),
        Error::Tls(_) | Error::RequireHttpsOnly(_) | Error::TlsRequired => Cause::Unsafe("no TLS".to_owned()),
        Error::Timeout(_) => unreachable("no answer in time"),
        Error::HostNotFound => unreachable("no such server"),
        Error::ConnectionFailed => unreachable("no connection"),
        Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => unreachable("the proxy refuses"),
        Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) => Cause::Nonsense("too long"),
        _ => Cause::Nonsense("HTTP"),
    }
}

/// The kind of what went wrong: the words may hold addresses.
fn broken(error: &io::Error) -> Cause {
    let inner = error.get_ref();
    if let Some(error) = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return Cause::Unsafe(distrust(error).to_owned());
    }
    if let Some(error) = inner.and_then(|inner| inner.downcast_ref::<Error>()) {
        return cause(error);
    }
    Cause::Unreachable(error.kind().to_string())
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::time::Instant;

    use super::*;

    fn ask(address: &str, patience: Duration) -> Result<HttpResponse, Cause> {
        let request = oauth2::http::Request::post(address)
            .body(b"secret".to_vec())
            .unwrap();
        Http::patient(&Trust::Only(Vec::new()), patience).ask(request)
    }

    #[test]
    fn who_never_answers_is_not_waited_for() {
        let silent = TcpListener::bind("127.0.0.1:0").unwrap();
        let begin = Instant::now();
        assert_eq!(
            ask(
                &format!("https://{}/", silent.local_addr().unwrap()),
                Duration::from_millis(300)
            )
            .unwrap_err(),
            Cause::Unreachable("no answer in time".to_owned())
        );
        assert!(begin.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn nothing_is_sent_in_the_clear() {
        let plain = TcpListener::bind("127.0.0.1:0").unwrap();
        plain.set_nonblocking(true).unwrap();
        assert_eq!(
            ask(&format!("http://{}/", plain.local_addr().unwrap()), PATIENCE).unwrap_err(),
            Cause::Unsafe("no TLS".to_owned())
        );
        assert!(plain.accept().is_err(), "somebody was connected to");
    }

    #[test]
    fn who_speaks_no_tls_is_not_safe() {
        let plain = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("https://{}/", plain.local_addr().unwrap());
        let server = std::thread::spawn(move || {
            let (mut stream, _) = plain.accept().unwrap();
            io::Write::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
            stream
        });
        assert_eq!(
            ask(&address, PATIENCE).unwrap_err(),
            Cause::Unsafe("no TLS".to_owned())
        );
        server.join().unwrap();
    }
}
