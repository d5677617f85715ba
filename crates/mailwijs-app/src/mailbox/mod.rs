//! The mailboxes on servers that the teacher set up on this computer: which they are, and where their secrets are kept.

mod browser;
mod entry;
mod erase;
mod error;
mod file;
mod open;
mod secrets;
mod setup;
mod sign_in;

pub use browser::BrowserSignIn;
pub use entry::{Mailbox, is_url};
pub use erase::erase;
pub use error::{MailboxError, say};
pub use file::Mailboxes;
pub use open::{OpenMailbox, trust};
pub use secrets::{Kept, MailboxSecrets};
pub use setup::{Wanted, WantedSignIn};
pub use sign_in::{SignedIn, begin_sign_in, signed_in};
