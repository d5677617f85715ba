//! A server in memory that answers as a test says, while time stands still.

use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, duplex, split};
use tokio::time::sleep;

use super::stream::Stream;
use super::talk::Talk;

/// What a scripted server does next.
pub(crate) enum Act {
    /// Says this; `TAG` stands for the tag of the command.
    Say(String),
    /// Waits so long.
    Wait(Duration),
}

/// A conversation with a server that can do this (`IDLE QRESYNC`) and does what `script` says to each command, which comes
/// without its tag. Where the script is empty it says nothing, ever.
pub(crate) async fn talk_with(
    can: &'static str,
    mut script: impl FnMut(&str) -> Vec<Act> + Send + 'static,
) -> Talk {
    let (client, server) = duplex(64 << 10);
    tokio::spawn(async move {
        let (said, mut answers) = split(server);
        let mut lines = BufReader::new(said).lines();
        let mut tag = String::new();
        while let Ok(Some(line)) = lines.next_line().await {
            let command = match line.split_once(' ') {
                Some((now, command)) => {
                    now.clone_into(&mut tag);
                    command
                }
                // DONE ends the command before it.
                None => &line,
            };
            let acts = match command {
                "LOGIN \"an\" \"x\"" | "ENABLE QRESYNC" => vec![Act::Say("TAG OK\r\n".to_owned())],
                "CAPABILITY" => vec![Act::Say(format!("* CAPABILITY IMAP4rev1 {can}\r\nTAG OK\r\n"))],
                other => script(other),
            };
            for act in acts {
                match act {
                    Act::Say(text) => {
                        let text = text.replace("TAG", &tag);
                        if answers.write_all(text.as_bytes()).await.is_err() {
                            return;
                        }
                    }
                    Act::Wait(time) => sleep(time).await,
                }
            }
        }
    });
    let mut stream = Stream::memory(client);
    stream.allow(1 << 10);
    let session = async_imap::Client::new(stream).login("an", "x").await;
    let session = session.map_err(|(error, _)| error).unwrap();
    Talk::begin(session).await.unwrap()
}

/// Says all of this.
pub(crate) fn say(text: &str) -> Vec<Act> {
    vec![Act::Say(text.replace('\n', "\r\n"))]
}
