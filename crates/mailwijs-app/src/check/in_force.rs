//! Whether two scans would find the same.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use mailwijs_policy::Policy;
use sha2::{Digest as _, Sha256};

/// A hash of the policy, the program, and these files as they stand.
pub(crate) fn rules_in_force(policy: &Policy, files: &[&Path]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    };
    add(env!("CARGO_PKG_VERSION").as_bytes());
    add(policy.to_toml().as_bytes());
    for file in files {
        add(file.as_os_str().as_encoded_bytes());
        let found = fs::metadata(file).ok();
        let changed = found.as_ref().and_then(|found| found.modified().ok());
        let changed = changed.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        add(&found.map_or(0, |found| found.len()).to_le_bytes());
        add(&changed.unwrap_or_default().as_nanos().to_le_bytes());
    }
    hash.finalize().into()
}
