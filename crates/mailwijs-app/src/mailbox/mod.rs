//! The mailboxes on servers that the teacher set up on this computer: which they are, and where their secrets are kept.

mod browser;
mod entry;
mod erase;
mod file;
mod secrets;

pub use browser::BrowserSignIn;
pub use entry::{Mailbox, is_url};
pub use erase::erase;
pub use file::Mailboxes;
pub use secrets::{Kept, MailboxSecrets};
