//! What the number of an answer means (RFC 9110, section 15; RFC 4918, section 11).

use crate::WebDavError;

/// Why it did not work; `None` when it did.
pub(crate) fn trouble(status: u16) -> Option<WebDavError> {
    Some(match status {
        200..=299 => return None,
        300..=399 => WebDavError::Moved,
        401 => WebDavError::Refused,
        403 => WebDavError::Forbidden,
        404 | 409 | 410 => WebDavError::NoFolder,
        405 | 501 => WebDavError::NoWebDav,
        413 => WebDavError::TooLarge,
        423 => WebDavError::Locked,
        507 => WebDavError::Full,
        408 | 429 | 500..=599 => WebDavError::OutOfOrder,
        _ => WebDavError::Nonsense("status"),
    })
}
