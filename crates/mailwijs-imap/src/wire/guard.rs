//! The parser may give up in a panic; the conversation then ends like any other that is not understood.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use crate::Cause;

/// What the conversation comes to. After a panic in it, it is not to be gone on with.
pub(super) async fn guarded<T>(conversation: impl Future<Output = T>) -> Result<T, Cause> {
    let mut conversation = pin!(conversation);
    poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| conversation.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(_) => Poll::Ready(Err(Cause::Nonsense("no IMAP"))),
        },
    )
    .await
}
