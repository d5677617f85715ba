//! Somebody between Mailwijs and the server, who sees every word and can change it.
//!
//! Towards Mailwijs it speaks TLS with a certificate of its own authority; towards Dovecot it speaks plain.

mod answers;
mod relay;

use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use mailwijs_imap::{Account, Auth, Security, Trust};
use mailwijs_tests::authority::{Authority, Identity};
use mailwijs_tests::dovecot::{Dovecot, USER};
use tokio::sync::oneshot;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// One line of the conversation, and who said it.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// The how manieth connection this is, from 1.
    pub connection: usize,
    /// The how manieth line of Mailwijs this is, or is answered, over all connections, from 1; 0 for the greeting.
    pub nth: usize,
    /// The last command said on this connection, without its tag.
    pub command: &'a str,
    /// Its tag.
    pub tag: &'a str,
    pub line: Line<'a>,
}

#[derive(Debug, Clone, Copy)]
pub enum Line<'a> {
    /// Mailwijs said the command.
    Said,
    /// The server answered this, whole, with its literals.
    Answered(&'a [u8]),
}

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// It goes on to whom it is for.
    Pass,
    /// It goes nowhere, and the connection ends.
    Cut,
    /// This goes on instead.
    Instead(Vec<u8>),
    /// This goes on instead, and the connection ends.
    ThenCut(Vec<u8>),
    /// It goes nowhere; Mailwijs hears this.
    Answer(Vec<u8>),
    /// It goes nowhere; Mailwijs hears this, and the connection ends.
    AnswerThenCut(Vec<u8>),
    /// From now on nothing goes anywhere, but the connection stays.
    Silence,
}

/// What it speaks towards Mailwijs.
pub enum Front {
    Tls(Identity),
    /// Plain until STARTTLS; these bytes go along with its answer, before the encryption.
    StartTls(Identity, Vec<u8>),
    Plain,
}

/// What was heard of Mailwijs.
#[derive(Debug, Default, Clone)]
pub struct Heard {
    pub connections: usize,
    /// Every line, without its tag; what answers a `+` stands here as `(continued)`.
    pub lines: Vec<String>,
    /// Every byte that could be read, on all connections.
    pub bytes: Vec<u8>,
}

type Sabotage = Box<dyn FnMut(Moment<'_>) -> Deed + Send>;

struct Shared {
    server: u16,
    front: Front,
    /// A pause after each byte for Mailwijs.
    trickle: Option<Duration>,
    heard: Mutex<Heard>,
    sabotage: Mutex<Sabotage>,
}

pub struct Proxy {
    port: u16,
    authority: Authority,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Nothing is done to anything.
pub fn honest(_: Moment<'_>) -> Deed {
    Deed::Pass
}

impl Proxy {
    /// TLS from the first byte, as it should be.
    pub fn before(dovecot: &Dovecot, sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static) -> Self {
        Self::with(dovecot, None, tls, sabotage)
    }

    /// A server that brings a byte at a time.
    pub fn slow(dovecot: &Dovecot, pause: Duration) -> Self {
        Self::with(dovecot, Some(pause), tls, honest)
    }

    /// With another front, made with the proxy's authority.
    pub fn with(
        dovecot: &Dovecot,
        trickle: Option<Duration>,
        front: impl FnOnce(&Authority) -> Front,
        sabotage: impl FnMut(Moment<'_>) -> Deed + Send + 'static,
    ) -> Self {
        let authority = Authority::new().unwrap();
        let shared = Arc::new(Shared {
            server: dovecot.ports().plain,
            front: front(&authority),
            trickle,
            heard: Mutex::default(),
            sabotage: Mutex::new(Box::new(sabotage)),
        });
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (stop, stopped) = oneshot::channel();
        let at_work = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                tokio::select! {
                    () = relay::serve(listener, at_work) => {}
                    _ = stopped => {}
                }
            });
        });
        Self {
            port,
            authority,
            shared,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    pub fn account(&self, security: Security) -> Account {
        Account {
            email: "an@school.example".to_owned(),
            user: USER.to_owned(),
            host: "localhost".to_owned(),
            port: self.port,
            security,
            auth: Auth::Password,
        }
    }

    /// The proxy's authority, and nobody else.
    pub fn trust(&self) -> Trust {
        Trust::only_pem(self.authority.pem().as_bytes()).unwrap()
    }

    pub fn heard(&self) -> Heard {
        self.shared.heard.lock().unwrap().clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A panic in it was reported when it happened.
            let _ = thread.join();
        }
    }
}

fn tls(authority: &Authority) -> Front {
    Front::Tls(authority.identity(&["localhost"]).unwrap())
}

/// How a server with this certificate does TLS.
fn server_config(identity: &Identity) -> ServerConfig {
    let certificate = CertificateDer::from_pem_slice(identity.certificate.as_bytes()).unwrap();
    let key = PrivateKeyDer::from_pem_slice(identity.key.as_bytes()).unwrap();
    ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap()
}
