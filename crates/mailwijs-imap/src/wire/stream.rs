//! The bytes of a connection, plain or behind TLS, with [`Literals`] looking on.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use super::literals::Literals;

/// A connection to a server.
#[derive(Debug)]
pub(crate) struct Stream {
    bytes: Bytes,
    literals: Literals,
    came: u64,
}

#[derive(Debug)]
enum Bytes {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
    #[cfg(test)]
    Memory(tokio::io::DuplexStream),
}

impl Stream {
    pub fn plain(stream: TcpStream) -> Self {
        Self {
            bytes: Bytes::Plain(stream),
            literals: Literals::default(),
            came: 0,
        }
    }

    pub fn tls(stream: TlsStream<TcpStream>) -> Self {
        Self {
            bytes: Bytes::Tls(Box::new(stream)),
            literals: Literals::default(),
            came: 0,
        }
    }

    #[cfg(test)]
    pub fn memory(stream: tokio::io::DuplexStream) -> Self {
        Self {
            bytes: Bytes::Memory(stream),
            literals: Literals::default(),
            came: 0,
        }
    }

    /// The plain connection, to raise it to TLS.
    pub fn into_plain(self) -> Option<TcpStream> {
        match self.bytes {
            Bytes::Plain(stream) => Some(stream),
            Bytes::Tls(_) => None,
            #[cfg(test)]
            Bytes::Memory(_) => None,
        }
    }

    /// How many bytes came so far.
    pub fn came(&self) -> u64 {
        self.came
    }

    /// From now on as many bytes of literals may come.
    pub fn allow(&mut self, bytes: usize) {
        self.literals.allow(bytes);
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(match &mut self.bytes {
            Bytes::Plain(stream) => Pin::new(stream).poll_read(cx, buf),
            Bytes::Tls(stream) => Pin::new(stream).poll_read(cx, buf),
            #[cfg(test)]
            Bytes::Memory(stream) => Pin::new(stream).poll_read(cx, buf),
        })?;
        let came = buf.filled().get(before..).unwrap_or_default();
        self.came += came.len() as u64;
        let taken = self.literals.take(came);
        Poll::Ready(taken.map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge)))
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match &mut self.bytes {
            Bytes::Plain(stream) => Pin::new(stream).poll_write(cx, buf),
            Bytes::Tls(stream) => Pin::new(stream).poll_write(cx, buf),
            #[cfg(test)]
            Bytes::Memory(stream) => Pin::new(stream).poll_write(cx, buf),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.bytes {
            Bytes::Plain(stream) => Pin::new(stream).poll_flush(cx),
            Bytes::Tls(stream) => Pin::new(stream).poll_flush(cx),
            #[cfg(test)]
            Bytes::Memory(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.bytes {
            Bytes::Plain(stream) => Pin::new(stream).poll_shutdown(cx),
            Bytes::Tls(stream) => Pin::new(stream).poll_shutdown(cx),
            #[cfg(test)]
            Bytes::Memory(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}
