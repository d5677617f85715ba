//! A mailbox that is opened by signing in in the browser; the test is the browser and the provider.
#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use mailwijs_tests::authority::Authority;
use mailwijs_tests::dovecot::{Dovecot, TOKEN, USER};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::home::{Home, Ran};
use crate::session::{Daemon, inside};

/// Gives the same tokens to everybody, and notes what it was asked.
struct Provider {
    port: u16,
    authority: Authority,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Provider {
    fn start() -> Self {
        let authority = Authority::new().unwrap();
        let identity = authority.identity(&["localhost"]).unwrap();
        let certificate = CertificateDer::from_pem_slice(identity.certificate.as_bytes()).unwrap();
        let key = PrivateKeyDer::from_pem_slice(identity.key.as_bytes()).unwrap();
        let tls = ServerConfig::builder_with_provider(ring::default_provider().into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .unwrap();
        let (tls, asked) = (Arc::new(tls), Arc::default());
        let listener = TcpListener::bind(("localhost", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let notes = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let connection = ServerConnection::new(Arc::clone(&tls)).unwrap();
                answer(BufReader::new(StreamOwned::new(connection, stream)), &notes);
            }
        });
        Self {
            port,
            authority,
            asked,
        }
    }
}

fn answer(mut stream: BufReader<StreamOwned<ServerConnection, TcpStream>>, asked: &Mutex<Vec<String>>) {
    let (mut line, mut length) = (String::new(), 0);
    while line != "\r\n" {
        line.clear();
        stream.read_line(&mut line).unwrap();
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    asked.lock().unwrap().push(String::from_utf8(body).unwrap());
    let tokens = format!(
        "{{\"access_token\":\"{TOKEN}\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"r1\"}}"
    );
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";
    let stream = stream.get_mut();
    write!(stream, "{head}{}\r\n\r\n{tokens}", tokens.len()).unwrap();
    stream.conn.send_close_notify();
    stream.flush().unwrap();
}

/// A school whose policy has its own sign-in page.
struct School {
    home: Home,
    provider: Provider,
    _server: Dovecot,
    args: Vec<String>,
}

impl School {
    fn new() -> Self {
        let (home, provider, server) = (Home::new(), Provider::start(), Dovecot::start().unwrap());
        let page = format!("https://localhost:{}", provider.port);
        let policy = format!(
            "format = 1\n[school]\nname = \"X\"\ndomains = [\"sintjan.example\"]\n[[mailboxes]]\nname = \"Schoolmail\"\n\
             host = \"127.0.0.1\"\nport = {}\nclient_id = \"mailwijs\"\n\
             sign_in = {{ authorize = \"{page}/authorize\", token = \"{page}/token\", scopes = [\"imap\"] }}\n",
            server.ports().tls
        );
        let policy = home.write("school.toml", policy);
        let ca = home.write("school.pem", server.authority() + &provider.authority.pem());
        let args = [
            "mailbox",
            "add",
            "an@sintjan.example",
            "--user",
            USER,
            "--format",
            "json",
        ]
        .map(str::to_owned)
        .into_iter()
        .chain(["--policy".to_owned(), policy.display().to_string()])
        .chain(["--ca".to_owned(), ca.display().to_string()]);
        Self {
            args: args.collect(),
            home,
            provider,
            _server: server,
        }
    }

    /// Sets the mailbox up; at the sign-in page the provider answers this.
    fn add(&self, answer: &str) -> Ran {
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();
        let mut command = self.home.command(&args);
        let command = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let page = page(&mut child);
        let part = |name: &str| {
            let query = page.split_once('?').unwrap().1;
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let (_, value) = pairs.find(|(key, _)| *key == name).unwrap();
            value.replace("%3A", ":").replace("%2F", "/")
        };
        assert_eq!(
            (part("client_id"), part("scope")),
            ("mailwijs".to_owned(), "imap".to_owned())
        );
        assert_eq!(part("code_challenge_method"), "S256");
        let back = part("redirect_uri");
        let address = back.strip_prefix("http://").unwrap().trim_end_matches('/');
        let mut browser = TcpStream::connect(address).unwrap();
        write!(
            browser,
            "GET /?{answer}&state={} HTTP/1.1\r\nHost: {address}\r\n\r\n",
            part("state")
        )
        .unwrap();
        let mut shown = String::new();
        browser.read_to_string(&mut shown).unwrap();
        assert!(
            shown.contains("venster sluiten") || shown.contains("niet gelukt"),
            "{shown}"
        );
        Ran::from(child.wait_with_output().unwrap())
    }
}

/// The sign-in page that is to be opened.
fn page(child: &mut Child) -> String {
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    child.stderr = Some(stderr.into_inner());
    line.split_whitespace()
        .find(|word| word.starts_with("https://"))
        .unwrap()
        .to_owned()
}

#[test]
fn who_signs_in_in_the_browser_gives_no_password() {
    if !inside("sign_in::who_signs_in_in_the_browser_gives_no_password") {
        return;
    }
    let _daemon = Daemon::start();
    let school = School::new();
    let ran = school.add("code=c1");
    assert_eq!(ran.status, 0, "{ran:?}");
    let line = &ran.lines()[0];
    assert_eq!(line["secret"], "keyring", "{ran:?}");
    assert!(line["folders"].as_array().unwrap().len() > 3, "{line}");
    let asked = school.provider.asked.lock().unwrap().join("\n");
    assert!(
        asked.contains("code=c1") && asked.contains("code_verifier="),
        "{asked}"
    );
    assert!(asked.contains("refresh_token=r1"), "{asked}");

    let listed = school.home.run(&["mailbox", "list", "--format", "json"]).lines();
    assert_eq!(listed[0]["sign_in"], "other");
    let file = std::fs::read_to_string(school.home.path().join(".config/mailwijs/mailboxes.toml")).unwrap();
    assert!(!file.contains("r1") && !file.contains(TOKEN), "{file}");
    let checked = school.home.run(&["mailbox", "check"]);
    assert_eq!(
        checked.status, 0,
        "whoever signed in stays signed in: {checked:?}"
    );
}

#[test]
fn without_a_keyring_nobody_is_sent_to_a_page_for_nothing() {
    let school = School::new();
    let args: Vec<&str> = school.args.iter().map(String::as_str).collect();
    let ran = school.home.run(&args);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
    assert!(
        ran.err.contains("sleutelbos") && !ran.err.contains("https://"),
        "{ran:?}"
    );
}

#[test]
fn who_says_no_at_the_page_sets_up_nothing() {
    if !inside("sign_in::who_says_no_at_the_page_sets_up_nothing") {
        return;
    }
    let _daemon = Daemon::start();
    let school = School::new();
    let ran = school.add("error=access_denied");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
    assert!(ran.err.contains("Je zei nee"), "{ran:?}");
    let listed = school.home.run(&["mailbox", "list", "--format", "json"]);
    assert_eq!(listed.out, "");
}
