//! Hosts behind which nobody can see: they count clicks, look links over or shorten them.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domains::Host;
use crate::words::rows;

static TRACKERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/checks/click-tracking.tsv"))
        .filter_map(|row| row.first().copied())
        .collect()
});

/// Whether a host is one of `assets/checks/click-tracking.tsv` or lies under it.
pub fn is_tracker(host: &Host) -> bool {
    let mut rest = host.name.as_str();
    loop {
        if TRACKERS.contains(rest) {
            return true;
        }
        match rest.split_once('.') {
            Some((_, above)) => rest = above,
            None => return false,
        }
    }
}
