//! Its connections: what is asked, and the answers that are none.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio_rustls::rustls::{ServerConnection, StreamOwned};
use url::form_urlencoded::parse;

use super::{ADDRESS, Form, Mood, Shared};

impl Shared {
    pub(super) fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        let connection = ServerConnection::new(Arc::clone(&self.tls)).map_err(io::Error::other)?;
        let mut stream = BufReader::new(StreamOwned::new(connection, stream));
        let mut request = String::new();
        stream.read_line(&mut request)?;
        let mut length = 0;
        loop {
            let mut line = String::new();
            stream.read_line(&mut line)?;
            let line = line.trim_end().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().map_err(io::Error::other)?;
            }
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body)?;
        let form = |bytes: &[u8]| parse(bytes).into_owned().collect::<Form>();
        let (path, query) = request
            .split(' ')
            .nth(1)
            .unwrap_or_default()
            .split_once('?')
            .unwrap_or_default();
        let stream = stream.get_mut();
        if request.starts_with("GET ") && path == "/authorize" {
            stream.write_all(self.page(&form(query.as_bytes())).as_bytes())?;
        } else if request.starts_with("POST /token ") {
            self.tokens(stream, &form(&body))?;
        } else if request.starts_with("POST /elsewhere ") {
            let tokens = self.refreshed("elsewhere");
            stream.write_all(reply(200, "", &tokens).as_bytes())?;
        } else {
            stream.write_all(reply(404, "", "").as_bytes())?;
        }
        stream.conn.send_close_notify();
        stream.flush()
    }

    fn tokens(&self, stream: &mut impl io::Write, form: &Form) -> io::Result<()> {
        let (mood, pause) = {
            let behaviour = self.behaviour.lock().unwrap();
            (behaviour.mood, behaviour.pause)
        };
        self.memory.lock().unwrap().asked.push(form.clone());
        thread::sleep(pause);
        match mood {
            Mood::Well => {
                let (status, body) = match self.granted(form) {
                    Ok(tokens) => (200, tokens),
                    Err(error) => (
                        400,
                        format!("{{\"error\":\"{error}\",\"error_description\":\"{ADDRESS}\"}}"),
                    ),
                };
                stream.write_all(reply(status, "", &body).as_bytes())
            }
            Mood::Says(status, body) => stream.write_all(reply(status, "", body).as_bytes()),
            Mood::Redirects => stream.write_all(reply(307, "Location: /elsewhere\r\n", "").as_bytes()),
            Mood::Huge => {
                let body = format!("{{\"access_token\":\"{}\"}}", "x".repeat(8 << 20));
                stream.write_all(reply(200, "", &body).as_bytes())
            }
            Mood::Cuts => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"access"),
            Mood::Sleeps => {
                thread::sleep(Duration::from_mins(1));
                Ok(())
            }
        }
    }
}

pub(super) fn reply(status: u16, more: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status} So\r\n{more}Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}
