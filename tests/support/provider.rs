//! A provider of one's own at whose page one signs in (OAuth 2.0), on loopback and over TLS: it gives everybody the same tokens.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::authority::Authority;
use crate::dovecot::TOKEN;

/// What it gives to stay signed in with.
pub const REFRESH: &str = "r1";

/// Gives [`REFRESH`] for any code, and the token that opens the tests' Dovecot for it.
pub struct Provider {
    port: u16,
    authority: Authority,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Provider {
    /// Listens until the test ends.
    ///
    /// # Errors
    /// When no port or no certificate can be had.
    pub fn start() -> io::Result<Self> {
        let authority = Authority::new()?;
        let identity = authority.identity(&["localhost"])?;
        let certificate = CertificateDer::from_pem_slice(identity.certificate.as_bytes());
        let key = PrivateKeyDer::from_pem_slice(identity.key.as_bytes()).map_err(io::Error::other)?;
        let tls = ServerConfig::builder_with_provider(ring::default_provider().into())
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.map_err(io::Error::other)?], key)
            .map_err(io::Error::other)?;
        let (tls, asked) = (Arc::new(tls), Arc::<Mutex<Vec<String>>>::default());
        let listener = TcpListener::bind(("localhost", 0))?;
        let port = listener.local_addr()?.port();
        let notes = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // Who asks notices that no answer comes.
                let _ = ServerConnection::new(Arc::clone(&tls))
                    .map_err(io::Error::other)
                    .and_then(|connection| answer(StreamOwned::new(connection, stream), &notes));
            }
        });
        Ok(Self {
            port,
            authority,
            asked,
        })
    }

    /// Where it is; tokens are given at `/token` as at any other path.
    pub fn url(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    /// The certificate of the authority that signed its own, PEM.
    pub fn authority(&self) -> String {
        self.authority.pem()
    }

    /// What tokens were asked with, oldest first.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn answer(stream: StreamOwned<ServerConnection, TcpStream>, asked: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), 0);
    while line != "\r\n" {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    let mut notes = asked.lock().unwrap_or_else(PoisonError::into_inner);
    notes.push(String::from_utf8_lossy(&body).into_owned());
    drop(notes);
    let tokens = format!(
        "{{\"access_token\":\"{TOKEN}\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"{REFRESH}\"}}"
    );
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";
    let stream = stream.get_mut();
    write!(stream, "{head}{}\r\n\r\n{tokens}", tokens.len())?;
    stream.conn.send_close_notify();
    stream.flush()
}

/// Does what a browser does at this sign-in page, whose provider says `code=…` or `error=…`; what it shows in the end.
///
/// # Errors
/// When the page's address asks for no answer on this computer.
pub fn browser(page: &str, says: &str) -> io::Result<String> {
    let none = || io::Error::other(format!("this is no sign-in page: {page}"));
    let query = page.split_once('?').ok_or_else(none)?.1;
    let part = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(key, _)| *key == name)?;
        Some(value.replace("%3A", ":").replace("%2F", "/"))
    };
    if part("code_challenge_method").as_deref() != Some("S256") || part("scope").is_none() {
        return Err(none());
    }
    let (back, state) = part("redirect_uri").zip(part("state")).ok_or_else(none)?;
    let address = back
        .strip_prefix("http://")
        .ok_or_else(none)?
        .trim_end_matches('/');
    let mut connection = TcpStream::connect(address)?;
    write!(
        connection,
        "GET /?{says}&state={state} HTTP/1.1\r\nHost: {address}\r\n\r\n"
    )?;
    let mut shown = String::new();
    connection.read_to_string(&mut shown)?;
    Ok(shown)
}
