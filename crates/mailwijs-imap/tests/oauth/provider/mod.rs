//! A provider of one's own on loopback, over TLS: a sign-in page that says yes at once, tokens that are signed (JWT, HS256), PKCE
//! checked for real, refresh tokens that are worth something once. It misbehaves when told to.

mod grants;
mod server;

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use mailwijs_imap::Trust;
use mailwijs_imap::oauth::{Redirect, SignIn};
use mailwijs_tests::authority::Authority;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use url::Url;

pub const CLIENT: &str = "client-of-the-school";
pub const ADDRESS: &str = "an@school.example";

type Form = BTreeMap<String, String>;

/// How the next answers with tokens are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Well,
    /// Another status, with this body.
    Says(u16, &'static str),
    /// 302 to another place on the same server, which would give tokens.
    Redirects,
    /// Tokens of 8 MiB.
    Huge,
    /// The connection ends in the middle.
    Cuts,
    /// Nothing comes for a minute.
    Sleeps,
}

#[derive(Debug)]
pub struct Behaviour {
    pub mood: Mood,
    /// In seconds.
    pub expires_in: u64,
    /// How old a token is already when it is given.
    pub age: Duration,
    /// Whether there is a refresh token at all.
    pub refresh: bool,
    /// Whether every use of a refresh token brings another.
    pub rotates: bool,
    /// Who the tokens are for.
    pub user: &'static str,
    /// Google's kind of secret.
    pub secret: Option<&'static str>,
    /// What the sign-in page answers instead of a code.
    pub declines: Option<&'static str>,
    /// How long an answer takes.
    pub pause: Duration,
}

#[derive(Default)]
struct Memory {
    /// Challenge and redirect of each code that was not used.
    codes: BTreeMap<String, (String, String)>,
    /// The refresh tokens that are worth something.
    honoured: Vec<String>,
    given: usize,
    /// What came, oldest first.
    asked: Vec<Form>,
    seen: Vec<Form>,
}

pub struct Provider {
    port: u16,
    root: CertificateDer<'static>,
    shared: Arc<Shared>,
}

struct Shared {
    tls: Arc<ServerConfig>,
    memory: Mutex<Memory>,
    behaviour: Mutex<Behaviour>,
}

impl Provider {
    pub fn start() -> Self {
        let authority = Authority::new().unwrap();
        let identity = authority.identity(&["localhost"]).unwrap();
        let certificate = CertificateDer::from_pem_slice(identity.certificate.as_bytes()).unwrap();
        let key = PrivateKeyDer::from_pem_slice(identity.key.as_bytes()).unwrap();
        let tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .unwrap();
        let shared = Arc::new(Shared {
            tls: Arc::new(tls),
            memory: Mutex::default(),
            behaviour: Mutex::new(Behaviour {
                mood: Mood::Well,
                expires_in: 3600,
                age: Duration::ZERO,
                refresh: true,
                rotates: true,
                user: ADDRESS,
                secret: None,
                declines: None,
                pause: Duration::ZERO,
            }),
        });
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let root = CertificateDer::from_pem_slice(authority.pem().as_bytes()).unwrap();
        let served = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let served = Arc::clone(&served);
                // Who breaks off the connection is free to.
                thread::spawn(move || served.serve(stream).ok());
            }
        });
        Self { port, root, shared }
    }

    /// Who trusts its certificate.
    pub fn trust(&self) -> Trust {
        Trust::Only(vec![self.root.clone()])
    }

    pub fn root(&self) -> &CertificateDer<'static> {
        &self.root
    }

    pub fn url(&self, path: &str) -> Url {
        Url::parse(&format!("https://localhost:{}/{path}", self.port)).unwrap()
    }

    /// A sign-in here.
    pub fn sign_in(&self) -> SignIn {
        SignIn {
            authorize: self.url("authorize?tenant=school"),
            token: self.url("token"),
            scopes: vec!["imap".to_owned(), "offline_access".to_owned()],
            client_id: CLIENT.to_owned(),
            client_secret: None,
            login_hint: Some(ADDRESS.to_owned()),
            redirect: Redirect::Address,
            extra: [("prompt".to_owned(), "consent".to_owned())].into(),
        }
    }

    pub fn behave(&self, change: impl FnOnce(&mut Behaviour)) {
        change(&mut self.shared.behaviour.lock().unwrap());
    }

    /// A refresh token from a sign-in of long ago.
    pub fn honour(&self, token: &str) {
        self.shared.memory.lock().unwrap().honoured.push(token.to_owned());
    }

    /// As when the password was changed.
    pub fn forget_everybody(&self) {
        self.shared.memory.lock().unwrap().honoured.clear();
    }

    /// What the sign-in page was told, oldest first.
    pub fn seen(&self) -> Vec<Form> {
        self.shared.memory.lock().unwrap().seen.clone()
    }

    /// What it was asked tokens with, oldest first.
    pub fn asked(&self) -> Vec<Form> {
        self.shared.memory.lock().unwrap().asked.clone()
    }
}
