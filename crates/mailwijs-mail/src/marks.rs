//! What headers say about a message's place in its life.

use crate::headers::Headers;
use crate::model::Marks;

/// Headers only a draft or a message still to be sent carries.
const DRAFT: &[&str] = &[
    "X-Mozilla-Draft-Info",
    "X-Claws-End-Special-Headers",
    "X-Claws-Account-Id",
    "X-Evolution-Identity",
    "X-Evolution-Composer-Mode",
];
/// Headers the journey leaves behind.
const DELIVERED: &[&str] = &["Received", "Return-Path", "Delivered-To"];
const IDENTITY: &[&str] = &[
    "X-Identity-Key",
    "X-Claws-Account-Id",
    "X-Evolution-Identity",
    "X-KMail-Identity",
];
const REPLACES: &[&str] = &["X-Evolution-Draft-Message"];
const BULK: &[&str] = &["List-Id", "List-Unsubscribe"];

pub(crate) fn read(headers: &Headers) -> Marks {
    let any = |names: &[&str]| names.iter().any(|name| headers.has(name));
    let first = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| headers.text(name))
            .filter(|v| !v.is_empty())
            .map(str::to_owned)
    };
    let bulk_precedence = headers
        .text("Precedence")
        .is_some_and(|p| ["bulk", "list", "junk"].iter().any(|b| p.eq_ignore_ascii_case(b)));
    Marks {
        draft: any(DRAFT) || headers.text("X-Unsent").is_some_and(|v| v.starts_with('1')),
        sent: headers.text("X-Unsent").is_some_and(|v| v.starts_with('0')),
        delivered: any(DELIVERED),
        bcc_header: headers.has("Bcc"),
        identity: first(IDENTITY),
        replaces: first(REPLACES),
        // The first one counts: Thunderbird writes a second, stale one now and then.
        mozilla_status: headers
            .text("X-Mozilla-Status")
            .and_then(|v| u16::from_str_radix(v, 16).ok()),
        bulk: any(BULK) || bulk_precedence,
    }
}
