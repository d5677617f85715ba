//! What can go wrong, in words that say what to do; never a word of what the server sent.

use url::Url;

/// Why a folder on a server cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WebDavError {
    /// The address is no `https`, or holds a password.
    #[error(
        "the address of the folder is not safe; ask your ICT coordinator to write one that begins with https://"
    )]
    Address,
    /// A user name that cannot be sent: it is empty, or holds a colon or a control character.
    #[error("this user name cannot be used; write it as your school gave it to you")]
    User,
    /// A file or folder name that is no name on a server.
    #[error("a file cannot be called so")]
    Name,
    /// No such host, no network, nobody listens.
    #[error("the server cannot be reached ({0}); check the network and try again")]
    Unreachable(String),
    /// Its certificate is not to be trusted, or it speaks no TLS.
    #[error("the connection is not safe ({0}); nothing was sent. Ask your ICT coordinator")]
    Unsafe(String),
    /// User name and password are not accepted (401).
    #[error("the server does not accept the user name or the password; some schools ask for an app password")]
    Refused,
    /// The server asks for another way to log in than a password.
    #[error(
        "the server does not let anybody log in with a password; ask your ICT coordinator for an app password"
    )]
    NotOffered,
    /// This user may not write there (403).
    #[error("you may not write in this folder; ask your ICT coordinator")]
    Forbidden,
    /// The folder does not exist (404, 409, 410).
    #[error("the folder does not exist on the server; ask your ICT coordinator")]
    NoFolder,
    /// There is a server, but no WebDAV behind this address.
    #[error("this address is no WebDAV folder; ask your ICT coordinator")]
    NoWebDav,
    /// The server sends elsewhere; nothing is sent there.
    #[error("the folder has moved to another address; ask your ICT coordinator to correct it")]
    Moved,
    /// There is no room left (507).
    #[error("there is no room left on the server; make some, or ask your ICT coordinator")]
    Full,
    /// A file is larger than is sent, or than the server takes (413).
    #[error("the mail is too large for the server; put its files there by hand")]
    TooLarge,
    /// Somebody else holds the folder (423).
    #[error("the folder is in use; try again in a minute")]
    Locked,
    /// The server is out of order, or asks to wait (429, 5xx).
    #[error("the server is out of order; try again later")]
    OutOfOrder,
    /// The connection ended, or nothing came for too long.
    #[error("the connection was lost; try again")]
    Lost,
    /// The server said that it kept a file, and did not, or not all of it.
    #[error("the server did not keep all of it; nothing may be deleted. Tell your ICT coordinator")]
    Incomplete,
    /// A hundred folders with this name are there already.
    #[error("there are too many folders with this name; clear up the folder on the server")]
    Crowded,
    /// What came is not what was asked.
    #[error("the server answers in a way that is not understood ({0}); ask your ICT coordinator")]
    Nonsense(&'static str),
}

/// A mail was not put on the server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct NotPut {
    /// Why.
    pub why: WebDavError,
    /// The folder that was made for it and could not be removed: parts of the mail may be in it.
    pub left: Option<Url>,
}

impl From<WebDavError> for NotPut {
    fn from(why: WebDavError) -> Self {
        Self { why, left: None }
    }
}
