//! From nothing to a conversation: the connection, TLS and the login.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use async_imap::Client;
use async_imap::imap_proto::{Response, Status};
use async_imap::types::UnsolicitedResponse;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{self, ClientConfig};

use super::abilities::Abilities;
use super::guard::guarded;
use super::login::log_in;
use super::stream::Stream;
use super::talk::Talk;
use crate::{Account, Cause, Credential, Security, distrust};

/// A server that does not let us in for so long is not going to.
const PATIENCE: Duration = Duration::from_secs(30);

/// Literals have no place before the login.
const NO_LITERALS: usize = 64 << 10;

/// Connects, safely or not at all, and logs in.
pub(crate) async fn connect(
    account: &Account,
    credential: &Credential,
    tls: Arc<ClientConfig>,
) -> Result<Talk, Cause> {
    let session = guarded(async {
        let client = timeout(PATIENCE, reach(account, tls)).await;
        let client = client.map_err(|_| Cause::Unreachable("no answer".to_owned()))??;
        log_in(client, account, credential).await
    });
    Talk::begin(session.await??).await
}

/// A safe connection, right after the server's greeting.
async fn reach(account: &Account, tls: Arc<ClientConfig>) -> Result<Client<Stream>, Cause> {
    // The system's error for a name that is not found has no kind that says so.
    let found = lookup_host((account.host.as_str(), account.port)).await;
    let addresses: Vec<_> = found
        .map_err(|_| Cause::Unreachable("no such server, or no network".to_owned()))?
        .collect();
    let tcp = TcpStream::connect(addresses.as_slice())
        .await
        .map_err(|error| Cause::Unreachable(error.kind().to_string()))?;
    // What is said is short, and waited for.
    let _ = tcp.set_nodelay(true);
    match account.security {
        Security::Tls => {
            let mut client = client(Stream::tls(secure(account, tcp, tls).await?));
            greeting(&mut client).await?;
            Ok(client)
        }
        Security::StartTls => {
            let mut plain = client(Stream::plain(tcp));
            greeting(&mut plain).await?;
            let raised = plain.run_command_and_check_ok("STARTTLS", None).await;
            raised.map_err(|_| Cause::Unsafe("it does not offer encryption".to_owned()))?;
            // Whatever was sent along before the encryption is dropped with the client that read it.
            let tcp = plain.into_inner().into_plain().ok_or(Cause::Lost)?;
            Ok(client(Stream::tls(secure(account, tcp, tls).await?)))
        }
    }
}

fn client(mut stream: Stream) -> Client<Stream> {
    stream.allow(NO_LITERALS);
    Client::new(stream)
}

async fn secure(
    account: &Account,
    tcp: TcpStream,
    tls: Arc<ClientConfig>,
) -> Result<TlsStream<TcpStream>, Cause> {
    let name = ServerName::try_from(account.host.clone())
        .map_err(|_| Cause::Unsafe("its name is no name of a server".to_owned()))?;
    TlsConnector::from(tls).connect(name, tcp).await.map_err(|error| {
        let tls = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<rustls::Error>());
        match tls {
            Some(why) => Cause::Unsafe(distrust(why).to_owned()),
            None if error.kind() == io::ErrorKind::UnexpectedEof => Cause::Lost,
            None => Cause::Unreachable(error.kind().to_string()),
        }
    })
}

/// The server speaks first. One that takes us for logged in already is not to be trusted (RFC 9051, section 7.1.4).
async fn greeting(client: &mut Client<Stream>) -> Result<(), Cause> {
    let greeting = client.read_response().await;
    let greeting = greeting
        .map_err(|_| Cause::Nonsense("no IMAP"))?
        .ok_or(Cause::Lost)?;
    match greeting.parsed() {
        Response::Data {
            status: Status::Ok, ..
        } => Ok(()),
        Response::Data {
            status: Status::PreAuth,
            ..
        } => Err(Cause::Unsafe("it asks for no login".to_owned())),
        Response::Data {
            status: Status::Bye, ..
        } => Err(Cause::Lost),
        _ => Err(Cause::Nonsense("no IMAP")),
    }
}

/// What the server can do before the login.
pub(super) async fn abilities(client: &mut Client<Stream>) -> Result<Abilities, Cause> {
    let (answers, answered) = async_channel::unbounded();
    let asked = client.run_command_and_check_ok("CAPABILITY", Some(answers)).await;
    asked.map_err(|_| Cause::Nonsense("no IMAP"))?;
    let mut abilities = Abilities::default();
    while let Ok(answer) = answered.try_recv() {
        if let UnsolicitedResponse::Other(answer) = answer {
            abilities.learn(answer.parsed());
        }
    }
    Ok(abilities)
}
