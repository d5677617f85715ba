//! A received mail on its way into the student tracking system: as PDF, as EML and with its files, in a folder of its own
//! that does not last.

mod folder;
mod folders;
mod safe_name;
#[cfg(test)]
mod tests;
mod webdav_secrets;

pub use folder::PrivateFolder;
pub use folders::{KEPT_FOR, PrivateFolders};
pub use safe_name::SafeNames;
pub use webdav_secrets::{Leave, WebDavSecrets};
