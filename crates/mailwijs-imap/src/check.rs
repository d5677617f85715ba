//! Whether a mailbox can be opened at all, before it is kept.

use std::future::Future;
use std::sync::Arc;

use crate::folders::list;
use crate::wire::connect;
use crate::{Account, Cause, Credential, ImapError, RemoteFolder, Trust, distrust};

/// Connects, logs in and lists the folders; takes as long as that takes.
///
/// # Errors
/// Why not, with what to do.
pub fn check(
    account: &Account,
    credential: &Credential,
    trust: &Trust,
) -> Result<Vec<RemoteFolder>, ImapError> {
    let tls = trust
        .client_config()
        .map_err(|error| Cause::Unsafe(distrust(&error).to_owned()).of(account))?;
    let found = blocking(async {
        let mut talk = connect(account, credential, Arc::new(tls)).await?;
        let folders = list(&mut talk).await?;
        talk.end().await;
        Ok(folders)
    });
    found.map_err(|cause| cause.of(account))
}

/// Runs a conversation on this thread.
pub(crate) fn blocking<T>(conversation: impl Future<Output = Result<T, Cause>>) -> Result<T, Cause> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Cause::Unreachable(error.kind().to_string()))?;
    let result = runtime.block_on(conversation);
    runtime.shutdown_background();
    result
}
