//! A mailbox on a server, read over IMAP (RFC 9051, RFC 3501) and never changed.
//!
//! Besides `mailwijs-webdav` the only crate that opens a connection, and only to the server the teacher set up: folders are opened with EXAMINE and
//! messages fetched with BODY.PEEK, so that not even a mark changes. What happens there is told to the watch of
//! `mailwijs-store` as [`mailwijs_store::RemoteChange`]s, so that a draft is one draft wherever it is saved.
#![forbid(unsafe_code)]

mod account;
mod check;
mod copies;
mod credential;
mod error;
mod fetch;
mod folders;
mod newest;
pub mod oauth;
mod place;
mod read;
mod sync;
mod trust;
mod watch;
mod wire;

pub use account::{Account, Auth, Security};
pub use check::check;
pub use copies::RemoteCopyFinder;
pub use credential::{AccessToken, Credential};
pub use error::{Cause, ImapError, Refusal};
pub use folders::RemoteFolder;
pub use newest::newest_headers;
pub use place::{Place, folder_of, store_url};
pub use read::{Reading, Wanted, read};
pub use trust::{Trust, distrust};
pub use watch::{Mailbox, MailboxStatus};
