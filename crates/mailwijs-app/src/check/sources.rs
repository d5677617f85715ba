//! What is checked or watched: stores on this computer, and mailboxes on servers.

use std::path::Path;

use mailwijs_store::MailStore;

use super::checker::open;
use super::clients::found_mail_clients;
use crate::error::{AppError, ErrorCode};
use crate::mailbox::{Mailbox, Mailboxes, is_url};
use crate::place::Places;

/// What is checked or watched; never nothing at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Sources {
    /// Stores on this computer.
    pub stores: Vec<MailStore>,
    /// Mailboxes on servers.
    pub mailboxes: Vec<Mailbox>,
}

impl Sources {
    /// What is at these paths, of which `imap://user@host` names a mailbox that was set up; with no path, every mail client
    /// on this computer and every mailbox that was set up.
    ///
    /// # Errors
    /// When a path cannot be opened, a mailbox is unknown, or nothing was named and nothing found.
    pub fn at<P: AsRef<Path>>(paths: &[P]) -> Result<Self, AppError> {
        let places = Places::from_env();
        let sources = if paths.is_empty() {
            let clients = found_mail_clients().into_iter();
            Self {
                stores: clients.flat_map(|client| client.stores).collect(),
                mailboxes: Mailboxes::read(&places)?.all().to_vec(),
            }
        } else {
            Self::named(paths, &places)?
        };
        if sources.stores.is_empty() && sources.mailboxes.is_empty() {
            return Err(AppError::new(ErrorCode::NoStores));
        }
        Ok(sources)
    }

    fn named<P: AsRef<Path>>(paths: &[P], places: &Places) -> Result<Self, AppError> {
        let (urls, paths): (Vec<&Path>, Vec<&Path>) =
            paths.iter().map(AsRef::as_ref).partition(|path| is_url(path));
        let stores: Result<Vec<_>, _> = paths.into_iter().map(open).collect();
        let known = if urls.is_empty() {
            None
        } else {
            Some(Mailboxes::read(places)?)
        };
        let mailbox = |url: &Path| {
            let found = known.as_ref().and_then(|known| known.named(url.to_str()?));
            found
                .cloned()
                .ok_or_else(|| AppError::at(ErrorCode::UnknownMailbox, url, ""))
        };
        Ok(Self {
            stores: stores?.concat(),
            mailboxes: urls.into_iter().map(mailbox).collect::<Result<_, _>>()?,
        })
    }
}
