//! Where the browser brings the provider's answer: a port of this computer that nobody else can reach.

use std::future::pending;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener as Unused};
use std::time::Duration;

use oauth2::CsrfToken;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use url::Url;

use super::Redirect;
use super::knock::{Answer, Knock};
use super::page::NOT_FOUND;

/// Who has not said what they want by then is not waited for. Browsers open connections that they never use.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many may be listened to at once.
const MOST: usize = 64;
/// A request with everything that a browser remembers of `localhost`.
const LONGEST: usize = 64 * 1024;
/// After the system gave no connection.
const BREATH: Duration = Duration::from_millis(50);

/// How many ports are tried.
const TRIES: u32 = 8;

/// The port, from the moment it is open.
pub(super) struct Listener {
    url: Url,
    v4: Unused,
    v6: Option<Unused>,
}

/// The browser that brought an answer, and waits for a page.
pub(super) struct Browser(TcpStream);

impl Listener {
    /// At a port that is free.
    pub(super) fn open(redirect: Redirect) -> io::Result<Self> {
        let taken = io::ErrorKind::AddrInUse;
        let mut tries = (0..TRIES).map(|_| Self::at_a_port(redirect));
        tries
            .find(|port| port.as_ref().err().is_none_or(|error| error.kind() != taken))
            .unwrap_or_else(|| Err(taken.into()))
    }

    fn at_a_port(redirect: Redirect) -> io::Result<Self> {
        let v4 = Unused::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = v4.local_addr()?.port();
        // To many a browser `localhost` is [::1] first. Where that is not to be had, it tries the other; where somebody
        // else has it, they would get the answer.
        let v6 = match redirect {
            Redirect::Address => None,
            Redirect::Localhost => match Unused::bind((Ipv6Addr::LOCALHOST, port)) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
                v6 => v6.ok(),
            },
        };
        for listener in [Some(&v4), v6.as_ref()].into_iter().flatten() {
            listener.set_nonblocking(true)?;
        }
        let url = format!("http://{}:{port}/", redirect.host());
        let url = Url::parse(&url).map_err(io::Error::other)?;
        Ok(Self { url, v4, v6 })
    }

    /// The answer's address.
    pub(super) fn url(&self) -> &Url {
        &self.url
    }

    /// Hears whoever comes, many at once, until one brings the answer with our state.
    pub(super) async fn answer(self, state: &CsrfToken) -> io::Result<(Browser, Answer)> {
        let v4 = TcpListener::from_std(self.v4)?;
        let v6 = self.v6.map(TcpListener::from_std).transpose()?;
        let mut heard = JoinSet::new();
        loop {
            let free = heard.len() < MOST;
            tokio::select! {
                stream = v4.accept(), if free => match stream {
                    Ok((stream, _)) => { heard.spawn(hear(stream, state.clone())); }
                    Err(_) => sleep(BREATH).await,
                },
                stream = accept(v6.as_ref()), if free => match stream {
                    Ok(stream) => { heard.spawn(hear(stream, state.clone())); }
                    Err(_) => sleep(BREATH).await,
                },
                said = heard.join_next(), if !heard.is_empty() => {
                    if let Some(Ok(Some((stream, answer)))) = said {
                        return Ok((Browser(stream), answer));
                    }
                }
            }
        }
    }
}

impl Browser {
    /// Shows the page; whether it arrives changes nothing.
    pub(super) async fn show(mut self, page: &[u8]) {
        let _ = timeout(PATIENCE, send(&mut self.0, page)).await;
    }
}

async fn accept(listener: Option<&TcpListener>) -> io::Result<TcpStream> {
    match listener {
        Some(listener) => listener.accept().await.map(|(stream, _)| stream),
        None => pending().await,
    }
}

/// The answer, when this is the browser that brings it.
async fn hear(mut stream: TcpStream, state: CsrfToken) -> Option<(TcpStream, Answer)> {
    let answer = timeout(PATIENCE, listen(&mut stream, &state)).await.ok()?;
    if answer.is_none() {
        let _ = timeout(PATIENCE, send(&mut stream, NOT_FOUND)).await;
    }
    answer.map(|answer| (stream, answer))
}

async fn listen(stream: &mut TcpStream, state: &CsrfToken) -> Option<Answer> {
    let mut bytes = Vec::new();
    loop {
        let came = stream.read_buf(&mut bytes).await.ok()?;
        match Knock::of(&bytes, state) {
            Knock::Answer(answer) => return Some(answer),
            Knock::Unfinished if came > 0 && bytes.len() < LONGEST => {}
            Knock::Unfinished | Knock::Stranger => return None,
        }
    }
}

async fn send(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes).await?;
    stream.shutdown().await
}
