//! What the proxy does with each connection.

use std::future::pending;
use std::io;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, split};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;

use super::answers::Answers;
use super::{Deed, Front, Line, Moment, Shared, server_config};

/// How a relay ended: with STARTTLS, said under this tag, or for good.
enum End {
    Raise(String),
    Over,
}

/// One connection and how far it is.
struct Relay {
    shared: Arc<Shared>,
    connection: usize,
    nth: usize,
    tag: String,
    command: String,
    /// The server waits for a line that is no command.
    continues: bool,
    starts_tls: bool,
}

pub async fn serve(listener: std::net::TcpListener, shared: Arc<Shared>) {
    let listener = TcpListener::from_std(listener).unwrap();
    let mut relays = JoinSet::new();
    while let Ok((client, _)) = listener.accept().await {
        // Whoever cuts connections sees errors.
        relays.spawn(connection(client, Arc::clone(&shared)));
    }
}

async fn connection(mut client: TcpStream, shared: Arc<Shared>) -> io::Result<()> {
    let number = {
        let mut heard = shared.heard.lock().unwrap();
        heard.connections += 1;
        heard.connections
    };
    client.set_nodelay(true)?;
    let mut relay = Relay {
        connection: number,
        nth: 0,
        tag: String::new(),
        command: String::new(),
        continues: false,
        starts_tls: matches!(shared.front, Front::StartTls(..)),
        shared: Arc::clone(&shared),
    };
    match &shared.front {
        Front::Plain => {
            let mut server = TcpStream::connect(("127.0.0.1", shared.server)).await?;
            relay.between(&mut client, &mut server).await.map(drop)
        }
        Front::Tls(identity) => {
            let acceptor = TlsAcceptor::from(Arc::new(server_config(identity)));
            let mut client = acceptor.accept(client).await?;
            let mut server = TcpStream::connect(("127.0.0.1", shared.server)).await?;
            relay.between(&mut client, &mut server).await.map(drop)
        }
        Front::StartTls(identity, along) => {
            let mut server = TcpStream::connect(("127.0.0.1", shared.server)).await?;
            let End::Raise(tag) = relay.between(&mut client, &mut server).await? else {
                return Ok(());
            };
            let mut answer = format!("{tag} OK Begin.\r\n").into_bytes();
            answer.extend(along);
            client.write_all(&answer).await?;
            let acceptor = TlsAcceptor::from(Arc::new(server_config(identity)));
            let mut client = acceptor.accept(client).await?;
            relay.between(&mut client, &mut server).await.map(drop)
        }
    }
}

impl Relay {
    async fn between<C>(&mut self, client: &mut C, server: &mut TcpStream) -> io::Result<End>
    where
        C: AsyncRead + AsyncWrite + Unpin,
    {
        let (mut said, mut to_client) = split(client);
        let (mut answered, mut to_server) = server.split();
        let [mut from_client, mut from_server] = [Answers::default(), Answers::default()];
        loop {
            from_client.bytes.reserve(4 << 10);
            from_server.bytes.reserve(64 << 10);
            tokio::select! {
                came = said.read_buf(&mut from_client.bytes) => {
                    if came? == 0 {
                        return Ok(End::Over);
                    }
                    while let Some(line) = from_client.line() {
                        self.hear(&line);
                        let deed = self.judge(Line::Said);
                        if self.starts_tls && self.command == "STARTTLS" && deed == Deed::Pass {
                            self.starts_tls = false;
                            return Ok(End::Raise(self.tag.clone()));
                        }
                        match deed {
                            Deed::Pass => to_server.write_all(&line).await?,
                            Deed::Instead(other) => to_server.write_all(&other).await?,
                            Deed::Answer(answer) => self.write(&mut to_client, &answer).await?,
                            Deed::AnswerThenCut(answer) => {
                                self.write(&mut to_client, &answer).await?;
                                return Ok(End::Over);
                            }
                            Deed::ThenCut(other) => {
                                to_server.write_all(&other).await?;
                                return Ok(End::Over);
                            }
                            Deed::Cut => return Ok(End::Over),
                            Deed::Silence => return pending().await,
                        }
                    }
                }
                came = answered.read_buf(&mut from_server.bytes) => {
                    if came? == 0 {
                        return Ok(End::Over);
                    }
                    while let Some(answer) = from_server.answer() {
                        self.continues = answer.starts_with(b"+");
                        match self.judge(Line::Answered(&answer)) {
                            Deed::Pass => self.write(&mut to_client, &answer).await?,
                            Deed::Instead(other) | Deed::Answer(other) => {
                                self.write(&mut to_client, &other).await?;
                            }
                            Deed::ThenCut(other) | Deed::AnswerThenCut(other) => {
                                self.write(&mut to_client, &other).await?;
                                return Ok(End::Over);
                            }
                            Deed::Cut => return Ok(End::Over),
                            Deed::Silence => return pending().await,
                        }
                    }
                }
            }
        }
    }

    fn hear(&mut self, line: &[u8]) {
        let mut heard = self.shared.heard.lock().unwrap();
        heard.bytes.extend(line);
        let text = String::from_utf8_lossy(line).trim_end().to_owned();
        let continues = std::mem::take(&mut self.continues);
        if continues && text != "DONE" {
            "(continued)".clone_into(&mut self.command);
        } else if let Some((tag, command)) = text.split_once(' ') {
            self.tag = tag.to_owned();
            self.command = command.to_owned();
        } else {
            self.command = text;
        }
        heard.lines.push(self.command.clone());
        self.nth = heard.lines.len();
    }

    fn judge(&self, line: Line<'_>) -> Deed {
        let mut sabotage = self.shared.sabotage.lock().unwrap();
        sabotage(Moment {
            connection: self.connection,
            nth: self.nth,
            command: &self.command,
            tag: &self.tag,
            line,
        })
    }

    async fn write(&self, client: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> io::Result<()> {
        match self.shared.trickle {
            None => client.write_all(bytes).await?,
            Some(pause) => {
                for byte in bytes {
                    client.write_all(&[*byte]).await?;
                    client.flush().await?;
                    sleep(pause).await;
                }
            }
        }
        client.flush().await
    }
}
