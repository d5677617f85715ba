//! The browser is not the only one that knocks at the listener.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use mailwijs_imap::oauth::{Redirect, SignInError, Waiting};
use url::Url;

use crate::browser::{PATIENCE, open, pages, signed_in};
use crate::provider::Provider;

fn begin(provider: &Provider) -> Waiting {
    provider.sign_in().begin(&provider.trust()).unwrap()
}

/// Where the answer goes.
fn redirect(waiting: &Waiting) -> Url {
    let mut pairs = waiting.url().query_pairs();
    Url::parse(&pairs.find(|(key, _)| key == "redirect_uri").unwrap().1).unwrap()
}

#[test]
fn strangers_and_half_requests_keep_nobody_from_signing_in() {
    let provider = Provider::start();
    let waiting = begin(&provider);
    let here = redirect(&waiting);
    let address = ("127.0.0.1", here.port().unwrap());
    let state = waiting
        .url()
        .query_pairs()
        .find(|(key, _)| key == "state")
        .unwrap()
        .1
        .into_owned();
    let url = waiting.url().clone();
    thread::scope(|scope| {
        let waited = scope.spawn(|| waiting.wait(&pages(), PATIENCE));
        // Opened for later, as browsers do; one that stops in the middle; one that is gone.
        let silent: Vec<TcpStream> = (0..8).map(|_| TcpStream::connect(address).unwrap()).collect();
        let mut half = TcpStream::connect(address).unwrap();
        half.write_all(format!("GET /?code=x&state={state} HTTP/1.1\r\nHost: l").as_bytes())
            .unwrap();
        drop(TcpStream::connect(address).unwrap());
        for path in [
            "favicon.ico",
            "",
            "?code=x&state=wrong",
            "?error=access_denied&state=wrong",
            "?code=x",
        ] {
            assert_eq!(
                open(&provider, &here.join(path).unwrap()).unwrap().0,
                404,
                "{path}"
            );
        }
        let mut tls = TcpStream::connect(address).unwrap();
        tls.write_all(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")
            .unwrap();
        let mut said = Vec::new();
        tls.read_to_end(&mut said).unwrap();
        assert!(said.starts_with(b"HTTP/1.1 404 "));
        assert!(provider.asked().is_empty(), "a stranger's code is not redeemed");
        let page = open(&provider, &url).unwrap().1;
        assert!(page.contains("Je bent aangemeld."), "{page}");
        assert_eq!(
            waited.join().unwrap().unwrap().refresh.as_str(),
            "refresh-given-1"
        );
        drop((silent, half));
    });
}

#[test]
fn who_sends_without_end_is_sent_away() {
    let provider = Provider::start();
    let waiting = begin(&provider);
    let address = ("127.0.0.1", redirect(&waiting).port().unwrap());
    let canceller = waiting.canceller();
    thread::scope(|scope| {
        let waited = scope.spawn(|| waiting.wait(&pages(), PATIENCE));
        let mut endless = TcpStream::connect(address).unwrap();
        let begin = Instant::now();
        endless.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
        while endless.write_all(&[b'y'; 1024]).is_ok() {
            assert!(
                begin.elapsed() < Duration::from_secs(9),
                "it is still listened to"
            );
        }
        canceller.cancel();
        assert_eq!(waited.join().unwrap().unwrap_err(), SignInError::Cancelled);
    });
}

#[test]
fn more_that_say_nothing_than_are_listened_to_only_delay() {
    let provider = Provider::start();
    let waiting = begin(&provider);
    let address = ("127.0.0.1", redirect(&waiting).port().unwrap());
    let silent: Vec<TcpStream> = (0..70).map(|_| TcpStream::connect(address).unwrap()).collect();
    let (tokens, _) = signed_in(&provider, waiting);
    tokens.unwrap();
    drop(silent);
}

#[test]
fn localhost_is_answered_by_both_of_its_addresses() {
    let provider = Provider::start();
    let mut sign_in = provider.sign_in();
    sign_in.redirect = Redirect::Localhost;
    let waiting = sign_in.begin(&provider.trust()).unwrap();
    let here = redirect(&waiting);
    assert_eq!(here.host_str(), Some("localhost"));
    let port = here.port().unwrap();
    TcpStream::connect(("127.0.0.1", port)).unwrap();
    // Some computers have no IPv6.
    if std::net::TcpListener::bind("[::1]:0").is_ok() {
        TcpStream::connect(("::1", port)).unwrap();
    }
}

#[test]
fn nobody_listens_any_more_afterwards() {
    let provider = Provider::start();
    let waiting = begin(&provider);
    let address = ("127.0.0.1", redirect(&waiting).port().unwrap());
    let (tokens, _) = signed_in(&provider, waiting);
    tokens.unwrap();
    TcpStream::connect(address).unwrap_err();
}
