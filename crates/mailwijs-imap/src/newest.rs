//! The headers of the newest mail of some folders, without the mail.

use std::sync::Arc;

use mailwijs_store::FolderRole;

use crate::check::blocking;
use crate::fetch::{headers, open, search};
use crate::folders::list;
use crate::wire::{Talk, Which, connect};
use crate::{Account, Cause, Credential, ImapError, RemoteFolder, Trust, distrust};

/// `Message-ID`, `Date`, `Subject` and all addresses of the newest mails of every folder with this role, at most so many of
/// each folder, oldest first. Of a folder that may not be opened there are none.
///
/// # Errors
/// Why the mailbox cannot be read.
pub fn newest_headers(
    account: &Account,
    credential: &Credential,
    trust: &Trust,
    role: FolderRole,
    most: usize,
) -> Result<Vec<Vec<u8>>, ImapError> {
    let tls = trust
        .client_config()
        .map_err(|error| Cause::Unsafe(distrust(&error).to_owned()).of(account))?;
    let found = blocking(async {
        let mut talk = connect(account, credential, Arc::new(tls)).await?;
        let mut found = Vec::new();
        for folder in list(&mut talk).await? {
            if folder.role == role {
                found.extend(newest(&mut talk, &folder, most).await?);
            }
        }
        talk.end().await;
        Ok(found)
    });
    found.map_err(|cause| cause.of(account))
}

async fn newest(talk: &mut Talk, folder: &RemoteFolder, most: usize) -> Result<Vec<Vec<u8>>, Cause> {
    match open(talk, &folder.spelled).await {
        Ok(opened) if opened.exists == 0 => return Ok(Vec::new()),
        Err(Cause::Denied(..)) => return Ok(Vec::new()),
        opened => opened?,
    };
    let all = search(talk, Which::All).await?;
    let Some(from) = all.iter().rev().take(most).next_back() else {
        return Ok(Vec::new());
    };
    let mut found = headers(talk, *from).await?;
    found.sort_by_key(|(uid, _)| *uid);
    Ok(found.into_iter().map(|(_, header)| header).collect())
}
